/** Values of checks' parameters as people write and read them. A value is always a whole number of its unit. */
import { formatMinutes, parseDuration } from "./hours.ts";
import { formatCents, formatQuantity, group, parseCents, parseCount, scaled } from "./money.ts";

/** What a value counts. */
export const PARAMETER_UNITS = ["cents", "minutes", "count", "hundredths of an hour"] as const;
export type ParameterUnit = (typeof PARAMETER_UNITS)[number];

/** The largest value that is taken: ten million dollars in cents, beyond what any check could mean. */
export const MOST = 1_000_000_000;

/** A value with its unit: `$1.00`, `1 h 30 min`, `0.02 h`, `15`. */
export function formatParameter(unit: ParameterUnit, value: number): string {
  if (unit === "cents") return formatCents(value);
  if (unit === "minutes") return formatMinutes(value);
  // Hundredths of an hour are quantities of two decimals.
  return unit === "count" ? group(value) : `${formatQuantity(value * 100)} h`;
}

/** Reads what a person wrote: dollars, minutes (`90` or `1 h 30 min`), hours (`0.02`), a whole number. Undefined when it is none. */
export function parseParameter(unit: ParameterUnit, text: string): number | undefined {
  const value = read(unit, text.trim());
  return value === undefined || value < 0 || value > MOST ? undefined : value;
}

/** What a value of a unit looks like, for the sentence that says what is wrong. */
export const PARAMETER_FORMS: Record<ParameterUnit, string> = {
  cents: "an amount in dollars and cents, like 1.50",
  minutes: "minutes, like 15 or 1 h 30 min",
  count: "a whole number, like 7",
  "hundredths of an hour": "hours with at most two decimals, like 0.25",
};

function read(unit: ParameterUnit, text: string): number | undefined {
  if (unit === "cents") return parseCents(text);
  if (unit === "count") return parseCount(text);
  if (unit === "minutes") return parseCount(text) ?? parseDuration(text);
  return scaled(text.replace(/\s*(?:h|hrs?|hours?)\.?$/i, ""), 2);
}
