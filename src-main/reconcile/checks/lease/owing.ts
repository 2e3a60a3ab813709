/** What a contract owes for a line: for all its days, for those up to return, and for those that the van was ours. Pure. */
import { type Cents, divideHalfUp, formatRate, plainCents } from "#shared/money.ts";
import { datesFrom } from "#shared/week.ts";
import type { LeaseTermFact } from "../../../documents/facts.ts";
import { counted, type Days, dayCount, isFullPeriod, type Owed, rentFor, rentMonths } from "./contract-rent.ts";
import type { Duplicate } from "./duplicates.ts";
import { isRent, type LeaseLine } from "./lines.ts";
import type { PartOfMonth } from "./month-parts.ts";
import { piecesOf, rentInThirtieths } from "./thirtieths.ts";

/** The layers of a line, each at most as high as the one before. */
export interface Owing {
  readonly line: Owed;
  readonly untilReturn: Owed;
  readonly held: Owed;
  /** Below this the line bills too little; zero where the contract names no price (fees) or where nobody can say. */
  readonly due: Owed;
}

const NOTHING: Owed = { cents: 0, text: "0.00" };

/** The layers of a line whose days up to return and between delivery and return are known. */
export function owingOf(
  line: LeaseLine,
  term: LeaseTermFact,
  before: Days,
  held: Days | null,
  part: PartOfMonth | undefined,
): Owing {
  const { days } = line;
  if (!isRent(line) || line.rental !== null) {
    const cents = line.fact.amountCents;
    const fee = (range: Days | null) => (range === null ? NOTHING : feeFor(cents, term, days, range));
    return { line: { cents, text: plainCents(cents) }, untilReturn: fee(before), held: fee(held), due: NOTHING };
  }
  const months = rentMonths(days);
  const full = part?.owed ?? rentOver(line, term, months, days);
  const own = rentOver(line, term, months, held);
  const isAll = held !== null && dayCount(held) === dayCount(days);
  return {
    line: full,
    // A part of a month that owes the month's remainder owes it up to return as well, where no day lies after that.
    untilReturn: dayCount(before) === dayCount(days) ? full : rentOver(line, term, months, before),
    held: isAll ? full : own,
    due: part && (part.atLeast.cents < own.cents || isAll) ? part.atLeast : own,
  };
}

/**
 * Rent of a range by the contracts in force: each prices its own days, the first also those before it, the last those after it. A contract
 * without proration would owe a month twice if its days were split, so the line's own contract then prices them all.
 */
function rentOver(line: LeaseLine, term: LeaseTermFact, months: readonly Days[], range: Days | null): Owed {
  const { chain } = line;
  const own = (of: LeaseTermFact, days: Days | null) => rentFor(of.monthlyRentCents, of.proration, months, days);
  if (range === null || chain.length < 2 || chain.some((each) => each.proration === "none")) return own(term, range);
  const pieces = piecesOf(line, range);
  const [only, ...more] = pieces;
  if (only && more.length === 0) return own(only.of, range);
  if (pieces.every(({ of }) => of.proration === "30")) return rentInThirtieths(pieces, months);
  const owed = pieces.map(({ of, days }) => own(of, days));
  return { cents: owed.reduce((sum, { cents }) => sum + cents, 0), text: owed.map(({ text }) => text).join(" + ") };
}

/** A fee for some of its days: a whole month's by the contract's method, another period's by its own days. */
function feeFor(cents: Cents, term: LeaseTermFact, days: Days, range: Days): Owed {
  const months = rentMonths(days);
  if (months.length === 1 && (isFullPeriod(days) || term.proration === "none"))
    return rentFor(cents, term.proration, months, range);
  const [kept, all] = [dayCount(range), dayCount(days)];
  if (kept === all) return { cents, text: plainCents(cents) };
  return {
    cents: divideHalfUp(cents * kept, all),
    text: `${counted(kept, "day")} x ${formatRate(divideHalfUp(cents * 100, all))} a day`,
  };
}

/** The same for the days of a line that no other line bills. */
export function remaining(
  owing: Owing,
  { days }: LeaseLine,
  held: { readonly untilReturn: Days | null; readonly both: Days | null },
  duplicate: Duplicate | null,
): Owing {
  if (duplicate === null) return owing;
  const share = (owed: Owed, within: Days | null): Owed => {
    if (within === null) return NOTHING;
    const dates = datesFrom(within.from, within.to);
    const kept = dates.filter((day) => !duplicate.days.has(day)).length;
    const cents = divideHalfUp(owed.cents * kept, dates.length);
    return kept === dates.length
      ? owed
      : { cents, text: `${bracketed(owed.text)} x ${kept} of ${counted(dates.length, "day")}` };
  };
  return {
    line: share(owing.line, days),
    untilReturn: share(owing.untilReturn, held.untilReturn),
    held: share(owing.held, held.both),
    due: NOTHING,
  };
}

/** The layers that are left for a line when others of its bill have taken some of them. */
export function shifted(owing: Owing, prior: Cents): Owing {
  if (prior === 0) return owing;
  const less = (owed: Owed): Owed => {
    const text = `${owed.text} - ${plainCents(prior)} on its other lines`;
    return owed.cents < prior ? { cents: 0, text: `max(0, ${text})` } : { cents: owed.cents - prior, text };
  };
  return { line: less(owing.line), untilReturn: less(owing.untilReturn), held: less(owing.held), due: less(owing.due) };
}

/** A term of a formula in parentheses where it has terms of its own. */
export function bracketed(text: string): string {
  return / [+-] /.test(text) && !/^max\([^()]*\)$/.test(text) ? `(${text})` : text;
}
