/** Which column of a header holds which field of a kind. Titles are compared by their keys. */
import type { FieldSpec, KindDefinition, RecognisedTable } from "../interpretation.ts";
import { titleKey } from "./titles.ts";

type Specs = Readonly<Record<string, FieldSpec>>;

const keysOfSpecs = new WeakMap<FieldSpec, readonly string[]>();

function keysOf(spec: FieldSpec): readonly string[] {
  let keys = keysOfSpecs.get(spec);
  if (!keys) {
    keys = spec.titles.map(titleKey);
    keysOfSpecs.set(spec, keys);
  }
  return keys;
}

const vocabularies = new WeakMap<Specs, ReadonlyMap<string, string>>();

/** The field that each key of some fields' titles names. */
export function vocabularyOf(fields: Specs): ReadonlyMap<string, string> {
  let words = vocabularies.get(fields);
  if (!words) {
    words = new Map(
      Object.entries(fields)
        .toReversed()
        .flatMap(([field, spec]) => keysOf(spec).map((key) => [key, field] as const)),
    );
    vocabularies.set(fields, words);
  }
  return words;
}

/** Column of each key, the first where several have it. */
export function positionsOf(keys: readonly string[]): ReadonlyMap<string, number> {
  const positions = new Map<string, number>();
  keys.forEach((key, column) => {
    if (key !== "" && !positions.has(key)) positions.set(key, column);
  });
  return positions;
}

/** Column of each field. Where a table has several titles of a field, the one listed first in the field counts. */
export function matchColumns(fields: Specs, positions: ReadonlyMap<string, number>): Map<string, number> {
  const columns = new Map<string, number>();
  for (const [field, spec] of Object.entries(fields)) {
    const key = keysOf(spec).find((each) => positions.has(each));
    const column = key === undefined ? undefined : positions.get(key);
    if (column !== undefined) columns.set(field, column);
  }
  return columns;
}

/** Titles of the columns and labels the kind must have and that are neither above the table nor in it. */
export function missingTitles(
  definition: KindDefinition,
  columns: ReadonlyMap<string, number>,
  labels: RecognisedTable["labels"],
): string[] {
  const missing: string[] = [];
  for (const [field, spec] of Object.entries(definition.fields)) {
    if (spec.required && !columns.has(field)) missing.push(spec.titles[0] ?? field);
  }
  for (const [field, spec] of Object.entries(definition.labels ?? {})) {
    if (spec.required && !columns.has(field) && !hasLabel(labels, spec)) missing.push(spec.titles[0] ?? field);
  }
  return missing;
}

/** Whether a label of the field stands above the table. */
export function hasLabel(labels: RecognisedTable["labels"], spec: FieldSpec): boolean {
  return keysOf(spec).some((key) => labels.has(key));
}

/** Whether a further column has the title of this one although the two disagree in some row. */
export function hasUnlikeTwin({ table, headerRow }: RecognisedTable, column: number): boolean {
  const keys = (table.rows[headerRow] ?? []).map((cell) => titleKey(String(cell)));
  const twin = keys.indexOf(keys[column] ?? "", column + 1);
  if (twin < 0) return false;
  return table.rows.slice(headerRow + 1).some((row) => (row[column] ?? "") !== (row[twin] ?? ""));
}
