/** What a person-day's minutes are paid, and how a finding says so. Pure. */
import { type Cents, formatRate, payFor, type Rate } from "#shared/money.ts";
import type { PersonDay } from "./person-days.ts";

/** Hourly pay of a day: the roster's, else the one rate that the timecard prints; null where neither names one. */
export function rateOf({ person, punches }: Pick<PersonDay, "person" | "punches">): Rate | null {
  if (person.payRate !== null) return person.payRate;
  const printed = new Set(punches.map((punch) => punch.rate));
  const [only = null] = printed;
  return printed.size === 1 ? only : null;
}

/** Pay for minutes of a day, or null where no rate is known. */
export function payOf(day: Pick<PersonDay, "person" | "punches">, minutes: number): Cents | null {
  const rate = rateOf(day);
  return rate === null ? null : payFor(minutes, rate);
}

/** `x 21.50 an hour`, or why there is no amount. */
export function rateText(rate: Rate | null): string {
  return rate === null ? "no pay rate on the roster" : `${formatRate(rate)} an hour`;
}

/** The rate that was used, or that none is known. */
export function rateNote(day: Pick<PersonDay, "person" | "punches">): string {
  const { payRate, employeeId } = day.person;
  const rate = rateOf(day);
  return rate === null
    ? `The staff roster has no pay rate for employee ${employeeId}; no amount can be stated.`
    : `Pay rate of employee ${employeeId} on the ${payRate === null ? "timecard" : "staff roster"}: ${formatRate(rate)} an hour, overtime and taxes not counted.`;
}
