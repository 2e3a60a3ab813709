/** Ledger tables whose columns fit the page and whose rows fit a page. */
import type { Content, TableCell } from "pdfmake";
import { LINE, type Pen } from "./pen.ts";
import { asDataTable } from "./structure.ts";
import { GUTTER, ledgerLayout, TINT } from "./styles.ts";

export interface Column {
  readonly title: string;
  /** Text width in points, without the gutters. */
  readonly width: number;
  readonly right?: boolean;
  /** The column decided: it stands out in weight and ground, not in colour alone. */
  readonly marked?: boolean;
  readonly mono?: boolean;
}

/** A part of the page with its height in points, estimated a little high. */
export interface Block {
  readonly content: Content;
  readonly height: number;
}

interface LedgerOptions {
  readonly size: number;
  /** Rows above the column titles, across the whole table, repeated with them on every page. */
  readonly above?: readonly Content[];
  readonly aboveHeight?: number;
  /** The table stands in a block that is kept together: it needs no provision for page breaks. */
  readonly kept?: boolean;
  readonly gutter?: number;
  /** Lines the titles take at least, so that tables side by side begin their rows at the same height. */
  readonly titleLines?: number;
  readonly margin?: [number, number, number, number];
}

/** A row taller than this is continued in another: pdfmake would drop what does not fit on a page. */
const MOST_LINES = 32;
const PADDING = 3;

/** Height of a line of column titles. */
const TITLE_LINE = 9.3;

/** How many lines the longest column title takes. */
export function linesOfTitles(pen: Pen, columns: readonly Column[]): number {
  return Math.max(...columns.map((column) => pen.lines(column.title, 7.5, column.width)));
}

/** A table under a head that is repeated on every page; rows are never cut in the middle. */
export function ledger(
  pen: Pen,
  columns: readonly Column[],
  rows: readonly (readonly (string | Content)[])[],
  options: LedgerOptions,
): Block {
  const { size, above = [], kept = false } = options;
  const line = size * LINE;
  const body: TableCell[][] = above.map((content) => [
    { stack: [content], colSpan: columns.length },
    ...columns.slice(1).map(() => ({ text: "" })),
  ]);
  body.push(
    columns.map((column) => ({
      text: column.title,
      style: "head",
      alignment: column.right ? "right" : "left",
      verticalAlignment: "bottom",
      ...(column.marked ? { fillColor: TINT, bold: true } : {}),
    })),
  );
  const titleLines = Math.max(options.titleLines ?? 1, linesOfTitles(pen, columns));
  let height = (options.aboveHeight ?? 0) + titleLines * TITLE_LINE + 2 * PADDING;
  for (const row of rows) {
    for (const part of fitRow(pen, columns, row, size)) {
      const texts = part.map((cell) => (typeof cell === "string" ? cell : ""));
      const tall = Math.max(1, ...texts.map((text, index) => pen.lines(text, size, columns[index]?.width ?? 100)));
      height += tall * line + 2 * PADDING + 0.5;
      body.push(part.map((cell, index) => cellOf(cell, columns[index], size)));
    }
  }
  const headRows = above.length + 1;
  const content: Content = asDataTable(
    {
      table: {
        widths: columns.map((column) => column.width),
        body,
        heights: (row) => (row === above.length && titleLines > 1 ? titleLines * TITLE_LINE : "auto"),
        ...(kept
          ? {}
          : { headerRows: headRows, keepWithHeaderRows: body.length > headRows ? 1 : 0, dontBreakRows: true }),
      },
      layout: ledgerLayout(headRows, PADDING, options.gutter),
      ...(options.margin ? { margin: options.margin } : {}),
    },
    { captions: above.length, titles: 1 },
  );
  return { content, height: height + (options.margin ? options.margin[1] + options.margin[3] : 0) };
}

function cellOf(cell: string | Content, column: Column | undefined, size: number): TableCell {
  const look = {
    fontSize: size,
    alignment: column?.right ? ("right" as const) : ("left" as const),
    ...(column?.marked ? { fillColor: TINT, bold: true } : {}),
    ...(column?.mono ? { style: "mono", bold: false } : {}),
  };
  return typeof cell === "string" ? { text: cell, ...look } : { stack: [cell], ...look };
}

/** A row as one or more rows, each low enough for any page. */
function fitRow(
  pen: Pen,
  columns: readonly Column[],
  row: readonly (string | Content)[],
  size: number,
): (string | Content)[][] {
  const cells = row.map((cell, index) =>
    typeof cell === "string" ? pen.pieces(cell, size, columns[index]?.width ?? 100, MOST_LINES) : [cell],
  );
  const parts = Math.max(...cells.map((pieces) => pieces.length));
  return Array.from({ length: parts }, (_, part) => cells.map((pieces) => pieces[part] ?? ""));
}

const NUMBER = /^\(?[-+]?\$?\s?\d[\d,]*(?:\.\d+)?\)?%?$/;

/** Whether a column holds only numbers, which line up to the right. */
export function isNumeric(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== "");
  return filled.length > 0 && filled.every((cell) => NUMBER.test(cell.trim()));
}

/** Where a line may break: at spaces, and behind a hyphen before a letter. */
const WORDS = /\s+|(?<=-)(?=\p{L})/u;

/**
 * Widths for columns of text so that they fill `available` points and no word has to be broken; undefined when they cannot.
 * Long words count up to `longest` points only, so that one reference number does not decide the layout.
 */
export function fitColumns(
  pen: Pen,
  titles: readonly string[],
  rows: readonly (readonly string[])[],
  available: number,
  size: number,
  { longest = 110, gutter = GUTTER }: { readonly longest?: number; readonly gutter?: number } = {},
): number[] | undefined {
  const least: number[] = [];
  const wished: number[] = [];
  for (const [index, title] of titles.entries()) {
    const cells = rows.map((row) => row[index] ?? "");
    const words = cells.flatMap((cell) => cell.split(WORDS)).map((word) => pen.width(word, size));
    const titleWord = Math.max(...title.split(WORDS).map((word) => pen.width(word, 7.5)));
    least.push(Math.max(14, Math.min(longest, Math.max(titleWord, ...words)) + 1));
    const full = Math.max(pen.width(title, 7.5), ...cells.map((cell) => pen.width(cell, size))) + 1;
    wished.push(Math.max(least[index] ?? 0, Math.min(full, 220)));
  }
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const room = available - titles.length * 2 * gutter;
  const spare = room - sum(least);
  if (spare < 0) return undefined;
  const greed = wished.map((wish, index) => wish - (least[index] ?? 0));
  const wanted = sum(greed);
  if (wanted > spare) return least.map((width, index) => width + (spare * (greed[index] ?? 0)) / wanted);
  // Everything fits on one line: what is left is shared in proportion.
  const left = room - sum(wished);
  return wished.map((width) => width + (left * width) / sum(wished));
}
