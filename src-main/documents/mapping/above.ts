/** What stands above a table, as far as it could be labels and their values. */
import { labelPairs } from "../recognise/labels-above.ts";
import { normaliseTitle, titleKey } from "../recognise/titles.ts";
import type { Cell, Table } from "../table.ts";

/** A text above the table with the value beside it. */
export interface Above {
  readonly title: string;
  readonly value: Cell;
  /** Index of its row. */
  readonly row: number;
}

/** Labels with a value, from the top; of several with one title the first. */
export function labelsAbove({ rows }: Table, headerRow: number): Above[] {
  const seen = new Set<string>();
  return rows.slice(0, headerRow).flatMap((cells, row) =>
    labelPairs(cells).flatMap(({ title, value }) => {
      const key = titleKey(title);
      // A number is a value, and a value that begins a row is the label of nothing.
      const isLabel = /\p{L}/u.test(title) && String(value).trim() !== "" && !seen.has(key);
      if (!isLabel) return [];
      seen.add(key);
      return [{ title: title.replace(/\s+/g, " ").trim(), value, row }];
    }),
  );
}

/** The same as recognised tables carry them: by the title in words and by its key. */
export function labelMap(above: readonly Above[]): Map<string, { readonly value: Cell; readonly row: number }> {
  const labels = new Map<string, { readonly value: Cell; readonly row: number }>();
  for (const { title, value, row } of above) {
    for (const name of [normaliseTitle(title), titleKey(title)])
      if (!labels.has(name)) labels.set(name, { value, row });
  }
  return labels;
}
