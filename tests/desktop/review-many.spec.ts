/** Review with more findings than one page or one command holds: nothing is passed over, and all of them are decided as one. */
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, type Page, test } from "@playwright/test";
import { launch, type Running } from "./support/app.ts";
import { callEngine } from "./support/engine-client.ts";

test.describe.configure({ mode: "serial" });

/** Of these a good half is open: more than one command takes. */
const FINDINGS = 9000;
const SCRIPT = join(import.meta.dirname, "..", "support", "many-workspace.ts");

let running: Running;
let userData: string;
test.beforeAll(async () => {
  userData = await mkdtemp(join(tmpdir(), "backhaul-many-"));
  await promisify(execFile)(process.execPath, [SCRIPT, join(userData, "workspaces"), "Harbor Line", String(FINDINGS)]);
  running = await launch({ userData, day: "2026-08-19T15:00:00Z" });
});
test.afterAll(async () => {
  await running.close();
  await rm(userData, { recursive: true, force: true });
});

const queue = (page: Page) => page.locator('table[aria-label="Findings"]');
const line = (page: Page, index: number) => queue(page).locator(`tr[data-index="${index}"]`);
const outcome = (page: Page) => page.getByRole("region", { name: "Last decision" });

/** The open findings as the engine lists them: how many, and what one at a place is about. */
async function listed(page: Page, offset: number): Promise<{ total: number; subject: string; amountCents: number }> {
  const input = { filter: { status: ["open"] }, sort: "amount", descending: true, offset, limit: 1 };
  const { value } = await callEngine(page, ["findings", "queue"], input);
  const { total, rows } = value as { total: number; rows: { subject: string; amountCents: number }[] };
  return { total, subject: rows[0]?.subject ?? "", amountCents: rows[0]?.amountCents ?? 0 };
}

test("what was decided moves nothing on the pages that come later", async () => {
  const { page } = running;
  const later = await listed(page, 203);
  await expect(page.getByRole("main")).toBeVisible();
  await page.keyboard.press("3");
  await expect(line(page, 0)).toHaveAttribute("data-active", "true");
  for (let index = 0; index < 6; index += 1) {
    await page.keyboard.press("c");
    await expect(line(page, index)).toContainText("Confirmed");
    await page.keyboard.press("j");
    await expect(line(page, index + 1)).toHaveAttribute("data-active", "true");
  }
  await expect(page.getByRole("main").getByRole("status").first()).toContainText(
    `${(later.total - 6).toLocaleString("en-US")} findings`,
  );
  await queue(page).evaluate((grid) => grid.scrollTo(0, 198 * 44));
  await expect(line(page, 203)).toContainText(later.subject);
  await queue(page).evaluate((grid) => grid.scrollTo(0, 0));
  await expect(line(page, 0)).toContainText("Confirmed");
});

test("everything is selected, dismissed and taken back as one", async () => {
  const { page } = running;
  const { total } = await listed(page, 0);
  const all = total.toLocaleString("en-US");
  expect(total).toBeGreaterThan(5000);
  await page.keyboard.press("Control+a");
  await expect(page.getByRole("toolbar", { name: "Selected findings" })).toContainText(`${all} selected`);
  await page.keyboard.press("d");
  const dialog = page.getByRole("dialog", { name: `Dismiss ${all} findings` });
  await expect(dialog.getByLabel("Reason")).toBeFocused();
  await page.keyboard.type("Settled with the counterparty");
  await page.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect(outcome(page)).toContainText(`${all} findings dismissed.`, { timeout: 60_000 });
  expect((await listed(page, 0)).total).toBe(0);
  await page.keyboard.press("u");
  await expect.poll(async () => (await listed(page, 0)).total, { timeout: 60_000 }).toBe(total);
  await expect(line(page, 0)).toContainText("Open");
});
