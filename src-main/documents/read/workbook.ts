/**
 * Spreadsheets to tables: XLSX and XLSB, the old XLS, OpenDocument. Formulas are not evaluated: the value saved with them is read. Nothing
 * is fetched and no macro is run: the parser never sees them.
 */
import { zipSync } from "fflate";
import { type CellObject, type ParsingOptions, read, type WorkBook, type WorkSheet } from "xlsx";
import type { Cell, Table } from "../table.ts";
import { refusalOfOle } from "./legacy.ts";
import { MAX_CELLS, MAX_COLUMNS, MAX_ROWS } from "./limits.ts";
import { spreadDown } from "./merged-cells.ts";
import { typedNumber } from "./number-format.ts";
import { countFormats, isLongSheet, longSheetRows, standIn, standsFor } from "./sheet-xml.ts";
import { withoutMarks } from "./text.ts";
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
const LOCKED = "This workbook is protected with a password. Remove the password in Excel and drop it again.";

const OPTIONS: ParsingOptions = {
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
};

/** Whether a ZIP is a workbook of Excel's (XLSX, XLSM, XLSB). */
export function isWorkbook(entries: readonly ZipEntry[]): boolean {
  const named = (test: (name: string) => boolean) => entries.some(({ name }) => test(name.replaceAll("\\", "/")));
  return named((name) => name === "[Content_Types].xml") && named((name) => name.startsWith("xl/"));
}

/** Whether a ZIP is an OpenDocument file. */
export function isOpenDocument(entries: readonly ZipEntry[]): boolean {
  return entries.some(({ name }) => name === "content.xml") && entries.some(({ name }) => name === "mimetype");
}

/** All sheets of a workbook, hidden ones too. Throws Unreadable where it is locked, damaged or too large. */
export function workbookTables(bytes: Uint8Array, entries: readonly ZipEntry[]): Table[] {
  const parts = partsOf(bytes, entries);
  const long = Object.entries(parts).filter(([path, part]) => isLongSheet(path, part));
  const formats = countFormats(parts["xl/styles.xml"]);
  if (long.length === 0 || formats > MAX_COLUMNS) return tablesOf(parse(zipSync(parts, { level: 0 })));
  const standIns = Object.fromEntries(long.map(([path]) => [path, standIn(path, formats)]));
  const book = parse(zipSync({ ...parts, ...standIns }, { level: 0 }));
  const rows = new Map<string, readonly (readonly Cell[])[]>();
  for (const name of book.SheetNames) {
    const sheet = book.Sheets[name];
    const part = sheet && parts[standsFor(sheet) ?? ""];
    if (!sheet || !part) continue;
    const read = longSheetRows(part, sheet, book);
    if (read === null) return tablesOf(parse(zipSync(parts, { level: 0 })));
    rows.set(name, read);
  }
  return tablesOf(book, rows);
}

/** The parts of a package that the parser sees, checked against their checksums: no pictures, no macros. */
function partsOf(bytes: Uint8Array, entries: readonly ZipEntry[]): Record<string, Uint8Array> {
  const isBinary = entries.some(({ name }) => name.endsWith("workbook.bin"));
  const parts: Record<string, Uint8Array> = {};
  for (const entry of entries) {
    if (/\/$|\/media\/|vbaProject/i.test(entry.name) || (!isBinary && entry.name.endsWith(".bin"))) continue;
    const part = unpack(bytes, entry);
    if (isSheet(entry.name) && !endsAsSheet(part)) throw damaged();
    parts[entry.name] = part;
  }
  return parts;
}

const isSheet = (path: string) => /(?:^|\/)worksheets\/[^/]+\.xml$/.test(path);

/** A sheet whose XML stops early reads as a shorter sheet: it must end with its own end tag. */
function endsAsSheet(part: Uint8Array): boolean {
  const tail = new TextDecoder().decode(part.subarray(Math.max(0, part.length - 400)));
  return part.length === 0 || /sheet\s*>\s*(?:<!--[\s\S]*-->\s*)?$/i.test(tail.replaceAll("\0", ""));
}

/** All sheets of an OpenDocument file. Throws Unreadable where it is locked, damaged, too large or no spreadsheet. */
export function openDocumentTables(bytes: Uint8Array, entries: readonly ZipEntry[]): Table[] {
  const parts: Record<string, Uint8Array> = {};
  for (const entry of entries) {
    if (/^(?:content|styles|meta|settings)\.xml$|^mimetype$|^META-INF\/manifest\.xml$/.test(entry.name))
      parts[entry.name] = unpack(bytes, entry);
  }
  const text = (name: string) => new TextDecoder().decode(parts[name] ?? new Uint8Array());
  if (text("META-INF/manifest.xml").includes("encryption-data")) throw new Unreadable(LOCKED);
  if (!text("mimetype").includes("opendocument.spreadsheet")) {
    throw new Unreadable(
      "This is an OpenDocument file, but no spreadsheet. Save its table as XLSX or CSV and drop that.",
    );
  }
  return tablesOf(parse(zipSync(parts, { level: 0 })));
}

/** All sheets of an old Excel workbook (.xls). Throws Unreadable where it is locked, damaged, too large or no workbook. */
export function legacyTables(bytes: Uint8Array): Table[] {
  const refusal = refusalOfOle(bytes);
  if (refusal) throw refusal;
  return tablesOf(parse(bytes));
}

function parse(bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, OPTIONS);
  } catch (error) {
    if (error instanceof Error && /password-protected/i.test(error.message)) throw new Unreadable(LOCKED);
    throw damaged();
  }
}

function tablesOf(book: WorkBook, long: ReadonlyMap<string, readonly (readonly Cell[])[]> = new Map()): Table[] {
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  return book.SheetNames.map((name) => {
    const sheet = book.Sheets[name];
    // The parser leaves out a sheet it stumbles over; a workbook of which a part is missing must not look complete.
    if (!sheet) throw damaged();
    return { sheet: name, rows: long.get(name) ?? rowsOf(sheet, name, date1904) };
  });
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
    if (cells > MAX_CELLS) throw tooManyCells(name);
    const values: Cell[] = [];
    for (let column = 0; column < row.length; column += 1) {
      const cell = row[column];
      values.push(cell ? contentOf(cell, date1904) : "");
    }
    rows.push(values);
  }
  spreadDown(rows, sheet["!merges"] ?? []);
  return rows;
}

function tooManyCells(sheet: string): Unreadable {
  return new Unreadable(
    `Sheet "${sheet}" has more than ${MAX_CELLS.toLocaleString("en-US")} cells. Export a shorter period and drop that.`,
  );
}

function contentOf(cell: CellObject, date1904: boolean): Cell {
  const { v: value } = cell;
  switch (typeof value) {
    case "string":
      return withoutMarks(value);
    case "boolean":
      return value ? "TRUE" : "FALSE";
    case "number":
      if (cell.t === "e") return ERRORS[value] ?? "#ERROR!";
      return typedNumber(value, typeof cell.z === "string" ? cell.z : "General", date1904);
    default:
      return value === undefined ? "" : value.toISOString().slice(0, 16);
  }
}
