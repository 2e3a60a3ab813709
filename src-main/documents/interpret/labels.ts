/** Labels above a table: `Invoice Number` in one cell, its value in the next, or `Invoice Number: 42` in one. */
import type { FieldSpec, RecognisedTable } from "../interpretation.ts";
import { inUsualForm } from "../recognise/format.ts";
import { labelPairs } from "../recognise/labels-above.ts";
import { titleKey } from "../recognise/titles.ts";
import type { Cell } from "../table.ts";
import { isBlank } from "./blank.ts";
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

/**
 * Why a table that has its invoice's number above it cannot be taken: a further number stands below, whose lines would count to the first
 * invoice. Null where none does.
 */
export function severalInvoices(recognised: RecognisedTable, specs: Specs): string | null {
  const first = labelled(recognised, specs, "invoiceNumber");
  const number = specs.invoiceNumber;
  if (!first || !number || recognised.columns.has("invoiceNumber")) return null;
  const names = new Set(number.titles.map(titleKey));
  const one = String(first.value).trim();
  for (const cells of recognised.table.rows.slice(recognised.headerRow + 1)) {
    const pairs = pairsOf(specs, cells);
    // A row of lines may have such words too; a row of labels has nothing else.
    const others = cells.filter((cell) => !isBlank(cell)).length - pairs.reduce((sum, pair) => sum + pair.cells, 0);
    const other = pairs.find(({ title }) => names.has(titleKey(title)))?.value.trim() ?? "";
    if (others > 0 || other === "" || other === one || isLabel(specs, other)) continue;
    return `This table holds the invoices ${one} and ${other}. Put each on a sheet or into a file of its own and drop it again.`;
  }
  return null;
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

/** The labels of a row with their values; several may stand side by side. `cells` is how many filled cells they take. */
function pairsOf(specs: Specs, row: readonly Cell[]): { title: string; value: string; cells: number }[] {
  return labelPairs(row).flatMap(({ title, value }, column) => {
    if (isBlank(title) || !isLabel(specs, title)) return [];
    const inOneCell = String(row[column]) !== title;
    const cells = inOneCell || isBlank(value) || isLabel(specs, value) ? 1 : 2;
    return [{ title, value: String(value), cells }];
  });
}

/** A row's labels and their values as facts keep them: an object instead of the array of a table's row, so that evidence names the label. */
export function labelJson(specs: Specs, row: readonly Cell[]): string {
  return JSON.stringify(Object.fromEntries(pairsOf(specs, row).map(({ title, value }) => [title, value])));
}
