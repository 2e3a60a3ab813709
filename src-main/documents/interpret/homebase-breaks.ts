/** The breaks of a Homebase shift: with clock readings, with a length only, or as unpaid hours only. */

import { minutesBetween, parseDuration, type WallTime, wallTime } from "#shared/hours.ts";
import { divideHalfUp, scaled } from "#shared/money.ts";
import type { Row } from "./cells.ts";
import { maybe, type Shift } from "./homebase-shift.ts";
import { hundredths, type Moment, moment, type Reader } from "./readers.ts";

/** The break of a shift. */
interface Break {
  /** When the unpaid break began and ended; null where there was none with clock readings. */
  readonly gap: { readonly start: WallTime | null; readonly end: WallTime | null } | null;
  /** Unpaid minutes beyond the gap; null where there are none. */
  readonly deductedMinutes: number | null;
}

/** A punch pair of a shift. */
interface Segment {
  readonly in: WallTime | null;
  readonly out: WallTime | null;
  /** Whether a meal follows. */
  readonly meal: boolean;
}

/** `30 min`, `1 hr`, `0:30`, `30` (minutes), `0.5` (hours). A whole number below five could be either. */
const breakLength: Reader<number> = {
  complaint: "not the length of a break; write it as 30 min.",
  read: (cell) => {
    const words = String(cell).normalize("NFKC").trim();
    const clock = /^(\d{1,2}):([0-5]\d)$/.exec(words);
    if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
    const value = scaled(words, 2);
    if (value === undefined) return parseDuration(words);
    if (value === 0) return 0;
    if (words.includes(".") && value > 0 && value < 500) return divideHalfUp(value * 60, 100);
    return value >= 500 && value % 100 === 0 ? value / 100 : undefined;
  },
};

/**
 * The break of a row; undefined where it cannot be read. A paid rest takes nothing off and is part of the shift. `Unpaid Breaks` counts
 * all of the shift's breaks although the row shows one, so what it has beyond the break that is shown was taken off without punches.
 */
export function breakOf(row: Row, shift: Shift): Break | undefined {
  const start = maybe(row, "breakStart", moment);
  const end = maybe(row, "breakEnd", moment);
  const length = maybe(row, "breakLength", breakLength);
  const unpaidHours = maybe(row, "unpaidBreaks", hundredths);
  if (start === undefined || end === undefined || length === undefined || unpaidHours === undefined) return undefined;
  const isPaid = /\bpaid\b/i.test(row.words("breakType"));
  const gap = isPaid || (start === null && end === null) ? null : placed(shift, start, end);
  if (gap && !isWithin(shift, gap)) {
    row.problem(start ? "breakStart" : "breakEnd", "The break is not within the shift.");
    return undefined;
  }
  const shown = gap === null ? 0 : gap.start !== null && gap.end !== null ? wallMinutes(gap.start, gap.end) : null;
  const unpaid = unpaidHours === null ? (isPaid || gap ? null : length) : divideHalfUp(unpaidHours * 60, 100);
  // A third of an hour is printed as 0.33: a minute more or less is rounding.
  const beyond = unpaid === null || shown === null ? 0 : unpaid - shown;
  return { gap, deductedMinutes: beyond > (shown === 0 ? 0 : 1) ? beyond : null };
}

const wallMinutes = (from: WallTime, to: WallTime): number => minutesBetween(from, to, "UTC");

/** Puts a break's readings into the shift: the first such reading after the clock in, or the last one before the clock out. */
function placed(shift: Shift, start: Moment | null, end: Moment | null): NonNullable<Break["gap"]> {
  const from = start && within(shift, start);
  const to = end && within(from === null ? shift : { in: from, out: shift.out }, end);
  return { start: from, end: to };
}

function within(shift: Shift, { date, minutes }: Moment): WallTime {
  if (date !== null) return wallTime(date, minutes);
  const anchor = shift.in ?? shift.out ?? "";
  const same = wallTime(anchor.slice(0, 10), minutes);
  if (shift.in !== null) return same < shift.in ? wallTime(anchor.slice(0, 10), minutes + 1440) : same;
  return same > anchor ? wallTime(anchor.slice(0, 10), minutes - 1440) : same;
}

function isWithin(shift: Shift, gap: NonNullable<Break["gap"]>): boolean {
  const times = [shift.in, gap.start, gap.end, shift.out].filter((time) => time !== null);
  return times.every((time, index) => index === 0 || (times[index - 1] ?? "") <= time);
}

/** The punch pairs of a shift: two where an unpaid break with clock readings lies between them. A missing reading stays missing. */
export function segmentsOf(shift: Shift, { gap }: Break): Segment[] {
  if (gap === null) return [{ ...shift, meal: false }];
  const parts = [
    { in: shift.in, out: gap.start, meal: true },
    { in: gap.end, out: shift.out, meal: false },
  ];
  return parts.filter((part) => part.in !== null || part.out !== null);
}
