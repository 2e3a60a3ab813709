/** Rows of a table that sum up others: those that say so, and those whose figures do. */
import { scaled } from "#shared/money.ts";
import type { RecognisedTable } from "../interpretation.ts";
import { inUsualForm, NUMERIC } from "../recognise/format.ts";
import type { Cell } from "../table.ts";
import { isBlank } from "./blank.ts";

/** Words that a total begins with. A total loss is a van's end, and a line. */
export const TOTALS = /^\s*(?:(?:grand\s+|sub[\s-]?)?totals?|(?:gesamt|zwischen)?summe|gesamt)\b(?!\s+loss\b)/i;

/** Whether a row says that it is a total and leaves blank what only a row of the table has. `first` is its first filled column. */
export function isTotals(cells: readonly Cell[], first: number, anchors: readonly number[]): boolean {
  const cell = cells[first];
  if (typeof cell !== "string" || !TOTALS.test(cell)) return false;
  return anchors.every((column) => column === first || isBlank(cells[column]));
}

/** Four decimals are as many as any figure is read with. */
const PLACES = 4;
/** A total of rounded hours may be a hundredth off. */
const OFF = 100;

/**
 * Tells a row of nothing but figures that is the sum of the rows above it: of all of them, or of those since the last such row. `anchors`
 * are the columns such a row leaves blank; where there are none, it cannot be told from a row of the table. Takes the row's own index.
 */
export function unnamedTotals(recognised: RecognisedTable, anchors: readonly number[]): (index: number) => boolean {
  const { table, headerRow, columns, fields, format } = recognised;
  const { rows } = table;
  const shapes = new Map([...columns].map(([field, column]) => [column, fields[field]?.shape ?? "text"]));
  const figureIn = (row: readonly Cell[], column: number): number | undefined => {
    const shape = shapes.get(column) ?? "text";
    return scaled(inUsualForm(row[column] ?? "", NUMERIC.has(shape) ? shape : "number", format), PLACES);
  };
  const isBare = (row: readonly Cell[]) =>
    anchors.every((column) => isBlank(row[column])) &&
    row.every((cell, column) => isBlank(cell) || figureIn(row, column) !== undefined);
  return (index) => {
    const own = rows[index] ?? [];
    if (anchors.length === 0 || !isBare(own)) return false;
    const totals = own.flatMap((cell, column) => {
      const total = isBlank(cell) ? undefined : figureIn(own, column);
      return total === undefined ? [] : [{ column, total }];
    });
    if (totals.every(({ total }) => total === 0)) return false;
    const sums = new Map<number, number>();
    const agree = () => totals.every(({ column, total }) => Math.abs((sums.get(column) ?? 0) - total) <= OFF);
    for (let above = index - 1; above > headerRow; above -= 1) {
      const row = rows[above] ?? [];
      const first = row.findIndex((cell) => !isBlank(cell));
      if (first < 0 || isTotals(row, first, anchors)) continue;
      if (isBare(row)) {
        if (agree()) return true;
      } else {
        for (const { column } of totals) sums.set(column, (sums.get(column) ?? 0) + (figureIn(row, column) ?? 0));
      }
    }
    return agree();
  };
}
