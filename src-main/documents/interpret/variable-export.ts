/** The variable invoice as the console exports it: amounts by payment type and service, several invoices and stations in one file. */
import { weekEnd, weekStart } from "#shared/week.ts";
import type { FactValues } from "../facts.ts";
import type { FactDraft, Interpretation, KindDefinition, RecognisedTable } from "../interpretation.ts";
import { interpretRows, optional, type Row, required } from "./cells.ts";
import { cents, date, stationCode, text } from "./readers.ts";

function interpret(recognised: RecognisedTable): Interpretation {
  const heads = new Map<string, FactValues<"invoice">>();
  const place = (row: Row) => ({ station: row.peek("station", stationCode), day: row.peek("issuedOn", date) });
  const walk = { kind: "variable invoice", anchors: ["invoiceNumber"], place } as const;
  const lines = interpretRows(recognised, walk, (row) => {
    const head = headOf(row);
    const category = row.need("category", text);
    const amountCents = row.need("amount", cents);
    if (!head) return;
    const first = heads.get(keyOf(head)) ?? head;
    heads.set(keyOf(head), first);
    // One number stands for one invoice: what contradicts its first row cannot be added to it.
    for (const field of ["invoiceType", "issuedOn"] as const) {
      if (first[field] === head[field]) continue;
      const both = `${first[field]} and ${head[field]}`;
      row.problem(field, `Invoice ${head.invoiceNumber} has ${both} in one file. Export each invoice by itself.`);
    }
    const serviceType = row.words("serviceType");
    row.fact("invoiceLine", {
      station: head.station,
      invoiceNumber: head.invoiceNumber,
      periodStart: head.periodStart,
      periodEnd: head.periodEnd,
      section: category?.toLowerCase(),
      date: null,
      description: serviceType === "" ? category : serviceType,
      serviceType,
      rate: null,
      quantity: null,
      amountCents,
      form: "export",
      paymentType: row.words("paymentType"),
    });
  });
  const invoices = [...heads].flatMap(([key, values]): FactDraft[] => {
    const first = lines.facts.find((line) => line.type === "invoiceLine" && keyOf(line.values) === key);
    return first ? [{ type: "invoice", values, row: first.row, cells: first.cells }] : [];
  });
  return { ...lines, facts: [...invoices, ...lines.facts] };
}

const keyOf = (of: { station: string; invoiceNumber: string }) => JSON.stringify([of.station, of.invoiceNumber]);

/** The invoice a row belongs to; undefined where a cell of it cannot be read. */
function headOf(row: Row): FactValues<"invoice"> | undefined {
  const station = row.need("station", stationCode);
  const invoiceNumber = row.need("invoiceNumber", text);
  const issuedOn = row.need("issuedOn", date);
  const invoiceType = row.need("invoiceType", text);
  if (station === undefined || invoiceNumber === undefined || issuedOn === undefined || invoiceType === undefined) {
    return undefined;
  }
  return {
    station,
    invoiceNumber,
    invoiceType,
    issuedOn,
    periodStart: weekStart(issuedOn),
    periodEnd: weekEnd(issuedOn),
    status: row.words("status"),
    disputeCloses: null,
    // The export prints no total that could be compared with its lines.
    totalCents: null,
    form: "export",
    currency: row.words("currency").toUpperCase() || "USD",
  };
}

export const variableExport: KindDefinition = {
  kind: "variable invoice",
  layout: "Amazon export",
  fields: {
    station: required.station("station"),
    invoiceNumber: required("invoice number"),
    issuedOn: required.date("invoice date"),
    invoiceType: required("invoice type"),
    paymentType: required("payment type"),
    category: required("service type category"),
    serviceType: required("service type"),
    amount: required.money("transaction amount"),
    status: optional("status", "invoice status"),
    currency: optional("currency"),
  },
  interpret,
};
