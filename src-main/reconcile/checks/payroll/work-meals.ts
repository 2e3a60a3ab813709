/** The meals that a shift called for, in words. Pure. */
import { formatMinutes } from "#shared/hours.ts";
import { type Cents, plainCents } from "#shared/money.ts";
import { formatWeekday } from "#shared/week.ts";
import type { premiumsOf, Workweek } from "../../../wages/index.ts";
import type { Side } from "../../finding.ts";
import { counted } from "./payroll-finding.ts";
import type { PersonDay } from "./person-days.ts";
import { rateOf, rateText } from "./work-pay.ts";

/** A meal as the wage engine judged it. */
export type Meal = NonNullable<Workweek["days"][number]["meals"]>[number];

/** Whether the punches show that a meal was not as the rule asks. A meal that was taken off without punches shows nothing either way. */
export function isShort({ status }: Meal): boolean {
  return status === "missing" || status === "not as required";
}

const ORDINALS = ["no", "first", "second", "third", "fourth"] as const;

function ordinal(number: number): string {
  return ORDINALS[number] ?? `${number}th`;
}

/** `no first meal in a shift of 9 h`, `a first meal of 20 min where 30 min are asked`. */
export function mealText(meal: Meal): string {
  const name = ordinal(meal.number);
  if (meal.status === "missing" || meal.break === null)
    return `no ${name} meal in a shift of ${formatMinutes(meal.shiftMinutes)}`;
  return meal.problems.map((problem) => problemText(meal, problem, name)).join(" and ");
}

function problemText({ need, break: taken }: Meal, problem: Meal["problems"][number], name: string): string {
  const minutes = formatMinutes(taken?.minutes ?? 0);
  const after = formatMinutes(taken?.workedBefore ?? 0);
  switch (problem) {
    case "short":
      return `a ${name} meal of ${minutes} where ${formatMinutes(need.minutes ?? 0)} are asked`;
    case "late":
      return need.beginBy === undefined
        ? `a ${name} meal that began after ${after} of work, too close to the end`
        : `a ${name} meal that began after ${after} of work, where it is due by ${formatMinutes(need.beginBy)}`;
    case "early":
      return `a ${name} meal that began after ${after} of work, before ${formatMinutes(need.beginFrom ?? 0)}`;
    case "outside its hours":
      return `a ${name} meal outside the hours of the day that the rule names`;
  }
}

/** What the rule asks of the day's shifts, meal by meal. */
export function mealSide(date: string, meals: readonly Meal[]): Side {
  return {
    title: "The rule asks",
    columns: ["Date", "Shift", "Meal", "At least", "Begins by", "The punches show"],
    rows: meals.map((meal) => [
      formatWeekday(date),
      formatMinutes(meal.shiftMinutes),
      ordinal(meal.number),
      meal.need.minutes === null ? "" : formatMinutes(meal.need.minutes),
      meal.need.beginBy === undefined ? "" : `${formatMinutes(meal.need.beginBy)} of work`,
      meal.status === "taken" ? "taken" : isShort(meal) ? mealText(meal) : meal.status,
    ]),
    marked: [5],
  };
}

/** What a day with a meal that was not as asked may cost, ending in the amount where one can be stated. */
export function premiumFormula(
  day: PersonDay,
  meals: readonly Meal[],
  premium: ReturnType<typeof premiumsOf>[number] | undefined,
  amount: Cents | null,
): string {
  const short = `${counted(meals.filter(isShort).length, "meal")} not as asked`;
  if (!premium) return `${short}, no premium in the state`;
  if (premium.cents !== null && premium.cents === amount) return premium.formula;
  const hour = `${formatMinutes(premium.minutes)} x ${rateText(rateOf(day))}`;
  return amount === null ? `${short}: ${hour}, no amount` : `${hour} = ${plainCents(amount)}`;
}
