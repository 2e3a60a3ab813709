/**
 * One partition of the money on lease lines, shared by every lease check: each wrong dollar of a line belongs to exactly one share, so the
 * checks cannot claim it twice. A van that is not ours takes the whole line; a second billing comes next; then the days after return; what
 * remains above the contract is the rent (whole months) or its proration (parts of months).
 */
import { type Cents, divideHalfUp, plainCents } from "#shared/money.ts";
import { addDays, type IsoDate } from "#shared/week.ts";
import type { LeaseLineFact, LeaseTermFact } from "../../../documents/facts.ts";
import { counted, dayCount, isFullPeriod } from "./contract-rent.ts";
import { settleCredits, takesBack } from "./credits.ts";
import { type Duplicate, findDuplicates } from "./duplicates.ts";
import { judgeContract, type ShareCode, type WrongPart } from "./judge.ts";
import { isRecurring, isRent, type LeaseLine, leaseLines } from "./lines.ts";
import { rentBilledBefore } from "./month-parts.ts";

/** A wrong part with the tax that was billed on it and the credits that already gave some of it back. */
export interface Share extends WrongPart {
  readonly taxCents: Cents;
  readonly creditCents: Cents;
  /** What is left: cents + tax - credit. */
  readonly totalCents: Cents;
  readonly credits: readonly LeaseLineFact[];
}

/** A line, how it was judged, and its wrong shares. */
export interface JudgedLine extends LeaseLine {
  readonly duplicate: Duplicate | null;
  readonly shares: readonly Share[];
  /** Shares a second billing took the place of. */
  readonly displaced: readonly ShareCode[];
}

/** Judges the lines of a month and those before it. Pure; the order of the facts does not matter. */
export function lineShares(facts: readonly LeaseLineFact[], terms: readonly LeaseTermFact[]): JudgedLine[] {
  const lines = leaseLines(facts, terms);
  const { cancelled, open } = settleCredits(lines);
  const billed = lines.filter((line) => line.fact.amountCents > 0 && !cancelled.has(line));
  const known = billed.filter((line) => line.van.kind !== "unknown");
  const duplicates = findDuplicates(known);
  const before = rentBilledBefore(known.filter((line) => !duplicates.has(line)));
  const left = open.map((credit) => ({ ...credit }));
  return billed.map((line) => {
    const duplicate = duplicates.get(line) ?? null;
    const contract = (dup: Duplicate | null) => (judged(line) ? judgeContract(line, dup, before.get(line)) : []);
    const isWhole = duplicate !== null && duplicate.days.size >= dayCount(line.days);
    const own = line.van.kind === "unknown" ? [wholeLine(line, "E06")] : isWhole ? [] : contract(duplicate);
    const parts = duplicate === null ? own : [secondBilling(line, duplicate), ...own];
    const displaced = !isWhole ? [] : contract(null).flatMap((part) => (part.below ? [] : part.code));
    return { ...line, duplicate, displaced, shares: withTaxAndCredits(line, parts, left) };
  });
}

function judged(line: LeaseLine): boolean {
  return line.term !== null && isRecurring(line);
}

function wholeLine(line: LeaseLine, code: ShareCode): WrongPart {
  const cents = line.fact.amountCents;
  return { code, below: false, cents, text: `billed ${plainCents(cents)}` };
}

/** The part of a line that another line bills already, by days of the line's own period. */
function secondBilling(line: LeaseLine, { days }: Duplicate): WrongPart {
  const all = dayCount(line.days);
  if (days.size >= all) return wholeLine(line, "E01");
  const cents = sharedCents(line.fact.amountCents, days.size, all);
  const text = `billed ${plainCents(line.fact.amountCents)} x ${days.size} of ${counted(all, "day")}`;
  return { code: "E01", below: false, cents, text };
}

/** Some days' share of an amount, half up. */
function sharedCents(cents: Cents, days: number, of: number): Cents {
  return divideHalfUp(cents * days, of);
}

function withTaxAndCredits(
  line: LeaseLine,
  parts: readonly WrongPart[],
  open: { line: LeaseLine; cents: Cents }[],
): Share[] {
  const { amountCents, taxCents } = line.fact;
  let taxLeft = Math.max(0, taxCents);
  return parts
    .map((part) => {
      // Two shares of one line may both round up; together they never take more tax than was billed.
      const tax = part.below ? 0 : Math.min(taxLeft, divideHalfUp(Math.max(0, taxCents) * part.cents, amountCents));
      taxLeft -= tax;
      let credited = 0;
      const credits: LeaseLineFact[] = [];
      for (const credit of part.below ? [] : open) {
        if (credit.cents <= 0 || !takesBack(credit.line, line)) continue;
        const taken = Math.min(credit.cents, part.cents + tax - credited);
        if (taken <= 0) break;
        credit.cents -= taken;
        credited += taken;
        credits.push(credit.line.fact);
      }
      return { ...part, taxCents: tax, creditCents: credited, totalCents: part.cents + tax - credited, credits };
    })
    .filter((share) => share.totalCents > 0);
}

/** Lines of a recurring charge that name no van that could be looked up: nothing of the contract can be held against them. */
export function namesNoVan(line: LeaseLine): boolean {
  return isRecurring(line) && line.van.kind === "unnamed" && line.fact.amountCents > 0;
}

/** Whether a line charges rent for whole months. */
export function isFullRent(line: LeaseLine): boolean {
  return isRent(line) && isFullPeriod(line.days);
}

/** The first day that a line bills beyond the off-lease date, or null. */
export function firstDayAfterReturn(line: LeaseLine): IsoDate | null {
  const off = line.term?.offLease ?? null;
  if (off === null || off >= line.days.to) return null;
  return off >= line.days.from ? addDays(off, 1) : line.days.from;
}
