import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FleetLineFact } from "#main/documents/facts.ts";
import { sharesOfFleetInvoice } from "#main/reconcile/van-payments.ts";
import { vanTable } from "#main/reconcile/van-table.ts";
import { fleetDocuments, leasedFleet } from "../../support/leased-fleet.ts";
import { factsOf, type TestDocument } from "../../support/workbench.ts";

const MONTH = "2026-03";

function fleetInvoice(...lines: string[]): TestDocument {
  const labels = ["Invoice Number,INV-7", "Invoice Date,2026-03-31", "Station,DXA4", "Period Start,2026-03-01"];
  const rest = ["Period End,2026-03-31", "Invoice Type,Fleet", "Section,Date,Description,Rate,Quantity,Amount"];
  return { name: "fleet.csv", content: [...labels, ...rest, ...lines, "Total Due,,,,,0.00"].join("\n") };
}

function tableOf(documents: readonly TestDocument[]) {
  const { facts } = factsOf(documents);
  return vanTable({ month: MONTH, ...facts, around: facts.leaseLine });
}

const documents = (seed: number) => fleetDocuments(leasedFleet(seed, 12, MONTH, 1));
const PAID = fleetInvoice(
  'Prepayment,,Branded vans,"1,024.00",12,"12,288.00"',
  'Reconciliation,,"Branded vans, February","1,024.00",-1,"(1,024.00)"',
  "Prepayment,,Authorized Fleet Size,,14,",
);

describe("the van table", () => {
  it("gives every van its share, to the cent of the invoice, and every line to a van", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), (seed) => {
        const list = documents(seed);
        const table = tableOf([...list, PAID]);
        const { facts } = factsOf(list);
        const billed = facts.leaseLine.reduce((sum, line) => sum + line.totalCents, 0);
        expect(table.rows.reduce((sum, row) => sum + (row.amazonCents ?? 0), 0) + table.unshared).toBe(1_126_400);
        expect(table.rows.reduce((sum, row) => sum + row.billedCents, 0) + table.withoutVan).toBe(billed);
        for (const row of table.rows) expect(row.netCents).toBe(row.billedCents - row.claimedCents);
      }),
      { numRuns: 10 },
    );
  });
  it("has no margin where no fleet invoice is there", () => {
    const table = tableOf(documents(3));
    expect(table.rows.length).toBeGreaterThan(0);
    for (const row of table.rows) expect([row.amazonCents, row.marginCents]).toEqual([null, null]);
  });
  it("shows what a credit gives back in a month without any bill", () => {
    const head = "VIN,Unit,Contract,Charge Code,Description,Service From,Service To,Quantity,Rate,Amount,Tax,Total";
    const labels = ["Invoice Number,ELM-9", "Invoice Date,2026-03-31", "Due Date,2026-03-31", "Provider,Element"];
    const period = ["Billing Period Start,2026-03-01", "Billing Period End,2026-03-31", head];
    const credit = "1FTBW2CM9KKA00412,1042,C-1,CREDIT,Credit,2026-03-01,2026-03-31,1,-50.00,-50.00,-4.12,-54.12";
    const schedule = `VIN,Unit,Provider,Contract,Monthly Rent,On-Lease Date,Off-Lease Date,Proration,Mileage Allowance,Overage Rate,Tax Rate,Allowed Fees,Warranty End
1FTBW2CM9KKA00412,1042,Element,C-1,850.00,2024-01-03,,actual,2500,0.18,8.25,,`;
    const table = tableOf([
      { name: "Element ELM-9.csv", content: [...labels, ...period, credit].join("\n") },
      { name: "lease-schedule.csv", content: schedule },
    ]);
    expect(table.rows.map(({ vin, billedCents, netCents }) => [vin, billedCents, netCents])).toEqual([
      ["1FTBW2CM9KKA00412", -5412, -5412],
    ]);
  });
  it("does not know the station without Amazon's list, but one fleet invoice pays for all that were billed", () => {
    const list = documents(3).filter(({ name }) => name !== "VehiclesData.csv");
    const table = tableOf([...list, PAID]);
    for (const row of table.rows) expect([row.station, row.amazonCents !== null]).toEqual([null, true]);
  });
});

describe("a line of the fleet invoice", () => {
  const line = (station: string, description: string, amountCents: number | null) =>
    ({ station, description, amountCents, periodStart: "2026-03-01" }) as FleetLineFact;
  const vans = [
    { vin: "A", station: "DXA4", type: "Electric van" },
    { vin: "B", station: "DXA4", type: "Cargo van" },
    { vin: "C", station: "DXB7", type: "" },
  ];
  it("is divided over the kind of van that it names", () => {
    const { payments } = sharesOfFleetInvoice([line("DXA4", "Electric van prepayment", 900)], vans);
    expect([...payments.keys()]).toEqual(["A"]);
  });
  it("of a station without vans is nobody's", () => {
    expect(sharesOfFleetInvoice([line("DXC1", "Branded vans", 900), line("DXA4", "Count", null)], vans)).toEqual({
      payments: new Map(),
      unshared: 900,
    });
  });
  it("leaves no cent over, whatever its sign", () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: 1, max: 40 }), (cents, count) => {
        const many = Array.from({ length: count }, (_, at) => ({ vin: String(at), station: "DXA4", type: "" }));
        const { payments } = sharesOfFleetInvoice([line("DXA4", "Branded vans", cents)], many);
        const shares = [...payments.values()].flat().map((each) => each.cents);
        expect(shares.reduce((sum, each) => sum + each, 0)).toBe(cents);
        if (cents !== 0) expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
