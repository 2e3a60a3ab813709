/** Descriptions that a narrow column has broken into several lines. */
import type { PrintedRow } from "./pages.ts";

/** A line that leaves less than this part of its column free was broken because the next word did not fit. */
const FILLED = 0.8;

/** Whether `next` goes on where `before` was broken. `capacity` is how many letters the column's longest line has. */
export function goesOn(before: string, next: string, capacity: number): boolean {
  if (/^[\p{Ll}([&/\-\u2010-\u2015]/u.test(next) || /[-\u00ad\u2010-\u2015,(/&]$/.test(before.trim())) return true;
  const [word = ""] = next.split(" ");
  return before.length + 1 + word.length >= FILLED * capacity;
}

/** How many letters the longest text has that begins at a column and has something beside it. */
export function capacityOf(rows: readonly PrintedRow[], column: number): number {
  const lengths = rows.flatMap(({ cells }) =>
    cells.length > 1 ? cells.filter(({ x }) => Math.abs(x - column) <= 12).map(({ text }) => text.length) : [],
  );
  return Math.max(0, ...lengths);
}

/** Whether every cell of a row begins where a cell of the row above does. */
export function standsUnder(row: PrintedRow, above: PrintedRow): boolean {
  return row.cells.every(({ x }) => above.cells.some((cell) => Math.abs(cell.x - x) <= 12));
}

/**
 * Two parts of a broken text. A hyphen at the break belongs to the text (`On-` `Road`), or was set to break a word (`deliv-` `ery`),
 * which shows by the whole word standing elsewhere; `Cancel-` `weekend` had a space there.
 */
export function joined(before: string, next: string, seen: (text: string) => boolean): string {
  if (before === "") return next;
  if (before.endsWith("\u00ad")) return before.slice(0, -1) + next;
  const broken = /[\p{L}\d][-\u2010\u2011]$/u.test(before);
  if (!broken) return `${before} ${next}`;
  const last = before.slice(before.lastIndexOf(" ") + 1);
  const [first = ""] = next.split(" ");
  const whole = last.slice(0, -1) + first;
  if (seen(`${last}${first}`)) return before + next;
  if (seen(`${last} ${first}`) || last.toLowerCase() === "cancel-") return `${before} ${next}`;
  if (seen(whole)) return before.slice(0, -1) + next;
  return before + next;
}
