/** A corrected file: it says what it changes before it is imported, the history keeps it, and taking it back brings the old one back. */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility.ts";
import { launch, type Running } from "./support/app.ts";
import { importAll, newFolder, preview, serviceDetails, writeCsv } from "./support/documents.ts";
import { createWorkspace } from "./support/sample.ts";

const FIRST = "HLNE Service Details Report-2026-08-08.csv";
const CORRECTED = "HLNE Service Details Report-2026-08-08 corrected.csv";

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

test("a corrected file shows what it changes, takes the other’s place, and gives it back", async () => {
  const { page } = running;
  await createWorkspace(page);
  const same = [
    ["2026-08-03", "AMARA OSEI", "CX2", 201],
    ["2026-08-04", "JORDAN REYES", "CX1", 188],
    ["2026-08-04", "AMARA OSEI", "CX2", 195],
  ] as const;
  const first = serviceDetails([
    ["2026-08-03", "JORDAN REYES", "CX1", 190],
    ["2026-08-03", "LEE TRAN", "CX3", 77],
    ...same,
  ]);
  const corrected = serviceDetails([
    ["2026-08-03", "JORDAN REYES", "CX1", 204],
    ["2026-08-03", "MINA HOLT", "CX4", 66],
    ...same,
  ]);
  await preview(page, [await writeCsv(join(folder, FIRST), first, "2026-08-09T08:00:00Z")]);
  await importAll(page);

  await preview(page, [await writeCsv(join(folder, CORRECTED), corrected, "2026-08-10T08:00:00Z")]);
  const file = page.getByRole("row", { name: new RegExp(CORRECTED) }).first();
  await expect(file).toContainText("Ready");
  await expect(file).toContainText(`Takes the place of ${FIRST}`);
  await expect(page.getByText(`It takes the place of ${FIRST}: 1 line added, 1 removed, 1 changed.`)).toBeVisible();

  await page.getByRole("radiogroup", { name: "Rows to show" }).getByText("Changed 1").click();
  const understood = page.getByRole("region", { name: "As it was understood" });
  await expect(understood).toContainText("204 was 190");
  await expect(understood.getByRole("row")).toHaveCount(2);
  await expect(page.getByRole("region", { name: "As it stands in the file" })).toContainText("JORDAN REYES");
  await expectAccessible(page);

  await page.getByRole("tab", { name: "What changes" }).click();
  const changes = page.getByRole("region", { name: "What changes" });
  await expect(changes.getByRole("row").filter({ hasText: "Added" })).toContainText("MINA HOLT");
  await expect(changes.getByRole("row").filter({ hasText: "Removed" })).toContainText("LEE TRAN");
  await expect(changes.getByRole("row").filter({ hasText: "Changed" })).toContainText(/190.*204/);
  await expectAccessible(page);

  await importAll(page);
  const history = page.getByRole("table", { name: "Imported files" });
  const before = history.getByRole("row").filter({ hasText: FIRST });
  const after = history.getByRole("row").filter({ hasText: CORRECTED });
  await expect(before).toContainText("5superseded");
  await expect(after).not.toContainText("superseded");
  await page.getByRole("button", { name: `Changes of ${CORRECTED}` }).click();
  const dialog = page.getByRole("dialog", { name: `What ${CORRECTED} changed` });
  await expect(dialog).toContainText("1 line added, 1 removed, 1 changed.");
  await expect(dialog.getByRole("row").filter({ hasText: "Changed" })).toContainText(/190.*204/);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);

  await page.getByRole("button", { name: `Undo import of ${CORRECTED}` }).click();
  const question = page.getByRole("dialog", { name: "Undo this import?" });
  await expect(question).toContainText("What they had taken the place of counts again.");
  await question.getByRole("button", { name: "Undo import" }).click();
  await expect(after).toHaveCount(0);
  await expect(before).toBeVisible();
  await expect(before).not.toContainText("superseded");
});
