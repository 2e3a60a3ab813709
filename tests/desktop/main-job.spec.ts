/** The main job in the real app: from dropped files to the packet, by one person in one sitting. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { launch, type Running } from "./support/app.ts";
import { dropFiles } from "./support/drop.ts";
import { pagesOf } from "./support/pdf.ts";
import { createWorkspace, dollars, leaked, open, SAMPLE_FILES, TRUTH } from "./support/sample.ts";

test.describe.configure({ mode: "serial" });

const REASON = "Agreed beforehand with the station manager";
let running: Running;
/** What the page complained about, over both starts. */
const complaints: string[] = [];
/** Cents of the findings that were confirmed, read off the screen. */
let confirmed = 0;

test.beforeAll(async () => {
  running = await launch();
});
test.afterAll(() => running.close());

test("a first start offers the sample company or one's own", async () => {
  const { page } = running;
  await expect(page.getByRole("button", { name: "Open the sample company" })).toBeVisible();
  await createWorkspace(page);
  await expect
    .poll(() => running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle()))
    .toBe(`${TRUTH.dsp} – Backhaul`);
});

test("dropped files are shown before anything is stored, then imported", async () => {
  const { page } = running;
  await dropFiles(page, SAMPLE_FILES);
  const files = page.getByRole("table", { name: "Files in this preview" });
  await expect(files).toBeVisible({ timeout: 20_000 });
  for (const name of ["rate-card.csv", "staff-roster.xlsx", "ADP Timecard 2026-08-08.csv"])
    await expect(files.getByRole("row", { name })).toContainText("Ready");
  await expect(files.getByText("Refused", { exact: true })).toHaveCount(0);
  await page.keyboard.press("i");
  const result = page.getByRole("main").getByRole("status");
  await expect(result).toContainText(`${TRUTH.leaks.length} new findings`, { timeout: 30_000 });
});

test("the Board shows what leaked, to the cent", async () => {
  const { page } = running;
  await open(page, "Board");
  const money = page.getByRole("navigation", { name: "Money of all weeks" });
  await expect(money.getByRole("link", { name: /^Claimable/ })).toContainText(dollars(leaked("owed", "overcharged")));
  await expect(money.getByRole("link", { name: /payroll/ })).toContainText(dollars(leaked("overpaid")));
  await expect(money.getByRole("link", { name: /^Exposure/ })).toContainText(dollars(leaked("exposure")));
  await expect(page.getByRole("heading", { name: "This week’s findings" })).toBeVisible();
});

test("Review lists every finding; some are confirmed and one is dismissed with a reason", async () => {
  const { page } = running;
  await open(page, "Review");
  const grid = page.getByRole("grid", { name: "Findings" });
  await expect(grid).toHaveAttribute("aria-rowcount", String(TRUTH.leaks.length + 1));
  const pane = page.getByRole("region", { name: "Finding", exact: true });
  const decide = page.getByRole("toolbar", { name: "Decide" });
  for (let index = 0; index < 3; index++) {
    await expect(grid.locator(`[data-index="${index}"]`)).toHaveAttribute("data-active", "true");
    await expect(decide.getByRole("button", { name: "Confirm" })).toBeEnabled();
    const amount = await pane
      .getByText(/^\$[\d,.]+$/)
      .first()
      .textContent();
    await page.keyboard.press("c");
    await expect(decide.getByRole("button", { name: "Confirm" })).toBeDisabled();
    confirmed += Math.round(Number(amount?.replace(/[$,]/g, "")) * 100);
    await page.keyboard.press("j");
  }
  expect(confirmed).toBeGreaterThan(0);

  await expect(decide.getByRole("button", { name: "Dismiss" })).toBeEnabled();
  await page.keyboard.press("d");
  const dialog = page.getByRole("dialog", { name: "Dismiss finding" });
  await dialog.getByRole("button", { name: "Dismiss finding" }).click();
  await expect(dialog.getByLabel("Reason")).toBeFocused();
  await dialog.getByLabel("Reason").fill(REASON);
  await dialog.getByRole("button", { name: "Dismiss finding" }).click();
  await expect(pane).toContainText(REASON);
  await expect(decide.getByRole("button", { name: "Dismiss" })).toBeDisabled();

  await open(page, "Board");
  const money = page.getByRole("navigation", { name: "Money of all weeks" });
  await expect(money.getByRole("link", { name: /^Claimable now/ })).toContainText(`${dollars(confirmed)} confirmed`);
});

test("the packet is a PDF whose total is the sum of what was confirmed", async () => {
  const { app, page, userData } = running;
  const shown = await app.evaluateHandle(({ shell }) => {
    const paths: string[] = [];
    shell.showItemInFolder = (path) => void paths.push(path);
    return paths;
  });
  await open(page, "Review");
  await page.getByRole("button", { name: "Export packet" }).click();
  const dialog = page.getByRole("dialog", { name: "Export packet" });
  await dialog.getByRole("button", { name: "Show in folder" }).click({ timeout: 20_000 });
  await expect(dialog).toContainText(dollars(confirmed));
  await expect.poll(() => shown.jsonValue()).toHaveLength(1);
  const [file] = await shown.jsonValue();
  if (!file) throw new Error("No packet was shown.");
  expect(file.startsWith(join(userData, "workspaces", TRUTH.dsp, "packets"))).toBe(true);
  const sha256 = createHash("sha256").update(readFileSync(file)).digest("hex");
  await expect(dialog).toContainText(sha256);

  const pages = await pagesOf(file);
  const [cover = ""] = pages;
  expect(cover).toContain(TRUTH.dsp);
  expect(cover).toContain(dollars(confirmed));
  for (const [index, text] of pages.entries())
    expect(text).toMatch(new RegExp(`page ${index + 1} of ${pages.length}`, "i"));
  // The whole SHA-256 of a source file may be broken over two lines; its beginning is enough to find the file.
  const text = pages.join("\n");
  expect(text).toMatch(/[0-9a-f]{16}/);
  expect(text).not.toContain(REASON);
});

test("the same files again hold nothing new", async () => {
  const { page } = running;
  await page.keyboard.press("Escape");
  await dropFiles(page, SAMPLE_FILES);
  const files = page.getByRole("table", { name: "Files in this preview" });
  await expect(files).toBeVisible({ timeout: 20_000 });
  await expect(files.getByText("Ready", { exact: true })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Import all that is ready" })).toBeDisabled();
});

test("the next start opens the same workspace with the decisions in it", async () => {
  const { userData } = running;
  complaints.push(...running.complaints);
  await running.app.close();
  running = await launch({ userData });
  const { page } = running;
  await expect(page.getByRole("main", { name: "Board" })).toBeVisible();
  const money = page.getByRole("navigation", { name: "Money of all weeks" });
  await expect(money.getByRole("link", { name: /^Claimable now/ })).toContainText(`${dollars(confirmed)} confirmed`);
  complaints.push(...running.complaints);
  expect(complaints.filter((text) => /Content.Security.Policy|Uncaught|Error:/.test(text))).toEqual([]);
});
