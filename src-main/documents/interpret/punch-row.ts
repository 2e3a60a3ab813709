/** Timecards with a pair of punches in each row: a punch in, a punch out, and perhaps a column for the day. */
import type { IsoDate } from "#shared/week.ts";
import type { Row } from "./cells.ts";
import { date, moment } from "./readers.ts";
import { type WallPair, wallPair } from "./wall-times.ts";

/** The day of the punch in; else what the `date` column says; else the day of the punch out. */
export function dayOf(row: Row): IsoDate | null {
  return row.peek("in", moment)?.date ?? row.peek("date", date) ?? row.peek("out", moment)?.date ?? null;
}

/**
 * The pair of a row, from its fields `in`, `out` and `date`. Undefined where it cannot be read; the row then has a problem. A punch out
 * that lies before its punch in by the clock alone is on the next day.
 */
export function punchesOf(row: Row): Exclude<WallPair, string> | undefined {
  const day = row.may("date", date);
  const start = row.may("in", moment);
  const end = row.may("out", moment);
  if (day === undefined || start === undefined || end === undefined) return undefined;
  const pair = wallPair(day, start, end);
  if (pair === "backwards") row.problem("out", "The punch out is before the punch in.");
  if (pair === "no date" || dayOf(row) === null) {
    row.problem(start === null ? "out" : "in", "The punch names no date, and the table has no date column that does.");
  }
  return typeof pair === "string" ? undefined : pair;
}

/** The day a pair belongs to: that of the punch in, of the punch out where the in is missing, else what the date column says. */
export function dayOfPair(row: Row, pair: Exclude<WallPair, string> | undefined): IsoDate | undefined {
  return (pair?.in ?? pair?.out)?.slice(0, 10) ?? dayOf(row) ?? undefined;
}
