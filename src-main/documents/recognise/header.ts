/** Finds the header row of a table by its titles. */
import { type FieldSpec, type KindDefinition, type RecognisedTable, US_FORMAT } from "../interpretation.ts";
import type { Table } from "../table.ts";
import { hasLabel, hasUnlikeTwin, matchColumns, missingTitles, positionsOf, vocabularyOf } from "./columns.ts";
import { NUMERIC } from "./format.ts";
import { collectLabels, type Labels } from "./labels-above.ts";
import { titleKey } from "./titles.ts";
import { joined, keysIn, readTitles, twoLines } from "./two-lines.ts";

/** Rows in which a header is looked for. */
const HEADER_ROWS = 40;

/** A kind that fits a row of a table. */
export interface Fit {
  readonly definition: KindDefinition;
  readonly recognised: RecognisedTable;
}

/** A kind that would fit if it had these titles too. */
interface NearMiss {
  readonly definition: KindDefinition;
  readonly missing: readonly string[];
}

/** What was found: each kind that has all it needs, at the first row where it has; else what comes nearest. */
export interface Findings {
  readonly fits: readonly Fit[];
  readonly near: NearMiss | null;
  /** Titles of the row that looks most like a header. */
  readonly seen: readonly string[];
}

/** Compares the first rows of a table with every kind. */
export function findHeader(document: string, table: Table, kinds: readonly KindDefinition[]): Findings {
  const labels: Labels = new Map();
  const single: Fit[] = [];
  const double: Fit[] = [];
  const misses: (NearMiss & { readonly share: number })[] = [];
  const halves: { readonly definition: KindDefinition; readonly row: number; readonly columns: number }[] = [];
  let seen: string[] = [];
  /** Adds a kind whose columns and labels are all there; returns the titles that are not. */
  const compare = (
    definition: KindDefinition,
    header: () => Table,
    headerRow: number,
    keys: readonly string[],
    to: Fit[],
  ) => {
    const { fields } = definition;
    const columns = matchColumns(fields, positionsOf(keys));
    const missing = missingTitles(definition, columns, labels);
    // The same header further down belongs to an export pasted below the first.
    if (missing.length === 0 && !holds(to, definition)) {
      const above = new Map(labels);
      const recognised = { table: header(), document, headerRow, fields, columns, labels: above, format: US_FORMAT };
      if (definition.fits?.(recognised) ?? true) to.push({ definition, recognised });
    }
    return { columns, missing };
  };
  const last = Math.min(HEADER_ROWS, table.rows.length);
  for (let row = 0; row < last; row += 1) {
    const cells = table.rows[row] ?? [];
    const keys = cells.map((cell) => titleKey(String(cell)));
    const filled = cells.filter((_, column) => keys[column] !== "");
    if (filled.length > seen.length) seen = filled.map((cell) => String(cell).replace(/\s+/g, " ").trim());
    for (const definition of couldBeHeader(keys, kinds) ? kinds : []) {
      const { columns, missing } = compare(definition, () => table, row, keys, single);
      const share = columns.size / Object.values(definition.fields).length;
      if (missing.length > 0 && columns.size >= 3 && share >= 0.5) misses.push({ definition, missing, share });
    }
    const pair = row + 1 < last ? twoLines(table, row) : undefined;
    for (const definition of pair && couldBeHeader(keysIn(pair), kinds) ? kinds : []) {
      const reading = pair && readTitles(pair, vocabularyOf(definition.fields));
      if (!reading) continue;
      const { titles, across, contested } = reading;
      const header = () => joined(table, row, titles);
      const { columns } = compare(definition, header, row + 1, titles.map(titleKey), contested ? [] : double);
      // Titles across both rows make the lower one half a header, if there are two of them or if it says less by itself.
      const half = contested ? Infinity : across > 1 ? columns.size : columns.size - 1;
      if (across > 0) halves.push({ definition, row: row + 1, columns: half });
    }
    collectLabels(cells, row, labels);
  }
  // Two rows are one header for a kind that no row fits alone, or where the lower one is only half of what is written across both.
  const isHalf = ({ definition, recognised: { headerRow, columns } }: Fit) =>
    halves.some((half) => half.definition === definition && half.row === headerRow && half.columns >= columns.size);
  const whole = single.filter((fit) => !isHalf(fit));
  const fits = [...whole, ...double.filter(({ definition }) => !holds(whole, definition))];
  const near = misses.reduce<(typeof misses)[number] | null>((a, b) => (a && a.share >= b.share ? a : b), null);
  return { fits: tellingMost(fits.filter((each) => !isUnderOthersLabels(each, fits, kinds))), near, seen };
}

function holds(fits: readonly Fit[], definition: KindDefinition): boolean {
  return fits.some((fit) => fit.definition === definition);
}

const vocabularies = new WeakMap<readonly KindDefinition[], ReadonlySet<string>>();

/** Whether a row holds enough titles of any kind to be worth comparing with each: no kind is told by one column. */
function couldBeHeader(keys: readonly string[], kinds: readonly KindDefinition[]): boolean {
  let words = vocabularies.get(kinds);
  if (!words) {
    words = new Set(kinds.flatMap(({ fields }) => [...vocabularyOf(fields).keys()]));
    vocabularies.set(kinds, words);
  }
  const known = new Set(keys.filter((key) => words.has(key)));
  return known.size >= 2;
}

/**
 * Leaves out kinds that see less than another one in the same header: all their columns are columns of the other one as well, which needs
 * a further column besides. Kinds of which each sees something of its own are left for a person to choose from.
 */
function tellingMost(fits: readonly Fit[]): Fit[] {
  const tellsMore = (more: Fit, less: Fit): boolean => {
    if (more.recognised.headerRow !== less.recognised.headerRow) return false;
    const seen = new Set(less.recognised.columns.values());
    const all = new Set(more.recognised.columns.values());
    const needs = [...more.recognised.columns].filter(([field]) => more.definition.fields[field]?.required);
    return [...seen].every((column) => all.has(column)) && needs.some(([, column]) => !seen.has(column));
  };
  return fits.filter((less) => !fits.some((more) => more !== less && tellsMore(more, less)));
}

/**
 * Whether the labels above the table are those of an invoice, which the kind is none of: what is left of a table would be taken for another.
 * The header of a table further up is no label.
 */
function isUnderOthersLabels({ definition, recognised }: Fit, fits: readonly Fit[], kinds: readonly KindDefinition[]) {
  const headers = new Set(fits.map((fit) => fit.recognised.headerRow));
  const labels = new Map([...recognised.labels].filter(([, { row }]) => !headers.has(row)));
  const found = (specs: readonly FieldSpec[]) => specs.filter((spec) => hasLabel(labels, spec)).length;
  if (found(Object.values(definition.labels ?? {})) > 0) return false;
  return kinds.some((other) => {
    const needed = Object.values(other.labels ?? {}).filter((spec) => spec.required);
    return needed.length >= 2 && found(needed) === needed.length;
  });
}

/**
 * A title that two columns carry although they disagree in some row: which of them counts cannot be told. Undefined where there is none
 * among the columns the kind must have and those of figures, of which the second would be lost.
 */
export function contestedTitle({ definition, recognised }: Fit): string | undefined {
  for (const [field, column] of recognised.columns) {
    const { required, shape } = definition.fields[field] ?? { required: false, shape: "text" };
    const counts = required || (NUMERIC.has(shape) && definition.repeats !== true);
    if (counts && hasUnlikeTwin(recognised, column)) {
      return String(recognised.table.rows[recognised.headerRow]?.[column]).trim();
    }
  }
  return undefined;
}
