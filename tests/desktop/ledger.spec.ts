/** The ledger: what is stored, row by row, each leading to its cell and to what was found about it. */
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility.ts";
import { launch, type Running } from "./support/app.ts";
import { pagesOf } from "./support/pdf.ts";
import { createWorkspace, dollars, open, openSample, TRUTH } from "./support/sample.ts";

test.describe.configure({ mode: "serial" });

const TABS = ["Invoices", "Routes", "Timecards", "Vans", "People", "Payments", "Daily exceptions"];
let running: Running;
test.beforeAll(async () => {
  running = await launch({ day: "2026-08-19T15:00:00Z" });
  await openSample(running.page);
});
test.afterAll(() => running.close());

/** Goes to a tab and waits for what it shows. */
async function tab(page: Page, name: string): Promise<void> {
  await page.getByRole("tab", { name }).click();
  await expect(page.getByRole("tabpanel")).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

/** The lit row of the source that is open. */
const lit = (page: Page) => page.getByRole("dialog").locator('tr[aria-current="true"]');

async function close(page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
}

test("the key 5 leads there, and invoices of Amazon and of lessors are listed", async () => {
  const { page } = running;
  await page.keyboard.press("5");
  await expect(page.getByRole("main", { name: "Ledger" })).toBeVisible();
  const grid = page.getByRole("grid", { name: "Invoices" });
  const amazon = grid.getByRole("row").filter({ hasText: /INV-HLN4-0000000614(?!-)/ });
  for (const text of ["Variable", "Amazon, DXA4", "Week 32", "3 days"]) await expect(amazon).toContainText(text);
  const lessor = grid.getByRole("row").filter({ hasText: "ELM-202608-02" });
  for (const text of ["Lease", "Element", "$1,144.43", "Due"]) await expect(lessor).toContainText(text);
});

test("everybody can read every table", async () => {
  const { page } = running;
  for (const name of TABS) {
    await tab(page, name);
    await expectAccessible(page);
  }
});

test("an invoice opens at its own cell, with its findings", async () => {
  const { page } = running;
  await tab(page, "Invoices");
  await page.getByRole("gridcell", { name: "INV-HLN4-0000000614", exact: true }).click();
  await expect(lit(page)).toContainText("INV-HLN4-0000000614");
  const found = page.getByRole("dialog").getByRole("region", { name: /^Findings about/ });
  await expect(found).toContainText(/\d findings about INV-HLN4-0000000614/);
  await expect(found.getByRole("link", { name: "A01 Route completed but not paid" })).toBeVisible();
  await expectAccessible(page);
  await close(page);
});

test("routes are searched and opened by keyboard", async () => {
  const { page } = running;
  await tab(page, "Routes");
  await page.keyboard.press("/");
  await page.getByRole("textbox", { name: "Search the ledger" }).fill("Anders Sithole");
  const grid = page.getByRole("grid", { name: "Routes" });
  await expect(grid.getByRole("row")).not.toHaveCount(0);
  await expect(grid.getByRole("row").nth(1)).toContainText("Anders Sithole");
  await grid.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(lit(page)).toContainText("Anders Sithole");
  await expect(page.getByRole("dialog")).toContainText("F05 Clocked beyond the paid block");
  await close(page);
  await page.getByRole("button", { name: "Clear" }).click();
});

test("a timecard shows a missing punch in words, and belongs to its person's station", async () => {
  const { page } = running;
  await tab(page, "Timecards");
  const grid = page.getByRole("grid", { name: "Timecards" });
  await page.getByRole("textbox", { name: "Search the ledger" }).fill("Suleiman");
  const missing = grid.getByRole("row").filter({ hasText: "missing" });
  await expect(missing).toHaveCount(1);
  await expect(missing).toContainText("DXA4");
  await page.getByRole("combobox", { name: "Station" }).click();
  await page.getByRole("option", { name: "DTN7" }).click();
  await expect(page.getByText("Nothing matches")).toBeVisible();
  await page.getByRole("button", { name: "Clear the filters" }).click();
  await expect(grid).toBeVisible();
});

test("vans show what lessors bill, what leaks first, and lead to the billed line", async () => {
  const { page } = running;
  await tab(page, "Vans");
  const rows = page.getByRole("table", { name: "Vans in Aug 2026" }).getByRole("row");
  const leaks = (await page.locator("tbody td:last-child").allInnerTexts()).map((text) => text.trim() !== "–");
  expect(leaks).toContain(true);
  expect(leaks.lastIndexOf(true)).toBeLessThan(leaks.indexOf(false));
  const twice = TRUTH.leaks.find(({ code }) => code === "E01")?.amountCents ?? 0;
  const van = rows.filter({ hasText: /Costs more|Overbilled/ }).filter({ hasText: dollars(twice) });
  await expect(van).toContainText("Element");
  await van.getByRole("button").click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("E01 Billed twice");
  await expectAccessible(page);
  await dialog.getByRole("row", { name: "ELM-202608-02" }).getByRole("button", { name: "Open source" }).click();
  await expect(lit(page)).toContainText("RENT");
  await page.keyboard.press("Escape");
  await close(page);
});

test("people are shown as the roster and the documents name them", async () => {
  const { page } = running;
  await tab(page, "People");
  const grid = page.getByRole("grid", { name: "People" });
  await page.getByRole("textbox", { name: "Search the ledger" }).fill("HLN000187");
  const row = grid.getByRole("row").filter({ hasText: "HLN000187" });
  await expect(row).toContainText("Matched");
  await expect(row).toContainText("ADEYEMI, ZOFIA N (timecards)");
  await page.getByRole("button", { name: "Clear" }).click();
});

test("a day's exceptions are a list to print", async () => {
  const { page } = running;
  await tab(page, "Daily exceptions");
  await page.getByLabel("Day", { exact: true }).fill("2026-08-14");
  const missing = page.getByRole("region", { name: "Missing punches" });
  await expect(missing).toContainText("Bronwyn Suleiman");
  await page.emulateMedia({ media: "print" });
  await expect(missing).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Main" })).toBeHidden();
  await expect(page.getByRole("tablist")).toBeHidden();
  await page.emulateMedia({ media: "screen" });
});

test("a day's exceptions are saved as a page where the user says", async () => {
  const { app, page, userData } = running;
  const file = join(userData, "exceptions.pdf");
  const shown = await app.evaluateHandle(({ dialog, shell }, filePath) => {
    const files: string[] = [];
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    shell.showItemInFolder = (path) => {
      files.push(path);
    };
    return files;
  }, file);
  await page.getByRole("button", { name: "Save as PDF" }).click();
  await expect.poll(() => shown.jsonValue()).toEqual([file]);
  expect((await pagesOf(file)).join("\n")).toContain("Bronwyn Suleiman");
});

test("every table fits 1024 x 700 without scrolling sideways", async () => {
  const { app, page } = running;
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 700));
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1024);
  for (const name of TABS) {
    await tab(page, name);
    const beyond = await page.evaluate(() =>
      [...document.querySelectorAll("html, main, [role=tabpanel] section, [role=grid]")].map(
        (element) => element.scrollWidth - element.clientWidth,
      ),
    );
    expect(Math.max(...beyond), name).toBeLessThanOrEqual(0);
  }
});

