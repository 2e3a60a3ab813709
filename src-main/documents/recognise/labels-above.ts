/** What stands above a table: labels and their values. */
import type { Cell } from "../table.ts";
import { normaliseTitle, titleKey } from "./titles.ts";

/** Values by label, in words and by its key, each with the index of its row. The first of two alike counts. */
export type Labels = Map<string, { readonly value: Cell; readonly row: number }>;

/**
 * Every filled cell may be a label of the cell beside it, or of what follows its colon; which ones are is known only to the kind. Of the
 * only two cells of a row the second is beside the first, also across the blanks that a merged cell leaves.
 */
export function labelPairs(cells: readonly Cell[]): { readonly title: string; readonly value: Cell }[] {
  const [first, second, ...more] = cells.flatMap((cell, column) => (cell === "" ? [] : [column]));
  return cells.map((cell, column) => {
    const [, title, value] = /^([^:]{2,60}):\s*(\S.*)$/s.exec(String(cell)) ?? [];
    if (title !== undefined && value !== undefined) return { title, value };
    const beside = column === first && second !== undefined && more.length === 0 ? second : column + 1;
    return { title: String(cell), value: cells[beside] ?? "" };
  });
}

/** Adds the labels of a row. */
export function collectLabels(cells: readonly Cell[], row: number, labels: Labels): void {
  for (const { title, value } of labelPairs(cells)) {
    for (const name of new Set([normaliseTitle(title), titleKey(title)])) {
      if (name !== "" && !labels.has(name)) labels.set(name, { value, row });
    }
  }
}
