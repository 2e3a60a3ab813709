/** Cells of documents that are not written the American way, rewritten so that every reader sees one form. */
import { scaled } from "#shared/money.ts";
import type { FieldShape, TableFormat } from "../interpretation.ts";
import type { Cell } from "../table.ts";
import { parseWrittenDate, yearLast } from "./written-dates.ts";

/** Shapes whose cells are numbers; a block's length may be `8,5` hours. */
export const NUMERIC: ReadonlySet<FieldShape> = new Set(["money", "number", "percent", "duration"]);

/** `10436.0`, as programs write whole numbers: it has one meaning only, whatever the document's style. */
export const PLAIN_ZERO = /^\s*\d+\.0\s*$/;

/**
 * A cell as an American document would write it. What can be read only the other way is marked, so that the reader complains of it: in a
 * document of one style a cell of the other is a mistake somewhere. What is no number or date stays as it stands.
 */
export function inUsualForm(cell: Cell, shape: FieldShape, format: TableFormat): Cell {
  // Typed cells are numbers and ISO dates already.
  if (typeof cell === "number" || cell === "") return cell;
  if (NUMERIC.has(shape)) return format.numbers === "1.234,56" ? usualNumber(cell, shape) : cell;
  if (shape === "date" || shape === "clock") return format.dates === "day first" ? usualDate(cell) : cell;
  return cell;
}

/** Six decimals are more than any document prints; they are written out so that the reader decides how many it takes. */
const PLACES = 6;

/** Nobody prints tenths of a cent, so it could as well be thousands of the other way. */
const COULD_BE_THOUSANDS = /^\D*[1-9]\d{0,2},\d{3}\D*$/;

function usualNumber(cell: string, shape: FieldShape): string {
  if (shape === "money" && COULD_BE_THOUSANDS.test(cell)) return otherWay(cell);
  const percent = cell.trim().endsWith("%");
  const words = percent ? cell.replace("%", "") : cell;
  const value = scaled(words, PLACES, "eu");
  if (value === undefined) {
    const american = !PLAIN_ZERO.test(words) && scaled(words, PLACES) !== undefined;
    return american ? otherWay(cell) : cell;
  }
  const digits = String(Math.abs(value)).padStart(PLACES + 1, "0");
  const written = `${digits.slice(0, -PLACES)}.${digits.slice(-PLACES)}`
    .replace(/\.?0+$/, "")
    // Three decimals alone look like thousands.
    .replace(/\.\d{3}$/, (decimals) => `${decimals}0`);
  return `${value < 0 ? "-" : ""}${written}${percent ? "%" : ""}`;
}

const otherWay = (cell: string) => `${cell} (this document writes 1.234,56)`;

/** `12/9/2026`, `12.09.2026 14:30`: day, month, year and what follows. */
function usualDate(cell: string): string {
  const parts = yearLast(cell);
  if (!parts) return cell;
  const read = parseWrittenDate(cell, "day first");
  if (read) return `${read.date}${parts.rest}`;
  const american = parseWrittenDate(cell, "month first") !== undefined;
  return american ? `${cell} (this document writes the day first)` : cell;
}

/** An amount that letters behind it call a credit. */
export const CREDIT = /^(.*\d)\s*CR$/i;

/** A number with the opposite sign; what is none stays as it is. */
export function withOtherSign(cell: Cell): Cell {
  if (typeof cell === "number") return cell === 0 ? 0 : -cell;
  const credit = CREDIT.exec(cell.trim())?.[1];
  if (credit !== undefined) return credit;
  const value = scaled(cell, PLACES);
  if (value === undefined || value === 0) return cell;
  const words = cell.trim();
  if (value > 0) return `-${words.replace(/^\+/, "")}`;
  const bracketed = /^\((.*)\)$/.exec(words)?.[1];
  return bracketed ?? words.replace(/[-\u2010-\u2015\u2212]/, "");
}
