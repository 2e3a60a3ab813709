/**
 * Lines that are one row of the table although they stand below one another: a description of several lines beside figures that are set
 * in the middle of it. Told by the space between rows, which is wider than that between the lines of one.
 */
import { knownSection } from "../amazon-invoice-types.ts";
import { isDash, isNumber } from "./numbers.ts";
import type { PrintedCell, PrintedRow } from "./pages.ts";
import { sumOf } from "./words.ts";
import { joined } from "./wrapped.ts";

/** Lines nearer than this part of the distance between two rows belong together. */
const NEAR = 0.85;

/** Joins the lines that are one row; where the spaces tell nothing, every line stays as it is. */
export function asTableRows(rows: readonly PrintedRow[], isHeader: (row: PrintedRow) => boolean): PrintedRow[] {
  const table = rows.slice(Math.max(rows.findIndex(isHeader), 0));
  const standsAlone = (row: PrintedRow) => isHeader(row) || row.cells.some(({ text }) => isMark(text));
  const pitch = pitchOf(table, (row) => isComplete(row) || standsAlone(row));
  const vocabulary = rows.flatMap(({ cells }) => cells.map(({ text }) => text.toLowerCase())).join("\n");
  const seen = (text: string) => vocabulary.includes(text.toLowerCase());
  const blocks: PrintedRow[][] = [];
  for (const row of rows) {
    const block = blocks.at(-1);
    const above = block?.at(-1);
    const space = above ? distance(above, row) : Number.POSITIVE_INFINITY;
    const near = pitch !== undefined && space < NEAR * pitch;
    if (block && above && near && !standsAlone(row) && !standsAlone(above)) block.push(row);
    else {
      // Below repeated column titles a row may go on from the page before.
      const apart = above !== undefined && !isHeader(above) && pitch !== undefined && !near && Number.isFinite(space);
      blocks.push([{ ...row, apart }]);
    }
  }
  const width = Math.max(0, ...rows.filter(isHeader).map(({ cells }) => cells.length));
  return blocks.flatMap((block) => asOneRow(block, width, seen));
}

/** A section's title or a sum ends what stands above it, however near. */
function isMark(text: string): boolean {
  return knownSection(text) !== undefined || sumOf(text) !== undefined;
}

const isFigure = ({ text }: PrintedCell) => isNumber(text) || isDash(text);
const hasFigures = ({ cells }: PrintedRow) => cells.some(({ text }) => isNumber(text));
const isComplete = (row: PrintedRow) => hasFigures(row) && !row.cells.every(isFigure);

function distance(above: PrintedRow, below: PrintedRow): number {
  if (above.page !== below.page || above.top === null || below.top === null) return Number.POSITIVE_INFINITY;
  return below.top - above.top;
}

/** The usual distance between two rows of one line each; undefined where no two of them follow one another. */
function pitchOf(rows: readonly PrintedRow[], isOneLine: (row: PrintedRow) => boolean): number | undefined {
  const distances = rows.flatMap((row, index) => {
    const above = rows[index - 1];
    return above && isOneLine(above) && isOneLine(row) ? [distance(above, row)] : [];
  });
  const known = distances.filter(Number.isFinite).sort((a, b) => a - b);
  return known[Math.floor(known.length / 2)];
}

/** One row where one line of the block has the figures, else the lines as they are. `width` is how many cells a row may have. */
function asOneRow(block: readonly PrintedRow[], width: number, seen: (text: string) => boolean): readonly PrintedRow[] {
  const [line, ...others] = block.filter(hasFigures);
  if (!line || others.length > 0 || block.length === 1) return block;
  const cells = [...columnsOfWords(block, seen), ...line.cells.filter(isFigure)].sort((a, b) => a.x - b.x);
  return cells.length > width ? block : [{ ...line, cells }];
}

/** The words of several lines, those that begin at the same place joined. */
function columnsOfWords(lines: readonly PrintedRow[], seen: (text: string) => boolean): PrintedCell[] {
  const columns: { text: string; x: number }[] = [];
  for (const cell of lines.flatMap(({ cells }) => cells.filter((each) => !isFigure(each)))) {
    const column = columns.find(({ x }) => Math.abs(x - cell.x) <= 12);
    if (column) column.text = joined(column.text, cell.text, seen);
    else columns.push({ ...cell });
  }
  return columns;
}
