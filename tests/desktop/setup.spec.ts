/** Setup: what the company says of itself, and by which numbers it is checked. */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility.ts";
import { launch, type Running } from "./support/app.ts";
import { importAll, newFolder, preview, serviceDetails, writeCsv } from "./support/documents.ts";
import { createWorkspace, openSample } from "./support/sample.ts";

const SECTIONS = [
  "Stations",
  "Rate card",
  "Leases and rentals",
  "Staff and names",
  "Service aliases",
  "Checks",
  "Wage rules",
  "Saved mappings",
  "People",
  "Data",
];

let running: Running;
test.beforeEach(async () => {
  running = await launch({ day: "2026-08-18" });
});
test.afterEach(() => running.close());

async function openSetup(page: Page, section: string): Promise<void> {
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Setup" }).click();
  await page.getByRole("navigation", { name: "Setup" }).getByRole("link", { name: section }).click();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

/** Has what changed compared again and waits for the end. */
async function checkNow(page: Page): Promise<void> {
  const notice = page.getByRole("region", { name: "Not checked yet" });
  await notice.getByRole("button", { name: "Check now" }).click();
  await expect(notice).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Work in progress" })).toHaveCount(0, { timeout: 30_000 });
}

/** How many findings of a check Review lists. */
async function expectFindings(page: Page, code: string, count: number): Promise<void> {
  await page.keyboard.press("3");
  await page.getByRole("textbox", { name: "Search findings" }).fill(code);
  const rows = page
    .getByRole("row")
    .filter({ has: page.getByRole("checkbox", { name: new RegExp(`^Select ${code}`) }) });
  await expect(rows).toHaveCount(count);
}

test("a tolerance from a day on takes a finding away, and gives it back", async () => {
  const { page } = running;
  await openSample(page);
  await expectFindings(page, "A13", 1);
  await openSetup(page, "Checks");
  await page.getByRole("textbox", { name: "Search the checks" }).fill("A13");
  await expect(page.getByRole("status").filter({ hasText: "1 check" })).toBeVisible();
  await page.getByRole("button", { name: /Change A13: Hours of delay/ }).click();
  const form = page.getByRole("form", { name: /Change A13: Hours of delay/ });
  await expect(form.getByLabel("Hours")).toBeFocused();
  await form.getByLabel("Hours").fill("a little");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByText("Write hours with at most two decimals, like 0.25")).toBeVisible();
  await expectAccessible(page);

  await form.getByLabel("Hours").fill("0.50");
  await form.getByLabel("For periods that begin on or after").fill("2026-08-02");
  await page.keyboard.press("Enter");
  await expect(form).toHaveCount(0);
  await expect(page.getByRole("button", { name: /Change A13: Hours of delay/ })).toBeFocused();
  const values = page.getByRole("list", { name: /Values of Hours of delay/ });
  await expect(values).toContainText("0.5 h for periods that begin Aug 2, 2026 or later");
  await expect(values).toContainText("0.02 h before that");
  await expectAccessible(page);
  await checkNow(page);
  await expectFindings(page, "A13", 0);

  await openSetup(page, "Checks");
  await page.getByRole("switch", { name: "Only what you changed" }).check();
  await page.getByRole("button", { name: "Take back 0.5 h from Aug 2, 2026" }).click();
  await expect(page.getByText("No check fits.")).toBeVisible();
  await checkNow(page);
  await expectFindings(page, "A13", 1);
});

