/** Text to a table: whichever separator, quoted or not. */
import Papa from "papaparse";
import type { Table } from "../table.ts";
import { MAX_CELLS } from "./limits.ts";
import { Unreadable } from "./unreadable.ts";

const SEPARATORS = [",", ";", "\t", "|"] as const;

/** Reads delimited text as one table. Throws Unreadable where it ends in the middle of a row or is too large. */
export function csvTable(text: string): Table {
  // Excel's own hint; it is not shown there as a row.
  const hint = /^sep=(.)\n/i.exec(text);
  const body = hint ? text.slice(hint[0].length) : text;
  const delimiter = hint?.[1] ?? sniffSeparator(body);
  const { data: rows, errors } = parse(body, delimiter);
  const open = errors.find((error) => error.code === "MissingQuotes");
  if (open) {
    throw new Unreadable(
      `This file looks cut off in row ${(open.row ?? 0) + 1}: a quotation mark opens there and never closes. Download it again.`,
    );
  }
  if (body.endsWith("\n")) rows.pop();
  else refuseCutOff(rows);
  if (rows.reduce((sum, row) => sum + row.length, 0) > MAX_CELLS) {
    throw new Unreadable(
      `This table has more than ${MAX_CELLS.toLocaleString("en-US")} cells. Export a shorter period and drop that.`,
    );
  }
  return { sheet: null, rows };
}

function parse(text: string, delimiter: string, preview = 0): Papa.ParseResult<string[]> {
  return Papa.parse<string[]>(text, { delimiter, newline: "\n", preview, skipEmptyLines: false });
}

/** The separator under which most rows fall into the same number of fields, and many of them. */
function sniffSeparator(text: string): string {
  const sample = text.slice(0, 65_536);
  let best: string = SEPARATORS[0];
  let bestScore = 0;
  for (const separator of SEPARATORS) {
    const rowsByWidth = new Map<number, number>();
    for (const { length } of parse(sample, separator, 60).data) {
      if (length > 1) rowsByWidth.set(length, (rowsByWidth.get(length) ?? 0) + 1);
    }
    const score = Math.max(0, ...[...rowsByWidth].map(([width, rows]) => width * rows));
    if (score > bestScore) {
      best = separator;
      bestScore = score;
    }
  }
  return best;
}

/**
 * A complete export ends its last row like all others. Without a line end, a last row with fewer fields than the table's is half a row;
 * a totals row may be shorter.
 */
function refuseCutOff(rows: readonly (readonly string[])[]): void {
  const last = rows.at(-1);
  if (!last || rows.length < 2 || /^\W*(?:grand\s+|sub)?totals?\b/i.test(last.find((cell) => cell !== "") ?? ""))
    return;
  if (last.length < tableWidth(rows) || endsInsideWord(rows, last)) {
    throw new Unreadable(`This file looks cut off in row ${rows.length}: the row ends too early. Download it again.`);
  }
}

/** Whether the file's last cell is the beginning of a word that stands whole in the same column, and is itself no word of it: `Regul`. */
function endsInsideWord(rows: readonly (readonly string[])[], last: readonly string[]): boolean {
  const column = last.length - 1;
  const end = last[column] ?? "";
  if (!/[A-Za-z]$/.test(end)) return false;
  const others = rows.slice(0, -1).map((row) => (row.length > column ? (row[column] ?? "") : ""));
  return !others.includes(end) && others.some((word) => word.length > end.length && word.startsWith(end));
}

/** The commonest number of fields, label rows above a table (much shorter than it) aside. */
function tableWidth(rows: readonly (readonly string[])[]): number {
  const widest = rows.reduce((width, row) => Math.max(width, row.length), 0);
  const rowsByWidth = new Map<number, number>();
  for (const { length } of rows) {
    if (length * 2 > widest) rowsByWidth.set(length, (rowsByWidth.get(length) ?? 0) + 1);
  }
  let width = 0;
  let most = 0;
  for (const [length, count] of rowsByWidth) {
    if (count > most || (count === most && length > width)) {
      width = length;
      most = count;
    }
  }
  return width;
}
