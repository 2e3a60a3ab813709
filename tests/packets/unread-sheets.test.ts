/** A workbook that also holds what nobody read: it stays with the sender, whoever the packet is for. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterEach, beforeEach, expect, it } from "vitest";
import { utils, write } from "xlsx";
import { follow } from "#main/cli/command.ts";
import { type Bench, openBench } from "../support/engine.ts";

let bench: Bench;
beforeEach(async () => {
  bench = await openBench({ today: "2026-09-01" });
});
afterEach(async () => bench.close());

const SCHEDULE = [
  "VIN,Unit,Provider,Contract,Monthly Rent,On-Lease Date,Off-Lease Date,Proration,Mileage Allowance,Overage Rate,Tax Rate,Allowed Fees,Warranty End",
  "1FTBW2CM9KKA00412,1042,Element,C-100,1000.00,2024-01-03,2026-08-15,actual,2500,0.18,0,MGMT_FEE:12.50,2027-01-03",
  "",
].join("\n");
const INVOICE = [
  ...["Invoice Number,ELM-1", "Invoice Date,2026-08-31", "Due Date,2026-10-30", "Provider,Element"],
  ...["Billing Period Start,2026-08-01", "Billing Period End,2026-08-31"],
  "VIN,Unit,Contract,Charge Code,Description,Service From,Service To,Quantity,Rate,Amount,Tax,Total,Reference Invoice",
  "1FTBW2CM9KKA00412,1042,C-100,RENT,Monthly rental,2026-08-01,2026-08-31,1,1000.00,1000.00,0.00,1000.00,",
].map((line) => line.split(","));

/** The originals in the packet of the claim on the lessor, or of all findings. */
async function handedOver(notes: string[][], claimNumber: number | undefined): Promise<string[]> {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(INVOICE), "Invoice");
  utils.book_append_sheet(book, utils.aoa_to_sheet(notes), "Notes");
  const bytes = new Uint8Array(write(book, { type: "array", bookType: "xlsx" }));
  await bench.importPaths(
    await bench.put([
      { path: "lease-schedule.csv", bytes: SCHEDULE },
      { path: "Element ELM-1.xlsx", bytes },
    ]),
  );
  await bench.check();
  const ids = (await bench.client.findings.list({})).map(({ id }) => id);
  await bench.client.findings.decide({ ids, decision: "confirm", reason: "" });
  const asked = { filter: {}, format: "zip" as const, ...(claimNumber === undefined ? {} : { claimNumber }) };
  const made = await follow(await bench.client.claims.packet(asked));
  expect(made.totalCents).toBe(51_613);
  const packed = unzipSync(await readFile(join(bench.engine.session.workspace.packets, made.file)));
  return Object.keys(packed).filter((name) => name.startsWith("originals/"));
}

const ours = [["Amazon pays us for this van", "1,450.00"]];

it("is not handed to the lessor", async () => {
  expect(await handedOver(ours, 1)).toEqual([]);
});

it("is part of what the company keeps for itself", async () => {
  expect(await handedOver(ours, undefined)).toContain("originals/Element ELM-1.xlsx");
});

it("is handed over where nothing stands on its other sheet", async () => {
  expect(await handedOver([[" "]], 1)).toEqual(["originals/Element ELM-1.xlsx"]);
});
