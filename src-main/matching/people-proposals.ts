/**
 * Who on the roster an unmatched name may be, with the reason. A proposal is a question to the owner; nothing is merged by it.
 */
import type { PersonFact } from "../documents/facts.ts";
import { alike, type Name, parseName } from "./people-names.ts";
import { areForms } from "./people-nicknames.ts";

/** A candidate for a name. */
export interface Proposal {
  readonly person: PersonFact;
  /** How far the two writings are apart: 0 the same words, 3 the most that is still asked. */
  readonly cost: number;
  /** Why they may be one person: `the names stand in another order`. */
  readonly reasons: readonly string[];
}

/** Candidates that are asked about at most. */
const MOST = 5;
const FURTHEST = 3;

/** The people a name may mean, the nearest first; among equals in order of their ids. */
export function proposalsFor(text: string, people: readonly PersonFact[]): Proposal[] {
  const written = parseName(text);
  const found = new Map<string, Proposal>();
  for (const person of people) {
    const likeness = likenessOf(written, parseName(person.name));
    const known = found.get(person.employeeId);
    if (likeness && (!known || likeness.cost < known.cost)) found.set(person.employeeId, { person, ...likeness });
  }
  return [...found.values()]
    .sort((a, b) => a.cost - b.cost || (a.person.employeeId < b.person.employeeId ? -1 : 1))
    .slice(0, MOST);
}

type Likeness = Pick<Proposal, "cost" | "reasons">;

/** How alike two names are; null where nobody would take them for one person's. */
function likenessOf(a: Name, b: Name): Likeness | null {
  // Both generations are given, and they differ: these are two people.
  if (a.suffix !== null && b.suffix !== null && a.suffix !== b.suffix) return null;
  if (middlesContradict(a, b)) return null;
  const best = [byWords(a, b), writtenTogether(a, b)].reduce<Likeness | null>(
    (least, each) => (each && (least === null || each.cost < least.cost) ? each : least),
    null,
  );
  if (best === null || a.suffix === b.suffix) return best;
  const suffix = `only one is written ${a.suffix ?? b.suffix}`;
  return { cost: best.cost, reasons: [...best.reasons, suffix] };
}

/** `John A Smith` and `John B Smith`, `Sara Jane Fox` and `Sara Marie Fox`. */
function middlesContradict(a: Name, b: Name): boolean {
  const [first, second] = [a.tokens.slice(1, -1), b.tokens.slice(1, -1)];
  const [mine, theirs] = [first[0], second[0]];
  const sameEnds = a.tokens[0] === b.tokens[0] && a.tokens.at(-1) === b.tokens.at(-1);
  if (!sameEnds || first.length !== 1 || second.length !== 1 || mine === undefined || theirs === undefined)
    return false;
  return mine.length === 1 || theirs.length === 1 ? mine[0] !== theirs[0] : !alike(mine, theirs);
}

interface Pairing {
  readonly cost: number;
  readonly reason: string | null;
}

/** Pairs each word of the shorter name with one of the longer, the nearest pairs first. */
function byWords(a: Name, b: Name): Likeness | null {
  const [short, long] = a.tokens.length <= b.tokens.length ? [a.tokens, b.tokens] : [b.tokens, a.tokens];
  const pairs = short.flatMap((one, at) =>
    long.flatMap((other, to) => {
      const pairing = pair(one, other, at === 0 || to === 0);
      return pairing ? [{ at, to, ...pairing }] : [];
    }),
  );
  pairs.sort((x, y) => x.cost - y.cost || Math.abs(x.at - x.to) - Math.abs(y.at - y.to));
  const taken = new Map<number, { to: number } & Pairing>();
  const used = new Set<number>();
  for (const { at, to, cost, reason } of pairs) {
    if (taken.has(at) || used.has(to)) continue;
    taken.set(at, { to, cost, reason });
    used.add(to);
  }
  const whole = [...taken].filter(
    ([at]) => (short[at] ?? "").length > 1 && (long[taken.get(at)?.to ?? 0] ?? "").length > 1,
  );
  const equal = whole.filter(([, { cost }]) => cost === 0).length;
  const left = short.filter((word, at) => word.length > 1 && !taken.has(at)).length;
  if (taken.size < 2 || left > 1 || (left === 1 && equal < 2)) return null;
  let cost = left;
  const reasons = new Set<string>();
  for (const [, each] of taken) {
    cost += each.cost;
    if (each.reason !== null) reasons.add(each.reason);
  }
  // Without one word that is the same, two that are nearly so must make up for it.
  if (cost > FURTHEST || (equal === 0 && whole.length < 2)) return null;
  const order = [...taken].sort(([x], [y]) => x - y).map(([, { to }]) => to);
  if (order.some((to, index) => index > 0 && to < (order[index - 1] ?? 0))) {
    cost += 1;
    reasons.add("the names stand in another order");
  }
  if (cost === 0 && !isSameShape(a, b)) reasons.add("only a part of the name is the same");
  if (left > 0 || (whole.length < short.length && reasons.size === 0))
    reasons.add("only a part of the name is the same");
  if (reasons.size === 0) reasons.add("the same words");
  return cost > FURTHEST ? null : { cost, reasons: [...reasons] };
}

function isSameShape(a: Name, b: Name): boolean {
  return a.tokens.length === b.tokens.length;
}

/** Two words as one: the same, forms of one given name, an initial, or a slip of the keyboard. */
function pair(a: string, b: string, isGiven: boolean): Pairing | null {
  if (a === b) return { cost: 0, reason: null };
  if (isGiven && areForms(a, b)) return { cost: 1, reason: `${b} is short for ${a}, or the reverse` };
  if (a.length === 1 || b.length === 1)
    return a[0] === b[0] ? { cost: 1, reason: "an initial stands for a name" } : null;
  if (alike(a, b) || isNear(a, b)) return { cost: 1, reason: `${a} and ${b} differ by a slip of the keyboard` };
  if (Math.min(a.length, b.length) >= 3 && (a.startsWith(b) || b.startsWith(a)))
    return { cost: 1, reason: "one name is cut short" };
  return null;
}

/** Two slips in a long word, one in a short one. */
function isNear(a: string, b: string): boolean {
  const least = Math.min(a.length, b.length);
  return least >= 7 ? distance(a, b) <= 2 : least >= 3 && a[0] === b[0] && distance(a, b) <= 1;
}

/** Letters to change, add, leave out or swap until one word is the other. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      next.push(least);
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
}

/** `De La Cruz` and `Delacruz`, `Mc Donald` and `McDonald`: the same letters, parted otherwise. */
function writtenTogether(a: Name, b: Name): Likeness | null {
  const letters = (name: Name) => name.tokens.filter((token) => token.length > 1).join("");
  const [mine, theirs] = [letters(a), letters(b)];
  const parted = a.tokens.length !== b.tokens.length;
  if (!parted || Math.min(mine.length, theirs.length) < 8) return null;
  const apart = mine === theirs ? 0 : distance(mine, theirs);
  return apart > 1 ? null : { cost: 1 + apart, reasons: ["the same letters, written together or apart"] };
}
