/** The Board's coverage: a document is only marked as missing where some check waits for it. */
import { expect, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility.ts";
import { launch, type Running } from "./support/app.ts";
import { importAll, newFolder, preview, serviceDetails, writeCsv } from "./support/documents.ts";
import { createWorkspace, open } from "./support/sample.ts";

test.describe.configure({ mode: "serial" });

let running: Running;
test.beforeAll(async () => {
  running = await launch({ day: "2026-08-19T15:00:00Z" });
  const { page } = running;
  await createWorkspace(page);
  const lines = serviceDetails([
    ["2026-08-03", "Dana Whitlock", "CX1", 150],
    ["2026-08-04", "Dana Whitlock", "CX2", 160],
  ]);
  const folder = await newFolder();
  await preview(page, [await writeCsv(`${folder}/service-details.csv`, lines, "2026-08-09T12:00:00Z")]);
  await importAll(page);
  await open(page, "Board");
});
test.afterAll(() => running.close());

test("what is missing says how many checks it keeps from being made", async () => {
  const rows = running.page.getByRole("region", { name: "Coverage" }).getByRole("row");
  const missing = rows.filter({ has: running.page.getByRole("img", { name: "Missing" }) });
  await expect(missing.first()).toBeVisible();
  for (const row of await missing.all()) await expect(row.getByRole("cell").last()).toHaveText(/^\d+ checks?$/);
  const there = rows.filter({ hasText: "Service details" });
  await expect(there.getByRole("img", { name: "Present" })).toHaveCount(2);
  await expect(there.getByRole("img", { name: "Nothing expected" })).toHaveCount(5);
});

test("what no check waits for is only named, and still says where it is found", async () => {
  const { page } = running;
  const coverage = page.getByRole("region", { name: "Coverage" });
  await expect(coverage.getByText("no check of this week waits for them")).toBeVisible();
  await coverage.getByRole("button", { name: /^Bank statement: missing/ }).click();
  await expect(page.getByRole("dialog", { name: "Bank statement" })).toContainText("Your bank's download");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
});
