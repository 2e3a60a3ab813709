/** Labels above a table: `Invoice Number` in one cell, its value in the next, or `Invoice Number: 42` in one. */
import type { FieldSpec, RecognisedTable } from "../interpretation.ts";
import { inUsualForm } from "../recognise/format.ts";
import { titleKey } from "../recognise/titles.ts";
import type { Cell } from "../table.ts";
import { isBlank } from "./cells.ts";
import type { Reader } from "./readers.ts";

type Specs = Readonly<Record<string, FieldSpec>>;

/** A label's value with its row index; undefined where it is missing or blank. */
export function labelled(
  recognised: RecognisedTable,
  specs: Specs,
  field: string,
): { value: Cell; row: number } | undefined {
  for (const title of specs[field]?.titles ?? []) {
    const found = recognised.labels.get(title) ?? recognised.labels.get(titleKey(title));
    // In a row of labels the next cell is the next label, not a value.
    if (found && !isBlank(found.value) && !isLabel(specs, found.value)) {
      const shape = specs[field]?.shape ?? "text";
      return { value: inUsualForm(found.value, shape, recognised.format), row: found.row };
    }
  }
  return undefined;
}

function isLabel(specs: Specs, value: Cell): boolean {
  const key = titleKey(String(value));
  return Object.values(specs).some((spec) => spec.titles.some((title) => titleKey(title) === key));
}

/** A label's value, null where it is missing, blank or unreadable (see `labelProblem`). */
export function labelValue<T>(recognised: RecognisedTable, specs: Specs, field: string, reader: Reader<T>): T | null {
  const found = labelled(recognised, specs, field);
  return found ? (reader.read(found.value) ?? null) : null;
}

/** Why a label cannot be used, as a sentence; null where it can, or where it is optional and blank. */
export function labelProblem<T>(
  recognised: RecognisedTable,
  specs: Specs,
  field: string,
  reader: Reader<T>,
): string | null {
  const found = labelled(recognised, specs, field);
  const name = titleCase(specs[field]?.titles[0] ?? field);
  if (!found) return specs[field]?.required ? `${name} above the table is blank.` : null;
  if (reader.read(found.value) !== undefined) return null;
  return `${name} above the table cannot be read: "${found.value}" is ${reader.complaint}`;
}

function titleCase(title: string): string {
  return title.replace(/(?:^|\s)\p{L}/gu, (letter) => letter.toUpperCase());
}

/** A row's labels and their values as facts keep them: an object instead of the array of a table's row, so that evidence names the label. */
export function labelJson(specs: Specs, row: readonly Cell[]): string {
  // Several labels may stand side by side.
  const pairs = row.flatMap((cell, column) => {
    const [, title, value] = /^([^:]{2,60}):\s*(\S.*)$/s.exec(String(cell)) ?? [];
    if (title !== undefined && value !== undefined && isLabel(specs, title)) return [[title, value]];
    return !isBlank(cell) && isLabel(specs, cell) ? [[String(cell), String(row[column + 1] ?? "")]] : [];
  });
  return JSON.stringify(Object.fromEntries(pairs));
}