const WEEK = {
  summary: [
    "Date,Station,DSP Short Code,Service Type,Planned Duration,Total Distance Planned,Total Distance Allowance,Planned Distance Unit,AMZL late cancel,DSP late cancel,Quick coverage,accepted,completed routes",
    "2026-08-03,Memphis (DXA4)- Amazon.com,HLNE,Standard Parcel - Large Van,10 hr,88.4,0,mi,0,0,0,0,2",
  ],
  invoice: [
    "Invoice Number,INV-HLNE-0000000614",
    "Invoice Date,2026-08-08",
    "Station,DXA4",
    "Period Start,2026-08-02",
    "Period End,2026-08-08",
    "Invoice Type,Variable",
    "Status,New",
    "Dispute Window Closes,2026-08-26",
    "Section,Date,Description,Service Type,Rate,Quantity,Amount",
    "Routes,2026-08-03,Standard Parcel - Large Van - Block of 10 Hours,Standard Parcel - Large Van,325.00,1,325.00",
    "Routes,2026-08-03,Big Blue Van - Block of 10 Hours,Big Blue Van,325.00,1,325.00",
    "Total Due,,,,,,650.00",
  ],
};
const TIME = "2026-08-10T08:00:00Z";

test("a description that nobody named is answered with one click, and known from then on", async () => {
  const { page } = running;
  const folder = await newFolder();
  await createWorkspace(page);
  await preview(page, [
    await writeCsv(join(folder, "HLNE Weekly Report-2026-08-08.csv"), WEEK.summary, TIME),
    await writeCsv(join(folder, "INV-HLNE-0000000614.csv"), WEEK.invoice, TIME),
  ]);
  await importAll(page);
  await openSetup(page, "Service aliases");
  const question = page.getByRole("listitem").filter({ hasText: "Big Blue Van - Block of 10 Hours" });
  await expect(question).toContainText("neither the work summary of the week");
  await expect(page.getByRole("link", { name: "Service aliases 1 to answer" })).toBeVisible();
  await expectAccessible(page);
  await question.getByRole("button", { name: "It is Standard Parcel - Large Van" }).click();
  await expect(question).toHaveCount(0);
  const table = page.getByRole("table", { name: "Aliases" });
  await expect(table.getByRole("row", { name: /Big Blue Van/ })).toContainText("Standard Parcel - Large Van");
  await checkNow(page);
  await expect(page.getByText("Which service is this?")).toHaveCount(0);
  await page.keyboard.press("3");
  await expect(page.getByRole("grid").getByText("Description not in the alias table")).toHaveCount(0);

  await openSetup(page, "Service aliases");
  await table.getByRole("button", { name: /Source of Big Blue Van/ }).click();
  await expect(page.getByRole("dialog", { name: /Service aliases typed/ })).toContainText("Big Blue Van");
  await page.keyboard.press("Escape");
  await rm(folder, { recursive: true });
});

const ROSTER = "Employee ID,Transporter ID,Name,State,Station,Department,Pay Rate,Hire Date,Termination Date";

test("a name that the roster does not have is settled once, and the answer can be taken back", async () => {
  const { page } = running;
  const folder = await newFolder();
  await createWorkspace(page);
  await preview(page, [
    await writeCsv(
      join(folder, "staff-roster.csv"),
      [
        ROSTER,
        "HLN001,A1B2C3,Jordan Reyes,CA,DXA4,Drivers,21.00,2024-03-01,",
        "HLN002,D4E5F6,Amara Osei,CA,DXA4,Drivers,21.00,2024-03-01,",
      ],
      TIME,
    ),
    await writeCsv(
      join(folder, "HLNE Service Details Report-2026-08-08.csv"),
      serviceDetails([
        ["2026-08-03", "Jordon Reyes", "CX101", 180],
        ["2026-08-03", "Amarra Osei", "CX102", 180],
      ]),
      TIME,
    ),
  ]);
  await importAll(page);
  await openSetup(page, "Staff and names");
  const question = (name: string) =>
    page.getByRole("region", { name: "Who is this?" }).getByRole("listitem").filter({ hasText: name });
  await expectAccessible(page);
  await question("Amarra Osei").getByRole("button", { name: "Not the same" }).click();
  await expect(question("Amarra Osei")).toHaveCount(0);
  await question("Jordon Reyes").getByRole("button", { name: "Same as Jordan Reyes, HLN001, DXA4" }).click();
  await expect(page.getByRole("region", { name: "Who is this?" })).toHaveCount(0);
  const settled = page.getByRole("region", { name: "Names you settled" });
  await expect(settled).toContainText("Jordon Reyes is Jordan Reyes (HLN001)");
  await expectAccessible(page);
  await settled.getByRole("button", { name: "Take back Jordon Reyes" }).click();
  await expect(question("Jordon Reyes")).toBeVisible();
  await rm(folder, { recursive: true });
});

