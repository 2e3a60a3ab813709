/** The lines of a printed invoice, in reading order, with the sums below them. */
import { asTableRows } from "./blocks.ts";
import { columnsOf } from "./columns.ts";
import type { PrintedLine, Reading } from "./line.ts";
import type { PrintedRow } from "./pages.ts";
import { withoutSectionSums } from "./sums.ts";
import { Walk } from "./walk.ts";

/** The lines of all pages; dates, sections and column titles hold for what stands below them. */
export function linesIn(printed: readonly PrintedRow[], reading: Reading): PrintedLine[] {
  const rows = asTableRows(printed, (row) => columnsOf(row, reading.weekOf) !== undefined);
  const headers = rows.map((row) => columnsOf(row, reading.weekOf));
  const walk = new Walk(printed, reading);
  for (const [index, row] of rows.entries()) {
    const header = headers[index];
    if (header) {
      const next = headers.findIndex((each, place) => place > index && each !== undefined);
      walk.begin(header, rows.slice(index + 1, next < 0 ? undefined : next));
    } else walk.read(row);
  }
  walk.endSection();
  return withoutSectionSums(walk.lines, reading.german);
}
