/** What a printed date or number would mean in either reading, so that a person can tell which is right. */
import { formatDate, isIsoDate } from "#shared/week.ts";
import type { DateOrder, NumberStyle } from "./draft.ts";

/** `03/04/2026` as a date in words; null where it is none in that order. */
export function dateIn(text: string, order: DateOrder): string | null {
  const match = /^\s*(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?!\d)/.exec(text);
  if (!match) return null;
  const [, first = "", second = "", printed = ""] = match;
  const [month, day] = order === "month first" ? [first, second] : [second, first];
  const year = printed.length === 2 ? `20${printed}` : printed;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isIsoDate(date) ? formatDate(date) : null;
}

/** The first text that is a date in both orders, but not the same one. */
export function ambiguousDate(texts: readonly string[]): string | undefined {
  return texts.find((text) => {
    const american = dateIn(text, "month first");
    const other = dateIn(text, "day first");
    return american !== null && other !== null && american !== other;
  });
}

/** The first text that can be a number in both styles. */
export function ambiguousNumber(texts: readonly string[]): string | undefined {
  return texts.find((text) => /^\D*\d{1,3}[.,]\d{3}\D*$/.test(text));
}

/** `1.234` as a number the American way; the separators of the other style change places. */
export function numberIn(text: string, style: NumberStyle): string {
  const digits = text.replace(/[^\d.,-]/g, "");
  return style === "1,234.56" ? digits : digits.replace(/[.,]/g, (mark) => (mark === "." ? "," : "."));
}
