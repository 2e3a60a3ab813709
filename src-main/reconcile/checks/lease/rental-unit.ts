/** Rent that is billed by the day or by the week: short rentals, which a monthly contract does not measure. Pure. */
import { divideHalfUp, TEN_THOUSAND } from "#shared/money.ts";
import { daysBetween } from "#shared/week.ts";
import type { LeaseLineFact, LeaseTermFact } from "../../../documents/facts.ts";
import { dailyRate } from "./contract-rent.ts";

/** What a rental's price is for. */
export type RentalUnit = "day" | "week" | "month";

/** The days of each unit of a short rental. */
export const UNIT_DAYS: Readonly<Record<"day" | "week", number>> = { day: 1, week: 7 };

const WORDS: readonly (readonly [RegExp, RentalUnit])[] = [
  [/\bdaily\b|\bper day\b|\bday rates?\b|\bdays?\b/, "day"],
  [/\bweekly\b|\bper week\b|\bweek rates?\b|\bweeks?\b/, "week"],
  [/\bmonthly\b|\bper month\b|\bmonth rates?\b|\bmonths?\b/, "month"],
];

/** What the words of a rent line say its price is for; null where they say nothing, or more than one thing. */
export function unitInWords(description: string): RentalUnit | null {
  const text = description.normalize("NFKC").toLowerCase();
  const named = WORDS.filter(([pattern]) => pattern.test(text)).map(([, unit]) => unit);
  return named.length === 1 ? (named[0] ?? null) : null;
}

/**
 * The unit of a line that is a rental by the day or week: its words say so, it prints how many at which price, and they come to the days
 * billed. A part of a contract's month that prints its days and their rate is no rental.
 */
export function rentalUnit(line: LeaseLineFact, term: LeaseTermFact | null): "day" | "week" | null {
  const unit = unitInWords(line.description);
  const { quantity, rate } = line;
  if ((unit !== "day" && unit !== "week") || quantity === null || rate === null || rate <= 0) return null;
  if (line.chargeCode.trim().toUpperCase() === "PRORATE") return null;
  const days = daysBetween(line.serviceFrom, line.serviceTo) + 1;
  if (Math.abs(divideHalfUp(quantity * UNIT_DAYS[unit], TEN_THOUSAND) - days) >= UNIT_DAYS[unit]) return null;
  return unit === "day" && term !== null && isShareOfMonth(rate, term) ? null : unit;
}

/** Whether a price is the contract's own rent of a day, up to a cent of rounding. */
function isShareOfMonth(rate: number, term: LeaseTermFact): boolean {
  return [28, 29, 30, 31].some((days) => Math.abs(dailyRate(term.monthlyRentCents, "actual", days) - rate) <= 100);
}
