/** Which row of an unknown table is its header. */

import { titleKey } from "../recognise/titles.ts";
import type { Cell, Table } from "../table.ts";
import { shapesOf } from "./contents.ts";
import { DEFINITIONS, fieldsOf } from "./definitions.ts";
import { wordsOf } from "./words.ts";

/** Rows in which a header is looked for, and rows below one that speak for it. */
const HEADER_ROWS = 40;
const BELOW = 20;

/** Words that stand in titles of any kind. */
let vocabulary: ReadonlySet<string> | undefined;
function isKnown(title: string): boolean {
  vocabulary ??= new Set(
    DEFINITIONS.flatMap(fieldsOf)
      .flatMap(({ titles }) => titles)
      .flatMap(wordsOf),
  );
  return wordsOf(title).some((word) => vocabulary?.has(word));
}

/**
 * Index of the row that looks most like a header: different words, above rows that hold something else. Null where no row has two titles
 * with a row below them.
 */
export function guessHeader({ rows }: Table): number | null {
  let best: number | null = null;
  let highest = 0;
  const last = Math.min(HEADER_ROWS, rows.length - 1);
  for (let row = 0; row < last; row += 1) {
    const score = scoreOf(rows[row] ?? [], rows.slice(row + 1, row + 1 + BELOW));
    if (score > highest) [best, highest] = [row, score];
  }
  return best;
}

function scoreOf(row: readonly Cell[], below: readonly (readonly Cell[])[]): number {
  const titles = row.flatMap((cell, column) => (isTitle(cell) ? [{ title: String(cell), column }] : []));
  const others = row.filter((cell) => String(cell).trim() !== "" && !isTitle(cell)).length;
  if (new Set(titles.map(({ title }) => titleKey(title))).size < 2) return 0;
  // A cell of words: a letter that was saved as a table has such, a header has not.
  let score = -2 * others;
  let filled = 0;
  for (const { title, column } of titles) {
    const cells = below.map((each) => each[column] ?? "").filter((cell) => String(cell).trim() !== "");
    const data = cells.filter((cell) => !shapesOf(cell).has("text")).length;
    if (cells.length > 0) filled += 1;
    score += (cells.length > 0 ? 2 : 0.5) + (data * 2 > cells.length ? 2 : 0) + (isKnown(title) ? 1.5 : 0);
  }
  const doubles = titles.length - new Set(titles.map(({ title }) => titleKey(title))).size;
  return filled === 0 ? 0 : score - doubles;
}

function isTitle(cell: Cell): boolean {
  if (typeof cell === "number" || cell.length > 120 || titleKey(cell) === "") return false;
  const shapes = shapesOf(cell);
  // `In`, `OR` and `No` are titles of columns as well as values.
  return shapes.has("text") || shapes.has("state") || shapes.has("yes or no");
}
