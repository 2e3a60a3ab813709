/** The monthly fleet invoice: vans paid in advance, last month's reconciliation, and the weekly high counts it rests on. */
import { weekStart } from "#shared/week.ts";
import type { KindDefinition } from "../interpretation.ts";
import { INVOICE_FIELDS, INVOICE_LABELS, interpretInvoice, isOfType, refuseInvoice } from "./amazon-invoice.ts";
import { type InvoiceHead, sectionName } from "./amazon-invoice-types.ts";
import { isBlank } from "./blank.ts";
import type { Row } from "./cells.ts";
import { cents, date, quantity, rate, text } from "./readers.ts";

function fleetLine(row: Row, head: InvoiceHead): void {
  const title = row.need("section", text);
  const section = title === undefined ? undefined : sectionName(title);
  const counts = section === "weekly high counts";
  const day = row.may("date", date);
  // What is only counted (weekly high counts, the authorized fleet size) has no money; whatever has a price has an amount.
  const isCount = isBlank(row.cell("amount")) && isBlank(row.cell("rate")) && !isBlank(row.cell("quantity"));
  row.fact("fleetLine", {
    ...head,
    section,
    date: day && counts ? weekStart(day) : day === undefined ? undefined : null,
    description: row.need("description", text),
    rate: row.may("rate", rate),
    quantity: row.may("quantity", quantity),
    amountCents: isCount ? null : row.need("amount", cents),
  });
}

export const fleetInvoice: KindDefinition = {
  kind: "fleet invoice",
  labels: INVOICE_LABELS,
  fields: INVOICE_FIELDS,
  fits: (recognised) => isOfType(recognised, "fleet"),
  refuse: refuseInvoice,
  interpret: (recognised) => interpretInvoice(recognised, "fleet", fleetLine),
};
