/** Which lines of the bank's statement are which payments of Amazon's. By reference first, else by amount and date; a tie is never guessed. */
import type { Cents } from "#shared/money.ts";
import { addDays, type IsoDate } from "#shared/week.ts";
import type { BankLineFact, PaymentFact } from "../../../documents/facts.ts";

/** One payment of Amazon's: what it remitted towards which invoices. */
export interface Deposit {
  readonly number: string;
  readonly paidOn: IsoDate;
  readonly rows: readonly PaymentFact[];
  readonly remitted: Cents;
}

/** Payments and bank lines that belong together. */
export interface Match {
  readonly deposits: readonly Deposit[];
  readonly lines: readonly BankLineFact[];
  readonly by: "its number" | "amount and date";
}

/** A payment that no line could be given to, with the lines that may be it. */
export interface Unmatched {
  readonly deposit: Deposit;
  readonly candidates: readonly BankLineFact[];
}

/** Everything that was found out. */
export interface Matched {
  readonly matches: readonly Match[];
  readonly unmatched: readonly Unmatched[];
  /** Money in that nothing was matched with. */
  readonly free: readonly BankLineFact[];
}

/** Days before and after a payment's date on which the bank may book it. */
export const BOOKED = { before: 1, after: 7 } as const;

/** The payments of some remittances, in the order of their numbers. */
export function depositsOf(payments: readonly PaymentFact[]): Deposit[] {
  const byNumber = new Map<string, PaymentFact[]>();
  for (const payment of payments) {
    byNumber.set(payment.paymentNumber, [...(byNumber.get(payment.paymentNumber) ?? []), payment]);
  }
  return [...byNumber]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([number, rows]) => ({
      number,
      rows,
      paidOn: rows.reduce((first, { paidOn }) => (paidOn < first ? paidOn : first), rows[0]?.paidOn ?? ""),
      remitted: rows.reduce((sum, { amountCents }) => sum + amountCents, 0),
    }));
}

/** Gives payments their bank lines. Lines of money going out are nobody's deposit. */
export function matchDeposits(deposits: readonly Deposit[], bank: readonly BankLineFact[]): Matched {
  const credits = bank.filter((line) => line.amountCents > 0);
  const free = new Set(credits);
  const open = new Set(deposits.filter((deposit) => deposit.remitted > 0));
  const matches = byReference([...open], credits);
  for (const match of matches) take(match, open, free);
  const tied = new Map<Deposit, readonly BankLineFact[]>();
  const equalTo = (deposit: Deposit) => linesFor([deposit], deposit.remitted, free);
  for (const group of groupsOf([...open], (deposit) => equalTo(deposit).map((line) => String(credits.indexOf(line))))) {
    pair(group, [...new Set(group.flatMap(equalTo))], matches, tied);
  }
  for (const match of matches) take(match, open, free);
  for (const deposit of tied.keys()) open.delete(deposit);
  // What is left may have come in one sum with the other payments of its day.
  for (const group of groupsOf([...open], (deposit) => [deposit.paidOn])) {
    if (group.length < 2) continue;
    const lines = linesFor(group, sumOf(group), free);
    const [line, another] = lines;
    if (line && !another) matches.push({ deposits: group, lines: [line], by: "amount and date" });
    else if (line) for (const deposit of group) tied.set(deposit, lines);
  }
  for (const match of matches) take(match, open, free);
  for (const deposit of tied.keys()) open.delete(deposit);
  const unmatched = [
    ...[...tied].map(([deposit, candidates]) => ({ deposit, candidates })),
    ...[...open].map((deposit) => ({ deposit, candidates: within(deposit, [...free]).filter(isAmazons) })),
  ].sort((a, b) => (a.deposit.number < b.deposit.number ? -1 : 1));
  return { matches, unmatched, free: [...free] };
}

function take({ deposits, lines }: Match, open: Set<Deposit>, free: Set<BankLineFact>): void {
  for (const deposit of deposits) open.delete(deposit);
  for (const line of lines) free.delete(line);
}

/** As many lines as payments of one amount: whichever is which, the money came. Otherwise nobody knows which one is whose. */
function pair(
  group: readonly Deposit[],
  lines: readonly BankLineFact[],
  matches: Match[],
  tied: Map<Deposit, readonly BankLineFact[]>,
): void {
  if (lines.length === 0) return;
  if (lines.length === group.length) matches.push({ deposits: group, lines, by: "amount and date" });
  else for (const deposit of group) tied.set(deposit, lines);
}

function linesFor(group: readonly Deposit[], amount: Cents, free: ReadonlySet<BankLineFact>): BankLineFact[] {
  const equal = [...free].filter((line) => line.amountCents === amount);
  return equal.filter((line) => group.some((deposit) => within(deposit, [line]).length > 0));
}

function sumOf(deposits: readonly Deposit[]): Cents {
  return deposits.reduce((sum, deposit) => sum + deposit.remitted, 0);
}

/** Lines the bank may have booked a payment on, by their date. */
export function within({ paidOn }: Deposit, lines: readonly BankLineFact[]): BankLineFact[] {
  const [from, to] = [addDays(paidOn, -BOOKED.before), addDays(paidOn, BOOKED.after)];
  return lines.filter((line) => line.date >= from && line.date <= to);
}

function isAmazons(line: BankLineFact): boolean {
  return /amazon|\bamzn/i.test(line.description);
}

/** Lines whose description carries a payment's number, with all the payments a line names and all the lines of a payment. */
function byReference(deposits: readonly Deposit[], lines: readonly BankLineFact[]): Match[] {
  const named = new Map(
    deposits.map((deposit) => [deposit, lines.filter((line) => names(line.description, deposit.number))] as const),
  );
  const referred = deposits.filter((deposit) => (named.get(deposit) ?? []).length > 0);
  return groupsOf(referred, (deposit) => (named.get(deposit) ?? []).map((line) => String(lines.indexOf(line)))).map(
    (group) => ({
      deposits: group,
      lines: lines.filter((line) => group.some((deposit) => named.get(deposit)?.includes(line))),
      by: "its number" as const,
    }),
  );
}

/** Whether a text carries a number as a word of its own, whatever stands between its parts. */
function names(text: string, number: string): boolean {
  const parts = number.toUpperCase().match(/[A-Z0-9]+/g) ?? [];
  if (parts.length === 0) return false;
  return new RegExp(`(?<![A-Z0-9])${parts.join("[^A-Z0-9]*")}(?![A-Z0-9])`).test(text.normalize("NFKC").toUpperCase());
}

/** Items that share a key, directly or through others; an item without a key stays alone. */
function groupsOf<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): T[][] {
  const groups: { keys: Set<string>; members: T[] }[] = [];
  for (const item of items) {
    const keys = new Set(keysOf(item));
    const joined = groups.filter((group) => [...keys].some((key) => group.keys.has(key)));
    for (const group of joined) groups.splice(groups.indexOf(group), 1);
    groups.push({
      keys: new Set([...keys, ...joined.flatMap((group) => [...group.keys])]),
      members: [...joined.flatMap((group) => group.members), item],
    });
  }
  return groups.map(({ members }) => members);
}
