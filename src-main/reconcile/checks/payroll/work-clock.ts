/** Time on the clock: which workday a punch belongs to, how long a day was, and what was taken off without punches. Pure. */
import { minutesBetween, type WallTime } from "#shared/hours.ts";
import { divideHalfUp } from "#shared/money.ts";
import { addDays, type IsoDate } from "#shared/week.ts";
import type { PunchFact } from "../../../documents/facts.ts";

/** Longest break (minutes of the clock) after which a shift that runs past midnight still is the same one. */
const LONGEST_BREAK = 120;

/** Printed hours that are so many minutes shorter than the punches had a meal taken off; less is rounding, more is a mistake. */
const DEDUCTION = { least: 20, most: 120 } as const;

/** A punch and the day its shift began; `repeats` are further rows that say the same. */
export interface DatedPunch {
  readonly date: IsoDate;
  readonly punch: PunchFact;
  readonly repeats: readonly PunchFact[];
}

/** Gives one person's punches their workday, in order of the clock. The same row twice is one punch. */
export function byWorkday(punches: readonly PunchFact[]): DatedPunch[] {
  const same = new Map<string, PunchFact[]>();
  for (const punch of punches) {
    const key = `${punch.date}|${punch.in}|${punch.out}|${punch.hours}`;
    const known = same.get(key);
    if (known) known.push(punch);
    else same.set(key, [punch]);
  }
  const ordered = [...same.values()].sort(([a], [b]) => compare(startOf(a), startOf(b)));
  let last: { date: IsoDate; out: WallTime | null } | undefined;
  return ordered.flatMap(([punch, ...repeats]) => {
    if (!punch) return [];
    // After a meal past midnight the timecard's next row carries the next date, but it is still last night's shift.
    const continues =
      last?.out != null && punch.in !== null && punch.date === addDays(last.date, 1) && isSoonAfter(last.out, punch.in);
    const date = continues && last ? last.date : punch.date;
    last = { date, out: punch.out };
    return [{ date, punch, repeats }];
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function startOf(punch: PunchFact | undefined): string {
  return punch ? (punch.in ?? punch.out ?? `${punch.date}T`) : "";
}

/** Whether a shift went on after a break, by the clock alone: an hour more or less does not matter here. */
function isSoonAfter(out: WallTime, back: WallTime): boolean {
  const minutes = minutesBetween(out, back, "UTC");
  return minutes >= 0 && minutes <= LONGEST_BREAK && back.slice(11) < "12:00";
}

interface Punched {
  readonly punches: readonly PunchFact[];
}

/** Punches in without out, or the reverse. A row with hours and no punches at all is none: nobody punched. */
export function openPunches(day: Punched): PunchFact[] {
  return day.punches.filter((punch) => (punch.in === null) !== (punch.out === null));
}

/**
 * Minutes taken off a row for a break without punches: as the timecard says, else where its printed hours are shorter than its punches by
 * a meal. 0 where nothing was taken off or nobody can tell.
 */
export function deductedMinutes(punch: PunchFact, zone: string): number {
  if (punch.deductedMinutes !== null) return punch.deductedMinutes;
  if (punch.hours === null || punch.in === null || punch.out === null) return 0;
  const less = minutesBetween(punch.in, punch.out, zone) - divideHalfUp(punch.hours * 60, 100);
  return less >= DEDUCTION.least && less <= DEDUCTION.most && punch.hours > 0 ? less : 0;
}

/** A stretch of work that shares no minute with another. */
export interface Stretch {
  readonly in: WallTime;
  readonly out: WallTime;
  readonly punch: PunchFact;
}

/**
 * A day's punches without the minutes that two rows share, in the order of the clock: nobody works the same minute twice. Null where a
 * time is missing or runs backwards.
 */
export function stretchesOf(day: Punched, zone: string): Stretch[] | null {
  const stretches: Stretch[] = [];
  let until: WallTime | undefined;
  for (const punch of day.punches) {
    if (punch.in === null || punch.out === null || minutesBetween(punch.in, punch.out, zone) < 0) return null;
    const start = until !== undefined && until > punch.in ? until : punch.in;
    if (punch.out > start) stretches.push({ in: start, out: punch.out, punch });
    if (until === undefined || punch.out > until) until = punch.out;
  }
  return stretches;
}

/**
 * Minutes on the clock of a workday in the station's zone, less what was taken off for breaks without punches; null where a time is
 * missing or runs backwards.
 */
export function clockedMinutes(day: Punched, zone: string): number | null {
  const stretches = stretchesOf(day, zone);
  if (stretches === null) return null;
  return stretches.reduce(
    (sum, stretch) =>
      sum + Math.max(0, minutesBetween(stretch.in, stretch.out, zone) - deductedMinutes(stretch.punch, zone)),
    0,
  );
}

/** Minutes taken off a day for breaks without punches. */
export function deductedOfDay(day: Punched, zone: string): number {
  return day.punches.reduce((sum, punch) => sum + deductedMinutes(punch, zone), 0);
}

/** Minutes on the clock between two wall times, whatever was taken off; 0 where a time of the day is missing. */
export function minutesWithin(day: Punched, from: WallTime, to: WallTime, zone: string): number {
  return (stretchesOf(day, zone) ?? []).reduce((sum, stretch) => {
    const start = stretch.in > from ? stretch.in : from;
    const end = stretch.out < to ? stretch.out : to;
    return end > start ? sum + minutesBetween(start, end, zone) : sum;
  }, 0);
}

/** From the first punch in to the last punch out of a day; null where it has none, or where one is missing. */
export function spanOf(day: Punched): { readonly in: WallTime; readonly out: WallTime } | null {
  const ins = day.punches.flatMap((punch) => punch.in ?? []).sort();
  const outs = day.punches.flatMap((punch) => punch.out ?? []).sort();
  const [first, last] = [ins[0], outs.at(-1)];
  const isComplete = ins.length === day.punches.length && outs.length === day.punches.length;
  return isComplete && first !== undefined && last !== undefined ? { in: first, out: last } : null;
}
