/** Tables as bytes: the same rows as CSV or XLSX, and ZIPs whose bytes depend on nothing but their content. */
import { unzipSync, type Zippable, zipSync } from "fflate";
import { type CellObject, utils, type WorkSheet, write } from "xlsx";
import { dateSerial } from "./dates.ts";
import { shortDecimal, twoPlaces } from "./decimal.ts";

interface DecimalCell {
  decimal: string;
  format: string;
}
interface DateCell {
  date: string;
}
/** A cell: a text, an exact decimal, a calendar date, or nothing. */
export type Cell = string | DecimalCell | DateCell | null;

/** Cents as a cell with two decimals. */
export function money(cents: number): Cell {
  return { decimal: twoPlaces(cents), format: "#,##0.00" };
}

/** A quantity in hundredths as a cell without needless decimals. */
export function quantity(hundredths: number): Cell {
  return { decimal: shortDecimal(hundredths), format: "General" };
}

/** A whole number as a cell. */
export function count(value: number): Cell {
  return { decimal: String(value), format: "0" };
}

/** A date as a cell; null stays empty. */
export function day(date: string | null): Cell {
  return date === null ? null : { date };
}

function plainText(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "string") return cell;
  return "date" in cell ? cell.date : cell.decimal;
}

function csvCell(cell: Cell): string {
  const text = plainText(cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** How a program writes its CSV: Amazon's start with a byte-order mark, ADP's end their lines as Windows does. */
export interface CsvStyle {
  byteOrderMark: boolean;
  newline: "\n" | "\r\n";
}

/** Rows as CSV in UTF-8. */
export function csvFile(rows: readonly (readonly Cell[])[], style?: CsvStyle): Uint8Array {
  const newline = style?.newline ?? "\n";
  const text = rows.map((row) => row.map(csvCell).join(",") + newline).join("");
  return new TextEncoder().encode((style?.byteOrderMark === true ? "\uFEFF" : "") + text);
}

function sheetCell(cell: Exclude<Cell, null>): CellObject {
  if (typeof cell === "string") return { t: "s", v: cell };
  if ("date" in cell) return { t: "n", v: dateSerial(cell.date), z: "yyyy-mm-dd" };
  // The nearest double of an exact decimal text: what a spreadsheet program stores when a person types the amount.
  return { t: "n", v: Number(cell.decimal), z: cell.format };
}

/** Rows as a workbook with one sheet. */
export function xlsxFile(sheetName: string, rows: readonly (readonly Cell[])[]): Uint8Array {
  const sheet: WorkSheet = {};
  const widths: number[] = [];
  rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (cell === null || cell === "") return;
      sheet[utils.encode_cell({ r, c })] = sheetCell(cell);
      widths[c] = Math.min(60, Math.max(widths[c] ?? 8, plainText(cell).length + 2));
    });
  });
  sheet["!ref"] = utils.encode_range({
    s: { r: 0, c: 0 },
    e: { r: rows.length - 1, c: Math.max(0, widths.length - 1) },
  });
  sheet["!cols"] = Array.from(widths, (wch) => ({ wch: wch ?? 8 }));
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, sheetName);
  const bytes = new Uint8Array(write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer);
  // Packed again: the writer stamps the moment of writing into its ZIP.
  return zipFile(unzipSync(bytes));
}

/** Files as a ZIP with a fixed time, so that the same content always gives the same bytes. */
export function zipFile(members: Readonly<Record<string, Uint8Array>>): Uint8Array {
  // A local date, because the packer writes the local clock: any zone gives midnight.
  const mtime = new Date(1980, 0, 1);
  const entries: Zippable = {};
  for (const [name, bytes] of Object.entries(members)) entries[name] = [bytes, { mtime, level: 9 }];
  return zipSync(entries);
}
