/** Cells without anything in them. */
import type { Cell } from "../table.ts";

/** Whether a cell holds nothing. */
export function isBlank(cell: Cell | undefined): boolean {
  if (cell === undefined || cell === "") return true;
  // Nearly every cell begins with something to see, which is quicker to find out than to trim.
  if (typeof cell === "number" || (cell.charCodeAt(0) > 32 && cell.charCodeAt(0) < 127)) return false;
  return cell.trim() === "";
}
