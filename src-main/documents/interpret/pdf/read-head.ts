/** The head of a printed invoice: its labels as values, or the sentence that says which of them is missing. */
import { type IsoDate, monthEnd, monthOf, monthStart, weekEnd, weekStart } from "#shared/week.ts";
import type { FactValues } from "../../facts.ts";
import { stationCode, text } from "../readers.ts";
import { printedDate, printedPeriod } from "./dates.ts";
import { type FoundLabel, labelled, labelValue } from "./head.ts";
import type { PrintedKind } from "./kind.ts";
import type { PrintedRow } from "./pages.ts";

/** The head without the total, which stands below the lines, and where its number stands. */
export interface PrintedHead {
  readonly values: Omit<FactValues<"invoice">, "totalCents">;
  readonly number: FoundLabel;
}

/** Reads the labels on all pages. A sentence where the invoice cannot be taken. */
export function readHead(
  rows: readonly PrintedRow[],
  { type, german }: PrintedKind,
): PrintedHead | { refusal: string } {
  const dateOf = (value: string) => printedDate(value, german);
  const numberOf = (value: string) =>
    dateOf(value) === undefined && /^(?=.*\d)[A-Z\d][\w./-]{3,40}$/i.test(value) ? value : undefined;
  const number = labelValue(rows, "invoiceNumber", numberOf);
  if (!("value" in number)) return { refusal: missing("invoice number", number.unreadable) };
  const numbers = new Set(labelled(rows, "invoiceNumber").flatMap(({ value }) => numberOf(value) ?? []));
  if (numbers.size > 1) {
    return { refusal: `This PDF holds several invoices: ${[...numbers].join(", ")}. Save each as a PDF of its own.` };
  }
  const issued = labelValue(rows, "issuedOn", dateOf);
  if (!("value" in issued)) return { refusal: missing("invoice date", issued.unreadable) };
  const station = stationIn(rows);
  if (station === undefined) {
    return { refusal: "This PDF does not name the station it pays for. Drop the invoice's spreadsheet instead." };
  }
  const period = periodIn(rows, german) ?? (type === "fleet" ? monthOfDay(issued.value) : weekOfDay(issued.value));
  if (typeof period === "string") return { refusal: period };
  if (period.to < period.from)
    return { refusal: `The invoice's period ends (${period.to}) before it begins (${period.from}).` };
  const words = (field: "invoiceType" | "status") => {
    const found = labelValue(rows, field, (value) => text.read(value));
    return "value" in found ? found.value : "";
  };
  const closes = labelValue(rows, "disputeCloses", dateOf);
  if (!("value" in closes) && closes.unreadable)
    return { refusal: missing("day the dispute window closes", closes.unreadable) };
  return {
    number: number.found,
    values: {
      station,
      invoiceNumber: number.value,
      invoiceType: words("invoiceType") || `${type.charAt(0).toUpperCase()}${type.slice(1)}`,
      issuedOn: issued.value,
      periodStart: period.from,
      periodEnd: period.to,
      status: words("status"),
      disputeCloses: "value" in closes ? closes.value : null,
      form: "detail",
      currency: currencyOf(rows, german),
    },
  };
}

function missing(what: string, found: FoundLabel | undefined): string {
  if (!found)
    return `This PDF looks like an invoice of Amazon's, but it names no ${what}. Drop its spreadsheet instead.`;
  return `The ${what} cannot be read: "${found.value}" stands beside ${found.label}.`;
}

const weekOfDay = (day: IsoDate) => ({ from: weekStart(day), to: weekEnd(day) });
const monthOfDay = (day: IsoDate) => ({ from: monthStart(monthOf(day)), to: monthEnd(monthOf(day)) });

/** The period by its two labels or by one; a sentence where one is printed that cannot be read. */
function periodIn(rows: readonly PrintedRow[], german: boolean): { from: IsoDate; to: IsoDate } | string | undefined {
  const dateOf = (value: string) => printedDate(value, german);
  const [start, end] = [labelValue(rows, "periodStart", dateOf), labelValue(rows, "periodEnd", dateOf)];
  if ("value" in start && "value" in end) return { from: start.value, to: end.value };
  const both = labelValue(rows, "period", (value) => printedPeriod(value, german));
  if ("value" in both) return both.value;
  const found =
    both.unreadable ??
    ("value" in start ? undefined : start.unreadable) ??
    ("value" in end ? undefined : end.unreadable);
  return found && missing("invoice's period", found);
}

/** The station by its label; without one, the only code that stands in parentheses. */
function stationIn(rows: readonly PrintedRow[]): string | undefined {
  const codeOf = (value: string) =>
    stationCode.read(value) ?? /^([A-Z]{2,4}\d{1,2})(?=\s*[-–,(])/.exec(value.trim())?.[1];
  const named = labelValue(rows, "station", codeOf);
  if ("value" in named) return named.value;
  const codes = new Set(
    rows.flatMap(({ cells }) =>
      cells.flatMap(({ text }) => (/\([A-Z]{2,4}\d{1,2}\)/.test(text) ? (stationCode.read(text) ?? []) : [])),
    ),
  );
  return codes.size === 1 ? [...codes][0] : undefined;
}

/** The currency that is named or whose sign stands before the amounts. */
function currencyOf(rows: readonly PrintedRow[], german: boolean): string {
  const named = labelValue(rows, "currency", (value) => /^[A-Z]{3}$/.exec(value.trim())?.[0]);
  if ("value" in named) return named.value;
  const all = rows.flatMap(({ cells }) => cells.map(({ text }) => text)).join("\n");
  if (/€|\bEUR\b/.test(all)) return "EUR";
  if (/£|\bGBP\b/.test(all)) return "GBP";
  return german && !/\$|\bUSD\b/.test(all) ? "EUR" : "USD";
}
