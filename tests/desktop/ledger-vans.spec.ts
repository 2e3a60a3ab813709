/** The van table where Amazon's side is known: what a van brings, what it costs, and a van that costs more. */
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility.ts";
import { launch, type Running } from "./support/app.ts";
import { importAll, newFolder, preview, writeCsv } from "./support/documents.ts";
import { createWorkspace, open } from "./support/sample.ts";

const TIME = "2026-09-02T12:00:00Z";
const DEAR = "1FTEW3LP3SKE46696";
const CHEAP = "1FTBR2C82RKA10021";

const van = (vin: string, name: string) =>
  `${vin},Standard Parcel,${name},9TN664A,Ford,Transit,T250,ACTIVE,,OPERATIONAL,ELEMENT,PERMANENT,2025,CARGO_VAN,LEASE,2024-01-16,,2027-01-31,TN,MEDIUM,DXA4`;
const rent = (vin: string, unit: string, dollars: string) =>
  `${vin},${unit},9TN664A,C-1,RENT,Monthly rental,8/1/2026,8/31/2026,1,${dollars},${dollars},0.00,${dollars},,`;

/** A company with two vans: Amazon pays $1,000.00 for each, one is rented for more than that. */
const FILES: Readonly<Record<string, readonly string[]>> = {
  "lease-schedule.csv": [
    "VIN,Unit,Provider,Contract,Monthly Rent,On-Lease Date,Off-Lease Date,Proration,Mileage Allowance,Overage Rate,Tax Rate,Allowed Fees,Warranty End",
    `${DEAR},EL-1,Element,C-1,1150.00,2024-01-16,,actual,,,,,`,
    `${CHEAP},EL-2,Element,C-1,900.00,2024-01-16,,actual,,,,,`,
  ],
  "VehiclesData.csv": [
    "vin,serviceType,vehicleName,licensePlateNumber,make,model,subModel,status,statusReasonMessage,operationalStatus,vehicleProvider,vehicleRegistrationType,year,type,ownershipType,ownershipStartDate,ownershipEndDate,registrationExpiryDate,registeredState,serviceTier,stationCode",
    van(DEAR, "EV 1"),
    van(CHEAP, "EV 2"),
  ],
  "Element ELM-202608-01.csv": [
    "Invoice Number,ELM-202608-01",
    "Invoice Date,8/31/2026",
    "Due Date,9/30/2026",
    "Provider,Element",
    "Billing Period Start,8/1/2026",
    "Billing Period End,8/31/2026",
    "VIN,Unit,Plate,Contract,Charge Code,Description,Service From,Service To,Quantity,Rate,Amount,Tax,Total,Odometer,Reference Invoice",
    rent(DEAR, "EL-1", "1150.00"),
    rent(CHEAP, "EL-2", "900.00"),
  ],
  "fleet.csv": [
    "Invoice Number,INV-DXA4-7",
    "Invoice Date,2026-08-31",
    "Station,DXA4",
    "Period Start,2026-08-01",
    "Period End,2026-08-31",
    "Invoice Type,Fleet",
    "Section,Date,Description,Rate,Quantity,Amount",
    "Prepayment,,Branded vans,1000.00,2,2000.00",
    "Total Due,,,,,2000.00",
  ],
};

let running: Running;
test.beforeAll(async () => {
  running = await launch({ day: "2026-09-03T15:00:00Z" });
  const folder = await newFolder();
  const files = Object.entries(FILES).map(([name, lines]) => writeCsv(join(folder, name), lines, TIME));
  await createWorkspace(running.page);
  await preview(running.page, await Promise.all(files));
  await importAll(running.page);
});
test.afterAll(() => running.close());

test("a van that costs more than it brings comes first, in words, and the sums are those of the papers", async () => {
  const { page } = running;
  await open(page, "Ledger");
  await page.getByRole("tab", { name: "Vans" }).click();
  const rows = page.getByRole("table", { name: "Vans in Aug 2026" }).getByRole("row");
  await expect(rows).toHaveCount(4);
  for (const text of [DEAR, "DXA4", "$1,000.00", "$1,150.00", "($150.00)", "Costs more"])
    await expect(rows.nth(1)).toContainText(text);
  await expect(rows.nth(2)).toContainText("$100.00");
  await expect(rows.nth(2)).not.toContainText(/Costs more|Overbilled/);
  for (const text of ["2 vans", "$2,000.00", "$2,050.00", "($50.00)"]) await expect(rows.last()).toContainText(text);
  await expectAccessible(page);
  await page.getByRole("tab", { name: "Invoices" }).click();
  const fleet = page.getByRole("grid", { name: "Invoices" }).getByRole("row").filter({ hasText: "INV-DXA4-7" });
  for (const text of ["Fleet", "Amazon, DXA4", "$2,000.00"]) await expect(fleet).toContainText(text);
});
