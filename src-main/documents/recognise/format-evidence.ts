/** What single cells say about how their document writes dates and numbers. */
import { scaled } from "#shared/money.ts";
import { PLAIN_ZERO } from "./format.ts";
import { parseWrittenDate, yearLast } from "./written-dates.ts";

/** Cells that can be read in one way only: the first of them, and how many there are. */
export interface Proof {
  readonly text: string;
  /** Index of its row. */
  readonly row: number;
  count: number;
}

/** What proves each of two ways. */
export interface Proofs {
  american: Proof | null;
  other: Proof | null;
  /** Whether some cell leans to a way without proving it: dots in dates (the day first), `10436.0` (American numbers). */
  leaning: boolean;
}

/** Nothing seen yet. */
export const noProofs = (): Proofs => ({ american: null, other: null, leaning: false });

function prove(proofs: Proofs, way: "american" | "other", cell: string, row: number): void {
  const proof = proofs[way];
  if (proof === null) proofs[way] = { text: cell.trim(), row, count: 1 };
  else proof.count += 1;
}

/** Where both numbers could be the month, or the year stands first, a date tells nothing. */
const SILENT = /^(?:(?:0?[1-9]|1[0-2])[-/](?:0?[1-9]|1[0-2])[-/]|\d{4}[-/])/;

/** Notes what a cell of a date or clock column says of the order of day and month. Only the first proof of each way is counted. */
export function noteDate(cell: string, row: number, proofs: Proofs): void {
  const parts = SILENT.test(cell) ? undefined : yearLast(cell);
  if (!parts) return;
  if (parts.separator === ".") proofs.leaning = true;
  const [first, second] = [Number(parts.first), Number(parts.second)];
  const order = first > 12 ? "day first" : second > 12 ? "month first" : null;
  const way = order === "day first" ? "other" : "american";
  if (order === null || proofs[way] !== null) return;
  // Nobody writes dots with the month first, but who did would have it taken for the day: that is proof as well.
  const slashed = cell.trim().replace(/^(\d+)\.(\d+)\./, "$1/$2/");
  // A date with an impossible day (`31/9/2026`) proves nothing.
  if (parseWrittenDate(slashed, order) !== undefined) prove(proofs, way, cell, row);
}

const ORDINARY = /^-?\$?\d+\.\d{1,2}$/;

/** Notes what a cell of a numeric column says of decimal points and commas. */
export function noteNumber(cell: string, row: number, proofs: Proofs): void {
  if (!/[.,]/.test(cell)) return;
  const words = cell.trim().endsWith("%") ? cell.replace("%", "") : cell;
  if (PLAIN_ZERO.test(words)) {
    proofs.leaning = true;
    return;
  }
  // By far the most common form, seen without reading it twice.
  const american = ORDINARY.test(words) || scaled(words, 6) !== undefined;
  const other = !ORDINARY.test(words) && scaled(words, 6, "eu") !== undefined;
  if (american !== other) prove(proofs, american ? "american" : "other", cell, row);
}
