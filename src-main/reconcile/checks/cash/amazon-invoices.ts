/** Amazon's invoices of every sort as one list: what each should bring in. Pure. */
import type { Cents } from "#shared/money.ts";
import type { InvoiceFact, InvoiceLineFact } from "../../../documents/facts.ts";

/** What the invoices are read from. */
export interface InvoiceFacts {
  readonly invoice: readonly InvoiceFact[];
  readonly incentiveInvoice: readonly InvoiceFact[];
  readonly fleetInvoice: readonly InvoiceFact[];
  readonly invoiceLine: readonly InvoiceLineFact[];
}

type Sort = "Variable" | "Incentive" | "Fleet";

/** Invoice numbers as they are compared. */
export function sameNumber(text: string): string {
  return text.normalize("NFKC").replace(/\s+/g, "").toUpperCase();
}

/** An invoice of Amazon's with what it asks for. */
export interface AmazonInvoice {
  readonly head: InvoiceFact;
  readonly sort: Sort;
  /** Null where it prints no total that could be read. */
  readonly total: Cents | null;
}

/** An invoice as it is paid: a payment names its number, whichever stations its parts are for. */
export interface WholeInvoice extends AmazonInvoice {
  /** A head for each station. `head` is the first of them. */
  readonly heads: readonly InvoiceFact[];
  /** `DXA4`, or `DXA4, DXB7`. */
  readonly stations: string;
}

/** Joins the parts of invoices that carry one number for several stations; their total is the sum, null where one part has none. */
export function wholeInvoices(parts: readonly AmazonInvoice[]): WholeInvoice[] {
  const byNumber = new Map<string, WholeInvoice>();
  for (const part of parts) {
    const key = sameNumber(part.head.invoiceNumber);
    const known = byNumber.get(key);
    byNumber.set(key, {
      ...(known ?? part),
      heads: [...(known?.heads ?? []), part.head],
      stations: known === undefined ? part.head.station : `${known.stations}, ${part.head.station}`,
      total: known === undefined ? part.total : sumOf(known.total, part.total),
    });
  }
  return [...byNumber.values()];
}

function sumOf(one: Cents | null, other: Cents | null): Cents | null {
  return one === null || other === null ? null : one + other;
}

/** Every invoice once, in the order of stations and numbers: it may be here as the export and in detail, and the detail prints a total. */
export function amazonInvoices(facts: InvoiceFacts): AmazonInvoice[] {
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
