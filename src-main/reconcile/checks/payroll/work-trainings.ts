/** Whether Amazon paid a training session, as far as the invoice tells. Pure. */
import { type Quantity, TEN_THOUSAND } from "#shared/money.ts";
import type { InvoiceFact, InvoiceLineFact, TrainingFact } from "../../../documents/facts.ts";
import { linesFor, quantityOf } from "../amazon/invoice.ts";

/** Sessions are paid by payment date, which may lie in another week than the training: how far around one looks, in days. */
export const PAID_LATE = { before: 14, after: 21 } as const;

/** A session and what became of it. */
export interface SessionPaid {
  readonly session: TrainingFact;
  /**
   * `some of several`: fewer were paid than were held that day, and the invoice names nobody. `no invoice`: none of the payment date is
   * there, so nothing can be said.
   */
  readonly state: "paid" | "not eligible" | "not invoiced" | "some of several" | "no invoice";
  /** The training lines of its payment date. */
  readonly lines: readonly InvoiceLineFact[];
}

interface Around {
  readonly training: readonly TrainingFact[];
  readonly invoiceLine: readonly InvoiceLineFact[];
  readonly invoice: readonly InvoiceFact[];
}

/** Looks sessions up in the invoices around them. Payable is an eligible session that took time, as A09 counts them. */
export function sessionPayments({ training, invoiceLine, invoice }: Around): (session: TrainingFact) => SessionPaid {
  return (session) => {
    const { station, paymentDate } = session;
    if (!session.eligible) return { session, state: "not eligible", lines: [] };
    const spans = [...invoice, ...invoiceLine].filter(
      (each) => each.station === station && each.periodStart <= paymentDate && paymentDate <= each.periodEnd,
    );
    const [span] = spans;
    if (!span) return { session, state: "no invoice", lines: [] };
    const own = linesFor(
      invoiceLine.filter((line) => line.station === station && meets(line, span)),
      "training",
    );
    const isWeekly = own.some((line) => line.date === null);
    const lines = isWeekly ? own : own.filter((line) => line.date === paymentDate);
    const sessions = training.filter(
      (other) =>
        other.station === station &&
        other.eligible &&
        other.minutes > 0 &&
        (isWeekly ? within(other.paymentDate, span) : other.paymentDate === paymentDate),
    );
    const quantities = lines.map((line) => quantityOf(line));
    if (quantities.some((quantity) => quantity === undefined)) return { session, state: "some of several", lines };
    const invoiced: Quantity = quantities.reduce((sum: number, quantity) => sum + (quantity ?? 0), 0);
    const due = sessions.length * TEN_THOUSAND;
    const state = invoiced >= due ? "paid" : invoiced <= 0 ? "not invoiced" : "some of several";
    return { session, state, lines };
  };
}

interface Span {
  readonly periodStart: string;
  readonly periodEnd: string;
}

function within(date: string, { periodStart, periodEnd }: Span): boolean {
  return periodStart <= date && date <= periodEnd;
}

function meets(line: InvoiceLineFact, span: Span): boolean {
  return line.date === null
    ? line.periodStart <= span.periodEnd && span.periodStart <= line.periodEnd
    : within(line.date, span);
}
