/** Text to a table: whichever separator, quoted or not. */
import Papa from "papaparse";
import type { Table } from "../table.ts";
import { MAX_CELLS, MAX_LONG_ROWS } from "./limits.ts";
import { Unreadable } from "./unreadable.ts";

/** Characters of a text that is not held as a whole, and of the pieces it is parsed in. */
const LONG = 24 * 1024 * 1024;
const PIECE = 2 * 1024 * 1024;
/** Rows of a long table in which its header is looked for. */
const FIRST_ROWS = 2_000;

const SEPARATORS = [",", ";", "\t", "|", "^", "~"] as const;

/** Reads delimited text as one table. Throws Unreadable where it ends in the middle of a row or is too large. */
export function csvTable(text: string): Table {
  // Excel's own hint; it is not shown there as a row.
  const hint = /^"?sep=(.)"?\n/i.exec(text);
  const body = hint ? text.slice(hint[0].length) : text;
  const delimiter = hint?.[1] ?? sniffSeparator(body);
  if (body.length > LONG) return longTable(body, delimiter);
  const { data: rows, errors } = parse(body, delimiter);
  refuseOpenQuote(errors, 0);
  if (body.endsWith("\n")) rows.pop();
  else refuseCutOff(rows);
  if (rows.reduce((sum, row) => sum + row.length, 0) > MAX_CELLS) {
    throw tooMany(`${MAX_CELLS.toLocaleString("en-US")} cells`);
  }
  return { sheet: null, rows };
}

/** A table too long to be held: its first rows, and the rest as it is parsed. */
function longTable(body: string, delimiter: string): Table {
  const first = parse(body.slice(0, PIECE), delimiter, FIRST_ROWS).data;
  // The slice may end in the middle of a row.
  if (first.length < FIRST_ROWS) first.pop();
  const width = tableWidth(first);
  const rest = (take: (rows: readonly string[][]) => void, mostCells = Number.POSITIVE_INFINITY) => {
    let seen = 0;
    let cells = 0;
    let held: string[] | undefined;
    for (const { data, errors } of pieces(body, delimiter)) {
      refuseOpenQuote(errors, seen);
      const skip = Math.max(0, first.length - seen);
      seen += data.length;
      for (const row of data) cells += row.length;
      if (seen > MAX_LONG_ROWS) throw tooMany(`${MAX_LONG_ROWS.toLocaleString("en-US")} rows`);
      if (cells > mostCells) throw tooMany(`${mostCells.toLocaleString("en-US")} cells`);
      // The last row of all is looked at by itself: a text that ends in the middle of it is refused.
      const rows = [...(held === undefined ? [] : [held]), ...data.slice(skip)];
      held = rows.pop();
      take(rows);
    }
    if (held === undefined || body.endsWith("\n")) return;
    if (held.length < width && !isTotals(held)) throw cutOff(seen);
    take([held]);
  };
  return { sheet: null, rows: first, rest };
}

/** Parses a long text a piece at a time. A row that does not end in its piece is left to the next. */
function* pieces(body: string, delimiter: string): Generator<Papa.ParseResult<string[]>> {
  const parser = new Papa.Parser({ delimiter, newline: "\n" });
  let size = PIECE;
  for (let at = 0; at < body.length; ) {
    const isLast = at + size >= body.length;
    const piece = body.slice(at, at + size);
    const result: Papa.ParseResult<string[]> = parser.parse(piece, 0, !isLast);
    unwrap(result.data, piece);
    if (isLast || result.meta.cursor > 0) {
      yield result;
      at = isLast ? body.length : at + result.meta.cursor;
      size = PIECE;
    } else size *= 2;
  }
}

function tooMany(what: string): Unreadable {
  return new Unreadable(`This table has more than ${what}. Export a shorter period and drop that.`);
}

function refuseOpenQuote(errors: readonly Papa.ParseError[], before: number): void {
  const open = errors.find((error) => error.code === "MissingQuotes");
  if (!open) return;
  throw new Unreadable(
    `This file looks cut off in row ${before + (open.row ?? 0) + 1}: a quotation mark opens there and never closes. Download it again.`,
  );
}

function cutOff(row: number): Unreadable {
  return new Unreadable(`This file looks cut off in row ${row}: the row ends too early. Download it again.`);
}

function parse(text: string, delimiter: string, preview = 0): Papa.ParseResult<string[]> {
  const parsed = Papa.parse<string[]>(text, { delimiter, newline: "\n", preview, skipEmptyLines: false });
  unwrap(parsed.data, text);
  return parsed;
}

/**
 * Programs write `="007"` so that a spreadsheet keeps the zeros: the cell is what stands between the quotation marks. They write an
 * apostrophe before a text that begins like a formula (`'=`, `'-`), so that it is not run: the cell is what follows it.
 */
function unwrap(rows: string[][], text: string): void {
  if (!text.includes('="') && !/'[=+\-@]/.test(text)) return;
  for (const row of rows) {
    for (const [column, cell] of row.entries()) {
      const inside = cell.startsWith('="') ? /^="([^"]*)"$/.exec(cell)?.[1] : /^'('*[=+\-@].*)$/s.exec(cell)?.[1];
      if (inside !== undefined) row[column] = inside;
    }
  }
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
  if (!last || rows.length < 2 || isTotals(last)) return;
  if (last.length < tableWidth(rows) || endsInsideWord(rows, last)) throw cutOff(rows.length);
}

function isTotals(row: readonly string[]): boolean {
  return /^\W*(?:grand\s+|sub)?totals?\b/i.test(row.find((cell) => cell !== "") ?? "");
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
