/**
 * Lines of the invoice that take money back: the one partition of them that A20 (charged twice) and A25 (without a record) share. A line
 * that takes back routes, sessions or packages is no deduction here: it lowers what those checks see as paid. Pure.
 */
import { normalise, serviceKey } from "#main/matching/services.ts";
import { TEN_THOUSAND } from "#shared/money.ts";
import type { IsoDate } from "#shared/week.ts";
import type { CancellationFact, DayTallyFact } from "../../../documents/facts.ts";
import { isByAmazon } from "./cancellations.ts";
import { identicalLines } from "./identical-lines.ts";
import { isQuickCoverage, itemOf } from "./invoice.ts";
import type { NamedLine } from "./names.ts";

/** A deduction that is charged several times. */
export interface ChargedAgain {
  readonly lines: readonly NamedLine[];
  /** Those of the lines that have nothing to charge for. */
  readonly extra: readonly NamedLine[];
}

export interface Deductions {
  readonly all: readonly NamedLine[];
  readonly again: readonly ChargedAgain[];
  /** Deductions charged once (or the first of several) that no record supports. */
  readonly unsupported: readonly NamedLine[];
  /** Late cancellations of days that neither the work summary nor our log speaks for. */
  readonly open: readonly NamedLine[];
}

/** What could support a deduction. */
interface Records {
  readonly tallies: readonly DayTallyFact[];
  readonly log: readonly CancellationFact[];
  /** Whether the route summary speaks for a day; for the whole week where there is none. */
  readonly covered: (day: IsoDate | null) => boolean;
}

/** The deductions of an invoice. */
export function deductionsOf(invoice: readonly NamedLine[], records: Records): Deductions {
  const negative = invoice.filter((line) => line.amountCents < 0 && itemOf(line) === null && !isQuickCoverage(line));
  const all = negative.filter((line) => !takesBackPayment(line, negative, invoice));
  const isOpen = (line: NamedLine) => isOwnLateCancel(line) && !records.covered(line.date);
  const again = identicalLines(all.filter((line) => !isOpen(line))).flatMap((lines): ChargedAgain[] => {
    const extra = lines.slice(Math.max(1, supportOf(lines, records)));
    return extra.length === 0 ? [] : [{ lines, extra }];
  });
  const twice = new Set(again.flatMap(({ extra }) => extra));
  const taken = { tallies: new Map<DayTallyFact, number>(), log: new Set<CancellationFact>() };
  const without = all.filter((line) => !twice.has(line) && !isSupported(line, records, taken));
  return { all, again, unsupported: without.filter((line) => !isOpen(line)), open: without.filter(isOpen) };
}

/** Whether a deduction is for a route that we canceled late. */
export function isOwnLateCancel(line: NamedLine): boolean {
  return /\blate cancel/.test(normalise(`${line.section} ${line.description}`));
}

/** A line that only takes back another line of the same invoice, word by word and to the cent, changes nothing. */
function takesBackPayment(line: NamedLine, negative: readonly NamedLine[], invoice: readonly NamedLine[]): boolean {
  const same = (other: NamedLine) =>
    normalise(other.description) === normalise(line.description) && other.invoiceNumber === line.invoiceNumber;
  const given = invoice.filter(
    (other) => other.amountCents === -line.amountCents && itemOf(other) === null && same(other),
  );
  const taken = negative.filter((other) => other.amountCents === line.amountCents && same(other));
  return taken.indexOf(line) < given.length;
}

/** How many cancellations of ours the records of a day have. */
function supportOf([line]: readonly NamedLine[], { tallies, log }: Records): number {
  if (line === undefined || !isOwnLateCancel(line)) return 1;
  const counted = tallies.filter(({ date }) => date === line.date).reduce((sum, tally) => sum + tally.dspLateCancel, 0);
  const entries = log.filter((entry) => entry.date === line.date && !isByAmazon(entry)).length;
  return Math.max(counted, entries);
}

/**
 * Only late cancellations have records that the app knows: Amazon's own count in the work summary, or our log. A line may charge for
 * several.
 */
function isSupported(
  line: NamedLine,
  { tallies, log }: Records,
  taken: { tallies: Map<DayTallyFact, number>; log: Set<CancellationFact> },
): boolean {
  if (!isOwnLateCancel(line)) return false;
  let open = Math.max(1, Math.trunc(Math.abs(line.quantity ?? TEN_THOUSAND) / TEN_THOUSAND));
  const key = serviceKey(line.serviceType).key;
  const here = (fact: { readonly date: string; readonly serviceType: string }) =>
    (line.date === null || fact.date === line.date) && (key === "" || serviceKey(fact.serviceType).key === key);
  for (const tally of tallies.filter(here)) {
    const used = taken.tallies.get(tally) ?? 0;
    const units = Math.min(open, tally.dspLateCancel - used);
    taken.tallies.set(tally, used + units);
    open -= units;
  }
  if (open === 0) return true;
  for (const entry of log.filter((each) => here(each) && !isByAmazon(each))) {
    if (open === 0 || taken.log.has(entry)) continue;
    taken.log.add(entry);
    open -= 1;
  }
  return open === 0;
}
