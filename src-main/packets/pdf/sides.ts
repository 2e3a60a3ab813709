/** Both sides of a finding: what was paid and what happened, side by side or one above the other. */
import type { Content } from "pdfmake";
import type { PacketEntry } from "../packet.ts";
import type { Pen } from "./pen.ts";
import { CONTENT_WIDTH, GUTTER, KEEP_PART, SIZE } from "./styles.ts";
import { type Block, type Column, fitColumns, isNumeric, ledger, linesOfTitles } from "./tables.ts";

/** Lines of a cell that still read well beside another table. */
const MOST_LINES = 3;

/** The two tables. */
export function sidesBlock({ finding }: PacketEntry, pen: Pen, kept: boolean): Block {
  const half = (CONTENT_WIDTH - 16) / 2;
  const columnsIn = (width: number) =>
    finding.sides.map((side) =>
      fitColumns(pen, side.columns, side.rows, width, SIZE.table)?.map(
        (column, index): Column => ({
          title: side.columns[index] ?? "",
          width: column,
          right: isNumeric(side.rows.map((row) => row[index] ?? "")),
          marked: side.marked.includes(index),
        }),
      ),
    );
  const tables = (width: number, together: boolean, level: boolean) => {
    const columns = columnsIn(width);
    const titleLines = level ? Math.max(...columns.map((own) => (own ? linesOfTitles(pen, own) : 1))) : 1;
    return finding.sides.map((side, at) => {
      const own = columns[at];
      if (!own) return undefined;
      const rows = side.rows.map((row) => own.map((_, index) => row[index] ?? ""));
      const shown = rows.length === 0 ? [own.map((_, index) => (index === 0 ? "Nothing" : ""))] : rows;
      const table = ledger(pen, own, shown, { size: SIZE.table, kept: together, titleLines });
      const heading: Content = {
        text: side.title,
        bold: true,
        fontSize: 8.5,
        leadingIndent: GUTTER,
        margin: [0, 0, 0, 1],
      };
      return { content: [heading, table.content], height: table.height + 12 };
    });
  };
  const abreast = tables(half, true, true);
  const [left, right] = abreast;
  const stacked = tables(CONTENT_WIDTH, kept, false).map(
    (table, index) => table ?? plainSide(finding.sides[index], pen, kept),
  );
  // Side by side as long as that does not make tall thin strips of long texts.
  const crowded = columnsIn(half).some((columns, at) =>
    finding.sides[at]?.rows.some((row) =>
      row.some((cell, index) => pen.lines(cell, SIZE.table, columns?.[index]?.width ?? 0) > MOST_LINES),
    ),
  );
  if (left && right && !crowded && Math.max(left.height, right.height) <= KEEP_PART) {
    const columns = [left, right].map((side) => ({ width: half, stack: side.content }));
    return {
      content: { columns, columnGap: 16, unbreakable: !kept, margin: [0, 4, 0, 10] },
      height: Math.max(left.height, right.height) + 14,
    };
  }
  return {
    content: {
      stack: stacked.map(({ content, height }): Content => {
        const whole = !kept && height <= KEEP_PART;
        return { stack: content, unbreakable: whole, margin: [0, 0, 0, 8] };
      }),
    },
    height: stacked.reduce((sum, table) => sum + table.height + 18, 0),
  };
}

/** A side with more columns than the page can hold: one line a row, titles before the values. */
function plainSide(side: PacketEntry["finding"]["sides"][number] | undefined, pen: Pen, kept: boolean) {
  const rows = (side?.rows ?? []).map((row) => [
    (side?.columns ?? []).map((title, index) => `${title}: ${row[index] ?? ""}`).join("; "),
  ]);
  const table = ledger(pen, [{ title: "Rows", width: CONTENT_WIDTH - 2 * GUTTER }], rows, { size: SIZE.table, kept });
  const heading: Content = {
    text: side?.title ?? "",
    bold: true,
    fontSize: 8.5,
    leadingIndent: GUTTER,
    margin: [0, 0, 0, 1],
  };
  return { content: [heading, table.content], height: table.height + 12 };
}
