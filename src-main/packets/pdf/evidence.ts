/** Evidence rows as they stand in the source: as a table where they fit the page, else as label and value, every cell of them. */
import type { Content, TableCell } from "pdfmake";
import type { EvidenceRow, EvidenceTable } from "../packet.ts";
import { LINE, type Pen } from "./pen.ts";
import { CONTENT_WIDTH, GUTTER, HAIRLINE, INK, KEEP_PART, ledgerLayout, MUTED, SIZE, TIGHT, TINT } from "./styles.ts";
import { type Block, type Column, fitColumns, isNumeric, ledger } from "./tables.ts";

const ROW_WIDTH = 26;
const PAIRS = 4;
const PAIR_WIDTH = (CONTENT_WIDTH - PAIRS * 2 * GUTTER) / PAIRS;
const PAIR_SIZE = 7.5;
const MOST_LINES = 30;

/** The file a table comes from, above it on every page; a finding's first table carries the heading too, so the two never part. */
function origin(table: EvidenceTable, first: boolean): Content {
  const heading: Content = { text: "EVIDENCE, AS IT STANDS IN THE SOURCE", style: "part", margin: [0, 0, 0, 3] };
  return {
    stack: [
      ...(first ? [heading] : []),
      {
        text: [
          { text: table.document, bold: true, color: INK },
          { text: table.sheet === null ? "" : `  ·  sheet ${table.sheet}`, color: MUTED },
        ],
        fontSize: 8,
      },
      { text: `SHA-256 ${table.sha256}`, style: "hash" },
    ],
  };
}

/** All rows of one source table. */
export function evidenceBlocks(table: EvidenceTable, first: boolean, pen: Pen, kept: boolean): Block[] {
  const aboveHeight = 30 + 10 * pen.lines(table.document, 8, CONTENT_WIDTH - 80);
  const cells = table.rows.map((row) => row.cells);
  for (const size of SIZE.evidence) {
    const available = CONTENT_WIDTH - ROW_WIDTH - 2 * TIGHT;
    const widths = fitColumns(pen, table.columns, cells, available, size, { longest: 96, gutter: TIGHT });
    if (!widths || isCrowded(pen, cells, widths, size)) continue;
    const columns: Column[] = [
      { title: "Row", width: ROW_WIDTH, right: true },
      ...table.columns.map((title, index) => ({
        title,
        width: widths[index] ?? 0,
        right: isNumeric(cells.map((row) => row[index] ?? "")),
        marked: table.marked[index] ?? false,
      })),
    ];
    const rows = table.rows.map((row) => [String(row.row), ...row.cells]);
    const above = [origin(table, first)];
    return [ledger(pen, columns, rows, { size, above, aboveHeight, kept, gutter: TIGHT, margin: [0, 2, 0, 8] })];
  }
  return table.rows.map((row, index) => pairs(table, row, first && index === 0, pen, kept, aboveHeight));
}

/** Whether a cell would be a tall thin strip: it reads better with the whole width to itself. */
function isCrowded(pen: Pen, cells: EvidenceTable["rows"][number]["cells"][], widths: number[], size: number): boolean {
  return cells.some((row) => row.some((cell, index) => pen.lines(cell, size, widths[index] ?? 0) > 6));
}

interface Pair {
  readonly label: string;
  readonly value: string;
  readonly marked: boolean;
}

/** One wide row: four pairs abreast, a long value across the page, empty cells by name in one line. */
function pairs(
  table: EvidenceTable,
  row: EvidenceRow,
  first: boolean,
  pen: Pen,
  kept: boolean,
  aboveHeight: number,
): Block {
  const size = PAIR_SIZE;
  const all = table.columns.map((label, index) => ({
    label,
    value: row.cells[index] ?? "",
    marked: table.marked[index] ?? false,
  }));
  const body: TableCell[][] = [
    span(origin(table, first)),
    span({ text: `Row ${row.row}`, bold: true, fontSize: 8, color: INK }),
  ];
  let height = aboveHeight + 18;
  let line: Pair[] = [];
  const flush = () => {
    if (line.length === 0) return;
    const tall = Math.max(...line.map((pair) => lines(pair, pen, PAIR_WIDTH)));
    height += tall * size * LINE + 5;
    body.push([...line.map(pairCell), ...Array.from({ length: PAIRS - line.length }, () => ({ text: "" }))]);
    line = [];
  };
  for (const pair of all.filter((each) => each.value.trim() !== "" || each.marked)) {
    if (lines(pair, pen, PAIR_WIDTH) <= 5) {
      line.push(pair);
      if (line.length === PAIRS) flush();
      continue;
    }
    flush();
    for (const [index, value] of pen.pieces(pair.value, size, CONTENT_WIDTH - 2 * GUTTER, MOST_LINES).entries()) {
      const part = { ...pair, value, label: index === 0 ? pair.label : `${pair.label} (continued)` };
      height += lines(part, pen, CONTENT_WIDTH - 2 * GUTTER) * size * LINE + 5;
      body.push(span(pairContent(part), part.marked));
    }
  }
  flush();
  const empty = all.filter((pair) => pair.value.trim() === "" && !pair.marked).map((pair) => pair.label);
  if (empty.length > 0) {
    const text = `Empty in the source: ${empty.join(", ")}`;
    for (const piece of pen.pieces(text, size, CONTENT_WIDTH - 2 * GUTTER, MOST_LINES)) {
      height += pen.lines(piece, size, CONTENT_WIDTH - 2 * GUTTER) * size * LINE + 5;
      body.push(span({ text: piece, fontSize: size, color: MUTED }));
    }
  }
  // A row of the source is one row to its reader: it is cut only where it is longer than half a page.
  const whole = kept || height <= KEEP_PART;
  const content: Content = {
    table: {
      widths: Array.from({ length: PAIRS }, () => PAIR_WIDTH),
      body,
      ...(whole ? {} : { headerRows: 2, keepWithHeaderRows: body.length > 2 ? 1 : 0, dontBreakRows: true }),
    },
    layout: { ...ledgerLayout(2, 2), hLineColor: (at) => (at === 2 ? MUTED : HAIRLINE) },
    margin: [0, 2, 0, 8],
  };
  return { content: whole && !kept ? { stack: [content], unbreakable: true } : content, height: height + 12 };
}

function lines(pair: Pair, pen: Pen, width: number): number {
  return pen.lines(pair.label, 6.5, width) + pen.lines(pair.value, PAIR_SIZE, width);
}

function pairContent(pair: Pair): Content {
  return {
    stack: [
      { text: pair.label, fontSize: 6.5, color: MUTED },
      { text: pair.value.trim() === "" ? "(empty)" : pair.value, fontSize: PAIR_SIZE, bold: pair.marked },
    ],
  };
}

const ground = (marked: boolean) => (marked ? { fillColor: TINT } : {});

function pairCell(pair: Pair): TableCell {
  return { stack: [pairContent(pair)], ...ground(pair.marked) };
}

/** A cell across the whole table. */
function span(content: Content, marked = false): TableCell[] {
  return [
    { stack: [content], colSpan: PAIRS, ...ground(marked) },
    ...Array.from({ length: PAIRS - 1 }, () => ({ text: "" })),
  ];
}
