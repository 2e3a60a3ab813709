/** Lines of the bank's statement as evidence, and why a payment has none. Pure. */
import { type Cents, formatCents } from "#shared/money.ts";
import { addDays, formatDate } from "#shared/week.ts";
import type { BankLineFact } from "../../../documents/facts.ts";
import type { Evidence } from "../../finding.ts";
import { proof } from "../../proof.ts";
import { BOOKED, type Match, type Matched, type Unmatched, within } from "./deposits.ts";

/** Titles of the deciding columns under which banks write them. */
const BANK_TITLES = [
  "Date",
  "Posting Date",
  "Posted Date",
  "Post Date",
  "Transaction Date",
  "Booking Date",
  "Description",
  "Transaction Description",
  "Payee",
  "Memo",
  "Narrative",
  "Details",
  "Amount",
  "Transaction Amount",
  "Amount (USD)",
  "Credit",
  "Credits",
  "Credit Amount",
  "Deposit",
  "Deposits",
  "Money In",
  "Paid In",
];

/** Bank lines as evidence. */
export function bankProof(lines: readonly BankLineFact[]): Evidence[] {
  return proof(lines, BANK_TITLES);
}

/** Why nothing can be said of a payment that has no line of its own; null where the account shows that it never came. */
export function whyOpen(
  { deposit, candidates }: Unmatched,
  { matches }: Matched,
  bank: readonly BankLineFact[],
): string | null {
  const which = `payment ${deposit.number} of ${formatDate(deposit.paidOn)} over ${formatCents(deposit.remitted)}`;
  if (candidates.length > 0) {
    const named = candidates.map(
      (line) => `${line.description} of ${formatDate(line.date)} over ${formatCents(line.amountCents)}`,
    );
    return `Which deposit is ${which}? It may be ${named.join(", or ")}.`;
  }
  const last = addDays(deposit.paidOn, BOOKED.after);
  const near = bank.some((line) => line.date >= addDays(deposit.paidOn, -BOOKED.after) && line.date <= last);
  if (!near || !bank.some((line) => line.date > last)) return `The bank statement does not reach the days of ${which}.`;
  return matches.length > 0
    ? null
    : `None of Amazon's payments is on this bank statement; ${which} may go to another account.`;
}

/** A deposit that came short, beside another one over just what is missing: whether that is the rest is asked. */
export function whyRest({ deposits, lines }: Match, missing: Cents, { free }: Matched): string | null {
  const rest = deposits.flatMap((deposit) => within(deposit, free)).find((line) => line.amountCents === missing);
  if (lines.length === 0 || rest === undefined) return null;
  const numbers = deposits.map(({ number }) => number).join(", ");
  return `Is ${rest.description} of ${formatDate(rest.date)} over ${formatCents(missing)} the rest of payment ${numbers}?`;
}
