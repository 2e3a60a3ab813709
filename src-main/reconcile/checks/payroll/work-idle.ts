/** The clock against the app: how long somebody was on the one without the other. Pure. */
import { minutesBetween, type WallTime } from "#shared/hours.ts";
import type { PersonDay } from "./person-days.ts";
import { deductedOfDay, minutesWithin, spanOf } from "./work-clock.ts";

/** Minutes by which the clock and the app differ beyond what is usual. */
export interface AppGaps {
  readonly in: WallTime;
  readonly out: WallTime;
  /** Clocked before the log-in and after the log-out, beyond the usual. */
  readonly before: number;
  readonly after: number;
  /** Of those, what may have been taken off as a break without punches: nobody knows when that was. */
  readonly excused: number;
  /** In the app before the punch in, beyond the usual. */
  readonly unclocked: number;
}

/** Whether the app's log-in and log-out are of the shift at all: readings of another day say nothing of it. */
export function seesShift(day: PersonDay, logIn: WallTime, logOut: WallTime): boolean {
  const span = spanOf(day);
  return span !== null && logIn < logOut && logIn < span.out && logOut > span.in;
}

interface Usual {
  readonly early: number;
  readonly late: number;
  readonly end: number;
}

/** Compares a day without missing times with its log-in and log-out. Wall times of one zone. Throws for a day without punches. */
export function appGaps(day: PersonDay, logIn: WallTime, logOut: WallTime, usual: Usual, zone: string): AppGaps {
  const span = spanOf(day);
  if (!span) throw new RangeError("a day without punches has no gaps");
  const beyond = (minutes: number, grace: number) => Math.max(0, minutes - grace);
  // The grace stands next to the log-in and the log-out, so that a break in between changes nothing.
  const before = beyond(minutesWithin(day, span.in, logIn, zone), usual.early);
  const after = beyond(minutesWithin(day, logOut, span.out, zone), usual.end);
  return {
    ...span,
    before,
    after,
    excused: Math.min(deductedOfDay(day, zone), before + after),
    unclocked: beyond(Math.max(0, minutesBetween(logIn, span.in, zone)), usual.late),
  };
}
