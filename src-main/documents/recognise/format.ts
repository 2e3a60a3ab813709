/** Cells of documents that are not written the American way, rewritten so that every reader sees one form. */
import { scaled } from "#shared/money.ts";
import { isIsoDate } from "#shared/week.ts";
import type { FieldShape, TableFormat } from "../interpretation.ts";
import type { Cell } from "../table.ts";

const NUMERIC: ReadonlySet<FieldShape> = new Set(["money", "number", "percent"]);

/** A cell as an American document would write it. What cannot be rewritten stays as it stands, for the reader to complain of. */
export function inUsualForm(cell: Cell, shape: FieldShape, format: TableFormat): Cell {
  // Typed cells are numbers and ISO dates already.
  if (typeof cell === "number" || cell === "") return cell;
  if (NUMERIC.has(shape)) return format.numbers === "1.234,56" ? usualNumber(cell) : cell;
  if (shape === "date" || shape === "clock") return format.dates === "day first" ? usualDate(cell) : cell;
  return cell;
}

/** Six decimals are more than any document prints; they are written out so that the reader decides how many it takes. */
const PLACES = 6;

function usualNumber(cell: string): string {
  const percent = cell.trim().endsWith("%");
  const value = scaled(percent ? cell.replace("%", "") : cell, PLACES, "eu");
  if (value === undefined) return cell;
  const digits = String(Math.abs(value)).padStart(PLACES + 1, "0");
  const written = `${digits.slice(0, -PLACES)}.${digits.slice(-PLACES)}`.replace(/\.?0+$/, "");
  return `${value < 0 ? "-" : ""}${written}${percent ? "%" : ""}`;
}

/** `12/9/2026`, `12.09.2026 14:30`: day, month, year and what follows. */
function usualDate(cell: string): string {
  const match = /^\s*(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?=$|[T ,])(.*)$/s.exec(cell);
  if (!match) return cell;
  const [, day = "", , month = "", year = "", rest = ""] = match;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isIsoDate(date) ? `${date}${rest}` : cell;
}

/** A number with the opposite sign; what is none stays as it is. */
export function withOtherSign(cell: Cell): Cell {
  if (typeof cell === "number") return cell === 0 ? 0 : -cell;
  const value = scaled(cell, PLACES);
  if (value === undefined || value === 0) return cell;
  const words = cell.trim();
  if (value > 0) return `-${words.replace(/^\+/, "")}`;
  const bracketed = /^\((.*)\)$/.exec(words)?.[1];
  return bracketed ?? words.replace(/[-\u2010-\u2015\u2212]/, "");
}