test("a finding is one step from its row", async () => {
  const { page } = running;
  await tab(page, "Invoices");
  await page.getByRole("gridcell", { name: "INV-HLN7-0000000615", exact: true }).click();
  await page.getByRole("link", { name: /findings about INV-HLN7-0000000615/ }).click();
  await expect(page.getByRole("main", { name: "Review" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Search findings" })).toHaveValue("INV-HLN7-0000000615");
  await open(page, "Ledger");
  await expect(page.getByRole("grid", { name: "Invoices" })).toBeVisible();
});

test("what is not stored yet says what to drop and where it is found", async () => {
  const fresh = await launch();
  const { page } = fresh;
  await createWorkspace(page);
  await open(page, "Ledger");
  for (const [name, file] of [
    ["Invoices", "INV-XXXXXX-0000000000.xlsx"],
    ["Routes", "<DSP> Weekly Report-YYYY-MM-DD.zip"],
    ["Timecards", "Timecard.csv"],
    ["Vans", "VehiclesData.xlsx"],
    ["People", "staff-roster.xlsx"],
    ["Payments", "remittances.csv"],
    ["Daily exceptions", "Timecard.csv"],
  ] as const) {
    await tab(page, name);
    await expect(page.getByText("Nothing of this is stored yet")).toBeVisible();
    await expect(page.getByRole("cell", { name: file })).toBeVisible();
  }
  await expectAccessible(page);
  await fresh.close();
});
