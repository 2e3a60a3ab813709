/**
 * Days and charges that are billed more than once. Of a recurring charge each day of a van is owed to one line only: to the lessor whose
 * contract holds the van that day, else to the line billed first. Whatever other lines bill for that day is a second billing of it. Only
 * the day on which one contract ends and the next begins is owed under both, and days that contracts with two lessors hold at once: which of
 * the two is wrong the schedule does not say.
 */
import { datesFrom, type IsoDate, monthOf } from "#shared/week.ts";
import { type Bill, recurs } from "./bills.ts";
import { overlap } from "./contract-rent.ts";
import { isHeld, isTheirs } from "./contracts.ts";
import type { LeaseLine } from "./lines.ts";
import { plain } from "./plain.ts";

/** The days of a line that another line bills already. */
export interface Duplicate {
  readonly original: LeaseLine;
  readonly days: ReadonlySet<IsoDate>;
}

/** Charges of which a van can have several alike on one invoice: two tolls of one gate on one trip there and back. */
const REPEATABLE: ReadonlySet<string> = new Set(["TOLL", "TOLL_FEE", "FINE_ADMIN", "FUEL", "EV_CHARGE", "TIRE", "TAX"]);

/** Finds the duplicates among lines in billing order; credits and the lines they cancel must be left out before. */
export function findDuplicates(lines: readonly LeaseLine[], bills: readonly Bill[]): Map<LeaseLine, Duplicate> {
  const found = new Map<LeaseLine, Duplicate>();
  findSingle(
    lines.filter((line) => !recurs(line)),
    found,
  );
  const once = Map.groupBy(bills, ({ lines: [line] }) => `${line.vanKey}|${line.charge}`);
  for (const group of once.values()) if (group.length > 1) findRecurring(group, found);
  return found;
}

function findRecurring(group: readonly Bill[], found: Map<LeaseLine, Duplicate>): void {
  const first = ({ lines }: Bill) => lines[0];
  const busy = group.filter((bill) =>
    group.some((other) => other !== bill && overlap(first(bill).days, first(other).days) !== null),
  );
  if (busy.length < 2) return;
  // A month's check sees earlier months but no later ones, so the second of two lines is the one that begins in the later month.
  const ordered = busy
    .map((bill, position) => ({ bill, position, month: monthOf(first(bill).days.from) }))
    .sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : a.position - b.position))
    .map(({ bill }) => bill);
  const firsts = ordered.map(first);
  const owner = new Map<string, Bill>();
  for (const entitledOnly of [true, false]) {
    for (const bill of ordered) {
      const line = first(bill);
      for (const day of datesFrom(line.days.from, line.days.to))
        if (!owner.has(turnOf(line, day, firsts)) && (!entitledOnly || isEntitled(line, day)))
          owner.set(turnOf(line, day, firsts), bill);
    }
  }
  for (const bill of ordered) {
    const line = first(bill);
    const days = datesFrom(line.days.from, line.days.to).filter((day) => owner.get(turnOf(line, day, firsts)) !== bill);
    const original = days[0] === undefined ? undefined : owner.get(turnOf(line, days[0], firsts));
    if (!original) continue;
    for (const part of bill.lines) found.set(part, { original: counterpart(part, original), days: new Set(days) });
  }
}

/** The line of an earlier bill that charges what a line charges again: the one of the same words, else its dearest. */
function counterpart(line: LeaseLine, { lines }: Bill): LeaseLine {
  return lines.find((each) => plain(each.fact.description) === plain(line.fact.description)) ?? lines[0];
}

/**
 * A day as it is owed once: the first day of a contract apart from the same day as another contract's last, and each lessor's own where
 * contracts with several hold the van.
 */
function turnOf(line: LeaseLine, day: IsoDate, group: readonly LeaseLine[]): string {
  const lessor = plain(line.fact.provider);
  const holder = group.find((other) => other.days.from <= day && other.days.to >= day && isEntitled(other, day));
  if (holder && plain(holder.fact.provider) !== lessor && isEntitled(line, day)) return `${day} ${lessor}`;
  if (line.term?.onLease !== day || !isEntitled(line, day)) return day;
  const ends = (other: LeaseLine) =>
    other.term !== line.term && other.term?.offLease === day && other.days.from <= day && other.days.to >= day;
  return group.some((other) => ends(other) && isEntitled(other, day)) ? `${day} begins` : day;
}

function isEntitled({ fact, term }: LeaseLine, day: IsoDate): boolean {
  return term !== null && isTheirs(fact, term) && isHeld(term, day);
}

/** One-off charges: the same charge, amount and text for the same days again, or on a second issue of the same invoice number. */
function findSingle(lines: readonly LeaseLine[], found: Map<LeaseLine, Duplicate>): void {
  const alike = Map.groupBy(lines, ({ fact, charge, vanKey }) =>
    [vanKey ?? "", charge, fact.amountCents, plain(fact.description)].join("|"),
  );
  for (const group of alike.values()) {
    const kept: LeaseLine[] = [];
    for (const line of group) {
      const original = kept.find((earlier) => isReissued(earlier, line) || isBilledAgain(earlier, line));
      if (original) found.set(line, { original, days: new Set(datesFrom(line.days.from, line.days.to)) });
      else kept.push(line);
    }
  }
}

function isSameInvoice(a: LeaseLine, b: LeaseLine): boolean {
  return (
    plain(a.fact.provider) === plain(b.fact.provider) && plain(a.fact.invoiceNumber) === plain(b.fact.invoiceNumber)
  );
}

function isReissued(earlier: LeaseLine, line: LeaseLine): boolean {
  const numbered = plain(line.fact.invoiceNumber) !== "";
  // Lessors number anew each year, or print the account's number: only the same days under it are the same charge.
  const issuedAgain = isSameInvoice(earlier, line) && earlier.fact.issuedOn !== line.fact.issuedOn;
  return numbered && issuedAgain && overlap(earlier.days, line.days) !== null;
}

function isBilledAgain(earlier: LeaseLine, line: LeaseLine): boolean {
  if (line.vanKey === null || overlap(earlier.days, line.days) === null) return false;
  return !isSameInvoice(earlier, line) || !REPEATABLE.has(line.charge);
}
