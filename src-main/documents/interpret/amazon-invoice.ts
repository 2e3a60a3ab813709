/** Amazon's detailed invoices saved as a spreadsheet: labels, a table of lines, a row with the total. */
import type { FactValues } from "../facts.ts";
import type { FactDraft, FieldSpec, Interpretation, RecognisedTable } from "../interpretation.ts";
import { normaliseTitle } from "../recognise/titles.ts";
import { HEAD_FACT, type InvoiceHead, type InvoiceType, invoiceTypeOf } from "./amazon-invoice-types.ts";
import { isBlank } from "./blank.ts";
import { interpretRows, optional, type Row, required } from "./cells.ts";
import { labelJson, labelled, labelProblem, labelValue, severalInvoices } from "./labels.ts";
import { cents, date, stationCode, text } from "./readers.ts";
import { sectionSums } from "./section-sums.ts";

/** What stands above the table. */
export const INVOICE_LABELS: Readonly<Record<string, FieldSpec>> = {
  invoiceNumber: required("invoice number"),
  issuedOn: required.date("invoice date"),
  station: required.station("station"),
  periodStart: required.date("period start"),
  periodEnd: required.date("period end"),
  invoiceType: required("invoice type"),
  status: optional("status"),
  disputeCloses: optional.date("dispute window closes"),
  currency: optional("currency"),
};

/** The columns of its lines, in any order: an incentive invoice has its quantity before its rate. */
export const INVOICE_FIELDS: Readonly<Record<string, FieldSpec>> = {
  section: required("section"),
  date: required.date("date"),
  description: required("description"),
  serviceType: optional("service type"),
  rate: required.number("rate"),
  quantity: required.number("quantity"),
  amount: required.money("amount"),
};

const READ_AS = {
  invoiceNumber: text,
  issuedOn: date,
  station: stationCode,
  periodStart: date,
  periodEnd: date,
  invoiceType: text,
  disputeCloses: date,
} as const;

function isTotalDue(cells: Row["cells"]): boolean {
  const first = cells.find((cell) => !isBlank(cell));
  return typeof first === "string" && normaliseTitle(first) === "total due";
}

/** Whether the label above the table says that it is this type of invoice; a type nobody knows is left to the variable one to refuse. */
export function isOfType(recognised: RecognisedTable, type: InvoiceType): boolean {
  const written = labelValue(recognised, INVOICE_LABELS, "invoiceType", text);
  return (written === null ? "variable" : (invoiceTypeOf(written) ?? "variable")) === type;
}

/** Why the invoice cannot be taken: a label that is blank or unreadable, a type that is not read, a table that is cut off. */
export function refuseInvoice(recognised: RecognisedTable): string | null {
  const invoiceType = labelValue(recognised, INVOICE_LABELS, "invoiceType", text);
  if (invoiceType !== null && invoiceTypeOf(invoiceType) === undefined) {
    return `This is an invoice of type ${invoiceType}. Variable, incentive and fleet invoices are read.`;
  }
  for (const [field, reader] of Object.entries(READ_AS)) {
    const problem = labelProblem<unknown>(recognised, INVOICE_LABELS, field, reader);
    if (problem !== null) return problem;
  }
  const several = severalInvoices(recognised, INVOICE_LABELS);
  if (several !== null) return several;
  const { table, headerRow, columns } = recognised;
  const [start, end] = [dateOf(recognised, "periodStart"), dateOf(recognised, "periodEnd")];
  if (end < start) return `The invoice's period ends (${end}) before it begins (${start}).`;
  const amount = columns.get("amount") ?? -1;
  if (table.rows.slice(headerRow + 1).some((cells) => isTotalDue(cells) && !isBlank(cells[amount]))) return null;
  return "This invoice looks cut off: there is no row Total Due below its lines. Download it again.";
}

/** A date label. `refuseInvoice` has seen to it that the required ones are readable. */
function dateOf(recognised: RecognisedTable, field: "issuedOn" | "periodStart" | "periodEnd"): string {
  return labelValue(recognised, INVOICE_LABELS, field, date) ?? "";
}

/** Reads the invoice: its head, then each of its lines as the type of invoice has them. Total Due becomes the head's total. */
export function interpretInvoice(
  recognised: RecognisedTable,
  type: InvoiceType,
  line: (row: Row, head: InvoiceHead) => void,
): Interpretation {
  const head: InvoiceHead = {
    station: labelValue(recognised, INVOICE_LABELS, "station", stationCode) ?? "",
    invoiceNumber: labelValue(recognised, INVOICE_LABELS, "invoiceNumber", text) ?? "",
    periodStart: dateOf(recognised, "periodStart"),
    periodEnd: dateOf(recognised, "periodEnd"),
  };
  let totalCents: number | null = null;
  let below = false;
  const isSectionSum = sectionSums(recognised);
  const takes = (row: Row): boolean => {
    // Below the total, remarks; a line that has strayed there still has an amount.
    if (!isTotalDue(row.cells)) return (below && isBlank(row.cell("amount"))) || isSectionSum(row);
    below = true;
    totalCents = row.need("amount", cents) ?? null;
    return true;
  };
  const place = (row: Row) => ({ station: head.station, day: row.peek("date", date) });
  const kind = `${type} invoice` as const;
  const lines = interpretRows(recognised, { kind, anchors: ["date"], place, takes }, (row) => line(row, head));
  const labelRow = labelled(recognised, INVOICE_LABELS, "invoiceNumber")?.row ?? 0;
  const values: FactValues<"invoice"> = {
    ...head,
    invoiceType: labelValue(recognised, INVOICE_LABELS, "invoiceType", text) ?? "",
    issuedOn: dateOf(recognised, "issuedOn"),
    status: labelValue(recognised, INVOICE_LABELS, "status", text) ?? "",
    disputeCloses: labelValue(recognised, INVOICE_LABELS, "disputeCloses", date),
    totalCents,
    form: "detail",
    currency: labelValue(recognised, INVOICE_LABELS, "currency", text)?.toUpperCase() ?? "USD",
  };
  const cells = labelJson(INVOICE_LABELS, recognised.table.rows[labelRow] ?? []);
  const invoice: FactDraft = { type: HEAD_FACT[type], values, row: labelRow + 1, cells };
  return { ...lines, facts: [invoice, ...lines.facts] };
}
