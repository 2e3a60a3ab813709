/** The wage rules in words, each with its source, as they ship with the app. */
import type { SpokenWageRules } from "#shared/contract/reference.ts";
import { formatMinutes } from "#shared/hours.ts";
import { formatRate } from "#shared/money.ts";
import { ruleBookOf } from "../reconcile/checks/payroll/work-rules.ts";
import type { MealNeed, RuleKind, RuleOf, WageRule } from "../wages/rules.ts";

/** The rules in force, as the owner reads them. */
export function spokenWageRules(): SpokenWageRules {
  const { notice, programme, rules } = ruleBookOf().rules;
  return {
    notice,
    programme: [
      `At most ${formatMinutes(programme.minutesADay)} on the clock a day`,
      `At most ${formatMinutes(programme.minutesInSevenDays)} in seven days`,
      `At least ${formatMinutes(programme.restMinutes)} of rest between two shifts`,
      `At most ${programme.daysInARow} days in a row`,
    ],
    rules: rules.map((rule) => {
      const { id, state, from, to, citation, confirmed } = rule;
      return { id, state, title: TITLES[rule.kind], says: said(rule), from, to, citation, confirmed };
    }),
  };
}

const TITLES: Record<RuleKind, string> = {
  "weekly overtime": "Weekly overtime",
  "daily overtime": "Daily overtime",
  "consecutive overtime": "Overtime in one stretch",
  "seventh day": "Seventh day",
  meal: "Meals",
  rest: "Rest breaks",
  "spread of hours": "Spread of hours",
  "flat-sum bonus": "Flat-sum bonus",
  "minimum wage": "Minimum wage",
  "paid break": "Short breaks",
  "unpaid meal": "Unpaid meals",
  "punch rounding": "Rounding of punches",
  "pay method": "Way of pay",
};

function said(rule: WageRule): string {
  switch (rule.kind) {
    case "weekly overtime":
      return `${times(rule.percent)} after ${formatMinutes(rule.afterMinutes)} in a week.`;
    case "daily overtime":
      return `${times(rule.percent)} after ${formatMinutes(rule.afterMinutes)} in a day${below(rule)}.`;
    case "consecutive overtime":
      return `${times(rule.percent)} after ${formatMinutes(rule.afterMinutes)} in one stretch of work.`;
    case "seventh day":
      return seventhDay(rule);
    case "meal":
      return `${rule.meals.map(meal).join(" ")}${premium(rule.premiumMinutes)}`;
    case "rest":
      return `${rule.minutes} paid minutes for every ${formatMinutes(rule.perMinutes)}${rule.majorFraction ? " or the greater part of it" : ""}.${premium(rule.premiumMinutes)}`;
    case "spread of hours":
      return `${formatMinutes(rule.payMinutes)} more at the minimum wage on a day that spreads over more than ${formatMinutes(rule.overMinutes)}.`;
    case "flat-sum bonus":
      return "A flat sum is divided by the straight-time hours and paid at the whole overtime rate.";
    case "minimum wage":
      return `$${formatRate(rule.rate)} an hour.`;
    case "paid break":
      return `A break of up to ${formatMinutes(rule.upToMinutes)} is time worked.`;
    case "unpaid meal":
      return `A meal of ${formatMinutes(rule.fromMinutes)} or more, free of all work, need not be paid.`;
    case "punch rounding":
      return `Punches may be rounded to ${rule.increments.join(", ")} minutes if it evens out over time; punches of meals ${rule.meals ? "too" : "may not"}.`;
    case "pay method":
      return `${rule.method.charAt(0).toUpperCase()}${rule.method.slice(1)}: how the regular rate and overtime are computed.`;
  }
}

function times(percent: number): string {
  return percent === 200 ? "Twice the regular rate" : "One and a half times the regular rate";
}

function below({ belowMinimumWagePercent }: RuleOf<"daily overtime">): string {
  return belowMinimumWagePercent === undefined
    ? ""
    : `, for pay below ${belowMinimumWagePercent} % of the state's minimum wage`;
}

function seventhDay({ tiers, unlessWeekUpTo }: RuleOf<"seventh day">): string {
  const each = tiers.map(({ afterMinutes, percent }, index) => {
    const rate = index === 0 ? times(percent) : times(percent).toLowerCase();
    return afterMinutes === 0 ? rate : `${rate} after ${formatMinutes(afterMinutes)}`;
  });
  const unless = unlessWeekUpTo === undefined ? "" : `, except in a week of at most ${formatMinutes(unlessWeekUpTo)}`;
  return `${each.join(", ")} on the seventh day in a row${unless}.`;
}

/** One meal that a shift can call for. Conditions the rule does not have are left out. */
function meal(need: MealNeed): string {
  const length = need.minutes === null ? "A meal" : `A meal of ${formatMinutes(need.minutes)}`;
  const parts = [
    need.overMinutes === undefined ? "" : ` in a shift of more than ${formatMinutes(need.overMinutes)}`,
    need.fromMinutes === undefined ? "" : ` in a shift of ${formatMinutes(need.fromMinutes)} or more`,
    need.belowMinutes === undefined ? "" : ` and less than ${formatMinutes(need.belowMinutes)}`,
    need.everyMinutes === undefined ? "" : `, one more for each further ${formatMinutes(need.everyMinutes)}`,
    need.startsBefore === undefined ? "" : ` that starts before ${clock(need.startsBefore)}`,
    need.endsAfter === undefined ? "" : ` and ends after ${clock(need.endsAfter)}`,
    need.beginFrom === undefined ? "" : `, begun no sooner than ${formatMinutes(need.beginFrom)} into it`,
    need.beginBy === undefined ? "" : `, begun by ${formatMinutes(need.beginBy)} into it`,
    need.clockFrom === undefined ? "" : `, begun from ${clock(need.clockFrom)}`,
    need.clockTo === undefined ? "" : ` to ${clock(need.clockTo)}`,
    need.endBeforeLast === undefined ? "" : `, ended ${formatMinutes(need.endBeforeLast)} before its end`,
    need.waivableUpTo === undefined ? "" : `; may be waived in a shift of up to ${formatMinutes(need.waivableUpTo)}`,
    need.waivableIfEarlierTaken ? " if the one before was taken" : "",
  ];
  return `${length}${parts.join("")}.`;
}

function premium(minutes: number | undefined): string {
  return minutes === undefined ? "" : ` Where it was not given, ${formatMinutes(minutes)} of pay is owed for the day.`;
}

/** Minutes after midnight as `11:00 AM`. */
function clock(minutes: number): string {
  const hour = Math.trunc(minutes / 60) % 24;
  return `${hour % 12 === 0 ? 12 : hour % 12}:${String(minutes % 60).padStart(2, "0")} ${hour < 12 ? "AM" : "PM"}`;
}
