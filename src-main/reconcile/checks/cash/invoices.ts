/** Amazon's invoices of a month with what the remittances say was paid on each. Pure. */
import type { Cents } from "#shared/money.ts";
import { type IsoDate, monthOf } from "#shared/week.ts";
import type { InvoiceFact, PaymentFact } from "../../../documents/facts.ts";
import { amazonInvoices, type InvoiceFacts, sameNumber, type WholeInvoice, wholeInvoices } from "./amazon-invoices.ts";
import { lagOf, lastDay, type UsualLag, usualLag } from "./usual-lag.ts";

/** How far around a month the checks of cash look: a year for payments, half a year for what is usual. */
export const CASH_WINDOWS = {
  invoice: { before: 182, after: 0 },
  incentiveInvoice: { before: 182, after: 0 },
  fleetInvoice: { before: 182, after: 0 },
  invoiceLine: { before: 7, after: 0 },
  payment: { before: 182, after: 366 },
} as const;

/** The facts of `CASH_WINDOWS`. */
export interface CashFacts extends InvoiceFacts {
  readonly payment: readonly PaymentFact[];
}

/** The values of the parameters of D02 and D03. */
export interface PaymentParameters {
  readonly usual: number;
  readonly grace: number;
  readonly history: number;
  readonly tolerance: Cents;
}

/** One invoice with what was paid on it. */
export interface PaidInvoice extends WholeInvoice {
  readonly payments: readonly PaymentFact[];
  readonly paid: Cents;
  readonly lag: UsualLag;
  /** The last day on which it is not late. */
  readonly due: IsoDate;
}

/** Whether it is paid, and whether the papers reach far enough to say so. */
export type PaidState =
  | "paid"
  | "unpaid"
  | "in part"
  | "too much"
  | "not due"
  | "payments end"
  | "marked paid"
  | "no total";

/** The invoices whose period ends in a month, of every station, in the order of their numbers. */
export function invoicesOf(month: string, facts: CashFacts, parameters: PaymentParameters): PaidInvoice[] {
  const all = wholeInvoices(amazonInvoices(facts));
  const byNumber = new Map<string, PaymentFact[]>();
  for (const payment of facts.payment) {
    const key = sameNumber(payment.invoiceNumber);
    byNumber.set(key, [...(byNumber.get(key) ?? []), payment]);
  }
  const paymentsOf = (head: InvoiceFact) => byNumber.get(sameNumber(head.invoiceNumber)) ?? [];
  return all
    .filter(({ head }) => monthOf(head.periodEnd) === month)
    .map((whole) => {
      const { head, sort } = whole;
      const payments = paymentsOf(head);
      const earlier = all
        .filter(
          (other) => other.sort === sort && other.head.station === head.station && other.head.issuedOn < head.issuedOn,
        )
        .flatMap((other) => lagOf(other.head.issuedOn, firstDay(paymentsOf(other.head))));
      const lag = usualLag(earlier, parameters);
      return {
        ...whole,
        payments,
        paid: payments.reduce((sum, payment) => sum + payment.amountCents, 0),
        lag,
        due: lastDay(head.issuedOn, lag, parameters.grace),
      };
    });
}

/** What is to be said of an invoice. Money that may still come is nobody's finding; neither is what no remittance list reaches. */
export function stateOf(
  invoice: PaidInvoice,
  { today, knownUntil, tolerance }: { today: IsoDate; knownUntil: IsoDate; tolerance: Cents },
): PaidState {
  const { head, total, paid, payments, due } = invoice;
  if (total === null) return "no total";
  const open = total - paid;
  if (Math.abs(open) <= tolerance) return "paid";
  if (open < 0) return "too much";
  if (today <= due) return "not due";
  if (knownUntil <= due) return "payments end";
  // Amazon itself says that it paid: then a remittance is missing here, not the money.
  if (payments.length === 0 && /^(?:paid|bezahlt)$/i.test(head.status.trim())) return "marked paid";
  return paid === 0 ? "unpaid" : "in part";
}

/** The last day of which a remittance is known; null without one. */
export function lastPayment(payments: readonly PaymentFact[]): IsoDate | null {
  return payments.reduce<IsoDate | null>((last, { paidOn }) => (last === null || paidOn > last ? paidOn : last), null);
}

function firstDay(payments: readonly PaymentFact[]): IsoDate | undefined {
  return payments.map(({ paidOn }) => paidOn).sort()[0];
}
