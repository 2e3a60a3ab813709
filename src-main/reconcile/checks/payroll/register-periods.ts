/** Which pay periods can be compared with timecards, and who was employed in them. Pure. */
import { addDays, datesFrom, daysBetween, formatWeekday, type IsoDate, weekday } from "#shared/week.ts";
import type { PersonFact, PunchFact } from "../../../documents/facts.ts";
import type { Coverage } from "../../coverage.ts";
import type { PayPeriod } from "./register-lines.ts";

/** Longest period whose punches are read: four weeks, and the days around a month. */
const LONGEST = 28;

/** Whether a period is one to four whole workweeks, Sunday to Saturday: overtime is reckoned by the week (29 CFR 778.104). */
export function isWholeWeeks({ from, to }: PayPeriod): boolean {
  const days = daysBetween(from, to) + 1;
  return weekday(from) === 0 && days % 7 === 0 && days > 0 && days <= LONGEST;
}

/** Whether a day lies before the hire or after the termination, as the roster has them. */
export function isOutsideDay({ hireDate, terminationDate }: PersonFact, day: IsoDate): boolean {
  return (hireDate !== null && day < hireDate) || (terminationDate !== null && day > terminationDate);
}

/** Whether no day of a period lies in the employment. */
export function isOutside({ hireDate, terminationDate }: PersonFact, { from, to }: PayPeriod): boolean {
  return (hireDate !== null && to < hireDate) || (terminationDate !== null && from > terminationDate);
}

/** Why the timecards of a period are not whole: a day of work that none covers, or a week without any punch. Null where they are. */
export function gapIn(
  { from, to }: PayPeriod,
  worksOn: ReadonlySet<IsoDate>,
  punches: readonly PunchFact[],
  coverage: Coverage,
): string | null {
  const punched = new Set(punches.map(({ date }) => date));
  for (let sunday = from; sunday <= to; sunday = addDays(sunday, 7)) {
    const week = datesFrom(sunday, addDays(sunday, 6));
    if (!week.some((day) => punched.has(day))) return `no timecard of the week of ${formatWeekday(sunday)}`;
    const open = week.find((day) => (worksOn.has(day) || punched.has(day)) && !coverage.coversBeyond("timecard", day));
    if (open !== undefined) return `no timecard covers ${formatWeekday(open)} whole`;
  }
  return null;
}
