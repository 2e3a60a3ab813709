/** C01 and C02 share a month's vans: together they never claim more than was due and not paid, and all of it where Amazon counts too few. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { C01 } from "#main/reconcile/checks/fleet/C01-vans-paid-short.ts";
import { C02 } from "#main/reconcile/checks/fleet/C02-last-month-reconciled.ts";
import { run, scopeOf } from "#main/reconcile/run.ts";
import { factsOf } from "../../support/workbench.ts";

const SUNDAYS = ["2026-07-05", "2026-07-12", "2026-07-19", "2026-07-26"];
const VAN = 102_400;

const fleet = (number: string, from: string, to: string, lines: readonly string[]) => ({
  name: `${number}.csv`,
  content: [
    `Invoice Number,${number}`,
    `Invoice Date,${to}`,
    "Station,DXA4",
    `Period Start,${from}`,
    `Period End,${to}`,
    "Invoice Type,Fleet",
    "Section,Date,Description,Rate,Quantity,Amount",
    ...lines,
    "Total Due,,,,,0.00",
  ].join("\n"),
});
const paid = (section: string, vans: number) => `${section},,Branded vans,1024.00,${vans},${vans * 1024}.00`;

it("each van is claimed once", () => {
  const vans = fc.integer({ min: 1, max: 12 });
  fc.assert(
    fc.property(vans, vans, vans, fc.integer({ min: -4, max: 4 }), (ours, advance, counted, reconciled) => {
      const documents = [
        fleet("INV-HARBOR-0000000707", "2026-07-01", "2026-07-31", [paid("Prepayment", advance)]),
        fleet("INV-HARBOR-0000000708", "2026-08-01", "2026-08-31", [
          paid("Prepayment", advance),
          ...(reconciled === 0 ? [] : [paid("Reconciliation", reconciled)]),
          ...SUNDAYS.map((day) => `Weekly high counts,${day},Electric van,,${counted},`),
        ]),
        {
          name: "VehiclesData.csv",
          content: [
            "vin,vehicleName,operationalStatus,ownershipType,ownershipStartDate,stationCode",
            ...Array.from(
              { length: ours },
              (_, index) => `1FTEW3LP3SKE460${index + 10},EDV ${index},OPERATIONAL,AMAZON_LEASED,2025-03-01,DXA4`,
            ),
          ].join("\n"),
        },
      ];
      const { facts, covered } = factsOf(documents);
      const months = [scopeOf(null, "2026-07"), scopeOf(null, "2026-08")];
      const of = (code: "C01" | "C02", period: string) =>
        run({ checks: [C01, C02], facts, covered, scopes: months, today: "2026-10-01" })
          .flatMap((result) => result.findings)
          .filter((each) => each.code === code && each.period === period);
      const findings = [...of("C01", "2026-07"), ...of("C02", "2026-08")];
      const owed = findings
        .filter((each) => each.direction === "owed")
        .reduce((sum, each) => sum + (each.amountCents ?? 0), 0);
      const open = Math.max(0, Math.max(ours, counted) - advance - reconciled) * VAN;
      expect(owed).toBeLessThanOrEqual(open);
      if (ours >= counted && counted >= Math.max(advance, advance + reconciled)) expect(owed).toBe(open);
    }),
    { numRuns: 60 },
  );
});
