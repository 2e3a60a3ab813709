/** One recurring line against its contract: the days after return, then what remains above the contract. Pure. */
import { type Cents, divideHalfUp, formatRate, plainCents } from "#shared/money.ts";
import { datesFrom } from "#shared/week.ts";
import type { LeaseTermFact } from "../../../documents/facts.ts";
import {
  counted,
  type Days,
  dayCount,
  isFullPeriod,
  type Owed,
  overlap,
  rentFor,
  rentMonths,
} from "./contract-rent.ts";
import type { Duplicate } from "./duplicates.ts";
import { isRent, type LeaseLine } from "./lines.ts";
import type { PartOfMonth } from "./month-parts.ts";

/** The checks that share a line's money. */
export type ShareCode = "E01" | "E02" | "E04" | "E05" | "E06";

/** A part of a line's amount that is wrong, before tax. */
export interface WrongPart {
  readonly code: ShareCode;
  /** The line bills less than the contract owes: nothing to claim. */
  readonly below: boolean;
  readonly cents: Cents;
  /** How the amount comes about, without the tax: `billed 850.00 - 14 days x 27.4194 a day`. */
  readonly text: string;
}

/** What the contract owes for a line: for all its days, for those up to return, and for those that the van was ours. */
interface Owing {
  readonly line: Owed;
  readonly untilReturn: Owed;
  /** Null where the contract names no price (fees). */
  readonly held: Owed | null;
}

/**
 * The wrong parts of a recurring line with a known contract. Days that another line bills already are left out: what the contract owes is
 * then taken for the remaining share of the days.
 */
export function judgeContract(
  line: LeaseLine,
  duplicate: Duplicate | null,
  part: PartOfMonth | undefined,
): WrongPart[] {
  const { term, days } = line;
  // A line that ends before delivery is owed to nobody; it is not measured by a contract that had not begun.
  if (term === null || line.fact.amountCents <= 0 || term.onLease > days.to) return [];
  const until = term.offLease ?? days.to;
  const before = overlap(days, { from: days.from, to: until });
  const all = dayCount(days);
  const kept = all - (duplicate?.days.size ?? 0);
  const billed = line.fact.amountCents - (duplicate ? divideHalfUp(line.fact.amountCents * (all - kept), all) : 0);
  if (before === null) return [{ code: "E02", below: false, cents: billed, text: `billed ${plainCents(billed)}` }];
  const owing = remaining(owingOf(line, term, before, part), days, before, duplicate);
  const afterReturn = Math.max(0, Math.min(billed, owing.line.cents) - owing.untilReturn.cents);
  const parts: WrongPart[] = [];
  const above = billed - owing.line.cents;
  if (afterReturn > 0) {
    const start = above > 0 ? `contract ${plainCents(owing.line.cents)}` : `billed ${plainCents(billed)}`;
    parts.push({
      code: "E02",
      below: false,
      cents: afterReturn,
      text: `${start} - ${bracketed(owing.untilReturn.text)}`,
    });
  }
  const code = isFullPeriod(days) ? "E04" : "E05";
  const named = code === "E04" ? "contract " : "";
  if (above > 0 && isRent(line)) {
    const text = `billed ${plainCents(billed)} - ${named}${bracketed(owing.line.text)}`;
    parts.push({ code, below: false, cents: above, text });
  }
  if (duplicate === null && owing.held !== null && billed < owing.held.cents) {
    const text = `${named}${bracketed(owing.held.text)} - billed ${plainCents(billed)}`;
    parts.push({ code, below: true, cents: owing.held.cents - billed, text });
  }
  return parts;
}

function owingOf(line: LeaseLine, term: LeaseTermFact, before: Days, part: PartOfMonth | undefined): Owing {
  const { days } = line;
  const months = rentMonths(days);
  const [rent, method] = [term.monthlyRentCents, term.proration];
  if (!isRent(line)) {
    const cents = line.fact.amountCents;
    return { line: { cents, text: plainCents(cents) }, untilReturn: feeFor(cents, term, days, before), held: null };
  }
  const held = overlap(days, { from: term.onLease, to: before.to });
  const full = part?.owed ?? rentFor(rent, method, months, days);
  const own = rentFor(rent, method, months, held);
  return {
    line: full,
    untilReturn: rentFor(rent, method, months, before),
    held: part && (part.atLeast.cents < own.cents || isWhole(held, days)) ? part.atLeast : own,
  };
}

/** A fee for the days up to return: a whole month's by the contract's method, another period's by its own days. */
function feeFor(cents: Cents, term: LeaseTermFact, days: Days, before: Days): Owed {
  const months = rentMonths(days);
  if (months.length === 1 && (isFullPeriod(days) || term.proration === "none"))
    return rentFor(cents, term.proration, months, before);
  const [kept, all] = [dayCount(before), dayCount(days)];
  return {
    cents: divideHalfUp(cents * kept, all),
    text: `${counted(kept, "day")} x ${formatRate(divideHalfUp(cents * 100, all))} a day`,
  };
}

/** The same for the days of a line that no other line bills. */
function remaining(owing: Owing, days: Days, before: Days, duplicate: Duplicate | null): Owing {
  if (duplicate === null) return owing;
  const share = (owed: Owed, within: Days): Owed => {
    const dates = datesFrom(within.from, within.to);
    const kept = dates.filter((day) => !duplicate.days.has(day)).length;
    const cents = divideHalfUp(owed.cents * kept, dates.length);
    return kept === dates.length
      ? owed
      : { cents, text: `${bracketed(owed.text)} x ${kept} of ${counted(dates.length, "day")}` };
  };
  return { line: share(owing.line, days), untilReturn: share(owing.untilReturn, before), held: null };
}

function isWhole(part: Days | null, of: Days): boolean {
  return part !== null && dayCount(part) === dayCount(of);
}

function bracketed(text: string): string {
  return / [+-] /.test(text) ? `(${text})` : text;
}
