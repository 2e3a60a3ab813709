/** XLSX to tables. Formulas are not evaluated: the value saved with them is read. */
import { zipSync } from "fflate";
import { type CellObject, read, type WorkBook, type WorkSheet } from "xlsx";
import type { Cell, Table } from "../table.ts";
import { MAX_CELLS, MAX_COLUMNS, MAX_ROWS } from "./limits.ts";
import { typedNumber } from "./number-format.ts";
import { damaged, Unreadable } from "./unreadable.ts";
import { unpack, type ZipEntry } from "./zip.ts";

const ERRORS: Readonly<Record<number, string>> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
};
/** Shared by all blank rows. */
const BLANK: readonly Cell[] = [];

/** Whether a ZIP is an Office Open XML spreadsheet. */
export function isWorkbook(entries: readonly ZipEntry[]): boolean {
  const named = (test: (name: string) => boolean) => entries.some(({ name }) => test(name.replaceAll("\\", "/")));
  return named((name) => name === "[Content_Types].xml") && named((name) => name.startsWith("xl/"));
}

/** All sheets, hidden ones too. Throws Unreadable where the workbook is locked, damaged, too large or of another format. */
export function workbookTables(bytes: Uint8Array, entries: readonly ZipEntry[]): Table[] {
  if (entries.some(({ name }) => name.endsWith("workbook.bin"))) {
    throw new Unreadable("This is a binary Excel workbook (.xlsb), which is not read. Save it as XLSX and drop that.");
  }
  const book = parse(repack(bytes, entries));
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  return book.SheetNames.map((name) => {
    const sheet = book.Sheets[name];
    // The parser leaves out a sheet it stumbles over; a workbook of which a part is missing must not look complete.
    if (!sheet) throw damaged();
    return { sheet: name, rows: rowsOf(sheet, name, date1904) };
  });
}

/** Pictures and macros are no data: the parser never sees them. What it sees was checked against its checksums. */
function repack(bytes: Uint8Array, entries: readonly ZipEntry[]): Uint8Array {
  const parts: Record<string, Uint8Array> = {};
  for (const entry of entries) {
    if (/\/$|\/media\/|\.bin$/.test(entry.name)) continue;
    parts[entry.name] = unpack(bytes, entry);
  }
  return zipSync(parts, { level: 0 });
}

function parse(bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, {
      type: "array",
      dense: true,
      // The range a sheet declares may be a lie of billions of cells; only cells that exist count.
      nodim: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellFormula: false,
      cellStyles: false,
      cellDates: false,
      bookVBA: false,
    });
  } catch (error) {
    if (error instanceof Error && /password/i.test(error.message)) {
      throw new Unreadable(
        "This workbook is protected with a password. Remove the password in Excel and drop it again.",
      );
    }
    throw damaged();
  }
}

function rowsOf(sheet: WorkSheet, name: string, date1904: boolean): readonly (readonly Cell[])[] {
  const data = sheet["!data"] ?? [];
  if (data.length > MAX_ROWS) throw damaged();
  const rows: (readonly Cell[])[] = [];
  let cells = 0;
  // By index, because rows without any cell are holes.
  for (let index = 0; index < data.length; index += 1) {
    const row = data[index];
    if (!row || row.length === 0) {
      rows.push(BLANK);
      continue;
    }
    cells += row.length;
    if (row.length > MAX_COLUMNS) throw damaged();
    if (cells > MAX_CELLS) {
      throw new Unreadable(
        `Sheet "${name}" has more than ${MAX_CELLS.toLocaleString("en-US")} cells. Export a shorter period and drop that.`,
      );
    }
    const values: Cell[] = [];
    for (let column = 0; column < row.length; column += 1) {
      const cell = row[column];
      values.push(cell ? contentOf(cell, date1904) : "");
    }
    rows.push(values);
  }
  return rows;
}

function contentOf(cell: CellObject, date1904: boolean): Cell {
  const { v: value } = cell;
  switch (typeof value) {
    case "string":
      return value;
    case "boolean":
      return value ? "TRUE" : "FALSE";
    case "number":
      if (cell.t === "e") return ERRORS[value] ?? "#ERROR!";
      return typedNumber(value, typeof cell.z === "string" ? cell.z : "General", date1904);
    default:
      return value === undefined ? "" : value.toISOString().slice(0, 16);
  }
}
