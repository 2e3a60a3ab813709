/**
 * How a table writes dates and numbers, from its own cells: values that can be read in one way only prove it. Where none does, what else
 * the document says of where it comes from decides, and in the end the American way. What then cannot be read is a problem of its row.
 */
import {
  type FieldShape,
  type KindDefinition,
  type RecognisedTable,
  type TableFormat,
  US_FORMAT,
} from "../interpretation.ts";
import { NUMERIC } from "./format.ts";
import { noProofs, noteDate, noteNumber, type Proofs } from "./format-evidence.ts";
import { closerOrder, isBritish, isGerman, type Unformatted } from "./format-hints.ts";
import { titleKey } from "./titles.ts";
import type { DateOrder } from "./written-dates.ts";

/** Rows whose numbers are looked at. Dates are looked at in every row that is held: one late `13/9/2026` is the only proof of many files. */
const NUMBER_ROWS = 2_000;

/** The table's format; a sentence where it contradicts itself and none can be right. */
export function detectFormat(
  recognised: Unformatted,
  definition: KindDefinition,
): TableFormat | { readonly contradiction: string } {
  const { dates, numbers, days } = evidenceOf(recognised);
  const both = twoWays("Dates", dates, "the day first", "the month first");
  if (both !== null) return { contradiction: both };
  const mixed = isSlip(numbers) ? null : twoWays("Numbers", numbers, "a decimal comma", "a decimal point");
  if (mixed !== null) return { contradiction: mixed };
  // A label that cannot be read refuses the document by its own name, so labels contradict nothing.
  const labels = labelsOf(recognised, definition);

  const british = isBritish(recognised);
  // Who writes dates with dots writes decimals with a comma, but for the British.
  const german = isGerman(recognised) || (dates.leaning && !british);
  const order: DateOrder | null =
    proven(dates, "month first", "day first") ??
    (isTwoWays(labels.dates) ? null : proven(labels.dates, "month first", "day first")) ??
    closerOrder(recognised, definition.kind, days);
  const style: TableFormat["numbers"] =
    proven(numbers, "1,234.56", "1.234,56") ??
    proven(labels.numbers, "1,234.56", "1.234,56") ??
    (german && !numbers.leaning ? "1.234,56" : "1,234.56");
  const dayFirst = dates.leaning || german || british;
  const format: TableFormat = { dates: order ?? (dayFirst ? "day first" : "month first"), numbers: style };
  // The same object, so that rows of American documents are not rewritten cell by cell.
  return format.dates === US_FORMAT.dates && format.numbers === US_FORMAT.numbers ? US_FORMAT : format;
}

/** Why a later part of a long table cannot be written like its beginning, by which the format was told; null where it can. */
export function laterContradiction(recognised: RecognisedTable): string | null {
  const { dates } = evidenceOf(recognised);
  const order = recognised.format.dates;
  const against = order === "month first" ? dates.other : dates.american;
  if (against === null) return null;
  const row = against.row + 1 + (recognised.skipped ?? 0);
  return `The dates of this document begin with the ${order}, but "${against.text}" (row ${row}) is written the other way. Write all dates like 2026-09-13 and drop the file again.`;
}

interface Evidence {
  readonly dates: Proofs;
  readonly numbers: Proofs;
  /** Dates as written, each once. */
  readonly days: Set<string>;
}

/** The date before a clock reading. */
const DAY = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}(?=[T ])/;

const isDated = (shape: FieldShape) => shape === "date" || shape === "clock";

function note(cell: unknown, shape: FieldShape, row: number, { dates, numbers, days }: Evidence): void {
  // Typed cells are numbers and ISO dates.
  if (typeof cell !== "string" || cell === "") return;
  if (isDated(shape)) noteDate(cell, row, dates);
  if (shape === "date") days.add(cell);
  else if (shape === "clock") {
    const day = DAY.exec(cell)?.[0];
    if (day !== undefined) days.add(day);
  }
  if (NUMERIC.has(shape)) noteNumber(cell, row, numbers);
}

const noEvidence = (): Evidence => ({ dates: noProofs(), numbers: noProofs(), days: new Set() });

function evidenceOf({ table, headerRow, columns, fields }: Unformatted): Evidence {
  const evidence = noEvidence();
  for (const [field, column] of columns) {
    const shape = fields[field]?.shape ?? "text";
    if (!isDated(shape) && !NUMERIC.has(shape)) continue;
    const end = isDated(shape) ? table.rows.length : Math.min(table.rows.length, headerRow + 1 + NUMBER_ROWS);
    for (let row = headerRow + 1; row < end; row += 1) note(table.rows[row]?.[column], shape, row, evidence);
  }
  return evidence;
}

function labelsOf({ labels, columns }: Unformatted, definition: KindDefinition): Evidence {
  const evidence = noEvidence();
  for (const [field, spec] of Object.entries(definition.labels ?? {})) {
    const found = spec.titles
      .map((title) => labels.get(title) ?? labels.get(titleKey(title)))
      .find((label) => label !== undefined);
    if (found !== undefined && !columns.has(field)) note(found.value, spec.shape, found.row, evidence);
  }
  return evidence;
}

/** The way that is proven; null where none is, or where both are equally. */
function proven<T>({ american, other }: Proofs, ifAmerican: T, ifOther: T): T | null {
  const more = (american?.count ?? 0) - (other?.count ?? 0);
  if (more === 0) return null;
  return more > 0 ? ifAmerican : ifOther;
}

/**
 * One number of the other way, or few among many, are slips: each is a problem of its own row, and a whole invoice is not lost for it.
 * Dates have no slips: where two orders meet, any date up to the 12th could be in either.
 */
function isSlip({ american, other }: Proofs): boolean {
  const counts = [american?.count ?? 0, other?.count ?? 0];
  const few = Math.min(...counts);
  return few <= 1 || few * 3 <= Math.max(...counts);
}

const isTwoWays = ({ american, other }: Proofs) => american !== null && other !== null;

function twoWays(what: string, { american, other }: Proofs, otherWay: string, americanWay: string): string | null {
  if (american === null || other === null) return null;
  return `${what} are written in both ways: "${other.text}" (row ${other.row + 1}) has ${otherWay}, "${american.text}" (row ${american.row + 1}) ${americanWay}. Write all of them one way and drop the file again.`;
}
