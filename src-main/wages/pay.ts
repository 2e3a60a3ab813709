/** What a workweek should have paid. */
import type { Cents } from "#shared/money.ts";
import { type BonusShare, overtimeOnBonus } from "./bonus.ts";
import type { Part } from "./classify.ts";
import type { Minutes } from "./day-figures.ts";
import { type Bonus, type Earnings, minutesByRate, RATE_MINUTES_A_CENT, straightPay } from "./earnings.ts";
import { fraction, roundHalfUp } from "./fraction.ts";
import type { PayLine } from "./lines.ts";
import { bonusLine, extraForDays, notForWork, overtimeLines, percentageLine, straightLine } from "./pay-lines.ts";
import { extraPay, type RegularRate, type RoundingOrder, regularRate } from "./regular-rate.ts";
import type { RuleBook } from "./rule-book.ts";
import type { WageRule } from "./rules.ts";
import type { Workweek } from "./workweek.ts";

/** Recomputed pay of a week. Its lines add up to `totalCents`, each rounded on its own. */
export interface WeekPay {
  readonly known: true;
  readonly lines: readonly PayLine[];
  readonly totalCents: Cents;
  /** Straight time for all hours, without bonuses. */
  readonly straightCents: Cents;
  /** What overtime and double time earn beyond straight time, on bonuses too, before any credit. */
  readonly overtimeCents: Cents;
  /**
   * Overtime and double-time hours at their own rates: with `overtimeCents` what a register's overtime lines should show. Null unless all
   * is paid by the hour.
   */
  readonly overtimeStraightCents: Cents | null;
  /** Null where nothing was worked. */
  readonly regularRate: RegularRate | null;
  readonly rounding: {
    readonly order: RoundingOrder;
    readonly why: string;
    /** `overtimeCents` under each order: a difference between these is rounding, not an error. */
    readonly overtimeCents: Readonly<Record<RoundingOrder, Cents>>;
  };
  readonly rules: readonly WageRule[];
  /** Whether every rule that was used has been checked against its source. */
  readonly confirmed: boolean;
}

/** A week whose pay cannot be computed, and why. */
export interface UnknownPay {
  readonly known: false;
  readonly reasons: readonly string[];
}

const WHY: Readonly<Record<RoundingOrder, string>> = {
  once: "The regular rate is a quotient and no rule rounds it on the way, so only the amount is rounded.",
  "half rate": "The half rate is rounded to the cent before it is multiplied, as in the table of 29 CFR 778.114.",
  "every step": "The regular rate, the half rate and the amount are each rounded to the cent.",
};

/**
 * Recomputes the pay of a workweek. Overtime is rounded once unless the salary is for fluctuating hours (whose own table rounds the half
 * rate first) or `order` says otherwise. Premiums for meals, rests and spread of hours are no wages for work: see `premiumsOf`.
 */
export function payWeek(
  week: Workweek,
  earnings: Earnings,
  book: RuleBook,
  order?: RoundingOrder,
): WeekPay | UnknownPay {
  const { minutes } = week;
  if (minutes === null) return { known: false, reasons: week.unknown.map(({ date, reason }) => `${date}: ${reason}`) };
  const parts = week.days.flatMap((day) => day.parts);
  const straight = straightPay(parts, earnings, book);
  if ("missing" in straight) return { known: false, reasons: straight.missing.map((each) => `${each} is not known`) };
  const chosen = order ?? (earnings.salary?.kind === "fluctuating" ? "half rate" : "once");

  const bonuses = earnings.bonuses ?? [];
  const isApart = (bonus: Bonus) => bonus.kind === "flat sum" && week.law.flatSum !== null && minutes.regular > 0;
  const inRate = bonuses.flatMap((each) => (isInRate(each) && !isApart(each) ? each.cents : []));
  const rate = regularRate(straight, inRate, minutes.worked);
  const apart = bonuses
    .filter(isInRate)
    .filter(isApart)
    .flatMap((each) => overtimeOnBonus(week, each, book) ?? []);
  const overtime = rate ? overtimeLines(rate, minutes, parts, chosen) : [];
  const onTop = [...overtime, ...apart];
  const overtimeCents = total(onTop);
  const lines: PayLine[] = [
    ...straight.map(straightLine),
    ...bonuses.flatMap((each) => (each.kind === "percentage of total pay" ? [] : [bonusLine(each, book)])),
    ...onTop,
    ...extraForDays(earnings.extraForDaysCents, overtimeCents, book),
  ];
  const before = total(lines);
  for (const each of bonuses)
    if (each.kind === "percentage of total pay") lines.push(percentageLine(each, before, book));
  if (earnings.notForWorkCents !== undefined) lines.push(notForWork(earnings.notForWorkCents, book));
  const rules = [...new Set([...lines.flatMap((each) => each.rules), ...week.rules])];
  const isHourly = parts.every((part) => part.paidBy === "hour");
  return {
    known: true,
    lines,
    totalCents: total(lines),
    straightCents: total(straight),
    overtimeCents,
    overtimeStraightCents: isHourly ? overtimeStraight(parts) : null,
    regularRate: rate,
    rounding: { order: chosen, why: WHY[chosen], overtimeCents: underEachOrder(rate, minutes, total(apart)) },
    rules,
    confirmed: rules.every((each) => each.confirmed),
  };
}

function isInRate(bonus: Bonus): bonus is Bonus & BonusShare {
  return bonus.kind === "flat sum" || bonus.kind === "production";
}

function total(lines: readonly { readonly cents: Cents }[]): Cents {
  return lines.reduce((sum, each) => sum + each.cents, 0);
}

/** Straight-time value of the overtime and double-time hours, each at its own rate. */
function overtimeStraight(parts: readonly Part[]): Cents {
  const rates = minutesByRate(parts.filter((part) => part.percent > 100));
  const earned = rates.reduce((sum, { rate, minutes }) => sum + rate * minutes, 0);
  return roundHalfUp(fraction(earned, RATE_MINUTES_A_CENT));
}

function underEachOrder(rate: RegularRate | null, minutes: Minutes, apart: Cents): Record<RoundingOrder, Cents> {
  const under = (order: RoundingOrder) =>
    rate === null
      ? apart
      : apart + extraPay(rate, minutes.overtime, 150, order) + extraPay(rate, minutes.doubleTime, 200, order);
  return { once: under("once"), "half rate": under("half rate"), "every step": under("every step") };
}
