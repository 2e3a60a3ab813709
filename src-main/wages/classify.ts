/** Which minutes are regular, overtime and double time. A minute has one class: nothing is stacked. */
import type { Rate } from "#shared/money.ts";
import type { Instant } from "./clock.ts";
import type { StateRules } from "./rule-book.ts";
import type { RuleOf } from "./rules.ts";
import type { PaidBy } from "./segments.ts";
import type { Stretch } from "./shifts.ts";

/** The rules by which a minute can be more than regular. */
export type HoursRule =
  | RuleOf<"weekly overtime">
  | RuleOf<"daily overtime">
  | RuleOf<"consecutive overtime">
  | RuleOf<"seventh day">;

/** Minutes of one class and one rate, and why. */
export interface Part {
  readonly from: Instant;
  readonly to: Instant;
  readonly minutes: number;
  /** Share of the regular rate that they earn: 100 regular, 150 overtime, 200 double time. */
  readonly percent: number;
  /** The rule that makes them more than regular; null for regular minutes. */
  readonly rule: HoursRule | null;
  /** The timecard row they come from. */
  readonly id: string;
  readonly paidBy: PaidBy;
  readonly rate: Rate | null;
  /** A short rest off the clock that counts as work. */
  readonly paidBreak: boolean;
}

/** Work of one workday, with the minutes of its shift that lie before it. */
export interface DayStretch extends Stretch {
  readonly shiftBefore: number;
}

interface Threshold {
  readonly at: number;
  readonly percent: number;
  readonly rule: HoursRule;
  readonly of: "day" | "shift";
}

/** What decides about one workday apart from its own minutes. */
export interface DayContext {
  readonly rules: StateRules;
  /** Whether it is the seventh day worked in the workweek. */
  readonly seventh: boolean;
  /** Minutes worked in the whole workweek. */
  readonly weekMinutes: number;
}

/**
 * Classes of a workday by the rules of its day. Null where the rate of pay decides (a rule for low rates only) and is not known or no
 * minimum wage is.
 */
export function classifyDay(stretches: readonly DayStretch[], context: DayContext): Part[] | null {
  const thresholds = thresholdsOf(stretches, context);
  if (thresholds === null) return null;
  const parts: Part[] = [];
  let day = 0;
  for (const stretch of stretches) {
    const length = stretch.to - stretch.from;
    const cuts = thresholds
      .map((each) => each.at - (each.of === "day" ? day : stretch.shiftBefore))
      .filter((cut) => cut > 0 && cut < length);
    const points = cuts.length === 0 ? [0, length] : [...new Set([0, ...cuts, length])].sort((a, b) => a - b);
    for (let index = 1; index < points.length; index += 1) {
      const from = points[index - 1] ?? 0;
      const to = points[index] ?? from;
      const hit = highest(thresholds, day + from, stretch.shiftBefore + from);
      parts.push({
        from: stretch.from + from,
        to: stretch.from + to,
        minutes: to - from,
        percent: hit?.percent ?? 100,
        rule: hit?.rule ?? null,
        id: stretch.id,
        paidBy: stretch.paidBy,
        rate: stretch.rate,
        paidBreak: stretch.paidBreak,
      });
    }
    day += length;
  }
  return parts;
}

function highest(thresholds: readonly Threshold[], day: number, shift: number): Threshold | undefined {
  let best: Threshold | undefined;
  for (const each of thresholds)
    if ((each.of === "day" ? day : shift) >= each.at && each.percent > (best?.percent ?? 100)) best = each;
  return best;
}

function thresholdsOf(stretches: readonly DayStretch[], context: DayContext): Threshold[] | null {
  const { rules, seventh, weekMinutes } = context;
  const thresholds: Threshold[] = [];
  for (const rule of rules.daily) {
    const holds = appliesToRate(rule, stretches, rules);
    if (holds === null) return null;
    if (holds) thresholds.push({ at: rule.afterMinutes, percent: rule.percent, rule, of: "day" });
  }
  const { consecutive, seventhDay } = rules;
  if (consecutive)
    thresholds.push({ at: consecutive.afterMinutes, percent: consecutive.percent, rule: consecutive, of: "shift" });
  if (seventhDay && seventh && weekMinutes > (seventhDay.unlessWeekUpTo ?? 0))
    for (const tier of seventhDay.tiers)
      thresholds.push({ at: tier.afterMinutes, percent: tier.percent, rule: seventhDay, of: "day" });
  return thresholds;
}

/** Whether a rule for low rates holds for a day: the day's average hourly rate, without bonuses, is below the limit. */
function appliesToRate(
  rule: RuleOf<"daily overtime">,
  stretches: readonly DayStretch[],
  rules: StateRules,
): boolean | null {
  if (rule.belowMinimumWagePercent === undefined) return true;
  const minutes = stretches.reduce((sum, { from, to }) => sum + to - from, 0);
  if (minutes <= rule.afterMinutes) return true;
  let earned = 0;
  for (const { rate, from, to } of stretches) {
    if (rate === null) return null;
    earned += rate * (to - from);
  }
  if (!rules.minimumWage) return null;
  return earned * 100 < rules.minimumWage.rate * rule.belowMinimumWagePercent * minutes;
}

/**
 * Weekly overtime: of the minutes that are still regular after the rules of the day, those beyond the limit, which are the last ones of
 * the week. Counting only regular minutes gives the greater of the daily and the weekly figure, never their sum.
 */
export function applyWeekly(days: readonly (readonly Part[])[], rule: RuleOf<"weekly overtime">): Part[][] {
  let left = rule.afterMinutes;
  return days.map((parts) =>
    parts.flatMap((part) => {
      if (part.percent !== 100) return [part];
      const kept = Math.min(left, part.minutes);
      left -= kept;
      if (kept === part.minutes) return [part];
      const cut = part.from + kept;
      const late = { ...part, from: cut, minutes: part.minutes - kept, percent: rule.percent, rule };
      return kept === 0 ? [late] : [{ ...part, to: cut, minutes: kept }, late];
    }),
  );
}
