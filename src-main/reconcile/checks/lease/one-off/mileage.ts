/** Excess mileage against the odometer: what the contract owes for the miles driven beyond its allowance since the lease began. Pure. */
import { divideHalfUp, extend, formatRate, group, plainCents, TEN_THOUSAND } from "#shared/money.ts";
import { addDays, daysBetween, daysInMonth, type IsoDate, monthOf } from "#shared/week.ts";
import type { LeaseTermFact } from "../../../../documents/facts.ts";
import { counted } from "../contract-rent.ts";
import type { WrongPart } from "../judge.ts";
import type { LeaseLine } from "../lines.ts";
import { bracketed } from "../owing.ts";
import { plain } from "../plain.ts";
import type { Term } from "../terms.ts";

/** The allowance of a lease up to a day: its whole months, and the days of the last one by their share of it, rounded down to a mile. */
export function allowedMiles(perMonth: number, from: IsoDate, to: IsoDate): { miles: number; text: string } {
  const end = addDays(to, 1);
  let months =
    (Number(end.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(end.slice(5, 7)) - Number(from.slice(5, 7));
  const startOf = (count: number) => shifted(from, count);
  while (months > 0 && startOf(months) > end) months -= 1;
  const days = daysBetween(startOf(months), end);
  const length = daysBetween(startOf(months), startOf(months + 1));
  const part = days === 0 ? 0 : Math.floor((perMonth * days) / length);
  const whole = `${group(perMonth)} x ${counted(months, "month")}`;
  return {
    miles: perMonth * months + part,
    text: days === 0 ? whole : `${whole} + ${group(part)} for ${counted(days, "day")}`,
  };
}

function shifted(date: IsoDate, months: number): IsoDate {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const month = `${Math.trunc(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
  return `${month}-${String(Math.min(Number(date.slice(8)), daysInMonth(monthOf(`${month}-01`)))).padStart(2, "0")}`;
}

/** What keeps a mileage line from being measured, as the end of a sentence; null where nothing does. */
export function mileageDoubt(line: LeaseLine): string | null {
  const { term, fact } = line;
  const rows = rowsUpTo(line);
  if (term === null) return "is for a van without a contract on the lease schedule";
  if (rows.some(({ overageRate }) => overageRate === null))
    return "falls under a contract whose overage rate is not on the lease schedule";
  if (fact.odometer === null) return "prints no odometer reading";
  return rows.some(({ mileageAllowance }) => mileageAllowance === null)
    ? "falls under a contract whose allowance is not on the lease schedule"
    : null;
}

/**
 * The excess of a mileage line. With a reading: max(0, odometer - allowance x months) x rate, less what was billed for excess miles before
 * (`earlier`, of the same van). The reading when the lease began is on no document; it is taken as zero, the reading that owes the lessor
 * most. Without one only the price of a mile can be held against the contract's.
 */
export function judgeMileage(line: LeaseLine, earlier: readonly LeaseLine[]): WrongPart[] {
  const { term, fact } = line;
  const rate = dearestMile(line);
  if (term === null || rate === null) return [];
  const allowed = allowedSinceDelivery(line);
  if (fact.odometer === null || allowed === null) return judgePrice(line, term, rate);
  const over = Math.max(0, fact.odometer - allowed.miles);
  const sum = extend(rate, over * TEN_THOUSAND);
  const before = earlier.filter((each) => isBefore(each, line));
  const paid = before.reduce((total, each) => total + each.fact.amountCents, 0);
  const owed = Math.max(0, sum - paid);
  const excess = fact.amountCents - owed;
  if (excess <= 0) return [];
  const miles = `max(0, ${group(fact.odometer)} - ${bracketed(allowed.text)}) x ${formatRate(rate)}`;
  const text = `billed ${plainCents(fact.amountCents)} - ${paid === 0 ? miles : `max(0, ${miles} - ${plainCents(paid)} billed before)`}`;
  const why =
    over === 0
      ? `though its ${group(fact.odometer)} miles are within the ${group(allowed.miles)} the contract allows by then`
      : `but the ${group(over)} miles above its allowance cost ${plainCents(sum)}${paid === 0 ? "" : `, of which ${plainCents(paid)} was billed before`}`;
  return [
    {
      code: "E08",
      below: false,
      cents: excess,
      text,
      why,
      proven: before.map((each) => each.fact),
      notes: notesOf(line),
    },
  ];
}

function notesOf(line: LeaseLine): string[] {
  const rows = rowsUpTo(line);
  return [
    "The odometer is taken as zero when the lease began, the reading that owes the lessor most.",
    ...(rows.length > 1
      ? [
          "The terms changed on the way: each row of the lease schedule allows the miles of its own days, and a mile is taken at the dearest of their rates.",
        ]
      : []),
  ];
}

/** The rows of the contract from delivery up to a line's last day. */
function rowsUpTo({ chain, days }: LeaseLine): readonly Term[] {
  return chain.filter(({ onLease }, index) => index === 0 || onLease <= days.to);
}

/** The dearest price of a mile of those rows, what owes the lessor most; null where one names none. */
function dearestMile(line: LeaseLine): number | null {
  const rates = rowsUpTo(line).map(({ overageRate }) => overageRate);
  return rates.reduce((most, rate) => (most === null || rate === null ? null : Math.max(most, rate)), rates[0] ?? null);
}

/** What the rows allow together up to the line's last day; null where one names no allowance. */
function allowedSinceDelivery(line: LeaseLine): { miles: number; text: string } | null {
  const rows = rowsUpTo(line);
  const parts = rows.map(({ mileageAllowance, onLease, offLease }, index) => {
    const to = index === rows.length - 1 ? line.days.to : (offLease ?? line.days.to);
    return mileageAllowance === null ? null : allowedMiles(mileageAllowance, onLease, to);
  });
  if (parts.includes(null)) return null;
  const known = parts.flatMap((part) => part ?? []);
  return { miles: known.reduce((sum, { miles }) => sum + miles, 0), text: known.map(({ text }) => text).join(" + ") };
}

function judgePrice({ fact }: LeaseLine, { contract }: LeaseTermFact, rate: number): WrongPart[] {
  if (fact.rate === null || fact.quantity === null || fact.rate <= rate) return [];
  const excess = fact.amountCents - extend(rate, fact.quantity);
  if (excess <= 0) return [];
  const miles = group(divideHalfUp(fact.quantity, TEN_THOUSAND));
  const text = `billed ${plainCents(fact.amountCents)} - ${miles} miles x ${formatRate(rate)}`;
  const why = `at ${formatRate(fact.rate)} a mile; contract ${contract} says ${formatRate(rate)}`;
  return [{ code: "E08", below: false, cents: Math.min(excess, fact.amountCents), text, why }];
}

function isBefore(earlier: LeaseLine, line: LeaseLine): boolean {
  const sameContract = plain(earlier.fact.provider) === plain(line.fact.provider) && startOf(earlier) === startOf(line);
  return earlier.charge === "MILEAGE_OVER" && sameContract && earlier.days.to < line.days.from;
}

/** The day the van came under the line's contract, whose terms may have changed since. */
function startOf({ chain }: LeaseLine): string | undefined {
  return chain[0]?.onLease;
}
