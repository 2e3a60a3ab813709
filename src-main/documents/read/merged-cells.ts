/** Cells that are merged downwards: a VIN or a date that stands once beside several rows. */
import { scaled } from "#shared/money.ts";
import type { Cell } from "../table.ts";

/** A merged range, as the parser gives it: first and last row and column, from 0. */
interface Merged {
  readonly s: { readonly r: number; readonly c: number };
  readonly e: { readonly r: number; readonly c: number };
}

/** Taller ranges group no lines of a document. */
const TALLEST = 1_000;

/**
 * Writes what is merged downwards beside each of its rows, as a person reads it: names with digits (a VIN, a date, a number of an invoice).
 * Figures are left where they stand, since a merged amount is one amount, and so are words, which may be titles.
 */
export function spreadDown(rows: (readonly Cell[])[], merged: readonly Merged[]): void {
  for (const { s, e } of merged) {
    const cell = rows[s.r]?.[s.c];
    const isName = typeof cell === "string" && /\d/.test(cell) && scaled(cell, 6) === undefined;
    if (!isName || e.c > s.c || e.r - s.r > TALLEST) continue;
    for (let index = s.r + 1; index <= Math.min(e.r, rows.length - 1); index += 1) {
      const row = rows[index] ?? [];
      // A row with nothing of its own is blank.
      if (row.every((each) => each === "")) continue;
      rows[index] = Array.from({ length: Math.max(row.length, s.c + 1) }, (_, column) =>
        column === s.c && (row[column] ?? "") === "" ? cell : (row[column] ?? ""),
      );
    }
  }
}
