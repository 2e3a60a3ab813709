/** Extra pay that is no pay for work: for meals and rests that were not given, and for a long spread of hours. */
import { formatMinutes } from "#shared/hours.ts";
import { type Cents, formatRate, plainCents, type Rate } from "#shared/money.ts";
import type { IsoDate } from "#shared/week.ts";
import { RATE_MINUTES_A_CENT } from "./earnings.ts";
import { type Fraction, fraction, roundHalfUp, sum, times } from "./fraction.ts";
import { mealPremiumDue } from "./meals.ts";
import type { RegularRate } from "./regular-rate.ts";
import { minimumWage, type RuleBook } from "./rule-book.ts";
import type { WageRule } from "./rules.ts";
import type { Workday, Workweek } from "./workweek.ts";

/** A premium of one day. It counts neither as hours worked nor in the regular rate. */
export interface Premium {
  readonly date: IsoDate;
  readonly what: "meal" | "rest" | "spread of hours";
  /** Pay owed, in minutes of the rate. */
  readonly minutes: number;
  /** Null where the rate is not known. */
  readonly cents: Cents | null;
  readonly rule: WageRule;
  /** `1 h x 20.00 = 20.00`. */
  readonly formula: string;
}

/** What premiums need to know of the week's pay. */
export interface PremiumBasis {
  /** Of the week, from `payWeek`; null where not known. */
  readonly regularRate: RegularRate | null;
  /** Flat sums that are apart from that rate (California), in cents: they raise it by their share of the straight-time hours. */
  readonly flatSumCents: Cents;
  /** Days for which somebody says that a rest was not given; punches cannot show it. */
  readonly missedRests: readonly IsoDate[];
}

/** Premiums that the days of a week earn: at most one for meals and one for rests a day. Each is rounded half up once. */
export function premiumsOf(week: Workweek, basis: PremiumBasis, book: RuleBook): Premium[] {
  const rate = hourly(week, basis);
  return week.days.flatMap((day): Premium[] => {
    const rules = book.on(day.state, day.date);
    const due: Premium[] = [];
    const meals = day.meals ?? [];
    if (rules.meal?.premiumMinutes !== undefined && mealPremiumDue(meals))
      due.push(premium(day.date, "meal", rules.meal.premiumMinutes, rate, rules.meal));
    if (rules.rest?.premiumMinutes !== undefined && basis.missedRests.includes(day.date))
      due.push(premium(day.date, "rest", rules.rest.premiumMinutes, rate, rules.rest));
    return [...due, ...spread(day, book)];
  });
}

function spread({ date, state, spread: rule }: Workday, book: RuleBook): Premium[] {
  if (!rule) return [];
  const least = minimumWage(book, state, date);
  return [
    premium(date, "spread of hours", rule.payMinutes, least && fraction(least.rate * 60, RATE_MINUTES_A_CENT), rule),
  ];
}

/** Cents an hour, exact. */
function hourly(week: Workweek, { regularRate, flatSumCents }: PremiumBasis): Fraction | null {
  if (!regularRate) return null;
  const hour = times(regularRate.exact, 60);
  const straight = week.minutes?.regular ?? 0;
  return flatSumCents > 0 && week.law.flatSum && straight > 0 ? sum(hour, fraction(flatSumCents * 60, straight)) : hour;
}

function premium(
  date: IsoDate,
  what: Premium["what"],
  minutes: number,
  hour: Fraction | null,
  rule: WageRule,
): Premium {
  if (hour === null) {
    const formula = `${formatMinutes(minutes)} x a rate that is not known`;
    return { date, what, minutes, cents: null, rule, formula };
  }
  const cents = roundHalfUp(times(hour, minutes, 60));
  const rate: Rate = roundHalfUp(times(hour, 100));
  return {
    date,
    what,
    minutes,
    cents,
    rule,
    formula: `${formatMinutes(minutes)} x ${formatRate(rate)} = ${plainCents(cents)}`,
  };
}
