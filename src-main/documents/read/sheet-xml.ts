/**
 * Long sheets of XLSX files. The spreadsheet library makes an object of every cell, which for 100,000 rows takes a gigabyte; a long sheet is
 * therefore read here, row by row, as long as it is written plainly. The library still reads everything else of the workbook: names,
 * strings, formats, and any sheet that is written in a way not foreseen here.
 */
import type { WorkBook, WorkSheet } from "xlsx";
import type { Cell } from "../table.ts";
import { MAX_COLUMNS, MAX_LONG_ROWS, MAX_ROWS } from "./limits.ts";
import { typedNumber } from "./number-format.ts";
import { withoutMarks } from "./text.ts";

/** Bytes of a sheet's XML from which on it is read here. */
const LONG_BYTES = 2 * 1024 * 1024;
const MARK = "backhaul long sheet ";

/** Whether a part of a package is a sheet to be read here. */
export function isLongSheet(path: string, part: Uint8Array): boolean {
  return part.length >= LONG_BYTES && /(?:^|\/)worksheets\/[^/]+\.xml$/.test(path);
}

/** How many cell formats a workbook's `styles.xml` lists; 1 where it has none. */
export function countFormats(styles: Uint8Array | undefined): number {
  const list = /<cellXfs\b[^>]*>([\s\S]*?)<\/cellXfs>/.exec(new TextDecoder().decode(styles ?? new Uint8Array()))?.[1];
  return Math.max(1, list?.match(/<xf\b/g)?.length ?? 1);
}

/**
 * What the library is given in place of a long sheet: its path, to know it again, and one number in each format of the workbook, for it to
 * say what the format is.
 */
export function standIn(path: string, formats: number): Uint8Array {
  const probes = Array.from({ length: formats }, (_, index) => `<c s="${index}"><v>1</v></c>`).join("");
  return new TextEncoder().encode(
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` +
      `<row r="1"><c r="A1" t="inlineStr"><is><t>${MARK}${path}</t></is></c></row><row r="2">${probes}</row>` +
      `</sheetData></worksheet>`,
  );
}

/** The path a stand-in was made for; undefined for a sheet that is none. */
export function standsFor(sheet: WorkSheet): string | undefined {
  const first: unknown = sheet["!data"]?.[0]?.[0]?.v;
  return typeof first === "string" && first.startsWith(MARK) ? first.slice(MARK.length) : undefined;
}

const ROW = /\s*<row\b([^>]*?)(\/?)>/y;
const ROW_END = /\s*<\/row>/y;
const CELL =
  /\s*<c\b([^>]*?)(?:\/>|>(?:<f\b[^>]*\/>|<f\b[^>]*>[^<]*<\/f>)?(?:<v(?:\s[^>]*)?>([^<]*)<\/v>|<v\/>|<is><t(?:\s[^>]*)?>([^<]*)<\/t><\/is>)?<\/c>)/y;

/** The rows of a long sheet, or null where it is written in a way that is left to the library. */
export function longSheetRows(part: Uint8Array, sheet: WorkSheet, book: WorkBook): (readonly Cell[])[] | null {
  const text = plainText(part);
  const start = text?.indexOf("<sheetData>") ?? -1;
  if (text === undefined || start < 0) return null;
  const read = cellReader(book, sheet);
  const rows: (readonly Cell[])[] = [];
  let at = start + "<sheetData>".length;
  for (;;) {
    ROW.lastIndex = at;
    const row = ROW.exec(text);
    if (!row) break;
    at = ROW.lastIndex;
    const number = Number(attribute(row[1] ?? "", "r") ?? rows.length + 1);
    if (!(number > rows.length) || number > Math.min(MAX_ROWS, MAX_LONG_ROWS)) return null;
    while (rows.length < number - 1) rows.push([]);
    if (row[2] === "/") {
      rows.push([]);
      continue;
    }
    const cells: Cell[] = [];
    for (;;) {
      CELL.lastIndex = at;
      const cell = CELL.exec(text);
      if (!cell) break;
      at = CELL.lastIndex;
      const [, attributes = "", value, inline] = cell;
      const column = columnOf(attribute(attributes, "r")) ?? cells.length;
      if (column < cells.length || column >= MAX_COLUMNS) return null;
      const content = read(attributes, value, inline);
      if (content === null) return null;
      while (cells.length < column) cells.push("");
      cells.push(content);
    }
    ROW_END.lastIndex = at;
    if (!ROW_END.test(text)) return null;
    at = ROW_END.lastIndex;
    rows.push(cells);
  }
  return text.startsWith("</sheetData>", skipSpace(text, at)) ? rows : null;
}

/** The sheet as text, unless it holds comments, declarations or character data: those are left to the library. */
function plainText(part: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(part);
    return text.includes("<!") || text.indexOf("<?", 1) > 0 ? undefined : text;
  } catch {
    return undefined;
  }
}

function skipSpace(text: string, at: number): number {
  let next = at;
  while (next < text.length && /\s/.test(text.charAt(next))) next += 1;
  return next;
}

const ATTRIBUTES = { r: /\br="([^"]*)"/, s: /\bs="([^"]*)"/, t: /\bt="([^"]*)"/ } as const;

function attribute(attributes: string, name: keyof typeof ATTRIBUTES): string | undefined {
  return ATTRIBUTES[name].exec(attributes)?.[1];
}

/** Column of a reference such as `AB12`, from 0. */
function columnOf(reference: string | undefined): number | undefined {
  if (reference === undefined) return undefined;
  let column = 0;
  for (let index = 0; index < reference.length; index += 1) {
    const code = reference.charCodeAt(index);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column === 0 ? undefined : column - 1;
}

/** Reads a cell's content; null for what is left to the library. */
function cellReader(book: WorkBook, sheet: WorkSheet) {
  const strings = sharedStrings(book);
  const formats = (sheet["!data"]?.[1] ?? []).map((cell) => (typeof cell?.z === "string" ? cell.z : "General"));
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  return (attributes: string, value: string | undefined, inline: string | undefined): Cell | null => {
    const type = attribute(attributes, "t") ?? "n";
    if (type === "inlineStr") return inline === undefined ? null : withoutMarks(unescaped(inline));
    if (inline !== undefined) return null;
    if (value === undefined || value === "") return "";
    switch (type) {
      case "n": {
        const number = Number(value);
        const format = formats[Number(attribute(attributes, "s") ?? 0)];
        return Number.isFinite(number) && format !== undefined ? typedNumber(number, format, date1904) : null;
      }
      case "s":
        return strings[Number(value)] ?? null;
      case "str":
        return withoutMarks(unescaped(value));
      case "b":
        return value === "1" ? "TRUE" : "FALSE";
      default:
        return null;
    }
  };
}

/** The strings of the workbook, as the library read them. */
function sharedStrings(book: WorkBook): readonly (string | undefined)[] {
  const strings: unknown = Reflect.get(book, "Strings");
  if (!Array.isArray(strings)) return [];
  return strings.map((each: unknown) => {
    const text: unknown = typeof each === "object" && each !== null ? Reflect.get(each, "t") : undefined;
    return typeof text === "string" ? withoutMarks(text) : undefined;
  });
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Text of XML: entities, and the `_x000D_` of spreadsheets. */
function unescaped(text: string): string {
  if (!text.includes("&") && !text.includes("_x")) return text;
  return text
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
