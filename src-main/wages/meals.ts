/** The meals that a shift calls for, and whether the punches show them. */
import { minuteOfDay, wallAt } from "./clock.ts";
import type { MealNeed, RuleOf } from "./rules.ts";
import type { Break, Shift } from "./shifts.ts";

/** Waivers that a person has signed; each holds only where the law lets the meal be waived. */
export interface MealWaivers {
  readonly first: boolean;
  readonly second: boolean;
}

export type MealProblem = "short" | "late" | "early" | "outside its hours";

/** One meal that a shift called for. */
export interface MealOutcome {
  readonly rule: RuleOf<"meal">;
  /** 1 for the shift's first meal. */
  readonly number: number;
  /** `no times`: minutes were taken off without punches, so that nobody can tell whether and when the meal was. */
  readonly status: "taken" | "not as required" | "missing" | "waived" | "no times";
  /** What is wrong with a meal that was not as required. */
  readonly problems: readonly MealProblem[];
  readonly need: MealNeed;
  /** Minutes of work in the shift. */
  readonly shiftMinutes: number;
  /** The break that was taken for this meal. */
  readonly break: Break | null;
}

/** Judges the meals of one shift. `zone` is where the clock is read; breaks up to `shortest` minutes are rests unless marked as meals. */
export function mealsOf(
  shift: Shift,
  rule: RuleOf<"meal">,
  waivers: MealWaivers,
  zone: string,
  shortest: number,
): MealOutcome[] {
  const needs = needsOf(rule, shift, zone);
  if (needs.length === 0) return [];
  const least = Math.min(...needs.map((need) => need.minutes ?? shortest + 1), shortest + 1);
  const free = shift.breaks.filter((each) => each.meal || each.deducted || each.minutes >= least);
  const outcomes: MealOutcome[] = [];
  for (const need of needs) {
    const number = outcomes.length + 1;
    const base = { rule, number, need, shiftMinutes: shift.workedMinutes };
    const judged = free.map((each) => ({ each, problems: each.deducted ? [] : problemsOf(each, need, shift, zone) }));
    const fit = judged.find(({ problems }) => problems.length === 0) ?? judged[0];
    if (fit) free.splice(free.indexOf(fit.each), 1);
    const earlier = outcomes.at(-1);
    if (fit && fit.problems.length === 0) {
      const status = fit.each.deducted ? "no times" : "taken";
      outcomes.push({ ...base, status, problems: [], break: fit.each });
    } else if (isWaived(need, number, shift, waivers, earlier)) {
      outcomes.push({ ...base, status: "waived", problems: [], break: fit?.each ?? null });
    } else if (fit) {
      outcomes.push({ ...base, status: "not as required", problems: fit.problems, break: fit.each });
    } else outcomes.push({ ...base, status: "missing", problems: [], break: null });
  }
  return outcomes;
}

function needsOf(rule: RuleOf<"meal">, shift: Shift, zone: string): MealNeed[] {
  const worked = shift.workedMinutes;
  return rule.meals.flatMap((need) => {
    if (need.overMinutes !== undefined && worked <= need.overMinutes) return [];
    if (need.fromMinutes !== undefined && worked < need.fromMinutes) return [];
    if (need.belowMinutes !== undefined && worked >= need.belowMinutes) return [];
    if (need.startsBefore !== undefined || need.endsAfter !== undefined) {
      const start = minuteOfDay(wallAt(shift.from, zone));
      const end = start + (shift.to - shift.from);
      if (start >= (need.startsBefore ?? Infinity) || end <= (need.endsAfter ?? 0)) return [];
    }
    const more = need.everyMinutes ? Math.floor((worked - (need.fromMinutes ?? 0)) / need.everyMinutes) : 0;
    return Array.from({ length: 1 + more }, () => need);
  });
}

function problemsOf(each: Break, need: MealNeed, shift: Shift, zone: string): MealProblem[] {
  const problems: MealProblem[] = [];
  if (need.minutes !== null && each.minutes < need.minutes) problems.push("short");
  const after = shift.workedMinutes - each.workedBefore - (each.paid ? each.minutes : 0);
  if (each.workedBefore > (need.beginBy ?? Infinity) || after < (need.endBeforeLast ?? 0)) problems.push("late");
  if (each.workedBefore < (need.beginFrom ?? 0)) problems.push("early");
  const { clockFrom, clockTo } = need;
  if (clockFrom !== undefined || clockTo !== undefined) {
    const clock = minuteOfDay(wallAt(each.from, zone));
    if (clock < (clockFrom ?? 0) || clock > (clockTo ?? 1440)) problems.push("outside its hours");
  }
  return problems;
}

function isWaived(
  need: MealNeed,
  number: number,
  shift: Shift,
  waivers: MealWaivers,
  earlier: MealOutcome | undefined,
): boolean {
  if (need.waivableUpTo === undefined || shift.workedMinutes > need.waivableUpTo) return false;
  const hadEarlier = earlier !== undefined && earlier.status !== "missing" && earlier.status !== "waived";
  if (need.waivableIfEarlierTaken && !hadEarlier) return false;
  return number === 1 ? waivers.first : waivers.second;
}

/** Whether a day's meals cost a premium: one a day, however many were missed. A meal without times proves nothing either way. */
export function mealPremiumDue(meals: readonly MealOutcome[]): boolean {
  return meals.some(
    ({ rule, status }) => rule.premiumMinutes !== undefined && (status === "missing" || status === "not as required"),
  );
}

/** Rests that a day's work calls for. They are paid and seldom punched: a rest that no punch shows was not therefore missed. */
export interface RestOutcome {
  readonly rule: RuleOf<"rest">;
  readonly required: number;
  /** Paid breaks of at least the length that the punches do show. */
  readonly seen: number;
}

/** Counts the rests of a shift; null where none is called for. */
export function restsOf(shift: Shift, rule: RuleOf<"rest">): RestOutcome | null {
  const left = shift.workedMinutes % rule.perMinutes;
  const whole = (shift.workedMinutes - left) / rule.perMinutes;
  const required = whole + (rule.majorFraction && left * 2 > rule.perMinutes ? 1 : 0);
  if (required === 0) return null;
  const seen = shift.breaks.filter((each) => each.paid && !each.meal && each.minutes >= rule.minutes).length;
  return { rule, required, seen };
}
