import fc from "fast-check";
import { expect, it } from "vitest";
import type { LeaseLineFact, LeaseTermFact, Source } from "#main/documents/facts.ts";
import { lineShares } from "#main/reconcile/checks/lease/line-shares.ts";
import { addDays } from "#shared/week.ts";

const VINS = ["1FTBW2CM9KKA00412", "3C6LRVDG9NE100233", "1FDWE3FS1KDC55501"] as const;

function source(row: number, kind: "lease invoice" | "lease schedule"): Source {
  return { document: { name: kind, sha256: "0".repeat(64), kind }, sheet: null, row, columns: [], cells: "[]" };
}

const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays("2026-07-01", days));

const line = fc
  .record({
    vin: fc.constantFrom(...VINS, ""),
    provider: fc.constantFrom("Element", "Merchants"),
    invoiceNumber: fc.constantFrom("A-1", "A-2", "A-3"),
    issuedOn: fc.constantFrom("2026-08-01", "2026-08-31"),
    from: fc.constantFrom("2026-07-01", "2026-08-01", "2026-08-01", "2026-08-15"),
    length: fc.constantFrom(0, 9, 16, 30, 30, 61),
    chargeCode: fc.constantFrom(
      "RENT",
      "RENT",
      "PRORATE",
      "MGMT_FEE",
      "TOLL",
      "TOLL_FEE",
      "MAINT",
      "DAMAGE",
      "REGISTRATION",
      "TAX",
      "CREDIT",
    ),
    description: fc.constantFrom("", "", "Base rent", "Upfit rent", "Daily rental", "Weekly rental"),
    perDay: fc.boolean(),
    amount: fc.constantFrom(100, 41_129, 85_000, 85_000, 90_000, 100_001),
    taxed: fc.boolean(),
  })
  .map(({ from, length, amount, taxed, perDay, ...rest }): Omit<LeaseLineFact, "source"> => {
    const sign = rest.chargeCode === "CREDIT" ? -1 : 1;
    const taxCents = taxed && rest.chargeCode !== "TAX" ? sign * Math.round(amount * 0.0825) : 0;
    return {
      ...rest,
      dueOn: null,
      serviceFrom: from,
      serviceTo: addDays(from, length),
      contract: "",
      unit: "",
      plate: "",
      quantity: perDay ? (length + 1) * 10_000 : null,
      rate: perDay ? Math.trunc((amount * 100) / (length + 1)) : null,
      amountCents: sign * amount,
      taxCents,
      totalCents: sign * amount + taxCents,
      odometer: null,
      referenceInvoice: "",
    };
  });

const term = fc
  .record({
    vin: fc.constantFrom(VINS[0], VINS[1]),
    provider: fc.constantFrom("Element", "Merchants"),
    onLease: fc.oneof(fc.constant("2025-01-01"), day),
    offLease: fc.option(day),
    proration: fc.constantFrom("actual", "30", "none"),
    contract: fc.constantFrom("C", "D"),
    taxRate: fc.constantFrom(null, 0, 82_500),
    allowedFees: fc.constantFrom("", "MGMT_FEE:12.50; TOLL_FEE:5.00"),
    warrantyEnd: fc.constantFrom(null, "2027-01-01"),
    returnDayBilled: fc.boolean(),
  })
  .map(
    (values, row = 2): LeaseTermFact => ({
      ...values,
      source: source(row, "lease schedule"),
      proration: values.proration as LeaseTermFact["proration"],
      unit: "",
      monthlyRentCents: 85_000,
      mileageAllowance: null,
      overageRate: null,
      warrantyMiles: null,
      registeredState: "",
      plate: "",
    }),
  );

const month = fc.record({
  lines: fc
    .array(line, { maxLength: 8 })
    .map((all) => all.map((each, index): LeaseLineFact => ({ ...each, source: source(index + 2, "lease invoice") }))),
  terms: fc.array(term, { maxLength: 4 }),
});

it("never takes more of a line than was billed on it, tax included", () => {
  fc.assert(
    fc.property(month, ({ lines, terms }) => {
      for (const { fact, shares, taxBilled } of lineShares(lines, terms, { history: lines })) {
        const claimed = shares.filter((share) => !share.below);
        expect(claimed.reduce((sum, share) => sum + share.cents, 0)).toBeLessThanOrEqual(fact.amountCents);
        const total = claimed.reduce((sum, share) => sum + share.totalCents, 0);
        expect(total).toBeLessThanOrEqual(fact.amountCents + taxBilled);
        for (const share of shares) expect(share.totalCents).toBeGreaterThan(0);
      }
    }),
    { numRuns: 1_000 },
  );
});

it("never claims more than all lines bill together, a tax line's dollars included", () => {
  fc.assert(
    fc.property(month, ({ lines, terms }) => {
      const claimed = lineShares(lines, terms, { history: lines }).flatMap(({ shares }) =>
        shares.filter((share) => !share.below),
      );
      const billed = lines.reduce((sum, each) => sum + Math.max(0, each.totalCents), 0);
      expect(claimed.reduce((sum, share) => sum + share.totalCents, 0)).toBeLessThanOrEqual(billed);
    }),
    { numRuns: 1_000 },
  );
});

it("claims each check's part of a line once, under subjects that tell the lines apart", () => {
  fc.assert(
    fc.property(month, ({ lines, terms }) => {
      const judged = lineShares(lines, terms);
      expect(new Set(judged.map(({ subject }) => subject)).size).toBe(judged.length);
      for (const { shares } of judged) expect(new Set(shares.map(({ code }) => code)).size).toBe(shares.length);
    }),
    { numRuns: 500 },
  );
});

it("leaves one line for every day of a van's rent, however often it was billed", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 5 }), (times) => {
      const [proto] = fc.sample(line, { numRuns: 1, seed: 7 });
      if (!proto) throw new Error("no sample");
      const bill = {
        ...proto,
        vin: VINS[0],
        chargeCode: "RENT",
        quantity: null,
        rate: null,
        amountCents: 85_000,
        taxCents: 0,
        totalCents: 85_000,
      };
      const lines = Array.from({ length: times }, (_, row) => ({ ...bill, source: source(row + 2, "lease invoice") }));
      const claimed = lineShares(lines, []).flatMap(({ shares }) => shares);
      expect(claimed.reduce((sum, share) => sum + share.totalCents, 0)).toBe(85_000 * (times - 1));
    }),
  );
});

it("judges alike in any order of lines and contracts", () => {
  fc.assert(
    fc.property(month, ({ lines, terms }) => {
      const forth = lineShares(lines, terms).map(({ subject, shares }) => ({ subject, shares }));
      const back = lineShares([...lines].reverse(), terms).map(({ subject, shares }) => ({ subject, shares }));
      expect(back).toEqual(forth);
    }),
    { numRuns: 300 },
  );
});

it("never claims more than the lines bill after all credits of the van", () => {
  fc.assert(
    fc.property(month, ({ lines, terms }) => {
      for (const vin of VINS) {
        const own = lines.filter((each) => each.vin === vin || each.chargeCode === "TAX");
        const claimed = lineShares(lines, terms)
          .filter(({ fact }) => fact.vin === vin)
          .flatMap(({ shares }) => shares.filter((share) => !share.below));
        const billed = own.filter((each) => each.totalCents > 0).reduce((sum, each) => sum + each.totalCents, 0);
        expect(claimed.reduce((sum, share) => sum + share.totalCents, 0)).toBeLessThanOrEqual(billed);
      }
    }),
    { numRuns: 300 },
  );
});
