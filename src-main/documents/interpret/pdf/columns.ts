/** Which cell of a printed row stands in which column. Columns are known by where their titles and their full rows begin. */

import { isDash, isNumber } from "./numbers.ts";
import type { PrintedCell, PrintedRow } from "./pages.ts";
import { type Field, fieldOf } from "./words.ts";

/** A column of a printed table. */
export interface Column {
  readonly field: Field;
  readonly title: string;
  /** The column's own week, where a table of weekly counts has one for each. */
  readonly week: string | null;
  /** Where its cells begin: figures are set to the right, so the longer begin further left. */
  from: number;
  to: number;
}

const NUMERIC: ReadonlySet<Field> = new Set(["rate", "quantity", "amount"]);

/** Whether a column holds figures. */
export function isNumeric({ field }: Column): boolean {
  return NUMERIC.has(field);
}

/** The columns that a header row names; undefined for a row that is none. `weekOf` tells the title of a week's count. */
export function columnsOf(row: PrintedRow, weekOf: (title: string) => string | undefined): Column[] | undefined {
  const columns = row.cells.map(({ text, x }): Column => {
    const field = fieldOf(text);
    const week = field === "other" ? weekOf(text) : undefined;
    return { field: week === undefined ? field : "quantity", title: text, week: week ?? null, from: x, to: x };
  });
  const known = columns.filter(({ field }) => field !== "other");
  const hasFigures = known.some(({ field }) => field === "quantity" || field === "amount");
  const once = known.every(
    ({ field, week }) => week !== null || known.filter((each) => each.field === field).length === 1,
  );
  const describes = known.some(({ field }) => field === "description");
  return describes && hasFigures && once && known.length * 2 > columns.length ? columns : undefined;
}

/** Widens the columns by the rows that fill all of them, which shows how far to the left long figures begin. */
export function learn(columns: readonly Column[], rows: readonly PrintedRow[]): void {
  const numeric = columns.filter(isNumeric);
  for (const { cells } of rows) {
    const figures = cells.filter(({ text }) => isNumber(text));
    if (figures.length !== numeric.length || figures.length < 2) continue;
    numeric.forEach((column, index) => {
      const { x = column.from } = figures[index] ?? {};
      column.from = Math.min(column.from, x);
      column.to = Math.max(column.to, x);
    });
  }
}

/** What it costs, in points, to see figures among words or words among figures. */
const ODD = 150;

/**
 * The cells of a row by column, in the columns' order, "" where a column has none. Cells keep their order; each column of figures takes
 * one of them, columns of words may take several, and of all ways the nearest counts.
 */
export function placed(cells: readonly PrintedCell[], columns: readonly Column[]): string[] {
  // best[c]: the cheapest way to set the cells so far with the last of them in column c.
  let best: { cost: number; path: number[] }[] = columns.map(() => ({ cost: 0, path: [] }));
  cells.forEach((cell, step) => {
    const next = columns.map((column, index) => {
      let from = { cost: step === 0 ? 0 : Number.POSITIVE_INFINITY, path: [] as number[] };
      for (let before = 0; step > 0 && before <= index; before += 1) {
        const way = best[before];
        if (before === index && isNumeric(column)) continue;
        if (way && way.cost < from.cost) from = way;
      }
      return { cost: from.cost + costOf(cell, column), path: [...from.path, index] };
    });
    best = next;
  });
  const cheapest = best.reduce((a, b) => (b.cost < a.cost ? b : a), {
    cost: Number.POSITIVE_INFINITY,
    path: [] as number[],
  });
  const texts = columns.map(() => "");
  cells.forEach(({ text }, index) => {
    const column = cheapest.path[index] ?? 0;
    texts[column] = texts[column] === "" ? text : `${texts[column]} ${text}`;
  });
  return texts;
}

function costOf({ text, x }: PrintedCell, column: Column): number {
  const distance = Math.max(column.from - x, x - column.to, 0);
  const fits = isNumeric(column) ? isNumber(text) || isDash(text) : !isNumber(text);
  // Titles of figures are set to the right as well; words begin where their title does.
  return distance + (fits || column.field === "other" ? 0 : ODD);
}
