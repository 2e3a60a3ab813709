/**
 * Headers that are split over two rows: `Service` above `Type`, or one merged cell `Total` above `Distance Planned` and `Distance
 * Allowance`, which leaves the cells beside it blank. Which of the possible titles a column has is told by the kind it is compared with.
 */
import type { Cell, Table } from "../table.ts";
import { titleKey } from "./titles.ts";

/** A title a column could have, and where its words stand: in one of the rows, in both, or partly in a merged cell further left. */
interface Candidate {
  readonly title: string;
  readonly key: string;
  readonly from: "upper" | "lower" | "both" | "merged";
}

/** Two rows as one header: the titles each column could have, the likeliest first. */
export type TwoLines = readonly (readonly Candidate[])[];

/** Rows below the header in which a column's cells are looked for. */
const SAMPLE = 20;

/** A number, a date or a VIN: no title. */
const DATUM = /^(?:[\s$€£(+-]*\d[\d.,\s]*%?\)?|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}.*|[A-HJ-NPR-Z\d]{17})$/i;

/** Takes two rows for one header. Undefined where either is blank. */
export function twoLines({ rows }: Table, upperRow: number): TwoLines | undefined {
  const [upper, lower] = [wordsOf(rows[upperRow]), wordsOf(rows[upperRow + 1])];
  if (!upper.some(Boolean) || !lower.some(Boolean)) return undefined;
  // A row of the table may hold words that are titles elsewhere (`Monthly rental`); its figures, dates and VINs give it away.
  if (lower.some((words) => DATUM.test(words))) return undefined;
  const below = rows.slice(upperRow + 2, upperRow + 2 + SAMPLE);
  let band = "";
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => {
    const [above, title] = [upper[column] ?? "", lower[column] ?? ""];
    if (above !== "") band = above;
    if (title !== "") {
      const alone = candidate(title, "lower");
      return band === "" ? [alone] : [candidate(`${band} ${title}`, above === "" ? "merged" : "both"), alone];
    }
    // A title merged downwards has its cells below; a label that happens to stand above a short header has none.
    const filled = above !== "" && below.some((row) => (row[column] ?? "") !== "");
    return filled ? [candidate(above, "upper")] : [];
  });
}

function wordsOf(row: readonly Cell[] | undefined): string[] {
  return (row ?? []).map((cell) => String(cell).replace(/\s+/g, " ").trim());
}

function candidate(title: string, from: Candidate["from"]): Candidate {
  return { title, key: titleKey(title), from };
}

/** Keys of all titles the columns could have. */
export function keysIn(header: TwoLines): string[] {
  return header.flatMap((candidates) => candidates.map(({ key }) => key));
}

/** How a kind reads a header of two rows. */
interface Reading {
  readonly titles: readonly string[];
  /** Columns whose title is written across both rows: a title or a label above a header makes hardly more than one of them. */
  readonly across: number;
  /** Whether a blank upper cell can be read in two ways: `OT` above `Hours`, and beside it `Rate`, which is `OT Rate` or `Rate`. */
  readonly contested: boolean;
}

/** The titles by the field each key names, else as they stand. Undefined where one row alone says as much. */
export function readTitles(header: TwoLines, fieldOf: ReadonlyMap<string, string>): Reading | undefined {
  const known = header.map((candidates) => candidates.filter(({ key }) => fieldOf.has(key)));
  const chosen = known.flatMap(([first]) => first ?? []);
  const from = new Set(chosen.map((each) => each.from));
  if (from.size === 1 && (from.has("upper") || from.has("lower"))) return undefined;
  const contested = known.some(
    ([first, ...others]) =>
      first?.from === "merged" && others.some(({ key }) => fieldOf.get(key) !== fieldOf.get(first.key)),
  );
  const titles = header.map((candidates, column) => known[column]?.[0]?.title ?? candidates.at(-1)?.title ?? "");
  return { titles, across: chosen.filter((each) => each.from === "both").length, contested };
}

/** The table with the joined titles as its header row. The same two rows further down belong to an export pasted below: they are blank. */
export function joined(table: Table, upperRow: number, titles: readonly string[]): Table {
  const [upper = [], lower = []] = table.rows.slice(upperRow, upperRow + 2);
  const rows = table.rows.map((row, index): readonly Cell[] => {
    if (index <= upperRow) return row;
    if (index === upperRow + 1) return titles;
    const isUpper = isSame(row, upper) && isSame(table.rows[index + 1] ?? [], lower);
    const isLower = isSame(row, lower) && isSame(table.rows[index - 1] ?? [], upper);
    return isUpper || isLower ? [] : row;
  });
  return { ...table, rows };
}

function isSame(a: readonly Cell[], b: readonly Cell[]): boolean {
  return a.length === b.length && a.every((cell, column) => cell === b[column]);
}