test("a station is typed, refused with what is wrong, and exported", async () => {
  const { page } = running;
  await createWorkspace(page);
  await openSetup(page, "Stations");
  await page.getByRole("button", { name: "Add a station" }).click();
  const dialog = page.getByRole("dialog", { name: "New station" });
  await expect(dialog.getByLabel("Station")).toBeFocused();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByText("Station is missing")).toBeVisible();
  await expect(dialog.getByLabel("Station")).toBeFocused();
  await dialog.getByLabel("Station").fill("Fort Worth");
  await dialog.getByLabel("Name").fill("Fort Worth");
  await dialog.getByRole("combobox", { name: "State" }).click();
  await page.getByRole("option", { name: "Texas" }).click();
  await dialog.getByRole("combobox", { name: "Time Zone" }).click();
  await page.getByRole("option", { name: "Central" }).click();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByRole("alert")).toContainText('"Fort Worth" is not a station; its code looks like DNA4.');
  await expectAccessible(page);
  await dialog.getByLabel("Station").fill("DXB7");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toHaveCount(0);
  const table = page.getByRole("table", { name: "Stations" });
  await expect(table.getByRole("row", { name: /DXB7/ })).toContainText("Fort Worth");
  await page.getByRole("button", { name: "Export as CSV" }).click();
  await expect(page.getByText("Stations 2026-08-18.csv is written.")).toBeVisible();
});

test("a backup is made, the workspace verified, and a restore previewed, done and undone", async () => {
  const { page } = running;
  await createWorkspace(page);
  await openSetup(page, "Data");
  await page.getByRole("button", { name: "Back up now" }).click();
  const table = page.getByRole("table", { name: "Backups" });
  await expect(table.getByRole("row", { name: /Asked for/ })).toBeVisible();
  await page.getByRole("button", { name: "Verify" }).click();
  await expect(page.getByText("The workspace is whole.")).toBeVisible();
  await expectAccessible(page);

  await openSetup(page, "Stations");
  await page.getByRole("button", { name: /^Change DXA4/ }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Harbor East");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("cell", { name: "Harbor East", exact: true })).toBeVisible();

  await openSetup(page, "Data");
  await table
    .getByRole("row", { name: /Asked for/ })
    .getByRole("button", { name: /Restore/ })
    .click();
  const dialog = page.getByRole("dialog", { name: /Restore the backup/ });
  await expect(dialog).toContainText("Files that vanish (1)");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Restore" }).click();
  await expect(dialog).toContainText("It is restored.");
  await dialog.getByRole("button", { name: "Undo the restore" }).click();
  await expect(dialog.getByRole("button", { name: "Undo the restore" })).toBeEnabled();
  await dialog.getByRole("button", { name: "Close" }).last().click();
  await openSetup(page, "Stations");
  await expect(page.getByRole("cell", { name: "Harbor East", exact: true })).toBeVisible();
});

test("every section fits 1024 x 700, and reads well for everybody", async () => {
  const { app, page } = running;
  await openSample(page);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 700));
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1024);
  for (const section of SECTIONS) {
    await openSetup(page, section);
    const beyond = await page.evaluate(() => {
      const main = document.getElementById("main");
      return Math.max(
        document.documentElement.scrollWidth - innerWidth,
        main ? main.scrollWidth - main.clientWidth : 1,
      );
    });
    expect(beyond, section).toBeLessThanOrEqual(0);
    await expectAccessible(page);
    // SHOT
  }
});
