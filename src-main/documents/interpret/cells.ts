/** Walks over the rows of a recognised table. A kind says which field is read how; problems, totals and blank rows are seen to here. */
import type { DocumentKind } from "#shared/catalogue.ts";
import type { IsoDate } from "#shared/week.ts";
import type { FactType, FactValues } from "../facts.ts";
import {
  type FactDraft,
  type FieldShape,
  type FieldSpec,
  type Interpretation,
  type RecognisedTable,
  type RowProblem,
  US_FORMAT,
} from "../interpretation.ts";
import { matchColumns, positionsOf } from "../recognise/columns.ts";
import { inUsualForm, withOtherSign } from "../recognise/format.ts";
import { normaliseTitle, titleKey } from "../recognise/titles.ts";
import type { Cell } from "../table.ts";
import { isBlank } from "./blank.ts";
import { date, type Reader, stationCode, text } from "./readers.ts";
import { isTotals, TOTALS, unnamedTotals } from "./totals.ts";

const fieldOf =
  (required: boolean, shape: FieldShape) =>
  (...titles: string[]): FieldSpec => ({ titles, required, shape });

function shaped(required: boolean) {
  const of = (shape: FieldShape) => fieldOf(required, shape);
  return Object.assign(of("text"), {
    date: of("date"),
    clock: of("clock"),
    money: of("money"),
    number: of("number"),
    percent: of("percent"),
    duration: of("duration"),
    station: of("station"),
    state: of("state"),
    vin: of("vin"),
    yesNo: of("yes or no"),
  });
}

/** A column a table of the kind must have, by any of its titles: `required("route")`, `required.date("invoice date")`. */
export const required = shaped(true);

/** A column a table of the kind may have. */
export const optional = shaped(false);

/** A row's cells as they stand, as facts keep them. */
export function cellsJson(row: readonly Cell[]): string {
  return JSON.stringify(row.some((cell) => typeof cell === "number") ? row.map(String) : row);
}

/** The values of a fact while some may still be unreadable. */
type Readable<V> = { [K in keyof V]: V[K] | undefined };

/** Where a row with a problem belongs, as far as it can be told. */
interface Place {
  readonly station: string | null;
  readonly day: IsoDate | null;
}

/** What the walk needs to know of a kind. */
interface Walk {
  readonly kind: DocumentKind;
  /** Fields a totals row leaves blank. */
  readonly anchors: readonly string[];
  /** Where a row belongs; by default its `station` and `date` columns say. */
  readonly place?: (row: Row) => Place;
  /** Takes a row out of the walk (`Total Due`). */
  readonly takes?: (row: Row) => boolean;
}

/** One row of the table: the same object moves down, so a kind must not keep it. */
export class Row {
  readonly #recognised: RecognisedTable;
  readonly #titles: readonly Cell[];
  readonly #facts: FactDraft[];
  readonly #problems: RowProblem[];
  readonly #place: (row: Row) => Place;
  #cells: readonly Cell[] = [];
  #number = 0;
  #failed = false;

  constructor(recognised: RecognisedTable, facts: FactDraft[], problems: RowProblem[], place: (row: Row) => Place) {
    this.#recognised = recognised;
    this.#titles = recognised.table.rows[recognised.headerRow] ?? [];
    this.#facts = facts;
    this.#problems = problems;
    this.#place = place;
  }

  /** Moves to a row by its index. */
  moveTo(index: number): void {
    this.#cells = this.#recognised.table.rows[index] ?? [];
    this.#number = index + 1 + (this.#recognised.skipped ?? 0);
    this.#failed = false;
  }

  /** The row as it stands. */
  get cells(): readonly Cell[] {
    return this.#cells;
  }

  /** Its number, as a spreadsheet program counts rows. */
  get number(): number {
    return this.#number;
  }

  /** Whether the table has the column, or somebody said what it would hold. */
  has(field: string): boolean {
    return this.#recognised.columns.has(field) || this.#recognised.constants?.has(field) === true;
  }

  /** The field's cell; "" where the row is shorter or the table has no such column. */
  cell(field: string): Cell {
    const { columns, fields, format, constants, reversed } = this.#recognised;
    const column = columns.get(field);
    if (column === undefined) return constants?.get(field) ?? "";
    const cell = this.#cells[column] ?? "";
    const shape = fields[field]?.shape ?? "text";
    const usual = format === US_FORMAT ? cell : inUsualForm(cell, shape, format);
    return reversed?.has(field) ? withOtherSign(usual) : usual;
  }

  /** A value that must be there. A blank or unreadable cell is a problem, and the row becomes no fact. */
  need<T>(field: string, reader: Reader<T>): T | undefined {
    const cell = this.cell(field);
    if (!isBlank(cell)) return this.#read(field, cell, reader);
    this.problem(field, `${this.#titleOf(field)} is blank.`);
    return undefined;
  }

  /** A value that may be missing (null). An unreadable cell is a problem all the same. */
  may<T>(field: string, reader: Reader<T>): T | null | undefined {
    const cell = this.cell(field);
    return isBlank(cell) ? null : this.#read(field, cell, reader);
  }

