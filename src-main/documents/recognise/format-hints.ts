/** What a document says of where it comes from, where its own dates and numbers prove nothing. */
import type { DocumentKind } from "#shared/catalogue.ts";
import { daysBetween, type IsoDate } from "#shared/week.ts";
import type { RecognisedTable } from "../interpretation.ts";
import { normaliseTitle } from "./titles.ts";
import { type DateOrder, dateInName, parseWrittenDate } from "./written-dates.ts";

/** A table whose way of writing is not known yet. */
export type Unformatted = Omit<RecognisedTable, "format">;

/** Kinds whose rows are days close together, so that dates half a year apart have been read in the wrong order. */
const DAILY: ReadonlySet<DocumentKind> = new Set([
  "route summary",
  "service details",
  "delivered packages",
  "training",
  "unplanned delay",
  "itineraries",
  "timecard",
]);
/** Days that could be read in either order lie in the first twelve of a month; read the wrong way they are months apart. */
const CLOSE_DAYS = 14;

/** The order that puts the days of one week, and the date in the document's name, close together where the other does not. */
export function closerOrder(
  { document }: Unformatted,
  kind: DocumentKind,
  cells: ReadonlySet<string>,
): DateOrder | null {
  if (!DAILY.has(kind)) return null;
  // A timecard's name may say when it was exported, which tells nothing of its days.
  const named = kind === "timecard" ? null : dateInName(document);
  const close = (order: DateOrder): boolean => {
    const days = [...cells].flatMap((cell) => parseWrittenDate(cell, order)?.date ?? []);
    return days.length > 0 && spanOf(named === null ? days : [...days, named]) <= CLOSE_DAYS;
  };
  const [american, other] = [close("month first"), close("day first")];
  if (american === other) return null;
  return american ? "month first" : "day first";
}

function spanOf(days: readonly IsoDate[]): number {
  const [first = ""] = days;
  const earliest = days.reduce((a, b) => (b < a ? b : a), first);
  const latest = days.reduce((a, b) => (b > a ? b : a), first);
  return daysBetween(earliest, latest);
}

const GERMAN_TITLE =
  /\b(?:datum|zahlungsdatum|zuweisungsdatum|servicetyp|serviceart|dauer|gesamtdauer|fahrer|zusteller|betrag|menge|anmeldung|paketanzahl)\b/;

/** Whether a table comes from Germany: by its titles, or by stations of Amazon Deutschland. */
export function isGerman(recognised: Unformatted): boolean {
  const header = recognised.table.rows[recognised.headerRow] ?? [];
  const titles = header.map((cell) => normaliseTitle(String(cell)));
  return titles.some((title) => GERMAN_TITLE.test(title)) || stationsSay(recognised, /amazon deutschland/i);
}

/** Whether a table comes from Britain: by a station with a British post code in parentheses: `Portsmouth (DPO1) - Amazon Logistics (PO9 2NG)`. */
export function isBritish(recognised: Unformatted): boolean {
  return stationsSay(recognised, /\([A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\)|amazon uk\b/i);
}

/** A few rows are enough: a document's stations are written alike. */
function stationsSay({ table, headerRow, columns, fields, labels }: Unformatted, hint: RegExp): boolean {
  const station = [...columns].find(([field]) => fields[field]?.shape === "station")?.[1];
  const texts = [labels.get("station")?.value ?? ""];
  if (station !== undefined) {
    for (const row of table.rows.slice(headerRow + 1, headerRow + 101)) texts.push(row[station] ?? "");
  }
  return texts.some((text) => hint.test(String(text)));
}
