/** Printed hours against the punches they were made from. Pure. */
import { formatClock, formatMinutes, minutesBetween } from "#shared/hours.ts";
import { divideHalfUp, plainCents } from "#shared/money.ts";
import { formatWeekday } from "#shared/week.ts";
import type { PunchFact } from "../../../documents/facts.ts";
import type { Side } from "../../finding.ts";
import { deductedMinutes } from "./work-clock.ts";
import { endsInMeal } from "./work-hours.ts";

/** A pair of punches with the minutes that its printed hours stand for. */
export interface RoundedPunch {
  readonly punch: PunchFact;
  readonly actualMinutes: number;
  readonly paidMinutes: number;
  readonly meal: boolean;
}

/** More than this is no rounding but another mistake: half an hour has other reasons. */
const MOST = 15;

/** The pairs whose printed hours can be compared. Hours that are shorter by a meal, or that are of more than the pair, are left out. */
export function roundedPunches(punches: readonly PunchFact[], zone: string): RoundedPunch[] {
  return punches.flatMap((punch): RoundedPunch[] => {
    if (punch.in === null || punch.out === null || punch.hours === null) return [];
    const actualMinutes = minutesBetween(punch.in, punch.out, zone) - deductedMinutes(punch, zone);
    const printed = divideHalfUp(punch.hours * 60, 100);
    // Two decimals of an hour are a bit more than half a minute: a minute more or less is how hours are printed.
    const paidMinutes = Math.abs(punch.hours * 60 - actualMinutes * 100) <= 100 ? actualMinutes : printed;
    if (actualMinutes <= 0 || Math.abs(paidMinutes - actualMinutes) > MOST) return [];
    return [{ punch, actualMinutes, paidMinutes, meal: endsInMeal(punch) }];
  });
}

/**
 * The steps that hours were rounded to: the longest of the accepted ones that all rounded hours are whole multiples of; where none fits,
 * the longest, which takes the most for chance.
 */
export function incrementOf(punches: readonly RoundedPunch[], accepted: readonly number[]): number {
  const rounded = punches.filter(({ actualMinutes, paidMinutes }) => actualMinutes !== paidMinutes);
  const longestFirst = [...accepted].sort((a, b) => b - a);
  const fits = longestFirst.find((step) => rounded.every(({ paidMinutes }) => paidMinutes % step === 0));
  return fits ?? longestFirst[0] ?? MOST;
}

/** Printed hours beside the punches, row by row. */
export function roundingSides(rounded: readonly RoundedPunch[]): readonly [Side, Side] {
  return [
    {
      title: "The timecard pays",
      columns: ["Date", "Hours", "Minutes"],
      rows: rounded.map(({ punch, paidMinutes }) => [
        formatWeekday(punch.date),
        punch.hours === null ? "" : plainCents(punch.hours),
        formatMinutes(paidMinutes),
      ]),
      marked: [1, 2],
    },
    {
      title: "The punches say",
      columns: ["Date", "In", "Out", "Minutes", "Difference"],
      rows: rounded.map(({ punch, actualMinutes, paidMinutes }) => [
        formatWeekday(punch.date),
        punch.in === null ? "" : formatClock(punch.in),
        punch.out === null ? "" : formatClock(punch.out),
        formatMinutes(actualMinutes),
        formatMinutes(paidMinutes - actualMinutes),
      ]),
      marked: [3, 4],
    },
  ];
}
