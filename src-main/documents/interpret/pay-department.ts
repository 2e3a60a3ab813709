/** Departments as facts keep them. */
import type { Row } from "./cells.ts";

/**
 * A department: `000013` and `13` are the same one, because a spreadsheet program drops the zeros when it saves the file again. A code of
 * digits is kept without them; words stay as they stand, and so does the cell as evidence. "" where there is none.
 */
export function departmentOf(row: Row, field = "department"): string {
  const words = row.words(field);
  return /^\d+$/.test(words) ? words.replace(/^0+(?=\d)/, "") : words;
}
