/** What lines of a lessor's invoice come to together. */
import type { Cents } from "#shared/money.ts";
import type { FactValues } from "../facts.ts";
import type { FactDraft } from "../interpretation.ts";

/** A line's draft. */
export type LineDraft = Extract<FactDraft, { type: "leaseLine" }>;

/** What lines come to, in cents. */
export interface Sums {
  readonly amount: Cents;
  readonly tax: Cents;
  readonly total: Cents;
}

/** Which invoice a line is on. */
export function keyOf(values: FactValues<"leaseLine">): string {
  return JSON.stringify([values.provider, values.invoiceNumber, values.issuedOn]);
}

/** What lines come to: a tax that is a line of its own is tax. */
export function sumsOf(lines: readonly FactValues<"leaseLine">[]): Sums {
  let [amount, tax, total] = [0, 0, 0];
  for (const line of lines) {
    const isTax = line.chargeCode === "TAX";
    amount += isTax ? 0 : line.amountCents;
    tax += line.taxCents + (isTax ? line.amountCents : 0);
    total += line.totalCents;
  }
  return { amount, tax, total };
}
