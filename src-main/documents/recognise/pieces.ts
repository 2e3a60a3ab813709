/** A long table, piece by piece, each under the table's own header. */
import type { RecognisedTable } from "../interpretation.ts";
import type { Cell, Table } from "../table.ts";
import type { Fit } from "./header.ts";

type Rows = readonly (readonly Cell[])[];

/** What a table that has to be read as a whole may hold. */
const WHOLE_CELLS = 2_000_000;

/** Hands on the table as it is, or in pieces where it is long. Throws what its `rest` throws where it is too long to be read as a whole. */
export function eachPiece({ definition, recognised }: Fit, take: (piece: RecognisedTable) => void): void {
  const { table, headerRow } = recognised;
  const { rest } = table;
  if (rest === undefined) take(recognised);
  else if (definition.rowByRow) {
    const head = table.rows.slice(0, headerRow + 1);
    let skipped = 0;
    let held: Rows = table.rows.slice(headerRow + 1);
    const piece = (rows: Rows) => {
      take({ ...recognised, table: { sheet: table.sheet, rows: [...head, ...rows] }, skipped });
      skipped += rows.length;
    };
    rest((rows) => {
      // A piece must not end on rows that could be remarks under the table: only the last piece knows.
      const all = held.length === 0 ? rows : [...held, ...rows];
      const end = lastFullRow(all) + 1;
      piece(all.slice(0, end));
      held = all.slice(end);
    });
    piece(held);
  } else take({ ...recognised, table: whole(table.rows, table.sheet, rest) });
}

function lastFullRow(rows: Rows): number {
  return rows.findLastIndex((row) => row.filter((cell) => cell !== "").length > 1);
}

function whole(first: Rows, sheet: string | null, rest: NonNullable<Table["rest"]>): Table {
  const rows = [...first];
  rest((piece) => {
    for (const row of piece) rows.push(row);
  }, WHOLE_CELLS);
  return { sheet, rows };
}
