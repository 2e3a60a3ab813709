/**
 * Several partial lines of one van in one month: together they owe what the month owes. Under `30` the days of a 31-day month never come
 * to more than the rent, and those of a whole February come to all of it; under `none` the month's rent is owed once.
 */
import { type Cents, plainCents } from "#shared/money.ts";
import { monthEnd, monthOf, monthStart } from "#shared/week.ts";
import type { Bill } from "./bills.ts";
import { type Days, dayCount, isFullPeriod, type Owed, rentFor } from "./contract-rent.ts";
import { isRent, type LeaseLine } from "./lines.ts";
import { piecesOf, rentInThirtieths } from "./thirtieths.ts";

/** What the contract owes for a partial line after the month's earlier ones. */
export interface PartOfMonth {
  /** Billing more than this is too much. */
  readonly owed: Owed;
  /** Billing less than this is too little. */
  readonly atLeast: Owed;
}

/** A bill of rent for a part of a month. */
interface PartialBill {
  readonly bill: Bill;
  readonly line: LeaseLine;
}

/** Partial bills of rent that share their month with earlier or later ones; lines of bills that stand alone are not in the result. */
export function rentBilledBefore(bills: readonly Bill[]): Map<LeaseLine, PartOfMonth> {
  const found = new Map<LeaseLine, PartOfMonth>();
  const partial = bills
    .map((bill): PartialBill => ({ bill, line: bill.lines[0] }))
    .filter(({ line }) => isRent(line) && line.rental === null && line.term !== null && isWithinOneMonth(line.days));
  const months = Map.groupBy(partial, ({ line: { vanKey, days, term, chain } }) =>
    JSON.stringify([vanKey, monthOf(days.from), term?.contract, chain[0]?.onLease]),
  );
  for (const group of months.values()) {
    if (group.length < 2) continue;
    const ordered = [...group].sort((a, b) => compare(a.line.days.from, b.line.days.from));
    const method = ordered[0]?.line.term?.proration;
    if (ordered.some(({ line }) => line.term?.proration !== method)) continue;
    if (method === "30") {
      const rents = new Set(ordered.flatMap(({ line }) => piecesOf(line, line.days).map(({ of }) => of.onLease)));
      if (rents.size > 1) overChange(ordered, found);
      else inThirtieths(ordered, found);
    }
    if (method === "none") onceAMonth(ordered, found);
  }
  return found;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function isWithinOneMonth(days: Days): boolean {
  return monthOf(days.from) === monthOf(days.to) && !isFullPeriod(days);
}

function note(found: Map<LeaseLine, PartOfMonth>, { bill }: PartialBill, part: PartOfMonth): void {
  for (const line of bill.lines) found.set(line, part);
}

function inThirtieths(bills: readonly PartialBill[], found: Map<LeaseLine, PartOfMonth>): void {
  let days = 0;
  let before: Owed = { cents: 0, text: "0.00" };
  for (const each of bills) {
    const { line } = each;
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
    note(found, each, { owed, atLeast: owed });
    before = until;
  }
}

/** The rent changes within the month: each part by the rents of its own days, together never more thirtieths than the month has. */
function overChange(bills: readonly PartialBill[], found: Map<LeaseLine, PartOfMonth>): void {
  let before = 0;
  for (const each of bills) {
    const { line } = each;
    const month = { from: monthStart(monthOf(line.days.from)), to: monthEnd(monthOf(line.days.from)) };
    const owed = rentInThirtieths(piecesOf(line, line.days), [month], before);
    before += dayCount(line.days);
    note(found, each, { owed, atLeast: owed });
  }
}

function onceAMonth(bills: readonly PartialBill[], found: Map<LeaseLine, PartOfMonth>): void {
  let billed: Cents = 0;
  bills.forEach((each, index) => {
    const { line, bill } = each;
    if (line.term === null) return;
    const rent = line.term.monthlyRentCents;
    const left = Math.max(0, rent - billed);
    const owed = {
      cents: left,
      text:
        billed === 0 ? plainCents(rent) : `${plainCents(rent)} - ${plainCents(rent - left)} billed for earlier days`,
    };
    // Only when the month's last part is in can it be said that the month was billed too low.
    const due = Math.min(left, bill.cents);
    const atLeast = index === bills.length - 1 ? owed : { cents: due, text: plainCents(due) };
    note(found, each, { owed, atLeast });
    billed += bill.cents;
  });
}
