/** Values of checks' parameters as people write and read them. A value is always a whole number of its unit. */
import { formatMinutes, parseDuration } from "./hours.ts";
import { formatCents, formatQuantity, group, parseCents, parseCount, scaled } from "./money.ts";

/** What a value counts. */
export const PARAMETER_UNITS = ["cents", "minutes", "count", "hundredths of an hour", "switch"] as const;
export type ParameterUnit = (typeof PARAMETER_UNITS)[number];

/** The largest value that is taken: ten million dollars in cents, beyond what any check could mean. */
const MOST = 1_000_000_000;

/** The largest value of a unit: a switch is on (1) or off (0). */
export function mostOf(unit: ParameterUnit): number {
  return unit === "switch" ? 1 : MOST;
}

/** A value with its unit: `$1.00`, `1 h 30 min`, `0.02 h`, `15`, `on`. */
export function formatParameter(unit: ParameterUnit, value: number): string {
  if (unit === "switch") return value === 0 ? "off" : "on";
  if (unit === "cents") return formatCents(value);
  if (unit === "minutes") return formatMinutes(value);
  // Hundredths of an hour are quantities of two decimals.
  return unit === "count" ? group(value) : `${formatQuantity(value * 100)} h`;
}

/** Reads what a person wrote: dollars, minutes (`90` or `1 h 30 min`), hours (`0.02`), a whole number. Undefined when it is none. */
export function parseParameter(unit: ParameterUnit, text: string): number | undefined {
  const value = read(unit, text.trim());
  return value === undefined || value < 0 || value > mostOf(unit) ? undefined : value;
}

/** What a value of a unit looks like, for the sentence that says what is wrong. */
export const PARAMETER_FORMS: Record<ParameterUnit, string> = {
  cents: "an amount in dollars and cents, like 1.50",
  minutes: "minutes, like 15 or 1 h 30 min",
  count: "a whole number, like 7",
  "hundredths of an hour": "hours with at most two decimals, like 0.25",
  switch: "on or off",
};

function read(unit: ParameterUnit, text: string): number | undefined {
  if (unit === "switch")
    return new Map([
      ["on", 1],
      ["off", 0],
    ]).get(text.toLowerCase());
  if (unit === "cents") return parseCents(text);
  if (unit === "count") return parseCount(text);
  if (unit === "minutes") return parseCount(text) ?? parseDuration(text);
  return scaled(text.replace(/\s*(?:h|hrs?|hours?)\.?$/i, ""), 2);
}
