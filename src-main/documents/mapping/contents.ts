/** What the columns of a table hold: how their cells are written, not what they are called. */
import { parseClock, parseDuration } from "#shared/hours.ts";
import { scaled } from "#shared/money.ts";
import { hasValidCheckDigit, isWellFormedVin, normaliseVin } from "#shared/vin.ts";
import { stationCode, yesNo } from "../interpret/readers.ts";
import type { FieldShape } from "../interpretation.ts";
import { parseWrittenDate } from "../recognise/written-dates.ts";
import type { Cell, Table } from "../table.ts";

/** How many rows below the header are looked at. */
export const LOOKED_AT = 200;

/** One column's cells below the header. */
export interface Contents {
  /** Cells that hold something. */
  readonly filled: number;
  /** Of them, how many can be each shape, from 0 to 1. */
  readonly share: Readonly<Record<FieldShape, number>>;
  /** How many of them are different, from 0 to 1. */
  readonly distinct: number;
}

const STATES = new Set(
  "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY".split(
    " ",
  ),
);

/** A date with the year cut short or left out is one all the same, though it cannot be read. */
const SHORT_DATE = /^\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2})?(?:[ T,].*)?$/;

/** Everything a cell could be. `text` is what nothing else is. */
export function shapesOf(cell: Cell): ReadonlySet<FieldShape> {
  if (typeof cell === "number") return new Set<FieldShape>(["number", "money", "percent", "duration"]);
  const words = cell.normalize("NFKC").trim();
  const shapes = new Set<FieldShape>();
  const written = parseWrittenDate(words, "month first") ?? parseWrittenDate(words, "day first");
  if (written) {
    shapes.add("date");
    if (written.clock !== null) shapes.add("clock");
  } else if (SHORT_DATE.test(words) && scaled(words, 4) === undefined) shapes.add("date");
  if (parseClock(words) !== undefined) shapes.add("clock");
  if (parseDuration(words) !== undefined) shapes.add("duration");
  if (scaled(words, 4) !== undefined || scaled(words, 4, "eu") !== undefined) {
    shapes.add("number").add("duration").add("percent");
    if (/[$€£]|\d[.,]\d\d\D*$|^-?0$/.test(words)) shapes.add("money");
  }
  if (words.endsWith("%")) shapes.add("percent");
  if (isWellFormedVin(normaliseVin(words)) && hasValidCheckDigit(normaliseVin(words))) shapes.add("vin");
  if (stationCode.read(words) !== undefined) shapes.add("station");
  if (STATES.has(words.toUpperCase())) shapes.add("state");
  if (yesNo.read(words) !== undefined) shapes.add("yes or no");
  if (shapes.size === 0) shapes.add("text");
  return shapes;
}

/** Looks at each column of a table below its header. */
export function contentsOf({ rows }: Table, headerRow: number, columns: number): Contents[] {
  const below = rows.slice(headerRow + 1, headerRow + 1 + LOOKED_AT);
  return Array.from({ length: columns }, (_, column) => {
    const cells = below.map((row) => row[column] ?? "").filter((cell) => String(cell).trim() !== "");
    const counts = new Map<FieldShape, number>();
    for (const cell of cells) for (const shape of shapesOf(cell)) counts.set(shape, (counts.get(shape) ?? 0) + 1);
    const of = (shape: FieldShape) => (cells.length === 0 ? 0 : (counts.get(shape) ?? 0) / cells.length);
    const share: Record<FieldShape, number> = {
      text: of("text"),
      date: of("date"),
      clock: of("clock"),
      money: of("money"),
      number: of("number"),
      percent: of("percent"),
      duration: of("duration"),
      station: of("station"),
      state: of("state"),
      vin: of("vin"),
      "yes or no": of("yes or no"),
    };
    return { filled: cells.length, share, distinct: cells.length === 0 ? 0 : new Set(cells).size / cells.length };
  });
}
