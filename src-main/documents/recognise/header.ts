/** Finds the header row of a table by its titles. */
import { type FieldSpec, type KindDefinition, type RecognisedTable, US_FORMAT } from "../interpretation.ts";
import type { Cell, Table } from "../table.ts";
import { normaliseTitle } from "./titles.ts";

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

type Labels = RecognisedTable["labels"];
type Specs = Readonly<Record<string, FieldSpec>>;

/** Compares the first rows of a table with every kind. */
export function findHeader(document: string, table: Table, kinds: readonly KindDefinition[]): Findings {
  const labels = new Map<string, { value: Cell; row: number }>();
  const fits: Fit[] = [];
  let near: NearMiss | null = null;
  let nearest = 0;
  let seen: string[] = [];
  for (let headerRow = 0; headerRow < Math.min(HEADER_ROWS, table.rows.length); headerRow += 1) {
    const cells = table.rows[headerRow] ?? [];
    const titles = cells.map((cell) => normaliseTitle(String(cell)));
    const filled = cells.filter((_, column) => titles[column] !== "");
    if (filled.length > seen.length) seen = filled.map((cell) => String(cell).replace(/\s+/g, " ").trim());
    for (const definition of couldBeHeader(titles, kinds) ? kinds : []) {
      const columns = matchColumns(definition.fields, titles);
      const missing = missingTitles(definition, columns, labels);
      if (missing.length > 0) {
        const share = columns.size / Object.values(definition.fields).length;
        if (columns.size >= 3 && share >= 0.5 && share > nearest) {
          nearest = share;
          near = { definition, missing };
        }
        continue;
      }
      // The same header further down belongs to an export pasted below the first.
      if (fits.some((fit) => fit.definition === definition)) continue;
      fits.push({
        definition,
        recognised: {
          table,
          document,
          headerRow,
          fields: definition.fields,
          columns,
          labels: new Map(labels),
          format: US_FORMAT,
        },
      });
    }
    collectLabels(cells, headerRow, labels);
  }
  return { fits, near, seen };
}

const vocabularies = new WeakMap<readonly KindDefinition[], ReadonlySet<string>>();

/** Whether a row holds enough titles of any kind to be worth comparing with each: no kind is told by one column. */
function couldBeHeader(titles: readonly string[], kinds: readonly KindDefinition[]): boolean {
  let words = vocabularies.get(kinds);
  if (!words) {
    words = new Set(kinds.flatMap(({ fields }) => Object.values(fields).flatMap((spec) => spec.titles)));
    vocabularies.set(kinds, words);
  }
  let known = 0;
  for (const title of titles) if (words.has(title)) known += 1;
  return known >= 2;
}

/** Column of each field. Where a table has several titles of a field, the one listed first in the field counts. */
function matchColumns(fields: Specs, titles: readonly string[]): Map<string, number> {
  const columns = new Map<string, number>();
  for (const [field, spec] of Object.entries(fields)) {
    for (const title of spec.titles) {
      const column = titles.indexOf(title);
      if (column < 0) continue;
      columns.set(field, column);
      break;
    }
  }
  return columns;
}

function missingTitles(definition: KindDefinition, columns: ReadonlyMap<string, number>, labels: Labels): string[] {
  const missing: string[] = [];
  for (const [field, spec] of Object.entries(definition.fields)) {
    if (spec.required && !columns.has(field)) missing.push(spec.titles[0] ?? field);
  }
  for (const [field, spec] of Object.entries(definition.labels ?? {})) {
    const found = columns.has(field) || spec.titles.some((title) => labels.has(title));
    if (spec.required && !found) missing.push(spec.titles[0] ?? field);
  }
  return missing;
}

/**
 * A title that two columns carry although they disagree in some row: which of them counts cannot be told. Undefined where there is none
 * among the columns the kind must have.
 */
export function contestedTitle({ definition, recognised }: Fit): string | undefined {
  const { table, headerRow, columns } = recognised;
  const header = table.rows[headerRow] ?? [];
  const titles = header.map((cell) => normaliseTitle(String(cell)));
  for (const [field, column] of columns) {
    if (!definition.fields[field]?.required) continue;
    const twin = titles.indexOf(titles[column] ?? "", column + 1);
    if (twin < 0) continue;
    const disagree = table.rows.slice(headerRow + 1).some((row) => (row[column] ?? "") !== (row[twin] ?? ""));
    if (disagree) return String(header[column]).trim();
  }
  return undefined;
}

/** Every filled cell may be a label of the cell beside it; which ones are is known only to the kind. */
function collectLabels(cells: readonly Cell[], row: number, labels: Map<string, { value: Cell; row: number }>): void {
  cells.forEach((cell, column) => {
    const title = normaliseTitle(String(cell));
    if (title !== "" && !labels.has(title)) labels.set(title, { value: cells[column + 1] ?? "", row });
  });
}
