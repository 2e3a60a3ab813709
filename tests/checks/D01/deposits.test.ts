/** Payments and bank lines: whatever comes in, each payment has one answer and no line pays for two. */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { BankLineFact, PaymentFact, Source } from "#main/documents/facts.ts";
import { depositsOf, matchDeposits } from "#main/reconcile/checks/cash/deposits.ts";
import { addDays } from "#shared/week.ts";

let row = 0;
function source(kind: "payments" | "bank statement"): Source {
  row += 1;
  return { document: { name: `${kind}.csv`, sha256: kind, kind }, sheet: null, row, columns: ["A"], cells: '["a"]' };
}

const payment = fc
  .record({ day: fc.nat(12), number: fc.integer({ min: 1, max: 6 }), amount: fc.constantFrom(100, 200, 300, -100) })
  .map(
    ({ day, number, amount }): PaymentFact => ({
      source: source("payments"),
      paidOn: addDays("2026-07-20", day),
      paymentNumber: `PAY-100${number}`,
      invoiceNumber: `INV-${number}`,
      amountCents: amount,
    }),
  );
const bankLine = fc
  .record({
    day: fc.nat(20),
    number: fc.integer({ min: 0, max: 6 }),
    amount: fc.constantFrom(100, 200, 300, 400, 500, -100),
  })
  .map(
    ({ day, number, amount }): BankLineFact => ({
      source: source("bank statement"),
      date: addDays("2026-07-20", day),
      description: number === 0 ? "AMAZON.COM SERVICES" : `AMZN PAY 100${number}`,
      amountCents: amount,
    }),
  );

it("every payment with money in it is matched or asked, and no line is used twice", () => {
  fc.assert(
    fc.property(fc.array(payment, { maxLength: 8 }), fc.array(bankLine, { maxLength: 8 }), (payments, lines) => {
      const deposits = depositsOf(payments);
      const { matches, unmatched } = matchDeposits(deposits, lines);
      const answered = [...matches.flatMap((match) => match.deposits), ...unmatched.map((each) => each.deposit)];
      expect(answered.map((each) => each.number).sort()).toEqual(
        deposits
          .filter((each) => each.remitted > 0)
          .map((each) => each.number)
          .sort(),
      );
      const used = matches.flatMap((match) => match.lines);
      expect(new Set(used).size).toBe(used.length);
      expect(used.every((line) => line.amountCents > 0)).toBe(true);
      for (const match of matches.filter(({ by }) => by === "amount and date")) {
        const sum = (list: readonly number[]) => list.reduce((all, each) => all + each, 0);
        expect(sum(match.lines.map((line) => line.amountCents))).toBe(sum(match.deposits.map((each) => each.remitted)));
      }
    }),
  );
});
