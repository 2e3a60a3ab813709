/** A person's day at work: when Amazon's app saw them, and when the time clock did. */
import type { Person } from "./people.ts";
import type { Random } from "./random.ts";

/** One stretch between two punches, in minutes after midnight. A missing punch out is null. */
export interface Punches {
  in: number;
  out: number | null;
}

/** Why somebody is at work. A stand-by day is kept free and not worked; a ghost day is clocked although there was no work. */
type Duty = "route" | "sweep" | "training" | "standby" | "ghost";

/** One person's one day. */
export interface Shift {
  person: Person;
  date: string;
  duty: Duty;
  blockMinutes: number;
  logIn: number;
  logOut: number;
  punches: Punches[];
  /** Rows the person has in the service details: a sweeper has more than one. */
  rows: number;
}

/** Minutes between punches of a day; a stretch without an end counts for nothing. */
export function clockedMinutes(shift: Shift): number {
  return shift.punches.reduce((sum, punch) => sum + (punch.out === null ? 0 : punch.out - punch.in), 0);
}

/** Two stretches around a meal that begins before the fifth hour ends, as California asks. */
function aroundMeal(start: number, clocked: number, random: Random): Punches[] {
  const meal = start + Math.min(random.int(215, 280), Math.trunc(clocked / 2));
  const back = meal + random.int(30, 36);
  return [
    { in: start, out: meal },
    { in: back, out: back + clocked - (meal - start) },
  ];
}

function lastOut(punches: readonly Punches[]): number {
  return punches.at(-1)?.out ?? 0;
}

/** A day that fits its block: clocked from 20 minutes below it to 25 above, and the app used between the punches. */
export function ordinaryShift(person: Person, date: string, duty: Duty, blockHours: number, random: Random): Shift {
  const blockMinutes = blockHours * 60;
  const longest = Math.min(blockMinutes + 25, person.station.longestDay);
  const start = random.int(555, 645);
  const punches = aroundMeal(start, random.int(blockMinutes - 20, longest), random);
  return {
    person,
    date,
    duty,
    blockMinutes,
    logIn: start + random.int(2, 8),
    logOut: lastOut(punches) - random.int(2, 12),
    punches,
    rows: duty === "route" ? 1 : 0,
  };
}

/** Stretches the day to `clocked` minutes: the driver stayed out, and the app saw it too. */
export function stretchShift(shift: Shift, clocked: number): void {
  const last = shift.punches.at(-1);
  if (!last || last.out === null) throw new RangeError("an open day cannot be stretched");
  const longer = clocked - clockedMinutes(shift);
  last.out += longer;
  shift.logOut += longer;
}
