/**
 * Rent in thirtieths of a month in which it changes: a whole month has thirty, however many days it has and whenever the rent changes within
 * it. Pure.
 */
import { type Cents, divideHalfUp, formatRate, plainCents } from "#shared/money.ts";
import { addDays } from "#shared/week.ts";
import type { LeaseTermFact } from "../../../documents/facts.ts";
import { counted, type Days, dailyRate, dayCount, type Owed, overlap } from "./contract-rent.ts";
import type { LeaseLine } from "./lines.ts";

/** Days that one row of the schedule prices. */
interface Piece {
  readonly of: LeaseTermFact;
  readonly days: Days;
}

const THIRTY = 30;

/** The rows that price a range, each its own days, the first also those before it, the last those after it. */
export function piecesOf({ chain }: LeaseLine, range: Days): Piece[] {
  let from = range.from;
  return chain.flatMap((each, index) => {
    const to = index === chain.length - 1 ? range.to : (each.offLease ?? range.to);
    const days = overlap(range, { from, to });
    if (to >= from) from = addDays(to, 1);
    return days === null ? [] : [{ of: each, days }];
  });
}

/** What the pieces owe of their months, in order; `before` days of the first month are owed already. */
export function rentInThirtieths(pieces: readonly Piece[], months: readonly Days[], before = 0): Owed {
  let cents: Cents = 0;
  let days = before;
  const steps: string[] = [];
  for (const month of months) {
    const length = dayCount(month);
    for (const { of, days: own } of pieces) {
      const shared = overlap(month, own);
      if (shared === null) continue;
      const parts = thirtiethsOf(days + dayCount(shared), length) - thirtiethsOf(days, length);
      days += dayCount(shared);
      const rent = of.monthlyRentCents;
      cents += divideHalfUp(rent * parts, THIRTY);
      if (parts === THIRTY) steps.push(plainCents(rent));
      else if (parts > 0) steps.push(`${counted(parts, "day")} x ${formatRate(dailyRate(rent, "30", length))} a day`);
    }
    days = 0;
  }
  return { cents, text: steps.length > 0 ? steps.join(" + ") : "0.00" };
}

/** How many thirtieths of a month some of its days are: all of them are thirty, and never more. */
function thirtiethsOf(days: number, length: number): number {
  return days >= length ? THIRTY : Math.min(days, THIRTY);
}
