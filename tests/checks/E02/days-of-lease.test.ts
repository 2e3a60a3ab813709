import fc from "fast-check";
import { expect, it } from "vitest";
import type { LeaseLineFact, LeaseTermFact, Source } from "#main/documents/facts.ts";
import { lineShares } from "#main/reconcile/checks/lease/line-shares.ts";
import { addDays, daysBetween, daysInMonth, monthEnd, monthStart } from "#shared/week.ts";

const VIN = "1FTBW2CM9KKA00412";

function source(kind: "lease invoice" | "lease schedule"): Source {
  return { document: { name: kind, sha256: "0".repeat(64), kind }, sheet: null, row: 2, columns: [], cells: "[]" };
}

function line(serviceFrom: string, serviceTo: string, amountCents: number): LeaseLineFact {
  return {
    source: source("lease invoice"),
    provider: "Element",
    invoiceNumber: "A-1",
    issuedOn: "2026-12-31",
    dueOn: null,
    serviceFrom,
    serviceTo,
    contract: "C",
    vin: VIN,
    unit: "",
    plate: "",
    chargeCode: "RENT",
    description: "",
    quantity: null,
    rate: null,
    amountCents,
    taxCents: 0,
    totalCents: amountCents,
    odometer: null,
    referenceInvoice: "",
  };
}

function term(onLease: string, offLease: string, monthlyRentCents: number): LeaseTermFact {
  return {
    source: source("lease schedule"),
    vin: VIN,
    unit: "",
    provider: "Element",
    contract: "C",
    monthlyRentCents,
    onLease,
    offLease,
    proration: "actual",
    mileageAllowance: null,
    overageRate: null,
    taxRate: null,
    allowedFees: "",
    warrantyEnd: null,
    warrantyMiles: null,
    registeredState: "",
    plate: "",
    returnDayBilled: true,
  };
}

/** A lease that begins and ends in one month, both days its own. */
const lease = fc
  .record({
    month: fc.integer({ min: 1, max: 12 }).map((number) => `2026-${String(number).padStart(2, "0")}`),
    days: fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 })),
    rent: fc.integer({ min: 20_000, max: 200_000 }),
  })
  .map(({ month, days, rent }) => {
    const last = daysInMonth(month) - 1;
    const [on, off] = days.map((day) => Math.min(day, last)).sort((a, b) => a - b) as [number, number];
    const start = monthStart(month);
    return { month, rent, onLease: addDays(start, on), offLease: addDays(start, off) };
  });

function owed(rent: number, from: string, to: string): number {
  const length = daysInMonth(from.slice(0, 7));
  return Math.floor((2 * rent * (daysBetween(from, to) + 1) + length) / (2 * length));
}

it("agrees with rent from the on-lease to the off-lease date, both included", () => {
  fc.assert(
    fc.property(lease, ({ rent, onLease, offLease }) => {
      const billed = line(onLease, offLease, owed(rent, onLease, offLease));
      expect(lineShares([billed], [term(onLease, offLease, rent)]).flatMap(({ shares }) => shares)).toEqual([]);
    }),
  );
});

it("claims exactly the days strictly after the off-lease date", () => {
  fc.assert(
    fc.property(lease, fc.integer({ min: 1, max: 30 }), ({ month, rent, onLease, offLease }, beyond) => {
      fc.pre(offLease < monthEnd(month));
      const wanted = addDays(offLease, beyond);
      const to = wanted < monthEnd(month) ? wanted : monthEnd(month);
      const billed = owed(rent, onLease, to);
      const shares = lineShares([line(onLease, to, billed)], [term(onLease, offLease, rent)]).flatMap(
        (judged) => judged.shares,
      );
      expect(shares.map(({ code, totalCents }) => [code, totalCents])).toEqual([
        ["E02", billed - owed(rent, onLease, offLease)],
      ]);
    }),
  );
});

it("claims exactly the days strictly before the on-lease date", () => {
  fc.assert(
    fc.property(lease, fc.integer({ min: 1, max: 30 }), ({ month, rent, onLease, offLease }, ahead) => {
      fc.pre(onLease > monthStart(month));
      const wanted = addDays(onLease, -ahead);
      const from = wanted > monthStart(month) ? wanted : monthStart(month);
      const billed = owed(rent, from, offLease);
      const shares = lineShares([line(from, offLease, billed)], [term(onLease, offLease, rent)]).flatMap(
        (judged) => judged.shares,
      );
      expect(shares.map(({ code, totalCents }) => [code, totalCents])).toEqual([
        ["E03", billed - owed(rent, onLease, offLease)],
      ]);
    }),
  );
});
