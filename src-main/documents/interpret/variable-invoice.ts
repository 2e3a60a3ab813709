/** Amazon's detailed variable invoice saved as a spreadsheet: labels, a table of lines, a row with the total. */
import type { FactDraft, Interpretation, KindDefinition, RecognisedTable } from "../interpretation.ts";
import { normaliseTitle } from "../recognise/titles.ts";
import { interpretRows, isBlank, optional, type Row, required } from "./cells.ts";
import { labelJson, labelled, labelProblem, labelValue } from "./labels.ts";
import { cents, date, quantity, rate, stationCode, text } from "./readers.ts";

const labels = {
  invoiceNumber: required("invoice number"),
  issuedOn: required.date("invoice date"),
  station: required.station("station"),
  periodStart: required.date("period start"),
  periodEnd: required.date("period end"),
  invoiceType: required("invoice type"),
  status: optional("status"),
  disputeCloses: optional.date("dispute window closes"),
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

/** What the label says for a variable invoice; the console's export writes the version there. */
const VARIABLE: ReadonlySet<string> = new Set(["variable", "original", "amended"]);

function refuse(recognised: RecognisedTable): string | null {
  const invoiceType = labelValue(recognised, labels, "invoiceType", text);
  if (invoiceType !== null && !VARIABLE.has(normaliseTitle(invoiceType))) {
    return `This is an invoice of type ${invoiceType}. Only variable invoices are read in this version.`;
  }
  for (const [field, reader] of Object.entries(READ_AS)) {
    const problem = labelProblem<unknown>(recognised, labels, field, reader);
    if (problem !== null) return problem;
  }
  const { table, headerRow, columns } = recognised;
  const [start, end] = [dateOf(recognised, "periodStart"), dateOf(recognised, "periodEnd")];
  if (end < start) return `The invoice's period ends (${end}) before it begins (${start}).`;
  const amount = columns.get("amount") ?? -1;
  if (table.rows.slice(headerRow + 1).some((cells) => isTotalDue(cells) && !isBlank(cells[amount]))) return null;
  return "This invoice looks cut off: there is no row Total Due below its lines. Download it again.";
}

/** A date label. `refuse` has seen to it that the required ones are readable. */
function dateOf(recognised: RecognisedTable, field: "issuedOn" | "periodStart" | "periodEnd"): string {
  return labelValue(recognised, labels, field, date) ?? "";
}

function interpret(recognised: RecognisedTable): Interpretation {
  const head = {
    station: labelValue(recognised, labels, "station", stationCode) ?? "",
    invoiceNumber: labelValue(recognised, labels, "invoiceNumber", text) ?? "",
    periodStart: dateOf(recognised, "periodStart"),
    periodEnd: dateOf(recognised, "periodEnd"),
  };
  let totalCents: number | null = null;
  let below = false;
  const takes = (row: Row): boolean => {
    // Below the total, remarks; a line that has strayed there still has an amount.
    if (!isTotalDue(row.cells)) return below && isBlank(row.cell("amount"));
    below = true;
    totalCents = row.need("amount", cents) ?? null;
    return true;
  };
  const place = (row: Row) => ({ station: head.station, day: row.peek("date", date) });
  const lines = interpretRows(recognised, { kind: "variable invoice", anchors: ["date"], place, takes }, (row) =>
    row.fact("invoiceLine", {
      ...head,
      section: row.need("section", text)?.toLowerCase(),
      date: row.may("date", date),
      description: row.need("description", text),
      serviceType: row.words("serviceType"),
      rate: row.may("rate", rate),
      quantity: row.may("quantity", quantity),
      amountCents: row.need("amount", cents),
      form: "detail",
      paymentType: "",
    }),
  );
  const labelRow = labelled(recognised, labels, "invoiceNumber")?.row ?? 0;
  const invoice: FactDraft = {
    type: "invoice",
    values: {
      ...head,
      invoiceType: labelValue(recognised, labels, "invoiceType", text) ?? "",
      issuedOn: dateOf(recognised, "issuedOn"),
      status: labelValue(recognised, labels, "status", text) ?? "",
      disputeCloses: labelValue(recognised, labels, "disputeCloses", date),
      totalCents,
      form: "detail",
      currency: "USD",
    },
    row: labelRow + 1,
    cells: labelJson(labels, recognised.table.rows[labelRow] ?? []),
  };
  return { ...lines, facts: [invoice, ...lines.facts] };
}

export const variableInvoice: KindDefinition = {
  kind: "variable invoice",
  labels,
  fields: {
    section: required("section"),
    date: required.date("date"),
    description: required("description"),
    serviceType: optional("service type"),
    rate: required.number("rate"),
    quantity: required.number("quantity"),
    amount: required.money("amount"),
  },
  interpret,
  refuse,
};
