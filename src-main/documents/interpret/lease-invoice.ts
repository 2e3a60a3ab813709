/** A lessor's invoice: what stands above the table of one lessor is repeated in the columns of another. */
import type { IsoDate } from "#shared/week.ts";
import type { Interpretation, KindDefinition, RecognisedTable } from "../interpretation.ts";
import { interpretRows, optional, type Row, required } from "./cells.ts";
import { chargeCode } from "./charge-codes.ts";
import { labelProblem, labelValue } from "./labels.ts";
import { vin } from "./lease-schedule.ts";
import { cents, count, date, quantity, type Reader, rate, text } from "./readers.ts";

/** Said once, above the table or in columns. */
const head = {
  invoiceNumber: required("invoice number", "invoice no", "invoice no.", "invoice #", "invoice"),
  issuedOn: required.date("invoice date", "date of invoice", "bill date"),
  dueOn: optional.date("due date", "payment due"),
  provider: required("provider", "lessor", "vendor", "company"),
  periodStart: optional.date("billing period start", "period start", "billing from"),
  periodEnd: optional.date("billing period end", "period end", "billing to"),
  period: optional("billing period", "service period", "period"),
};

const fields = {
  ...Object.fromEntries(Object.entries(head).map(([field, spec]) => [field, { ...spec, required: false }])),
  vin: required.vin("vin", "vin #", "vin number", "vehicle id", "serial", "serial number", "serial #"),
  unit: optional("unit", "unit no", "unit no.", "unit #", "unit number"),
  plate: optional("plate", "license plate", "plate number", "tag"),
  contract: optional("contract", "contract number", "contract no", "contract #", "agreement", "lease number"),
  chargeCode: optional("charge code", "charge type", "code", "category"),
  description: optional("description", "charge description", "charge", "details"),
  serviceFrom: optional.date("service from", "from", "service start", "start date", "from date"),
  serviceTo: optional.date("service to", "to", "service end", "end date", "to date", "thru", "through"),
  quantity: optional.number("quantity", "qty"),
  rate: optional.number("rate", "unit price", "price"),
  amount: optional.money("amount", "charge amount", "net amount"),
  rental: optional.money("monthly rental", "monthly rent", "rental amount", "rental"),
  tax: optional.money("tax", "sales tax", "tax amount"),
  total: optional.money("total", "total charge", "total amount", "line total", "amount due"),
  odometer: optional.number("odometer", "mileage"),
  referenceInvoice: optional("reference invoice", "original invoice", "ref invoice"),
};

