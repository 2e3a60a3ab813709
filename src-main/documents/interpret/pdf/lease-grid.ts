/** The pages of a lessor's invoice as one table: what stands above its lines, one header, and each row's texts in the header's columns. */
import { matchColumns, positionsOf, vocabularyOf } from "../../recognise/columns.ts";
import { titleKey } from "../../recognise/titles.ts";
import type { Table } from "../../table.ts";
import { FIELDS } from "../lease-fields.ts";
import { MONEY } from "../lease-money.ts";
import { asTableRows } from "./blocks.ts";
import { type Column, placed } from "./columns.ts";
import { isDash, isNumber } from "./numbers.ts";
import { type PrintedCell, type PrintedRow, rowsOf } from "./pages.ts";

/** The one table, and on which page and line each of its rows stands. */
export interface LeaseGrid {
  readonly table: Table;
  readonly places: readonly { readonly page: string | null; readonly line: number }[];
}

const WORDS = vocabularyOf(FIELDS);
/** About how wide a letter is, in points. */
const LETTER = 5;
/** Fewer known titles than these are no header of a lessor's invoice. */
const LEAST = 3;

/** The table of some pages; undefined where no row names the columns of a lessor's lines. */
export function leaseGrid(pages: readonly Table[]): LeaseGrid | undefined {
  const rows = asTableRows(rowsOf(pages, isLeaseHeader), isLeaseHeader);
  const first = rows.findIndex(isLeaseHeader);
  const header = rows[first];
  if (header === undefined) return undefined;
  const titles = titleCells(header);
  const grid: string[][] = [];
  const places: { page: string | null; line: number }[] = [];
  const add = (row: PrintedRow, cells: readonly string[]) => {
    grid.push([...cells]);
    places.push({ page: row.page, line: row.line });
  };
  for (const row of rows.slice(0, first))
    add(
      row,
      row.cells.map(({ text }) => text),
    );
  add(
    header,
    titles.map(({ text }) => text),
  );
  const below = rows.slice(first + 1);
  const last = below.findLastIndex(({ cells }) => cells.some(({ text }) => isNumber(text) || inOneCell(text) !== null));
  const tops = headerLines(below);
  const lines = below.slice(0, last + 1).filter(({ page, line }) => line >= (tops.get(page) ?? 0));
  let columns = columnsOf(titles, lines);
  for (const row of lines) {
    if (isLeaseHeader(row)) {
      const again = titleCells(row);
      // A page of its own margins: the same columns a little further left or right.
      if (again.length === titles.length) columns = columnsOf(again, lines);
    } else add(row, cellsOf(row, columns));
  }
  return { table: { sheet: null, rows: grid }, places };
}

/** Whether a row names the columns of a lessor's lines: a van, money, and a further one. */
function isLeaseHeader(row: PrintedRow): boolean {
  const found = matchColumns(FIELDS, positionsOf(titleCells(row).map(({ text }) => titleKey(text))));
  const names = (fields: readonly string[]) => fields.some((field) => found.has(field));
  return found.size >= LEAST && names(["vin", "unit", "plate"]) && names(MONEY);
}

/** What later pages print above their repeated header: where each page's header stands. */
function headerLines(rows: readonly PrintedRow[]): ReadonlyMap<string | null, number> {
  return new Map(
    rows
      .filter(isLeaseHeader)
      .toReversed()
      .map(({ page, line }) => [page, line]),
  );
}

/** The titles of a row; those that were read as one text are parted where each is known. */
function titleCells({ cells }: PrintedRow): PrintedCell[] {
  return cells.flatMap(({ text, x }) => {
    let from = 0;
    return titlesIn(text).map((title) => {
      const cell = { text: title, x: x + from * LETTER };
      from += title.length + 1;
      return cell;
    });
  });
}

function titlesIn(text: string): readonly string[] {
  const words = text.split(/\s+/);
  const known = (from: number, to: number) => WORDS.has(titleKey(words.slice(from, to).join(" ")));
  if (words.length < 2 || known(0, words.length)) return [text];
  const found: string[] = [];
  for (let from = 0; from < words.length; ) {
    let to = words.length;
    while (to > from && !known(from, to)) to -= 1;
    if (to === from) return [text];
    found.push(words.slice(from, to).join(" "));
    from = to;
  }
  return found;
}

/** The columns, widened by the rows that fill all of them: figures are set to the right, so the longer begin further left. */
function columnsOf(titles: readonly PrintedCell[], rows: readonly PrintedRow[]): Column[] {
  const found = matchColumns(FIELDS, positionsOf(titles.map(({ text }) => titleKey(text))));
  const figures = new Set([...found].flatMap(([field, column]) => (isFigure(field) ? [column] : [])));
  const columns = titles.map(({ text, x }, index): Column => {
    return { field: figures.has(index) ? "amount" : "other", title: text, week: null, from: x, to: x };
  });
  for (const { cells } of rows) {
    if (cells.length !== columns.length || !cells.every(({ text }, index) => !figures.has(index) || isValue(text)))
      continue;
    cells.forEach(({ x }, index) => {
      const column = columns[index];
      if (column === undefined) return;
      column.from = Math.min(column.from, x);
      column.to = Math.max(column.to, x);
    });
  }
  return columns;
}

const isValue = (text: string) => isNumber(text) || isDash(text);

function isFigure(field: string): boolean {
  const shape = FIELDS[field]?.shape;
  return shape === "money" || shape === "number";
}

/** A row's texts by column. The words of a sum stand in the first, wherever they were set, and its figures under their own. */
function cellsOf(row: PrintedRow, columns: readonly Column[]): string[] {
  const parted = row.cells.flatMap(
    (cell) => inOneCell(cell.text)?.map((text, at) => ({ text, x: cell.x + at * 60 })) ?? [cell],
  );
  const words = parted.filter(({ text }) => !isValue(text));
  const [only, ...more] = words;
  const sums = only !== undefined && more.length === 0 && parted.length > 1 && SUM.test(only.text);
  const cells = placed(sums ? parted.filter((cell) => cell !== only) : parted, sums ? figuresOf(columns) : columns);
  const texts = sums ? spread(cells, columns) : cells;
  if (sums) texts[0] = only.text;
  return texts.map((text) => (isDash(text) ? "" : text));
}

const SUM = /\b(?:sub[ -]?)?totals?\b|\b(?:amount|balance) due\b|^(?:sales |use |rental )?tax(?:es)?\b/i;

/** `Total Due: $1,840.26` in one cell, as its words and its figure; null for another text. */
function inOneCell(text: string): readonly [string, string] | null {
  const [, words = "", figure = ""] = /^(.*?[a-z][^\d$]*?)[\s:]+(\(?-?\$?\s?[\d,]+\.\d{2}\)?)$/i.exec(text) ?? [];
  return words !== "" && SUM.test(words) ? [words.trim(), figure] : null;
}

const figuresOf = (columns: readonly Column[]) => columns.filter(({ field }) => field === "amount");

function spread(cells: readonly string[], columns: readonly Column[]): string[] {
  let at = 0;
  return columns.map(({ field }) => (field === "amount" ? (cells[at++] ?? "") : ""));
}
