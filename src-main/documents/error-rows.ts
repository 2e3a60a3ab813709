/** Rows that could not be read: each is one row, however many of its cells are unreadable. */
import type { RowProblem } from "./interpretation.ts";

/** A row in error. */
export interface ErrorRow {
  /** Which of the document's sheets, from 0. */
  readonly sheet: number;
  /** 1-based; 0 for what concerns the sheet as a whole. */
  readonly row: number;
  /** Its unreadable cells by column title. */
  readonly cells: Readonly<Record<string, string>>;
  /** Why, a sentence for each cell. */
  readonly reason: string;
}

/** The rows in error of a document, from the problems of each of its sheets, by sheet and row. */
export function errorRows(sheets: readonly (readonly RowProblem[])[]): ErrorRow[] {
  return sheets.flatMap((problems, sheet) => {
    const byRow = Map.groupBy(problems, (problem) => problem.row ?? 0);
    return [...byRow]
      .sort(([a], [b]) => a - b)
      .map(([row, ofRow]) => ({
        sheet,
        row,
        cells: Object.fromEntries(ofRow.flatMap(({ column, text }) => (column === null ? [] : [[column, text]]))),
        reason: [...new Set(ofRow.map((problem) => problem.reason))].join(" "),
      }));
  });
}
