/** Which invoice of Amazon's a PDF is: by its own words, by its title, else by its sections. */
import type { Table } from "../../table.ts";
import { type InvoiceType, invoiceTypeOf, knownSection } from "../amazon-invoice-types.ts";
import { columnsOf } from "./columns.ts";
import { labelValue } from "./head.ts";
import { allRows, type PrintedRow } from "./pages.ts";

/** What is told of a PDF before it is read. */
export interface PrintedKind {
  readonly type: InvoiceType;
  readonly german: boolean;
}

const GERMAN =
  /\b(?:gutschrift|rechnungsnummer|rechnungsdatum|leistungszeitraum|beschreibung|menge|betrag|zwischensumme|gesamtbetrag)/gi;

const TITLES: readonly (readonly [InvoiceType, RegExp])[] = [
  ["variable", /\bvariab(?:le|el|ler|les|len)\b/i],
  ["incentive", /\bincentives?\b|\bprämien?\b|\bleistungsprämie/i],
];

const SECTIONS_OF: readonly (readonly [InvoiceType, readonly string[]])[] = [
  ["fleet", ["prepayment", "reconciliation", "weekly high counts"]],
  ["variable", ["routes", "training sessions", "late cancellations", "unplanned delay", "packages"]],
  ["incentive", ["incentive"]],
];

/** Whether a title could be a week's, before it is known which year the invoice is of. */
const looksLikeWeek = (title: string) =>
  /^(?:week|woche|wk|kw|w)\.? ?\d{1,2}$|\d[./ -]|[./ -]\d/i.test(title) ? "" : undefined;

/** Whether a row holds the titles of a table of an invoice. */
export function isHeader(row: PrintedRow): boolean {
  return columnsOf(row, looksLikeWeek) !== undefined;
}

/** What the pages are; undefined where they are none of Amazon's invoices. */
export function printedKind(pages: readonly Table[]): PrintedKind | undefined {
  const rows = allRows(pages);
  const top = rows.findIndex(isHeader);
  if (top < 0) return undefined;
  const texts = rows.map(({ cells }) => cells.map(({ text }) => text).join(" "));
  const german = new Set((texts.join("\n").match(GERMAN) ?? []).map((word) => word.toLowerCase())).size >= 2;
  const named = labelValue(rows, "invoiceType", invoiceTypeOf);
  if ("value" in named) return { type: named.value, german };
  const sections = new Set(rows.flatMap(({ cells }) => cells.flatMap(({ text }) => knownSection(text) ?? [])));
  const isFleet = texts.some((text) => /^authori[sz]ed fleet size\b/i.test(text)) || sections.has("prepayment");
  const titled = TITLES.find(([, title]) =>
    texts.slice(0, top).some((text) => text.length <= 60 && title.test(text)),
  )?.[0];
  const bySection = SECTIONS_OF.find(([, names]) => names.some((name) => sections.has(name)))?.[0];
  const type = isFleet ? "fleet" : (titled ?? bySection);
  return type && { type, german };
}
