/** The weekly variable invoice with its lines: what Amazon pays for routes, training, late cancellations, delay and packages. */
import type { KindDefinition } from "../interpretation.ts";
import { INVOICE_FIELDS, INVOICE_LABELS, interpretInvoice, isOfType, refuseInvoice } from "./amazon-invoice.ts";
import { type InvoiceHead, sectionName } from "./amazon-invoice-types.ts";
import type { Row } from "./cells.ts";
import { cents, date, quantity, rate, text } from "./readers.ts";

/** A line of a variable or an incentive invoice. */
export function paidLine(row: Row, head: InvoiceHead) {
  const section = row.need("section", text);
  return {
    ...head,
    section: section === undefined ? undefined : sectionName(section),
    date: row.may("date", date),
    description: row.need("description", text),
    serviceType: row.words("serviceType"),
    rate: row.may("rate", rate),
    quantity: row.may("quantity", quantity),
    amountCents: row.need("amount", cents),
    form: "detail" as const,
    paymentType: "",
  };
}

export const variableInvoice: KindDefinition = {
  kind: "variable invoice",
  labels: INVOICE_LABELS,
  fields: INVOICE_FIELDS,
  fits: (recognised) => isOfType(recognised, "variable"),
  refuse: refuseInvoice,
  interpret: (recognised) =>
    interpretInvoice(recognised, "variable", (row, head) => row.fact("invoiceLine", paidLine(row, head))),
};
