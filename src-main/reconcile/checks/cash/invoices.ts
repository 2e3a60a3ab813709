/** Amazon's invoices of every sort as one list: what each should bring in, and what the remittances say was paid on it. Pure. */
import type { Cents } from "#shared/money.ts";
import { type IsoDate, monthOf } from "#shared/week.ts";
import type { InvoiceFact, InvoiceLineFact, PaymentFact } from "../../../documents/facts.ts";
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
export interface CashFacts {
  readonly invoice: readonly InvoiceFact[];
  readonly incentiveInvoice: readonly InvoiceFact[];
  readonly fleetInvoice: readonly InvoiceFact[];
  readonly invoiceLine: readonly InvoiceLineFact[];
  readonly payment: readonly PaymentFact[];
}

/** The values of the parameters of D02 and D03. */
export interface PaymentParameters {
  readonly usual: number;
  readonly grace: number;
  readonly history: number;
  readonly tolerance: Cents;
}

type Sort = "Variable" | "Incentive" | "Fleet";

/** One invoice with what was paid on it. */
export interface PaidInvoice extends AmazonInvoice {
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

/** Invoice numbers as they are compared. */
export function sameNumber(text: string): string {
  return text.normalize("NFKC").replace(/\s+/g, "").toUpperCase();
}

/** The invoices whose period ends in a month, of every station, in the order of their numbers. */
export function invoicesOf(month: string, facts: CashFacts, parameters: PaymentParameters): PaidInvoice[] {
  const all = amazonInvoices(facts);
  const byNumber = new Map<string, PaymentFact[]>();
  for (const payment of facts.payment) {
    const key = sameNumber(payment.invoiceNumber);
    byNumber.set(key, [...(byNumber.get(key) ?? []), payment]);
  }
  const paymentsOf = (head: InvoiceFact) => byNumber.get(sameNumber(head.invoiceNumber)) ?? [];
  return all
    .filter(({ head }) => monthOf(head.periodEnd) === month)
    .map(({ head, sort, total }) => {
      const payments = paymentsOf(head);
      const earlier = all
        .filter(
          (other) => other.sort === sort && other.head.station === head.station && other.head.issuedOn < head.issuedOn,
        )
        .flatMap((other) => lagOf(other.head.issuedOn, firstDay(paymentsOf(other.head))));
      const lag = usualLag(earlier, parameters);
      return {
        head,
        sort,
        total,
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

/** An invoice of Amazon's with what it asks for. */
export interface AmazonInvoice {
  readonly head: InvoiceFact;
  readonly sort: Sort;
  /** Null where it prints no total that could be read. */
  readonly total: Cents | null;
}

/** Every invoice once, in the order of stations and numbers: it may be here as the export and in detail, and the detail prints a total. */
export function amazonInvoices(facts: Omit<CashFacts, "payment">): AmazonInvoice[] {
  const byNumber = new Map<string, { readonly head: InvoiceFact; readonly sort: Sort }>();
  const add = (sort: Sort, heads: readonly InvoiceFact[]) => {
    for (const head of heads) {
      const key = `${head.station}|${sameNumber(head.invoiceNumber)}`;
      const known = byNumber.get(key);
      if (!known || (known.head.form === "export" && head.form === "detail")) byNumber.set(key, { head, sort });
    }
  };
  add("Variable", facts.invoice);
  add("Incentive", facts.incentiveInvoice);
  add("Fleet", facts.fleetInvoice);
  return [...byNumber]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, invoice]) => ({ ...invoice, total: totalOf(invoice.head, facts.invoiceLine) }));
}

/** The printed total; an export prints none, but lists every line. */
function totalOf(head: InvoiceFact, lines: readonly InvoiceLineFact[]): Cents | null {
  if (head.totalCents !== null || head.form === "detail") return head.totalCents;
  const own = lines.filter(
    (line) => line.form === "export" && line.station === head.station && line.invoiceNumber === head.invoiceNumber,
  );
  return own.reduce((sum, line) => sum + line.amountCents, 0);
}
