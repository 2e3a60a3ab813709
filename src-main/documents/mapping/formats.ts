/** How a table writes dates and numbers, as far as the cells of some of its columns prove it. */
import { scaled } from "#shared/money.ts";
import type { FieldShape, RecognisedTable, TableFormat } from "../interpretation.ts";
import { NUMERIC } from "../recognise/format.ts";
import { noProofs, noteDate, noteNumber, type Proofs } from "../recognise/format-evidence.ts";
import { yearLast } from "../recognise/written-dates.ts";
import type { Cell, Table } from "../table.ts";

/** What the cells prove, and whether some of them can be read in two ways. */
interface Ways<T> {
  /** The one way that is proven; null where none is, or where both are. */
  readonly proven: T | null;
  /** Some cell can be read in two ways, and nothing proves one. */
  readonly ambiguous: boolean;
  readonly proofs: Proofs;
}

export interface Formats {
  readonly dates: Ways<TableFormat["dates"]>;
  readonly numbers: Ways<TableFormat["numbers"]>;
}

/** A cell with the shape it should have and the index of its row. */
export interface Shaped {
  readonly cell: Cell;
  readonly shape: FieldShape;
  readonly row: number;
}

/** What the cells prove. */
export function formatsOf(cells: Iterable<Shaped>): Formats {
  const dates = noProofs();
  const numbers = noProofs();
  let twoDates = false;
  let twoNumbers = false;
  for (const { cell, shape, row } of cells) {
    if (typeof cell !== "string" || cell === "") continue;
    if (shape === "date" || shape === "clock") {
      noteDate(cell, row, dates);
      twoDates ||= hasTwoReadings(cell);
    } else if (NUMERIC.has(shape)) {
      noteNumber(cell, row, numbers);
      const american = scaled(cell, 6);
      twoNumbers ||= american !== undefined && american !== (scaled(cell, 6, "eu") ?? american);
    }
  }
  return {
    dates: waysOf(dates, "month first", "day first", twoDates),
    numbers: waysOf(numbers, "1,234.56", "1.234,56", twoNumbers),
  };
}

/** `3/4/2026`, not `4/4/2026`. */
function hasTwoReadings(cell: string): boolean {
  const parts = yearLast(cell);
  const [first, second] = [Number(parts?.first), Number(parts?.second)];
  return first <= 12 && second <= 12 && first !== second;
}

function waysOf<T>(proofs: Proofs, american: T, other: T, ambiguous: boolean): Ways<T> {
  const both = proofs.american !== null && proofs.other !== null;
  const proven = both ? null : proofs.american ? american : proofs.other ? other : null;
  return { proven, ambiguous: proven === null && (ambiguous || both), proofs };
}

/** Why a table cannot be written the way its mapping says, as sentences; none where it can. */
export function againstFormat(recognised: RecognisedTable, { dates, numbers }: TableFormat): string[] {
  const found = formatsOf(cellsOf(recognised));
  const sentences: string[] = [];
  const against = (proofs: Proofs, isAmerican: boolean) => (isAmerican ? proofs.other : proofs.american);
  const date = against(found.dates.proofs, dates === "month first");
  if (date) {
    sentences.push(`The mapping says that dates have the ${dates}, but "${date.text}" in row ${date.row + 1} has not.`);
  }
  const number = against(found.numbers.proofs, numbers === "1,234.56");
  // A single odd number is a problem of its own row.
  if (number && found.numbers.proven !== null) {
    const where = `"${number.text}" in row ${number.row + 1}`;
    sentences.push(`The mapping says that numbers are written like ${numbers}, but ${where} is not.`);
  }
  return sentences;
}

function* cellsOf({ table, headerRow, columns, fields }: RecognisedTable): Generator<Shaped> {
  for (const [field, column] of columns) yield* cellsBelow(table, headerRow, column, fields[field]?.shape ?? "text");
}

/** Rows whose numbers are looked at. Dates are looked at in every row that is held: one late day over 12 may be the only proof. */
const NUMBER_ROWS = 2_000;

/** The cells of a column that can tell something of dates or numbers. */
export function* cellsBelow({ rows }: Table, headerRow: number, column: number, shape: FieldShape): Generator<Shaped> {
  const isDated = shape === "date" || shape === "clock";
  if (!isDated && !NUMERIC.has(shape)) return;
  const end = isDated ? rows.length : Math.min(rows.length, headerRow + 1 + NUMBER_ROWS);
  for (let row = headerRow + 1; row < end; row += 1) yield { cell: rows[row]?.[column] ?? "", shape, row };
}
