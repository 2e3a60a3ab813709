/** What a week of work earned before overtime: by the hour, piece, day or salary, and what counts for the regular rate. */
import { formatMinutes } from "#shared/hours.ts";
import { type Cents, formatRate, plainCents, type Rate } from "#shared/money.ts";
import type { Part } from "./classify.ts";
import { type Fraction, fraction, roundHalfUp, sum, times } from "./fraction.ts";
import type { RuleBook } from "./rule-book.ts";
import type { WageRule } from "./rules.ts";
import type { PaidBy } from "./segments.ts";

/** Rate x minutes in ten-thousandths of a dollar per hour: 6,000 of them are a cent. */
export const RATE_MINUTES_A_CENT = 6000;

/** A sum paid on top of the rate in one workweek. */
export type Bonus = {
  /** The caller's own name for it. */
  readonly id: string;
} & (
  | {
      /** `flat sum`: the same whatever the output (attendance, safety). `production`: grows with the work done. */
      readonly kind: "flat sum" | "production" | "discretionary";
      readonly cents: Cents;
    }
  | {
      /** Of everything else earned for work in the week, overtime included. In hundredths of a percent: 10 % is 1000. */
      readonly kind: "percentage of total pay";
      readonly basisPoints: number;
    }
);

/** A salary that pays for a fixed number of hours (more than none: else RangeError), or for all hours whatever they are (29 CFR 778.114). */
export type Salary =
  | { readonly kind: "fixed"; readonly cents: Cents; readonly per: "week" | "month"; readonly forMinutes: number }
  | { readonly kind: "fluctuating"; readonly cents: Cents };

/** What was earned in a week apart from hourly rates. */
export interface Earnings {
  readonly bonuses?: readonly Bonus[];
  /** Piece earnings of the week, with the hourly guarantee for the piece hours if there is one. */
  readonly piece?: { readonly cents: Cents; readonly guarantee?: Rate };
  /** Day rates (or job rates) of the week, in cents each. */
  readonly dayRates?: readonly Cents[];
  readonly salary?: Salary;
  /** Extra part of pay at one and a half times or more for certain days: no part of the regular rate, credited against overtime. */
  readonly extraForDaysCents?: Cents;
  /** Holiday, vacation and the like: neither hours worked nor part of the regular rate nor a credit. */
  readonly notForWorkCents?: Cents;
}

/** One sort of straight-time pay. */
export interface Straight {
  readonly what: "hourly pay" | "piece earnings" | "day rates" | "salary";
  readonly cents: Cents;
  /** Exact value of the hours that were worked, in cents: what counts for the regular rate. */
  readonly forRate: Fraction;
  readonly formula: string;
  readonly rule: WageRule;
}

/** Minutes worked at each rate. */
export interface RateMinutes {
  readonly rate: Rate;
  readonly minutes: number;
}

/** Minutes by hourly rate, lowest first. */
export function minutesByRate(parts: readonly Part[]): RateMinutes[] {
  const rates = new Map<Rate, number>();
  for (const { rate, minutes } of parts) if (rate !== null) rates.set(rate, (rates.get(rate) ?? 0) + minutes);
  return [...rates].map(([rate, minutes]) => ({ rate, minutes })).sort((a, b) => a.rate - b.rate);
}

/** Straight-time pay of a week, or the reasons why it is not known. */
export function straightPay(
  parts: readonly Part[],
  earnings: Earnings,
  book: RuleBook,
): readonly Straight[] | { readonly missing: readonly string[] } {
  const minutes: Record<PaidBy, number> = { hour: 0, piece: 0, day: 0, salary: 0 };
  const missing = new Set<string>();
  for (const part of parts) {
    minutes[part.paidBy] += part.minutes;
    if (part.paidBy === "hour" && part.rate === null) missing.add("an hourly rate");
  }
  if (minutes.piece > 0 && !earnings.piece) missing.add("the piece earnings");
  if (minutes.day > 0 && !earnings.dayRates) missing.add("the day rates");
  if (minutes.salary > 0 && !earnings.salary) missing.add("the salary");
  if (missing.size > 0) return { missing: [...missing].sort() };
  const rates = minutesByRate(parts);
  return [
    ...(rates.length > 0 ? [hourly(rates, book)] : []),
    ...(earnings.piece ? [piece(earnings.piece, minutes.piece, book)] : []),
    ...(earnings.dayRates ? [dayRates(earnings.dayRates, book)] : []),
    ...(earnings.salary ? [salary(earnings.salary, minutes.salary, book)] : []),
  ];
}

function hourly(rates: readonly RateMinutes[], book: RuleBook): Straight {
  const earned = rates.reduce((total, { rate, minutes }) => total + rate * minutes, 0);
  const forRate = fraction(earned, RATE_MINUTES_A_CENT);
  return {
    what: "hourly pay",
    cents: roundHalfUp(forRate),
    forRate,
    formula: rates.map(({ rate, minutes }) => `${formatMinutes(minutes)} x ${formatRate(rate)}`).join(" + "),
    rule: book.method(rates.length > 1 ? "several rates" : "one hourly rate"),
  };
}

function piece({ cents, guarantee }: NonNullable<Earnings["piece"]>, minutes: number, book: RuleBook): Straight {
  const rule = book.method("piece rate");
  const least = fraction((guarantee ?? 0) * minutes, RATE_MINUTES_A_CENT);
  if (guarantee === undefined || roundHalfUp(least) <= cents)
    return { what: "piece earnings", cents, forRate: fraction(cents), formula: plainCents(cents), rule };
  const formula = `${formatMinutes(minutes)} x ${formatRate(guarantee)} guaranteed, more than ${plainCents(cents)}`;
  return { what: "piece earnings", cents: roundHalfUp(least), forRate: least, formula, rule };
}

function dayRates(rates: readonly Cents[], book: RuleBook): Straight {
  const cents = rates.reduce((total, each) => total + each, 0);
  const formula = rates.map(plainCents).join(" + ");
  return { what: "day rates", cents, forRate: fraction(cents), formula, rule: book.method("day rate") };
}

function salary(salary: Salary, minutes: number, book: RuleBook): Straight {
  if (salary.kind === "fluctuating") {
    const { cents } = salary;
    const rule = book.method("fluctuating workweek");
    return { what: "salary", cents, forRate: fraction(cents), formula: plainCents(cents), rule };
  }
  const { cents, per, forMinutes } = salary;
  const week = per === "week" ? fraction(cents) : fraction(cents * 12, 52);
  const text = per === "week" ? plainCents(cents) : `${plainCents(cents)} x 12 / 52`;
  const beyond = Math.max(0, minutes - forMinutes);
  return {
    what: "salary",
    cents: roundHalfUp(sum(week, times(week, beyond, forMinutes))),
    forRate: times(week, minutes, forMinutes),
    formula: beyond > 0 ? `${text} + ${formatMinutes(beyond)} / ${formatMinutes(forMinutes)} x ${text}` : text,
    rule: book.method("salary"),
  };
}
