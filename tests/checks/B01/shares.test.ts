/** B01, B02 and B04 share the dollars of an incentive: together they are what was earned minus what was paid. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { incentiveChecks } from "#main/reconcile/checks/incentive/index.ts";
import { extend } from "#shared/money.ts";
import { reconcile } from "../../support/workbench.ts";

const CARD =
  "Station,Item,Service Type,Block Hours,Rate,Effective From,Effective To\n" +
  "DXA4,incentive fantastic plus,,,0.15,2026-01-01,\nDXA4,incentive fantastic,,,0.07,2026-01-01,\n";
const RATES = { "0.15": 1_500, "0.07": 700 } as const;

const dollars = (cents: number) => `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;

it("the findings of a week sum to what was earned minus what was paid", () => {
  const rate = fc.constantFrom("0.15", "0.07");
  const packages = fc.integer({ min: 1, max: 60_000 });
  const pickups = fc.integer({ min: 1, max: 500 });
  fc.assert(
    fc.property(
      fc.constantFrom("Fantastic Plus", "Fantastic"),
      rate,
      packages,
      packages,
      rate,
      pickups,
      pickups,
      (tier, paidRate, delivered, paid, pickupRate, picked, paidPickups) => {
        const due = tier === "Fantastic Plus" ? RATES["0.15"] : RATES["0.07"];
        const lines = [
          { text: "Delivered packages", count: paid, rate: paidRate },
          { text: "Pickups", count: paidPickups, rate: pickupRate },
        ].map((line) => ({ ...line, cents: extend(RATES[line.rate], line.count * 10_000) }));
        const total = lines.reduce((sum, line) => sum + line.cents, 0);
        const documents = [
          { name: "tiers.csv", content: `Week,Station,Tier\n2026-08-02,DXA4,${tier}\n` },
          { name: "rate-card.csv", content: CARD },
          {
            name: "HLNE Delivered Packages Report-2026-08-08.csv",
            content: [
              "Date,Station,DSP short code,Package count,Package details,Package type",
              `2026-08-03,Memphis (DXA4)- Amazon.com,HLNE,${delivered},,Delivered`,
              `2026-08-03,Memphis (DXA4)- Amazon.com,HLNE,${picked},,Pickup`,
            ].join("\n"),
          },
          {
            name: "incentive.csv",
            content: [
              "Invoice Number,INV-HARBOR-0000000615",
              "Invoice Date,2026-08-08",
              "Station,DXA4",
              "Period Start,2026-08-02",
              "Period End,2026-08-08",
              "Invoice Type,Incentive",
              "Section,Date,Description,Service Type,Rate,Quantity,Amount",
              ...lines.map((line) => `Incentive,,${line.text},,${line.rate},${line.count},${dollars(line.cents)}`),
              `Total Due,,,,,,${dollars(total)}`,
            ].join("\n"),
          },
        ];
        const findings = reconcile(documents, incentiveChecks).flatMap((result) => result.findings);
        const sum = findings.reduce(
          (all, { amountCents, direction }) => all + (direction === "exposure" ? -1 : 1) * (amountCents ?? 0),
          0,
        );
        const earned = extend(due, (delivered + picked) * 10_000);
        expect(sum).toBe(earned - total);
      },
    ),
    { numRuns: 40 },
  );
});
