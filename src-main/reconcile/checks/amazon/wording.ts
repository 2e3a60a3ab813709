/** Words that the checks of the variable invoice share. Pure. */
import { type Cents, formatRate, plainCents, type Rate } from "#shared/money.ts";
import { formatWeek, formatWeekday, type IsoDate } from "#shared/week.ts";
import type { Scope } from "../../check.ts";

/** `Mon, Aug 3`, or the whole week where a comparison has no day. */
export function dayText(date: IsoDate | null, scope: Scope): string {
  return date === null ? formatWeek(scope.period) : formatWeekday(date);
}

/** `on Mon, Aug 3` or `in Week 32 · Aug 2 – 8`. */
export function onDay(date: IsoDate | null, scope: Scope): string {
  return `${date === null ? "in" : "on"} ${dayText(date, scope)}`;
}

/** `1 route`, `2 routes`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return count === 1 ? one : many;
}

/** A difference times a rate with its amount, or why it has none: `(6 completed - 4 invoiced) x 325.00 = 650.00`. */
export function times(difference: string, rate: Rate | null, amountCents: Cents | null): string {
  if (rate === null || amountCents === null) return `(${difference}) x no known rate`;
  return `(${difference}) x ${formatRate(rate)} = ${plainCents(amountCents)}`;
}
