/** A PDF invoice in the real window: the same reader, in the engine's own thread, from the drop to the stored rows. */
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { invoicePdf } from "../documents/pdf-support.ts";
import { launch, type Running } from "./support/app.ts";
import { newFolder, preview } from "./support/documents.ts";
import { createWorkspace } from "./support/sample.ts";

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

test("a PDF invoice is read, and one without text says so", async () => {
  const { page } = running;
  await createWorkspace(page);
  const service = "Standard Parcel Electric - Rivian MEDIUM - Block of 10 Hours";
  const invoice = await invoicePdf({
    labels: [
      ["Invoice Number", "INV-HARBOR-0000000614"],
      ["Invoice Date", "September 12, 2026"],
      ["Station", "Memphis (DXA4) - Amazon.com"],
      ["Service Period", "09/06/2026 - 09/12/2026"],
    ],
    header: ["Description", "Rate", "Quantity", "Amount"],
    rows: [
      ["Routes", "", "12", "3,900.00"],
      [service, "325.00", "12", "3,900.00"],
      ["Total Due", "", "", "$3,900.00"],
    ],
  });
  const scan = await invoicePdf({ title: " ", labels: [[" ", " "]], header: [" ", " "], rows: [] });
  await writeFile(join(folder, "INV-HARBOR-0000000614.pdf"), invoice);
  await writeFile(join(folder, "scan.pdf"), scan);
  await preview(page, [join(folder, "INV-HARBOR-0000000614.pdf"), join(folder, "scan.pdf")]);
  const files = page.getByRole("table", { name: "Files in this preview" });
  await expect(files.getByRole("row", { name: "scan.pdf" })).toContainText("Refused");
  const ready = files.getByRole("row", { name: "INV-HARBOR" });
  await expect(ready).toContainText("Variable invoice");
  await expect(ready).toContainText("Week 37");
  await page.keyboard.press("i");
  await expect(page.getByRole("main").getByRole("status")).toContainText(/1\s*file imported/, { timeout: 30_000 });
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Ledger" }).click();
  const row = page.getByRole("row").filter({ hasText: "INV-HARBOR-0000000614" });
  await expect(row).toContainText("$3,900.00");
});
