/** Setup, leases and rentals: which van a unit is, what a charge is for, where two papers disagree, and rates that are typed. */
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility.ts";
import { launch, type Running } from "./support/app.ts";
import { importAll, newFolder, preview, writeCsv } from "./support/documents.ts";
import { createWorkspace, open } from "./support/sample.ts";

const TIME = "2026-09-02T12:00:00Z";
const [FIRST, SECOND] = ["1FTEW3LP3SKE46696", "1FTBR2C82RKA10021"];

const FILES: Readonly<Record<string, readonly string[]>> = {
  "lease-schedule.csv": [
    "VIN,Unit,Provider,Contract,Monthly Rent,On-Lease Date,Off-Lease Date,Proration,Mileage Allowance,Overage Rate,Tax Rate,Allowed Fees,Warranty End,Warranty Miles,Registered State,License Plate",
    `${FIRST},7,Element,C-1,850.00,2025-01-16,,actual,2500,0.18,0,TOLL_FEE:5.00,2027-01-03,36000,TN,1HX234A`,
    `${SECOND},07,Element,C-2,900.00,2025-01-16,,actual,2500,0.18,0,TOLL_FEE:5.00,2027-01-03,36000,TN,2HX234A`,
  ],
  "VehiclesData.csv": [
    "vin,vehicleName,licensePlateNumber,status,operationalStatus,vehicleProvider,ownershipType,ownershipStartDate,ownershipEndDate,registeredState",
    `${FIRST},EV 1,1HX234A,ACTIVE,OPERATIONAL,ELEMENT,LEASE,2025-01-16,,TX`,
    `${SECOND},EV 2,2HX234A,ACTIVE,OPERATIONAL,MERCHANTS,LEASE,2025-02-01,,TN`,
  ],
  "Element ELM-202608-01.csv": [
    "Invoice Number,ELM-202608-01",
    "Invoice Date,8/31/2026",
    "Provider,Element",
    "Billing Period Start,8/1/2026",
    "Billing Period End,8/31/2026",
    "Unit,Charge Code,Description,Amount,Tax,Total",
    "7,RENT,Monthly rental,900.00,0.00,900.00",
    "7,X9,Connected vehicle program 08/2026,19.00,0.00,19.00",
    "Total Due,,,,,919.00",
  ],
};

let running: Running;
test.beforeEach(async () => {
  running = await launch({ day: "2026-09-03T15:00:00Z" });
  const folder = await newFolder();
  const files = Object.entries(FILES).map(([name, lines]) => writeCsv(join(folder, name), lines, TIME));
  await createWorkspace(running.page);
  await preview(running.page, await Promise.all(files));
  await importAll(running.page);
  await open(running.page, "Setup");
  await running.page.getByRole("navigation", { name: "Setup" }).getByRole("link", { name: "Leases" }).click();
});
test.afterEach(() => running.close());

const panel = (page: Page, name: string) => page.getByRole("region", { name });

test("a unit of two vans is answered once, and taken back", async () => {
  const { page } = running;
  const asked = panel(page, "Which van is this?");
  await expect(asked.getByRole("heading", { name: "Element, unit 7" })).toBeVisible();
  await expect(page.getByRole("link", { name: /Leases and rentals 2 to answer/ })).toBeVisible();
  await expectAccessible(page);
  await asked.getByRole("button", { name: `It is ${FIRST}, plate 1HX234A` }).click();
  await expect(asked).toHaveCount(0);
  const named = panel(page, "Vans you named");
  await expect(named.getByText(`Element, unit 7 is ${FIRST}`)).toBeVisible();
  await named.getByRole("button", { name: "Take back Element, unit 7" }).click();
  await expect(asked.getByRole("heading", { name: "Element, unit 7" })).toBeVisible();
});

test("words that nobody knows are taught, and stand in the list", async () => {
  const { page } = running;
  const asked = panel(page, "What is this charge for?");
  await asked.getByRole("combobox", { name: "What Connected vehicle program 08/2026 is for" }).click();
  await page.getByRole("option", { name: "Management fee" }).click();
  await asked.getByRole("button", { name: "Save" }).click();
  await expect(asked).toHaveCount(0);
  await expect(page.getByRole("table", { name: "Charge words" }).getByRole("row")).toHaveCount(2);
});

test("what two papers say of a van stands side by side, and rental rates are typed", async () => {
  const { page } = running;
  const table = panel(page, "Two papers disagree").getByRole("table");
  await expect(table.getByRole("row")).toHaveCount(4);
  await expect(table.getByRole("row", { name: /Registered state TN TX/ })).toBeVisible();
  await page.getByRole("button", { name: "Add a rental rate" }).click();
  const dialog = page.getByRole("dialog", { name: "New rental rate" });
  await dialog.getByLabel("Provider").fill("Enterprise");
  await dialog.getByLabel("Day Rate").fill("65");
  await dialog.getByLabel("Week Rate").fill("3x0");
  await dialog.getByLabel("Effective From").fill("2026-01-01");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByText("Write an amount in dollars and cents, like 1,084.47")).toBeVisible();
  await dialog.getByLabel("Week Rate").fill("350.00");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toHaveCount(0);
  const rates = page.getByRole("table", { name: "Rental rates" });
  await expect(rates.getByRole("row", { name: /Enterprise.*65\.00.*350\.00/ })).toBeVisible();
});
