/** A lessor's invoice: what stands above the table of one lessor is repeated in the columns of another. */
import { TEN_THOUSAND } from "#shared/money.ts";
import type { Interpretation, KindDefinition, RecognisedTable } from "../interpretation.ts";
import { interpretRows, type Row } from "./cells.ts";
import { periodReader } from "./lease-days.ts";
import { FIELDS, HEAD } from "./lease-fields.ts";
import { headOf, namesProvider, refuse } from "./lease-head.ts";
import { letterheadOf } from "./lease-lessors.ts";
import { chargesOf, MONEY } from "./lease-money.ts";
import { namedInvoice, sharesOf } from "./lease-shares.ts";
import { PrintedSums } from "./lease-totals.ts";
import { groupTitle, vinsOf } from "./lease-vans.ts";
import { count, date, quantity, type Reader, rate, text } from "./readers.ts";

function interpret(recognised: RecognisedTable): Interpretation {
  const period = periodReader(recognised.format);
  const label = headOf(recognised);
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
  const daysOf = (row: Row): { serviceFrom: string | undefined; serviceTo: string | undefined } => {
    const billed = row.may("period", period);
    const from = row.may("serviceFrom", date);
    const to = row.may("serviceTo", date);
    const start = from === null ? (row.may("periodStart", date) ?? billed?.from ?? label.from) : from;
    const end = to === null ? (row.may("periodEnd", date) ?? billed?.to ?? label.to) : to;
    if (start === null) row.problem("serviceFrom", "Neither the line nor the invoice says from which day it bills.");
    if (end === null) row.problem("serviceTo", "Neither the line nor the invoice says up to which day it bills.");
    if (start && end && end < start) row.problem("serviceTo", "The billed period ends before it begins.");
    return { serviceFrom: start ?? undefined, serviceTo: end ?? undefined };
  };
  // Coverage of lease invoices is by month, and a month is its first day.
  const place = (row: Row) => {
    const own = row.peek("serviceFrom", date) ?? row.peek("periodStart", date) ?? row.peek("period", period)?.from;
    const day = own ?? label.from;
    return { station: null, day: day === null ? null : `${day.slice(0, 7)}-01` };
  };
  /** The van that the lines of a group are for. */
  let group = "";
  /** The words of the last title. */
  let heading = "";
  const sums = new PrintedSums(recognised);
  const takes = (row: Row): boolean => {
    const title = groupTitle(row);
    if (title !== undefined) {
      sums.title(row);
      [group, heading] = [title, row.cells.join(" ")];
      return true;
    }
    const passedOver = sums.takes(row);
    if (passedOver) group = "";
    return passedOver || sums.recaps(row, heading);
  };
  const anchors = ["vin", "unit", "plate", "chargeCode", "serviceFrom"];
  const read = interpretRows(recognised, { kind: "lease invoice", anchors, place, takes }, (row) => {
    const days = daysOf(row);
    const charges = chargesOf(row);
    const [unit, plate] = [row.words("unit"), row.words("plate")];
    const isMemo = /\bcredit\b/i.test(row.words("documentType") || label.documentType);
    if (isMemo && charges?.some(({ amountCents }) => amountCents > 0)) {
      row.problem(
        "amount",
        "The document is a credit, but this amount is not negative. Map its columns and turn its sign.",
      );
    }
    const own = vinsOf(row);
    const vins = own.length === 0 ? [unit === "" && plate === "" ? group : ""] : own;
    const shares = sharesOf(row, vins.length, charges);
    const line = {
      provider: needed(row, "provider", label.provider, text),
      invoiceNumber: needed(row, "invoiceNumber", label.invoiceNumber, text),
      issuedOn: needed(row, "issuedOn", label.issuedOn, date),
      dueOn: row.has("dueOn") ? row.may("dueOn", date) : label.dueOn,
      ...days,
      contract: row.words("contract"),
      unit,
      plate,
      odometer: row.may("odometer", count),
    };
    const [billed, price] = [row.may("quantity", quantity), row.may("rate", rate)];
    const detailed = charges?.length === 1;
    for (const [index, vin] of vins.entries()) {
      for (const { code, ...money } of shares?.[index] ?? []) {
        const values = {
          ...line,
          vin,
          chargeCode: code,
          quantity: detailed ? (vins.length > 1 ? TEN_THOUSAND : billed) : null,
          rate: detailed ? price : null,
          referenceInvoice: row.words("referenceInvoice") || namedInvoice(code, money.description),
          ...money,
        };
        row.fact("leaseLine", values);
        sums.line(row, values);
      }
    }
  });
  return sums.addTo(read, label);
}

/** An invoice that names vans by VIN, and its lessor. */
export const leaseInvoice: KindDefinition = {
  kind: "lease invoice",
  labels: { ...HEAD, provider: { ...HEAD.provider, required: true } },
  fields: { ...FIELDS, vin: { titles: FIELDS.vin?.titles ?? [], required: true, shape: "vin" } },
  interpret,
  refuse,
};

/** An invoice that names its lessor on its letterhead only, or its vans by unit number or plate. */
export const leaseInvoiceByUnit: KindDefinition = {
  kind: "lease invoice",
  layout: "Letterhead or unit numbers",
  labels: HEAD,
  fields: FIELDS,
  fits: (recognised) => {
    const { columns } = recognised;
    const [named, lettered] = [namesProvider(recognised), letterheadOf(recognised) !== null];
    const hasVan = columns.has("vin") ? !named : columns.has("unit") || columns.has("plate");
    return hasVan && (named || lettered) && MONEY.some((field) => columns.has(field));
  },
  interpret,
  refuse,
};
