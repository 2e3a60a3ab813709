/** Single rows out of long tables, many at once: a packet quotes a row here and there of the same file. */
import type { Cell, ReadDocument, Table } from "../table.ts";

/** Rows of one sheet, counted from 0, in ascending order. */
export interface WantedRows {
  readonly sheet: string | null;
  readonly rows: readonly number[];
}

/** The rows that were asked for in their order; null where the sheet has no such row. */
export type PickedRows = readonly (readonly Cell[] | null)[];

/** The rows of each sheet that is asked for; null for a sheet the document does not have. */
export function pickedRows(
  document: Pick<ReadDocument, "tables">,
  wanted: readonly WantedRows[],
): (PickedRows | null)[] {
  return wanted.map(({ sheet, rows }) => {
    const table = document.tables.find((each) => each.sheet === sheet);
    return table ? rowsOf(table, rows) : null;
  });
}

/** The sheets of a workbook in which anything stands; none of a text, and none of a PDF, which is whole as its sender wrote it. */
export function filledSheets({ format, tables }: Pick<ReadDocument, "format" | "tables">): (string | null)[] {
  return format === "workbook" ? tables.filter(isFilled).map(({ sheet }) => sheet) : [];
}

function isFilled(table: Table): boolean {
  let filled = false;
  const take = (piece: readonly (readonly Cell[])[]) => {
    filled ||= piece.some((cells) => cells.some((cell) => String(cell).trim() !== ""));
  };
  take(table.rows);
  if (!filled) table.rest?.(take);
  return filled;
}

function rowsOf(table: Table, rows: readonly number[]): PickedRows {
  const picked: (readonly Cell[] | null)[] = [];
  let passed = 0;
  const take = (piece: readonly (readonly Cell[])[]) => {
    for (let next = rows[picked.length]; next !== undefined && next < passed + piece.length; next = rows[picked.length])
      picked.push(piece[next - passed] ?? null);
    passed += piece.length;
  };
  take(table.rows);
  table.rest?.(take);
  while (picked.length < rows.length) picked.push(null);
  return picked;
}
