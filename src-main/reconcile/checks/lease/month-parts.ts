/**
 * Several partial lines of one van in one month: together they owe what the month owes. Under `30` the days of a 31-day month never come
 * to more than the rent, and those of a whole February come to all of it; under `none` the month's rent is owed once.
 */
import { type Cents, plainCents } from "#shared/money.ts";
import { monthEnd, monthOf, monthStart } from "#shared/week.ts";
import { type Days, dayCount, isFullPeriod, type Owed, rentFor } from "./contract-rent.ts";
import { isRent, type LeaseLine } from "./lines.ts";

/** What the contract owes for a partial line after the month's earlier ones. */
export interface PartOfMonth {
  /** Billing more than this is too much. */
  readonly owed: Owed;
  /** Billing less than this is too little. */
  readonly atLeast: Owed;
}

/** Partial rent lines that share their month with earlier or later ones; lines that stand alone are not in the result. */
export function rentBilledBefore(lines: readonly LeaseLine[]): Map<LeaseLine, PartOfMonth> {
  const found = new Map<LeaseLine, PartOfMonth>();
  const partial = lines.filter((line) => isRent(line) && line.term !== null && isWithinOneMonth(line.days));
  const months = Map.groupBy(partial, ({ vanKey, days, term }) =>
    JSON.stringify([vanKey, monthOf(days.from), term?.contract, term?.onLease]),
  );
  for (const group of months.values()) {
    if (group.length < 2) continue;
    const ordered = [...group].sort((a, b) => (a.days.from < b.days.from ? -1 : a.days.from > b.days.from ? 1 : 0));
    const method = ordered[0]?.term?.proration;
    if (method === "30") inThirtieths(ordered, found);
    if (method === "none") onceAMonth(ordered, found);
  }
  return found;
}

function isWithinOneMonth(days: Days): boolean {
  return monthOf(days.from) === monthOf(days.to) && !isFullPeriod(days);
}

function inThirtieths(lines: readonly LeaseLine[], found: Map<LeaseLine, PartOfMonth>): void {
  let days = 0;
  let before: Owed = { cents: 0, text: "0.00" };
  for (const line of lines) {
    if (line.term === null) continue;
    days += dayCount(line.days);
    const month = { from: monthStart(monthOf(line.days.from)), to: monthEnd(monthOf(line.days.from)) };
    const so = {
      from: month.from,
      to: `${month.from.slice(0, 8)}${String(Math.min(days, dayCount(month))).padStart(2, "0")}`,
    };
    const until = rentFor(line.term.monthlyRentCents, "30", [month], so);
    const text = before.cents === 0 ? until.text : `${until.text} - ${plainCents(before.cents)} owed for earlier days`;
    const owed = { cents: until.cents - before.cents, text };
    found.set(line, { owed, atLeast: owed });
    before = until;
  }
}

function onceAMonth(lines: readonly LeaseLine[], found: Map<LeaseLine, PartOfMonth>): void {
  let billed: Cents = 0;
  lines.forEach((line, index) => {
    if (line.term === null) return;
    const rent = line.term.monthlyRentCents;
    const left = Math.max(0, rent - billed);
    const owed = {
      cents: left,
      text:
        billed === 0 ? plainCents(rent) : `${plainCents(rent)} - ${plainCents(rent - left)} billed for earlier days`,
    };
    // Only when the month's last part is in can it be said that the month was billed too low.
    const due = Math.min(left, line.fact.amountCents);
    const atLeast = index === lines.length - 1 ? owed : { cents: due, text: plainCents(due) };
    found.set(line, { owed, atLeast });
    billed += line.fact.amountCents;
  });
}
