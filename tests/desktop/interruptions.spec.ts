/** Work that is cut short, and what the window then says: only what the workspace holds. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { launch, type Running } from "./support/app.ts";
import { dropFiles } from "./support/drop.ts";
import { callEngine } from "./support/engine-client.ts";
import { createWorkspace, open, SAMPLE_FILES } from "./support/sample.ts";

let running: Running;
test.beforeEach(async () => {
  running = await launch();
});
test.afterEach(() => running.close());

/** Drops the sample's files and starts storing them; resolves once the preview is gone. */
async function beginImport(page: Page): Promise<void> {
  await dropFiles(page, SAMPLE_FILES);
  await expect(page.getByRole("button", { name: "Import all that is ready" })).toBeEnabled({ timeout: 20_000 });
  await page.keyboard.press("i");
}

/** How many documents there are beyond the stations list a workspace begins with. */
async function stored(page: Page): Promise<number> {
  const { value } = await callEngine(page, ["documents", "history"], {});
  return (value as unknown[]).length - 1;
}

test("a cancelled import says what is true: nothing is stored, or everything was", async () => {
  const { page } = running;
  await createWorkspace(page);
  await beginImport(page);
  await page.keyboard.press("Escape");
  const nothing = page.getByText("Cancelled. Nothing was stored.");
  const everything = page.getByText("It was stored before it could be cancelled.");
  // Where the cancel came only when the check had begun, it is the check that says how far it came.
  const check = page.getByText(/^Cancelled\. .+ checked\.$|^Cancelled before any|new finding/);
  await expect(nothing.or(everything).or(check).first()).toBeVisible({ timeout: 20_000 });
  const saysNothing = await nothing.isVisible();
  await expect(page.getByText("unexpected")).toHaveCount(0);
  expect((await stored(page)) === 0).toBe(saysNothing);
});

test("an engine that dies while it stores is no cancel, and the window says what is there", async () => {
  const { app, page } = running;
  await createWorkspace(page);
  const engine = await app.evaluate(
    ({ app }) => app.getAppMetrics().find((process) => process.name === "Backhaul engine")?.pid,
  );
  await beginImport(page);
  if (engine) process.kill(engine, "SIGKILL");
  const failed = page.getByRole("alert").filter({ hasText: "The engine stopped while it was storing." });
  const kept = page.getByText("The engine stopped while it was storing, but everything was stored.");
  const checked = page.getByText(/new finding/);
  await expect(failed.or(kept).or(checked).first()).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText(/Cancelled|unexpected/)).toHaveCount(0);
  const isFailed = await failed.isVisible();
  expect((await stored(page)) === 0).toBe(isFailed);
});

test("what changed is called unchecked until it is checked, which opening the workspace does by itself", async () => {
  const { page } = running;
  await page.getByRole("button", { name: "Open the sample company" }).click();
  await expect(page.getByRole("main", { name: "Board" })).toBeVisible({ timeout: 30_000 });
  const unchecked = async () => {
    const { value } = await callEngine(page, ["findings", "board"], { station: null, week: null });
    return (value as { unchecked: { all: number } }).unchecked.all;
  };
  const takeBack = async (kind: string) => {
    const { value } = await callEngine(page, ["documents", "history"], {});
    const document = (value as { id: number; kind: string }[]).find((each) => each.kind === kind);
    expect(await callEngine(page, ["documents", "undo"], { documentIds: [document?.id] })).toEqual({ value: {} });
    expect(await unchecked()).toBeGreaterThan(0);
  };
  expect(await unchecked()).toBe(0);

  await takeBack("variable invoice");
  // A board that was not looked at yet is read anew.
  await page.getByRole("radiogroup", { name: "Station" }).getByText("DXA4").click();
  const notice = page.getByRole("region", { name: "Not checked yet" });
  await expect(notice).toBeVisible();
  await notice.getByRole("button", { name: "Check now" }).click();
  await expect(notice).toHaveCount(0);
  await expect.poll(unchecked).toBe(0);

  await takeBack("timecard");
  await page.reload();
  await expect(page.getByRole("main", { name: "Board" })).toBeVisible();
  await expect.poll(unchecked).toBe(0);
});

test("one key takes back a decision over many as one, and the arrows of a control stay its own", async () => {
  const { page } = running;
  await page.getByRole("button", { name: "Open the sample company" }).click();
  await expect(page.getByRole("main", { name: "Board" })).toBeVisible({ timeout: 30_000 });
  await open(page, "Review");
  const grid = page.getByRole("grid", { name: "Findings" });
  await expect(grid.getByRole("row").nth(1)).toContainText("Open");
  await page.keyboard.press("Control+a");
  await expect(page.getByRole("toolbar", { name: "Selected findings" })).toBeVisible();
  await page.keyboard.press("c");
  await expect(grid.getByText("Confirmed").first()).toBeVisible();
  await expect(grid.getByText("Open", { exact: true })).toHaveCount(0);
  await page.keyboard.press("u");
  await expect(grid.getByText("Confirmed")).toHaveCount(0);
  await expect(grid.getByText("Open", { exact: true }).first()).toBeVisible();
  await expect(page.getByRole("main", { name: "Review" })).toContainText("claimable");

  await open(page, "Board");
  const week = page.getByRole("combobox", { name: "Week" });
  const shown = await week.inputValue();
  const stations = page.getByRole("radiogroup", { name: "Station" });
  await stations.getByRole("radio", { name: "All stations" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(stations.getByRole("radio", { name: "All stations" })).not.toBeChecked();
  await expect(week).toHaveValue(shown);

  // The tile leads to what cannot be verified; the tab leads to the findings.
  await page.getByRole("link", { name: /^Cannot verify/ }).click();
  await expect(page.getByRole("radio", { name: "Cannot verify" })).toBeChecked();
  await page.keyboard.press("1");
  await page.keyboard.press("3");
  await expect(page.getByRole("radio", { name: "Findings" })).toBeChecked();
});

test("what cannot be taken says why where one looks: on the first screen, in the form, in the preview", async () => {
  const { page } = running;
  const folder = await mkdtemp(join(tmpdir(), "backhaul-refused-"));
  const file = join(folder, "holiday-plan.csv");
  await writeFile(file, "Who,When\nSam,soon\n");
  await expect(page.getByRole("button", { name: "Start your own" })).toBeVisible();
  await dropFiles(page, [file]);
  await expect(page.getByText("Open or create a workspace first")).toBeVisible();

  await page.getByRole("button", { name: "Start your own" }).click();
  await page.getByLabel("DSP code").fill("HLNE!");
  await page.getByLabel("Station code").fill("HARBOR");
  await page.getByRole("button", { name: "Create workspace" }).click();
  await expect(page.getByText("A DSP code is 2 to 12 letters and digits")).toBeVisible();
  await expect(page.getByText("A station code is two to four letters and one or two digits")).toBeVisible();
  await page.getByRole("button", { name: "Back" }).click();

  await createWorkspace(page);
  await dropFiles(page, [file]);
  const row = page.getByRole("table", { name: "Files in this preview" }).getByRole("row", { name: "holiday-plan.csv" });
  await expect(row).toContainText("Needs an answer");
  await expect(row).toContainText("these columns: Who, When.");
  await rm(folder, { recursive: true });
});
