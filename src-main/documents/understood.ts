/** A fact's values as a person reads them, for the preview: 310.00 an hour, not 3100000 ten-thousandths. */
import { formatMinutes } from "#shared/hours.ts";
import { formatCents, formatQuantity, formatRate, group } from "#shared/money.ts";
import { formatDate, isIsoDate } from "#shared/week.ts";

/** A value of a fact. */
export type Value = string | number | boolean | null;
/** A fact's own values, by field. */
export type Values = Readonly<Record<string, Value>>;

/** Fields whose number is not a plain count, by the ending of their name. */
const NUMBERS: readonly (readonly [RegExp, (value: number) => string])[] = [
  [/cents$/i, formatCents],
  [/^taxRate$/, (value) => `${formatRate(value)}%`],
  [/rate$/i, formatRate],
  [/^quantity$/, formatQuantity],
  [/minutes$/i, formatMinutes],
  [/^(?:hours|distance)$/, (value) => `${group(Math.trunc(value / 100))}.${String(value % 100).padStart(2, "0")}`],
];

/** Values by label, in the order of the fact's fields. */
export function understood(values: Values): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [labelOf(name), textOf(name, value)]));
}

/** A field's name as its label: `monthlyRentCents` as `Monthly rent`. */
export function labelOf(name: string): string {
  const words = name
    .replace(/(?:Cents|Minutes)$/, "")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** One value as a person reads it; empty where there is none. */
export function textOf(name: string, value: Value): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return NUMBERS.find(([pattern]) => pattern.test(name))?.[1](value) ?? group(value);
  if (isIsoDate(value)) return formatDate(value);
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(value) ? value.replace("T", " ") : value;
}
