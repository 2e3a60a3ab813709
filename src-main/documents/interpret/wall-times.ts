/** Pairs of clock readings, one of which may be missing. */
import { type WallTime, wallTime } from "#shared/hours.ts";
import type { IsoDate } from "#shared/week.ts";
import type { Moment } from "./readers.ts";

/** Two readings on the wall, or why they make no sense together. */
export type WallPair = { readonly in: WallTime | null; readonly out: WallTime | null } | "no date" | "backwards";

/**
 * Puts a start and an end on their days. Readings without a date of their own fall on `day`; an end without a date that lies before its
 * start is on the next day (a night shift). "backwards" where both name their day and the end is before the start.
 */
export function wallPair(day: IsoDate | null, start: Moment | null, end: Moment | null): WallPair {
  const startDay = start?.date ?? day ?? end?.date ?? null;
  const endDay = end?.date ?? (start ? startDay : day);
  if ((start && startDay === null) || (end && endDay === null)) return "no date";
  const from = start && startDay !== null ? wallTime(startDay, start.minutes) : null;
  let to = end && endDay !== null ? wallTime(endDay, end.minutes) : null;
  if (from !== null && to !== null && to < from) {
    if (end === null || endDay === null || end.date !== null) return "backwards";
    to = wallTime(endDay, end.minutes + 1440);
  }
  return { in: from, out: to };
}
