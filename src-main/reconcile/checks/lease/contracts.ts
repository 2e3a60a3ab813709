/** Which contract speaks for a line, and which join it. Pure. */
import { addDays, daysBetween, type IsoDate } from "#shared/week.ts";
import type { LeaseLineFact, LeaseTermFact } from "../../../documents/facts.ts";
import { sameLessor } from "../../../matching/lessors.ts";
import { type Days, dayCount, overlap } from "./contract-rent.ts";
import { plain } from "./plain.ts";
import type { Term } from "./terms.ts";

/** Whether a contract is with the lessor that billed the line. */
export function isTheirs(line: LeaseLineFact, term: LeaseTermFact): boolean {
  const sameContract = plain(line.contract) !== "" && plain(line.contract) === plain(term.contract);
  return sameContract || sameLessor(line.provider, term.provider);
}

/** Whether a contract makes a van ours on a day: from the on-lease to the off-lease date, both included. */
export function isHeld(term: LeaseTermFact, day: IsoDate): boolean {
  return day >= term.onLease && (term.offLease === null || day <= term.offLease);
}

/** Of several contracts of one van the lessor's own, then the one that shares most days with the line, then the one nearest before it. */
export function termOf(line: LeaseLineFact, days: Days, terms: readonly Term[]): Term | null {
  const ranked = terms.map((term) => {
    const lastDay = term.offLease ?? days.to;
    const shared = overlap(days, { from: term.onLease, to: lastDay });
    const held = shared === null ? 0 : dayCount(shared);
    const started = term.onLease <= days.to;
    const gap = Math.abs(daysBetween(term.offLease ?? term.onLease, days.from));
    const contract = plain(line.contract) !== "" && plain(line.contract) === plain(term.contract);
    return {
      term,
      rank: [Number(isTheirs(line, term)), Number(held > 0), Number(started), Number(contract), held, -gap],
    };
  });
  ranked.sort((a, b) => {
    const index = a.rank.findIndex((value, position) => value !== b.rank[position]);
    return index < 0 ? 0 : (b.rank[index] ?? 0) - (a.rank[index] ?? 0);
  });
  return ranked[0]?.term ?? null;
}

/** The lessor's contracts before and after one of them that join it without a day between: a renewal is no return. */
export function chainOf(line: LeaseLineFact, term: Term, terms: readonly Term[]): Term[] {
  if (terms.length === 1) return [term];
  const own = terms.filter((each) => each === term || isTheirs(line, each));
  const joins = (first: LeaseTermFact, next: LeaseTermFact) =>
    first.offLease !== null && first.onLease < next.onLease && next.onLease <= addDays(first.offLease, 1);
  const chain = [term];
  for (;;) {
    const [first, last] = [chain[0] ?? term, chain.at(-1) ?? term];
    const before = own.find((each) => !chain.includes(each) && joins(each, first));
    const after = own.find((each) => !chain.includes(each) && joins(last, each));
    if (before === undefined && after === undefined) return chain;
    if (before) chain.unshift(before);
    else if (after) chain.push(after);
  }
}
