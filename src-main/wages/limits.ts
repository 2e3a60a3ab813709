/** Limits of the client's programme, apart from law: hours a day, hours in seven days, rest, days in a row. */
import { addDays, daysBetween, type IsoDate } from "#shared/week.ts";
import type { WorkRecord } from "./record.ts";
import type { WageRules } from "./rules.ts";
import type { Workday } from "./workweek.ts";

type Limits = WageRules["programme"];

/** A limit that was passed. */
export interface Breach {
  readonly limit: "hours a day" | "hours in seven days" | "rest" | "days in a row";
  /** The day on which it was passed: for rest the day that began too soon, for spans of days their last. */
  readonly date: IsoDate;
  /** What was worked or rested, and the limit: in minutes, for days in a row in days. */
  readonly value: number;
  readonly allowed: number;
  /** The first of the days that count together. */
  readonly since: IsoDate;
}

/** What the limits say of one person's days. */
export interface LimitsReport {
  /** By day. Certain even where other days are unknown: what is known can only become more. */
  readonly breaches: readonly Breach[];
  /** Days of which nobody can say that no limit was passed, because they or days they count with are unknown. */
  readonly unknown: readonly IsoDate[];
}

/** Checks one person's days. Hand in the six days before the first one in question too. */
export function limitsOf(record: WorkRecord, limits: Limits): LimitsReport {
  const days = record.weeks.flatMap((week) => week.days);
  const breaches = [...hours(days, limits), ...rests(days, limits), ...runs(days, limits)];
  const unknown = days.filter((_, index) => recent(days, index).some((each) => !each.known));
  return {
    breaches: breaches.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
    unknown: unknown.map((day) => day.date),
  };
}

/** A day with the six before it. */
function recent(days: readonly Workday[], index: number): Workday[] {
  const last = days[index]?.date ?? "";
  return days.slice(Math.max(0, index - 6), index + 1).filter((each) => daysBetween(each.date, last) < 7);
}

function hours(days: readonly Workday[], limits: Limits): Breach[] {
  return days.flatMap((day, index): Breach[] => {
    const worked = minutesOf(day);
    if (worked === 0) return [];
    const { date } = day;
    const window = recent(days, index);
    const seven = window.reduce((sum, each) => sum + minutesOf(each), 0);
    const since = window[0]?.date ?? date;
    return [
      { limit: "hours a day" as const, date, value: worked, allowed: limits.minutesADay, since: date },
      { limit: "hours in seven days" as const, date, value: seven, allowed: limits.minutesInSevenDays, since },
    ].filter(({ value, allowed }) => value > allowed);
  });
}

/** Rest between the shifts of different days; a shift broken in two on one day is not rest. */
function rests(days: readonly Workday[], limits: Limits): Breach[] {
  const shifts = days.flatMap((day) => day.shifts.map((shift) => ({ shift, date: day.date })));
  return shifts.flatMap(({ shift, date }, index): Breach[] => {
    const before = shifts[index - 1];
    if (!before || before.date === date) return [];
    const value = shift.from - before.shift.to;
    return value < limits.restMinutes
      ? [{ limit: "rest", date, value, allowed: limits.restMinutes, since: before.date }]
      : [];
  });
}

function runs(days: readonly Workday[], limits: Limits): Breach[] {
  let run: IsoDate[] = [];
  return days.flatMap(({ date, atWork }): Breach[] => {
    if (!atWork) return [];
    const last = run.at(-1);
    run = last !== undefined && addDays(last, 1) === date ? [...run, date] : [date];
    return run.length > limits.daysInARow
      ? [{ limit: "days in a row", date, value: run.length, allowed: limits.daysInARow, since: run[0] ?? date }]
      : [];
  });
}

function minutesOf(day: Workday): number {
  return day.clockedMinutes + day.paidBreakMinutes;
}