  /** Optional words, "" where there are none. */
  words(field: string): string {
    return text.read(this.cell(field)) ?? "";
  }

  /** A value without noting a problem: null where it cannot be had. */
  peek<T>(field: string, reader: Reader<T>): T | null {
    const cell = this.cell(field);
    return isBlank(cell) ? null : (reader.read(cell) ?? null);
  }

  #read<T>(field: string, cell: Cell, reader: Reader<T>): T | undefined {
    const value = reader.read(cell);
    if (value === undefined) this.problem(field, `"${shortened(cell)}" is ${reader.complaint}`);
    return value;
  }

  /** Notes that the row cannot be read because of a field, which the table may lack. `reason` is a sentence. */
  problem(field: string, reason: string): void {
    this.#failed = true;
    this.#problems.push({
      sheet: this.#recognised.table.sheet,
      row: this.#number,
      column: this.has(field) ? this.#titleOf(field) : null,
      text: String(this.cell(field)),
      reason,
      ...this.#place(this),
    });
  }

  /** Adds a fact, unless a cell of this row could not be read. */
  fact<T extends FactType>(type: T, values: Readable<FactValues<T>>): void {
    if (this.#failed) return;
    const draft = { type, values, row: this.#number, cells: cellsJson(this.#cells) };
    // Without a problem every value was read: nothing is undefined any more.
    this.#facts.push(draft as unknown as FactDraft);
  }

  #titleOf(field: string): string {
    const column = this.#recognised.columns.get(field);
    return column === undefined ? field : String(this.#titles[column] ?? field);
  }
}

function shortened(cell: Cell): string {
  const words = String(cell);
  return words.length > 60 ? `${words.slice(0, 60)}…` : words;
}

const byStationAndDate = (row: Row): Place => ({
  station: row.peek("station", stationCode),
  day: row.peek("date", date),
});

/** Reads every row below the header. Totals, blank rows, repeated headers and notes under the table are passed over. */
export function interpretRows(recognised: RecognisedTable, walk: Walk, each: (row: Row) => void): Interpretation {
  const { table, headerRow, columns } = recognised;
  const facts: FactDraft[] = [];
  const problems: RowProblem[] = [];
  const row = new Row(recognised, facts, problems, walk.place ?? byStationAndDate);
  const header = table.rows[headerRow] ?? [];
  const anchors = walk.anchors.flatMap((field) => columns.get(field) ?? []);
  const isUnnamedTotal = unnamedTotals(recognised, anchors);
  const end = endOfTable(table.rows, headerRow);
  for (let index = headerRow + 1; index < end; index += 1) {
    const cells = table.rows[index] ?? [];
    const first = cells.findIndex((cell) => !isBlank(cell));
    if (first < 0 || repeats(cells, header, columns)) continue;
    row.moveTo(index);
    if (walk.takes?.(row) || isTotals(cells, first, anchors) || isUnnamedTotal(index)) continue;
    const before = problems.length;
    each(row);
    if (problems.length > before && isHeader(cells, recognised)) {
      problems.length = before;
      const reason =
        "Another table begins here, with its columns in another order. It was not read: drop it as a file of its own.";
      const place = { sheet: table.sheet, row: index + 1 + (recognised.skipped ?? 0), station: null, day: null };
      problems.push({ ...place, column: null, text: "", reason });
      break;
    }
  }
  return { kind: walk.kind, sheet: table.sheet, columns: header.map(String), facts, problems };
}

/**
 * Remarks under a table fill one cell with words; a row of it fills several. In a table of two columns half a row looks the same: there
 * only what a blank row sets apart is a remark.
 */
function endOfTable(rows: RecognisedTable["table"]["rows"], headerRow: number): number {
  const width = (rows[headerRow] ?? []).filter((cell) => !isBlank(cell)).length;
  for (let index = rows.length - 1; index > headerRow; index -= 1) {
    const filled = (rows[index] ?? []).filter((cell) => !isBlank(cell));
    const [only] = filled;
    const isApart = width > 2 || (rows[index - 1] ?? []).every(isBlank);
    const isRemark =
      isApart && filled.length === 1 && typeof only === "string" && /[a-z]/i.test(only) && !TOTALS.test(only);
    if (filled.length > 0 && !isRemark) return index + 1;
  }
  return headerRow + 1;
}

/** Whether a row has the titles of a table of the kind, all that it needs: further down they stand in another order. */
function isHeader(cells: readonly Cell[], { fields }: RecognisedTable): boolean {
  const found = matchColumns(fields, positionsOf(cells.map((cell) => titleKey(String(cell)))));
  const needed = Object.keys(fields).filter((field) => fields[field]?.required);
  return needed.length > 1 && needed.every((field) => found.has(field));
}

/** Several exports pasted one below the other bring their headers along. */
function repeats(cells: readonly Cell[], header: readonly Cell[], columns: ReadonlyMap<string, number>): boolean {
  for (const column of columns.values()) {
    const cell = cells[column];
    const title = header[column];
    if (cell !== title && normaliseTitle(String(cell ?? "")) !== normaliseTitle(String(title ?? ""))) return false;
  }
  return true;
}
