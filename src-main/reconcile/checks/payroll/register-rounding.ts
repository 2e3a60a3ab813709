/** How much the cents of a register may differ by rounding alone. Pure. */
import type { Cents } from "#shared/money.ts";
import type { PayRecord } from "./register-record.ts";

/**
 * Cents that rounding explains: `each` for every line of worked pay, and `each` for every begun hour of overtime or double time, whose rate
 * many programs round to the cent before they multiply.
 */
export function payRounding({ paid }: Pick<PayRecord, "paid">, each: Cents): Cents {
  return each * (paid.worked.length + Math.ceil((paid.hours.overtime + paid.hours.doubleTime) / 100));
}