interface Days {
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

/** `2026-08-01 - 2026-08-31`, `8/1/2026 to 8/31/2026`. */
const period: Reader<Days> = {
  complaint: "not a period; write it as 8/1/2026 - 8/31/2026.",
  read: (cell) => {
    const [first = "", second = "", ...more] = String(cell).split(/\s+(?:-|–|—|to|thru|through)\s+/i);
    const [from, to] = [date.read(first.trim()), date.read(second.trim())];
    return from === undefined || to === undefined || more.length > 0 ? undefined : { from, to };
  },
};

const READ_AS = {
  invoiceNumber: text,
  issuedOn: date,
  dueOn: date,
  provider: text,
  periodStart: date,
  periodEnd: date,
  period,
} as const;

/** Columns that may hold a line's amount; the first one a table has counts. */
const AMOUNTS = ["amount", "rental", "total"] as const;

function refuse(recognised: RecognisedTable): string | null {
  const { columns } = recognised;
  if (!AMOUNTS.some((field) => columns.has(field))) {
    return "This looks like a lessor's invoice, but it has no column with the amount of a line.";
  }
  for (const [field, reader] of Object.entries(READ_AS)) {
    const problem = columns.has(field) ? null : labelProblem<unknown>(recognised, head, field, reader);
    if (problem !== null) return problem;
  }
  return null;
}

function interpret(recognised: RecognisedTable): Interpretation {
  const above = <T>(field: keyof typeof head, reader: Reader<T>) => labelValue(recognised, head, field, reader);
  const label = {
    invoiceNumber: above("invoiceNumber", text),
    issuedOn: above("issuedOn", date),
    dueOn: above("dueOn", date),
    provider: above("provider", text),
    from: above("periodStart", date) ?? above("period", period)?.from ?? null,
    to: above("periodEnd", date) ?? above("period", period)?.to ?? null,
  };
  /** From the row's column, else from above the table; a problem where neither has it. */
  const needed = <T>(
    row: Row,
    field: "invoiceNumber" | "issuedOn" | "provider",
    fallback: T | null,
    reader: Reader<T>,
  ) => {
    const own = row.may(field, reader);
    return own === null ? (fallback ?? row.need(field, reader)) : own;
  };
  const daysOf = (row: Row): { from: IsoDate | undefined; to: IsoDate | undefined } => {
    const billed = row.may("period", period);
    const from = row.may("serviceFrom", date);
    const to = row.may("serviceTo", date);
    const start = from === null ? (row.may("periodStart", date) ?? billed?.from ?? label.from) : from;
    const end = to === null ? (row.may("periodEnd", date) ?? billed?.to ?? label.to) : to;
    if (start === null) row.problem("serviceFrom", "Neither the line nor the invoice says from which day it bills.");
    if (end === null) row.problem("serviceTo", "Neither the line nor the invoice says up to which day it bills.");
    if (start && end && end < start) row.problem("serviceTo", "The billed period ends before it begins.");
    return { from: start ?? undefined, to: end ?? undefined };
  };
  // Coverage of lease invoices is by month, and a month is its first day.
  const place = (row: Row) => {
    const day = row.peek("serviceFrom", date) ?? row.peek("periodStart", date) ?? label.from;
    return { station: null, day: day === null ? null : `${day.slice(0, 7)}-01` };
  };
  const walk = { kind: "lease invoice", anchors: ["vin", "serviceFrom"], place } as const;
  return interpretRows(recognised, walk, (row) => {
    const days = daysOf(row);
    const money = moneyOf(row);
    const description = row.words("description");
    row.fact("leaseLine", {
      provider: needed(row, "provider", label.provider, text),
      invoiceNumber: needed(row, "invoiceNumber", label.invoiceNumber, text),
      issuedOn: needed(row, "issuedOn", label.issuedOn, date),
      dueOn: row.has("dueOn") ? row.may("dueOn", date) : label.dueOn,
      serviceFrom: days.from,
      serviceTo: days.to,
      contract: row.words("contract"),
      unit: row.words("unit"),
      // A charge on the whole account (a late fee) names no van.
      vin: row.peek("vin", vin) ?? "",
      plate: row.words("plate"),
      chargeCode: codeOf(row, description),
      description,
      quantity: row.may("quantity", quantity),
      rate: row.may("rate", rate),
      ...money,
      odometer: row.may("odometer", count),
      referenceInvoice: row.words("referenceInvoice"),
    });
  });
}

/** A file with neither codes nor words but a column `Monthly Rental` bills rent. */
function codeOf(row: Row, description: string): string {
  const code = row.words("chargeCode");
  const rentOnly = code === "" && description === "" && row.has("rental") && !row.has("amount");
  return rentOnly ? "RENT" : chargeCode(code, description);
}

interface LineMoney {
  amountCents: number | undefined;
  taxCents: number | undefined;
  totalCents: number | undefined;
}

/** No tax printed is no tax; a total that is not printed follows from the amount, and the amount from a total alone. */
function moneyOf(row: Row): LineMoney {
  const tax = row.may("tax", cents);
  const taxCents = tax === null ? 0 : tax;
  const field = AMOUNTS.find((each) => row.has(each)) ?? "total";
  if (field === "total") {
    const totalCents = row.need("total", cents);
    if (totalCents === undefined || taxCents === undefined) return { amountCents: undefined, taxCents, totalCents };
    return { amountCents: totalCents - taxCents, taxCents, totalCents };
  }
  const amountCents = row.need(field, cents);
  const total = row.may("total", cents);
  if (total !== null || amountCents === undefined || taxCents === undefined) {
    return { amountCents, taxCents, totalCents: total ?? undefined };
  }
  return { amountCents, taxCents, totalCents: amountCents + taxCents };
}

export const leaseInvoice: KindDefinition = {
  kind: "lease invoice",
  labels: head,
  fields,
  interpret,
  refuse,
};
