/** Figures that stand so close to what is beside them that they were read as one text. */
import { type Column, isNumeric } from "./columns.ts";
import { isNumber, readNumbers } from "./numbers.ts";
import type { PrintedRow } from "./pages.ts";

/** The row's cells in the columns' order; only where three figures at the row's end prove by quantity x rate = amount what they are. */
export function unmerged(row: PrintedRow, columns: readonly Column[], german: boolean): string[] | undefined {
  const last = columns.slice(-3);
  const figures = row.cells.filter(({ text }) => isNumber(text));
  if (!last.every(isNumeric) || last.some(({ week }) => week !== null) || figures.length >= 3) return undefined;
  const words = row.cells.flatMap(({ text }) => text.split(" "));
  const found = words.slice(-3);
  if (words.length < 4 || !found.every(isNumber)) return undefined;
  const read = readNumbers(Object.fromEntries(last.map(({ field }, place) => [field, found[place]])), german);
  if ("problem" in read || !read.proven) return undefined;
  const describing = columns.findIndex(({ field }) => field === "description");
  return columns.map((_, place) => {
    if (place >= columns.length - 3) return found[place - columns.length + 3] ?? "";
    return place === describing ? words.slice(0, -3).join(" ") : "";
  });
}
