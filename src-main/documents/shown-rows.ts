/** Rows of a planned document on their way to the screen: in the file's order, a page at a time. */
import type { RowState } from "#shared/contract/schemas.ts";
import type { ErrorRow } from "./error-rows.ts";
import { type FactRow, unpackedWhere } from "./packed.ts";
import type { PreparedDocument, PreparedSheet } from "./plan.ts";
import type { Verdict } from "./row-states.ts";

/** A row of a document: one that was read, by its number in the order they were packed, or one in error. */
export type ShownRow =
  | { readonly sheet: PreparedSheet; readonly index: number; readonly verdict: Verdict }
  | { readonly sheet: PreparedSheet; readonly error: ErrorRow };

/** The rows of a document with some states (all where none are named) in the file's order: how many there are, and one page. */
export function pageOf(
  document: PreparedDocument,
  { states, offset, limit }: { states?: readonly RowState[] | undefined; offset: number; limit: number },
): { total: number; rows: ShownRow[] } {
  const wanted = new Set<RowState>(states ?? []);
  const rows: ShownRow[] = [];
  let total = 0;
  for (const row of inOrder(document)) {
    if (wanted.size > 0 && !wanted.has("error" in row ? "error" : row.verdict.state)) continue;
    if (total >= offset && rows.length < limit) rows.push(row);
    total += 1;
  }
  return { total, rows };
}

/** Every row, those in error where they stand in their sheet. */
function* inOrder({ sheets, states, errors }: PreparedDocument): Generator<ShownRow> {
  let index = 0;
  for (const [number, sheet] of sheets.entries()) {
    const inError = errors.filter((error) => error.sheet === number);
    let next = 0;
    for (const end = index + sheet.rows.count; index < end; index += 1) {
      const line = states.lines[index] ?? 0;
      for (let error = inError[next]; error && error.row < line; error = inError[next]) {
        yield { sheet, error };
        next += 1;
      }
      const verdict = states.verdicts[states.marks[index] ?? 0];
      if (verdict) yield { sheet, index, verdict };
    }
    for (const error of inError.slice(next)) yield { sheet, error };
  }
}

/** Some rows of a document by their numbers. Only the batches they are in are unpacked. */
export function factRowsAt(document: PreparedDocument, numbers: Iterable<number>): Map<number, FactRow> {
  const wanted = [...new Set(numbers)].sort((a, b) => a - b);
  const found = new Map<number, FactRow>();
  let start = 0;
  let next = 0;
  for (const { rows } of document.sheets) {
    const first = start;
    const isWanted = (from: number, to: number) => {
      const number = wanted[next];
      return number !== undefined && number >= first + from && number < first + to;
    };
    for (const batch of unpackedWhere(rows, isWanted)) {
      const end = first + batch.from + batch.rows.length;
      for (let number = wanted[next]; number !== undefined && number < end; number = wanted[next]) {
        const row = batch.rows[number - first - batch.from];
        if (row) found.set(number, row);
        next += 1;
      }
    }
    start += rows.count;
  }
  return found;
}
