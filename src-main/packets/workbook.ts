/** A workbook that people open in a spreadsheet program: texts that cannot become formulas, money and hours as numbers with two places. */
import { type CellObject, utils, type WorkSheet, write } from "xlsx";
import { type Cents, plainCents } from "#shared/money.ts";

/** A text, a whole number, or an amount in hundredths (cents, hundredths of hours); null stays empty. */
export type WorkbookCell = string | { readonly whole: number } | { readonly hundredths: Cents } | null;

/** Texts that a spreadsheet program would take for a formula when the sheet is saved as CSV, edited or pasted elsewhere. */
const FORMULA = /^\s*[=+\-@]/;

/** A text that stays text: what begins with = + - or @ gets an apostrophe before it. */
export function neutralised(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** One sheet as the bytes of an XLSX file. The first row holds the titles. */
export function workbookBytes(sheetName: string, rows: readonly (readonly WorkbookCell[])[]): Uint8Array {
  const sheet: WorkSheet = {};
  const widths: number[] = [];
  rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      if (cell === null) return;
      const object = cellObject(cell);
      sheet[utils.encode_cell({ r: row, c: column })] = object;
      widths[column] = Math.max(widths[column] ?? 8, Math.min(60, String(object.v).length + 2));
    });
  });
  const columns = Math.max(1, ...rows.map((cells) => cells.length));
  sheet["!ref"] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: Math.max(0, rows.length - 1), c: columns - 1 } });
  sheet["!cols"] = Array.from({ length: columns }, (_, column) => ({ wch: widths[column] ?? 8 }));
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, sheetName);
  return new Uint8Array(write(book, { type: "array", bookType: "xlsx", compression: true }));
}

function cellObject(cell: Exclude<WorkbookCell, null>): CellObject {
  if (typeof cell === "string") return { t: "s", v: neutralised(cell) };
  if ("whole" in cell) return { t: "n", v: cell.whole, z: "#,##0" };
  // The nearest double of the exact decimal: what a spreadsheet program stores when a person types the amount.
  return { t: "n", v: Number(plainCents(cell.hundredths)), z: "#,##0.00" };
}
