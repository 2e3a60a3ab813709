/** The rows of all pages in reading order, without what pages repeat of each other. */
import { normaliseTitle } from "../../recognise/titles.ts";
import type { Table } from "../../table.ts";
import { isNumber } from "./numbers.ts";
import { isPageNumber, titlesIn } from "./words.ts";

/** One cell of a printed row. */
export interface PrintedCell {
  readonly text: string;
  /** How far from the left it begins, in points. */
  readonly x: number;
}

/** One line of a page. */
export interface PrintedRow {
  readonly page: string | null;
  /** 1-based line on its page. */
  readonly line: number;
  /** How far from the top of its page, in points; null where that is not known. */
  readonly top: number | null;
  /** Whether the space above it is that between two rows: then it does not go on what stands there. */
  readonly apart?: boolean;
  readonly cells: readonly PrintedCell[];
}

/** All rows of all pages as they stand. */
export function allRows(pages: readonly Table[]): PrintedRow[] {
  return pages.flatMap((page) => page.rows.map((_, index) => rowOf(page, index)));
}

/** All rows in reading order. Words around the table that stand at the same place on every page are left out, page numbers as well. */
export function rowsOf(pages: readonly Table[], isHeader: (row: PrintedRow) => boolean): PrintedRow[] {
  const printed = pages.map((page) =>
    page.rows.map((_, index) => rowOf(page, index)).filter(({ cells }) => cells.length > 0),
  );
  const around = printed.map((rows) => {
    const header = rows.findIndex(isHeader);
    const last = rows.findLastIndex(hasFigures);
    return rows.filter((row, index) => !hasFigures(row) && (index < header || index > last));
  });
  const on = (pages: readonly (readonly PrintedRow[])[], row: PrintedRow) =>
    pages.every((rows) => rows.some((each) => isSame(row, each)));
  return printed.flatMap((rows, page) => {
    const header = rows.findIndex(isHeader);
    return rows.filter((row, index) => {
      if (hasFigures(row)) return true;
      if (row.cells.some(({ text }) => isPageNumber(text))) return false;
      if (!around[page]?.includes(row) || around.length === 1) return true;
      // The first page keeps its head; what only the later pages have above their tables takes three of them to be known.
      if (page === 0) return index < header || !on(around, row);
      return !on(around.slice(0, 1), row) && !(around.length > 2 && on(around.slice(1), row));
    });
  });
}

const hasFigures = (row: PrintedRow) => row.cells.some(({ text }) => isNumber(text));

/** Whether two pages have the same words at the same place. Their figures may differ, as page numbers and dates do. */
function isSame(a: PrintedRow, b: PrintedRow): boolean {
  const near = a.top === null || b.top === null || Math.abs(a.top - b.top) <= 3;
  return near && wordsOf(a) === wordsOf(b);
}

function rowOf(page: Table, index: number): PrintedRow {
  const texts = (page.rows[index] ?? []).map(String);
  const positions = page.positions?.[index] ?? [];
  const cells: PrintedCell[] = [];
  texts.forEach((text, place) => {
    const x = positions[place] ?? place * 100;
    const before = cells.at(-1);
    // An accounting format sets the sign of the currency apart from its figures, before or behind them.
    if (before && /^[$€£]$/.test(before.text)) cells[cells.length - 1] = { text: before.text + text, x };
    else if (before && text === "€") cells[cells.length - 1] = { ...before, text: `${before.text} ${text}` };
    else if (text.trim() !== "") cells.push(...apart(text, x));
  });
  return { page: page.sheet, line: index + 1, top: page.tops?.[index] ?? null, cells };
}

/** About how wide a letter is, in points: where a title begins that was read together with the one before it. */
const LETTER = 5;

/** A cell, or one for each of the column titles that were read as one text. */
function apart(text: string, x: number): PrintedCell[] {
  let before = 0;
  return titlesIn(text).map((title) => {
    const cell = { text: title, x: x + before * LETTER };
    before += title.length + 1;
    return cell;
  });
}

/** A row's words, its figures left out, so that a page number does not tell two rows apart. */
function wordsOf(row: PrintedRow): string {
  return row.cells.map((cell) => normaliseTitle(cell.text).replace(/\d+/g, "#")).join("|");
}
