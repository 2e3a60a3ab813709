/** A Homebase row's shift: clock in and out, each with a date column of its own, and the hours printed beside them. */
import { type WallTime, wallTime } from "#shared/hours.ts";
import type { Row } from "./cells.ts";
import { date, hundredths, moment, type Reader } from "./readers.ts";

/** When a shift began and ended; null where the punch is missing. One of the two is there. */
export interface Shift {
  readonly in: WallTime | null;
  readonly out: WallTime | null;
}

/** Whether a cell says anything: Homebase writes a dash where there is nothing. */
export function filled(row: Row, field: string): boolean {
  return !/^[-\u2010-\u2015\u2212]*$/.test(row.words(field));
}

/** A value that may be missing (null); undefined where it cannot be read, which is then a problem of the row. */
export function maybe<T>(row: Row, field: string, reader: Reader<T>): T | null | undefined {
  return filled(row, field) ? row.need(field, reader) : null;
}

/** The row's shift; undefined where it cannot be read or has no clock reading at all. A shift without a clock-out date may pass midnight. */
export function shiftOf(row: Row): Shift | undefined {
  const inDay = maybe(row, "date", date);
  const outDay = maybe(row, "outDate", date);
  const start = maybe(row, "in", moment);
  const end = maybe(row, "out", moment);
  if (inDay === undefined || outDay === undefined || start === undefined || end === undefined) return undefined;
  const from = start && place(start.date ?? inDay ?? outDay, start.minutes);
  let to = end && place(end.date ?? outDay ?? inDay, end.minutes);
  if ((start && !from) || (end && !to)) {
    row.problem(start && !from ? "date" : "outDate", "The punch names no date.");
    return undefined;
  }
  if (from === null && to === null) {
    row.problem("in", "The row has a break, but nobody clocked in or out.");
    return undefined;
  }
  if (from && to && to < from) {
    if (!end || outDay !== null || end.date !== null) {
      row.problem("out", "The clock out is before the clock in.");
      return undefined;
    }
    to = wallTime(from.slice(0, 10), end.minutes + 1440);
  }
  return { in: from, out: to };
}

function place(day: string | null, minutes: number): WallTime | null {
  return day === null ? null : wallTime(day, minutes);
}

/** Hours of the shift in hundredths: as printed, else regular and overtime together; null where neither is printed. */
export function hoursOf(row: Row): number | null | undefined {
  const paid = maybe(row, "paidHours", hundredths);
  if (paid !== null) return paid;
  const parts = ["regular", "overtime", "doubleOvertime"].map((field) => maybe(row, field, hundredths));
  if (parts.includes(undefined)) return undefined;
  const known = parts.filter((part) => typeof part === "number");
  return known.length === 0 ? null : known.reduce((sum, part) => sum + part, 0);
}
