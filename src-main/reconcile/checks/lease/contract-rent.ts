/** What a lease owes for some days, by the contract's own method. Exact: days become fractions and are rounded half up to the cent once. */
import { type Cents, divideHalfUp, formatRate, plainCents, type Rate } from "#shared/money.ts";
import { addDays, daysBetween, daysInMonth, type IsoDate, monthEnd, monthOf, monthStart } from "#shared/week.ts";
import type { Proration } from "../../../documents/facts.ts";

/** A stretch of days, both ends included. */
export interface Days {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** An amount the contract owes and how it comes about: `14 days x 27.4194 a day`. */
export interface Owed {
  readonly cents: Cents;
  readonly text: string;
}

/** Divisible by 28, 29, 30 and 31, so that days of different months add up without a fraction. */
const MONTH_PARTS = 377_580;
/** Days of a month under the method `30`. */
const THIRTY = 30;

/** How many days a stretch has. */
export function dayCount(days: Days): number {
  return daysBetween(days.from, days.to) + 1;
}

/** The days two stretches share, null where there are none. */
export function overlap(a: Days, b: Days): Days | null {
  const from = a.from > b.from ? a.from : b.from;
  const to = a.to < b.to ? a.to : b.to;
  return from > to ? null : { from, to };
}

/** The same day a number of months later, or that month's last day where it is shorter. */
function addMonths(date: IsoDate, months: number): IsoDate {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const month = `${String(Math.trunc(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}`;
  return `${month}-${String(Math.min(Number(date.slice(8)), daysInMonth(month))).padStart(2, "0")}`;
}

/** Whole months counted from the first day (Aug 15 to Sep 14 is one), or null where the days do not come out even. */
function wholeMonths(period: Days): Days[] | null {
  const months: Days[] = [];
  for (let count = 0; ; count += 1) {
    const from = addMonths(period.from, count);
    const to = addDays(addMonths(period.from, count + 1), -1);
    if (to > period.to) return null;
    months.push({ from, to });
    if (to === period.to) return months;
  }
}

/** Whether a period consists of whole months of the calendar or of the contract. */
export function isFullPeriod(period: Days): boolean {
  return wholeMonths(period) !== null;
}

/** The months whose rent a period pays or shares: the contract's whole months, else the calendar months it touches. */
export function rentMonths(period: Days): Days[] {
  const whole = wholeMonths(period);
  if (whole) return whole;
  const months: Days[] = [];
  for (let month = monthOf(period.from); month <= monthOf(period.to); month = monthOf(addDays(monthEnd(month), 1)))
    months.push({ from: monthStart(month), to: monthEnd(month) });
  return months;
}

/** Rent of one day of a month in ten-thousandths of a dollar, for showing; amounts are computed from the fraction itself. */
export function dailyRate(rent: Cents, method: Proration, daysOfMonth: number): Rate {
  return divideHalfUp(rent * 100, method === "30" ? THIRTY : daysOfMonth);
}

/**
 * Rent for the days of `part` that lie in `months`. `actual`: rent x days / days of the month; `30`: rent x days / 30, never more than the
 * rent; `none`: the full rent as soon as one day counts. A whole month owes the rent under each of them.
 */
export function rentFor(rent: Cents, method: Proration, months: readonly Days[], part: Days | null): Owed {
  let parts = 0;
  let whole = 0;
  const steps: string[] = [];
  for (const month of months) {
    const shared = part === null ? null : overlap(month, part);
    if (shared === null) continue;
    const [days, length] = [dayCount(shared), dayCount(month)];
    const basis = method === "30" ? THIRTY : length;
    if (method === "none" || days === length || days >= basis) {
      parts += MONTH_PARTS;
      whole += 1;
      continue;
    }
    parts += (MONTH_PARTS / basis) * days;
    steps.push(`${counted(days, "day")} x ${formatRate(dailyRate(rent, method, length))} a day`);
  }
  if (whole > 0) steps.unshift(whole === 1 ? plainCents(rent) : `${whole} months x ${plainCents(rent)}`);
  return { cents: divideHalfUp(rent * parts, MONTH_PARTS), text: steps.length > 0 ? steps.join(" + ") : "0.00" };
}

/** `1 day`, `2 days`. */
export function counted(count: number, one: string): string {
  return `${count} ${count === 1 ? one : `${one}s`}`;
}
