/** The screens as they look with the sample company, light and dark, and whether everybody can use them. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import type { AxeResults } from "axe-core";
import { launch, type Running } from "./support/app.ts";
import { confirmAll, inHand, row, takeOn } from "./support/claims.ts";
import { dropFiles } from "./support/drop.ts";
import { createWorkspace, open, SAMPLE_FILES } from "./support/sample.ts";

const FOLDER = join(import.meta.dirname, "..", "..", "resources", "screenshots");
const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
/** The rules of WCAG 2.2 AA that a machine can check. */
const STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

const SCHEMES = ["light", "dark"] as const;

let running: Running;

test.beforeAll(async () => {
  // A few days after the sample's last week, when its deadlines lie ahead.
  running = await launch({ day: "2026-08-19T15:00:00Z" });
  await resize(1280, 800);
});
test.afterAll(() => running.close());

test("first start", async () => {
  await expect(running.page.getByRole("button", { name: "Start your own" })).toBeVisible();
  for (const scheme of SCHEMES) await look(scheme);
});

test.describe("Inbox", () => {
  test.describe.configure({ mode: "serial" });

  test("with files before they are imported", async () => {
    const { page } = running;
    await createWorkspace(page);
    await dropFiles(page, SAMPLE_FILES);
    await expect(page.getByRole("table", { name: "Files in this preview" })).toBeVisible({ timeout: 20_000 });
    for (const scheme of SCHEMES) await look(scheme, "inbox");
  });

  test("with files after they were imported", async () => {
    const { page } = running;
    await page.getByRole("button", { name: "Import all that is ready" }).click();
    await expect(page.getByRole("link", { name: "See the Board" })).toBeVisible({ timeout: 30_000 });
    for (const scheme of SCHEMES) await look(scheme);
  });
});

test.describe("with the sample company open", () => {
  test.beforeAll(async () => {
    const { page } = running;
    const begin = page.getByRole("button", { name: "Open the sample company" });
    const workspace = page.getByRole("button", { name: /^Workspace/ });
    await expect(begin.or(workspace)).toBeVisible();
    if (await workspace.isVisible()) {
      await workspace.click();
      await page.getByRole("menuitem", { name: "Close workspace" }).click();
    }
    await begin.click();
    await expect(page.getByRole("main", { name: "Board" })).toBeVisible({ timeout: 30_000 });
    // The Board says the same of the deadlines, and has a picture of its own.
    await page.getByRole("button", { name: "Close the notice" }).click();
  });

  test("Board", async () => {
    await open(running.page, "Board");
    await expect(running.page.getByRole("heading", { name: "Coverage" })).toBeVisible();
    for (const scheme of SCHEMES) await look(scheme, "board");
  });

  test("Review", async () => {
    await open(running.page, "Review");
    await expect(running.page.getByRole("toolbar", { name: "Decide" })).toBeVisible();
    for (const scheme of SCHEMES) await look(scheme, "review");
  });

  test("Claims", async () => {
    const { page } = running;
    await confirmAll(page);
    await takeOn(page, "ELM-202608-02", [["submitted", "2026-08-05"]]);
    await takeOn(page, "ELM-202608-01", [
      ["submitted", "2026-08-11"],
      ["acknowledged", "2026-08-12"],
    ]);
    await takeOn(page, "INV-HLN7-0000000615", [
      ["submitted", "2026-08-16"],
      ["approved", "2026-08-17"],
      ["paid", "2026-08-19", 60_000],
    ]);
    await takeOn(page, "INV-HLN4-0000000614", [
      ["submitted", "2026-08-15"],
      ["rejected", "2026-08-18"],
    ]);
    await page.reload();
    await open(page, "Claims");
    await row(page, "KGB-202608-01").click();
    await sendAndAnswer(page);
    for (const scheme of SCHEMES) await look(scheme, "claims");
    await page.getByText("Outcomes", { exact: true }).click();
    await expect(page.getByRole("table", { name: "By check" })).toBeVisible();
    for (const scheme of SCHEMES) await look(scheme, "outcomes");
  });

  test("Ledger", async () => {
    await open(running.page, "Ledger");
    await expect(running.page.getByRole("main", { name: "Ledger" })).toBeVisible();
    await expect(running.page.getByRole("row").nth(2)).toBeVisible();
    for (const scheme of SCHEMES) await look(scheme, "ledger");
  });

  test("Setup", async () => {
    await open(running.page, "Setup");
    await expect(running.page.getByRole("main", { name: "Setup" })).toBeVisible();
    await running.page.getByRole("navigation", { name: "Setup" }).getByRole("link", { name: "Checks" }).click();
    for (const scheme of SCHEMES) await look(scheme, "setup");
  });

  test("every screen fits 1024 x 700 without scrolling sideways", async () => {
    await resize(1024, 700);
    for (const screen of ["Board", "Inbox", "Review", "Claims", "Ledger", "Setup"] as const) {
      await open(running.page, screen);
      const beyond = await running.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(beyond, screen).toBeLessThanOrEqual(0);
    }
  });
});

/** Takes the claim in hand to where money is waited for: sent, and granted but for one finding. */
async function sendAndAnswer(page: Page): Promise<void> {
  const dialog = page.getByRole("dialog");
  await inHand(page).getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Mark as submitted" }).click();
  await dialog.getByLabel("The lessor’s reference").fill("KB-20418");
  await dialog.getByRole("button", { name: "Mark as submitted" }).click();
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press("n");
  await dialog
    .getByLabel(/^Granted of/)
    .first()
    .fill("0");
  await dialog
    .getByLabel(/^Their reason/)
    .first()
    .fill("The van was still with you");
  await dialog.getByRole("button", { name: "Record the answer" }).click();
  await expect(dialog).toHaveCount(0);
}

/** Gives the page a size; the menu bar is not part of it. */
async function resize(width: number, height: number): Promise<void> {
  const { app, page } = running;
  await app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(...size), [
    width,
    height,
  ] as const);
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height]);
}

/** Checks what is on the screen, and keeps its picture under a name where there is none yet or pictures are asked for. */
async function look(scheme: (typeof SCHEMES)[number], name?: string): Promise<void> {
  const { page } = running;
  // Nothing moves: the same picture every time, and no colour is measured half way to another.
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
  // Colours fade from one scheme to the other, and half way there is no contrast.
  const moving = () => document.getAnimations().filter(({ playState }) => playState === "running").length;
  await expect.poll(() => page.evaluate(moving)).toBe(0);
  expect(await problems(page), scheme).toEqual([]);
  const picture = await page.screenshot({ animations: "disabled", caret: "hide" });
  // An empty page of this size is a few thousand bytes.
  expect(picture.length, "an empty screen").toBeGreaterThan(20_000);
  const file = name && join(FOLDER, `${name}-${scheme}.png`);
  if (!file || (existsSync(file) && process.env.BACKHAUL_SCREENSHOTS !== "write")) return;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(file, picture);
}

/** What axe finds against the standard: each rule with the elements that break it. */
async function problems(page: Page): Promise<string[]> {
  // Through the debugger: the page's own policy would not let the script in.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(readFileSync(AXE, "utf8"));
  const { violations } = await page.evaluate(
    (tags) =>
      (window as unknown as { axe: { run(context: Document, options: object): Promise<AxeResults> } }).axe.run(
        document,
        {
          runOnly: { type: "tag", values: tags },
        },
      ),
    STANDARD,
  );
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
  );
}
