/** Taking back a whole import: everything that came together goes together. */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility.ts";
import { launch, type Running } from "./support/app.ts";
import { importAll, newFolder, preview, serviceDetails, writeCsv } from "./support/documents.ts";
import { createWorkspace } from "./support/sample.ts";

const TIME = "2026-08-16T08:00:00Z";

let running: Running;
let folder: string;

test.beforeEach(async () => {
  running = await launch();
  folder = await newFolder();
});
test.afterEach(async () => {
  await running.close();
  await rm(folder, { recursive: true });
});

test("a whole import is taken back as one, and the imports before it stay", async () => {
  const { page } = running;
  await createWorkspace(page);
  const write = (name: string, day: string, delivered: number) =>
    writeCsv(join(folder, name), serviceDetails([[day, "JORDAN REYES", "CX1", delivered]]), TIME);
  await preview(page, [await write("kept.csv", "2026-08-03", 150)]);
  await importAll(page);
  await preview(page, [await write("one.csv", "2026-08-10", 160), await write("two.csv", "2026-08-11", 170)]);
  await importAll(page);

  const history = page.getByRole("table", { name: "Imported files" });
  await expect(history.getByRole("row", { name: /2 files/ })).toBeVisible();
  await page.getByRole("button", { name: "Done" }).click();
  await expectAccessible(page);

  const undo = page.getByRole("button", { name: /^Undo whole import of/ });
  // One file alone is an import of its own, which has its own button.
  await expect(undo).toHaveCount(1);
  await undo.click();
  const question = page.getByRole("dialog", { name: "Undo the whole import?" });
  await expect(question.getByRole("listitem")).toHaveText([/^one\.csv/, /^two\.csv/]);
  await expectAccessible(page);
  await question.getByRole("button", { name: "Keep them" }).click();
  await expect(question).toHaveCount(0);
  await expect(history.getByRole("row", { name: /^two\.csv/ })).toBeVisible();

  await undo.click();
  await question.getByRole("button", { name: "Undo 2 files" }).click();
  await expect(history.getByRole("row", { name: /^(?:one|two)\.csv/ })).toHaveCount(0);
  await expect(history.getByRole("row", { name: /^kept\.csv/ })).toBeVisible();
});
