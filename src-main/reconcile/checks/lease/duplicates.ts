/**
 * Days and charges that are billed more than once. Of a recurring charge each day of a van is owed to one line only: to the lessor whose
 * contract holds the van that day, else to the line billed first. Whatever other lines bill for that day is a second billing of it. Only
 * the day on which one contract ends and the next begins is owed under both.
 */
import { datesFrom, type IsoDate, monthOf } from "#shared/week.ts";
import { overlap } from "./contract-rent.ts";
import { isHeld, isRecurring, isTheirs, type LeaseLine, plain } from "./lines.ts";

/** The days of a line that another line bills already. */
export interface Duplicate {
  readonly original: LeaseLine;
  readonly days: ReadonlySet<IsoDate>;
}

/** Charges of which a van can have several alike on one invoice: two tolls of one gate on one trip there and back. */
const REPEATABLE: ReadonlySet<string> = new Set(["TOLL", "TOLL_FEE", "FINE_ADMIN", "FUEL", "EV_CHARGE", "TIRE"]);

/** Finds the duplicates among lines in billing order; credits and the lines they cancel must be left out before. */
export function findDuplicates(lines: readonly LeaseLine[]): Map<LeaseLine, Duplicate> {
  const found = new Map<LeaseLine, Duplicate>();
  const once = Map.groupBy(lines, (line) => (recurs(line) ? `${line.vanKey}|${line.charge}` : ""));
  for (const [key, group] of once) {
    if (key === "") findSingle(group, found);
    else if (group.length > 1) findRecurring(group, found);
  }
  return found;
}

/** Charges that pay for a stretch of days; mileage over is billed once for a period too. */
function recurs(line: LeaseLine): boolean {
  return line.vanKey !== null && (isRecurring(line) || line.charge === "MILEAGE_OVER");
}

function findRecurring(group: readonly LeaseLine[], found: Map<LeaseLine, Duplicate>): void {
  const busy = group.filter((line) => group.some((other) => other !== line && overlap(line.days, other.days) !== null));
  if (busy.length < 2) return;
  // A month's check sees earlier months but no later ones, so the second of two lines is the one that begins in the later month.
  const ordered = busy
    .map((line, position) => ({ line, position, month: monthOf(line.days.from) }))
    .sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : a.position - b.position))
    .map(({ line }) => line);
  const owner = new Map<string, LeaseLine>();
  for (const entitledOnly of [true, false]) {
    for (const line of ordered) {
      for (const day of datesFrom(line.days.from, line.days.to))
        if (!owner.has(turnOf(line, day, ordered)) && (!entitledOnly || isEntitled(line, day)))
          owner.set(turnOf(line, day, ordered), line);
    }
  }
  for (const line of ordered) {
    const days = datesFrom(line.days.from, line.days.to).filter(
      (day) => owner.get(turnOf(line, day, ordered)) !== line,
    );
    const original = days[0] === undefined ? undefined : owner.get(turnOf(line, days[0], ordered));
    if (original) found.set(line, { original, days: new Set(days) });
  }
}

/** A day as it is owed once: the first day of a contract apart from the same day as another contract's last. */
function turnOf(line: LeaseLine, day: IsoDate, group: readonly LeaseLine[]): string {
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
  return numbered && isSameInvoice(earlier, line) && earlier.fact.issuedOn !== line.fact.issuedOn;
}

function isBilledAgain(earlier: LeaseLine, line: LeaseLine): boolean {
  if (line.vanKey === null || overlap(earlier.days, line.days) === null) return false;
  return !isSameInvoice(earlier, line) || !REPEATABLE.has(line.charge);
}
