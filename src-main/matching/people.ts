/**
 * Which person on the roster a name or a payroll id means. A wrong match is far worse than none, so only one single strong candidate is a
 * match; two candidates are left to the owner.
 */
import type { PersonFact, PunchFact } from "../documents/facts.ts";

/** The person meant, several who could be, or nobody. */
export type PersonMatch =
  | { readonly person: PersonFact }
  | { readonly ambiguous: readonly PersonFact[] }
  | { readonly none: true };

/** A name in comparable parts: given names first, then the family name. */
interface Name {
  readonly tokens: readonly string[];
  /** How many of the last tokens are the family name; null where the writing does not tell (`First Last`). */
  readonly family: number | null;
  readonly suffix: string | null;
}

const SUFFIXES = new Set(["jr", "sr", "ii", "iii", "iv"]);
const LETTERS: Record<string, string> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", þ: "th" };

/** Employee ids as they are compared: leading zeros and case do not matter. */
function employeeKey(id: string): string {
  return id
    .normalize("NFKC")
    .trim()
    .toUpperCase()
    .replace(/^0+(?=.)/, "");
}

function tokensOf(text: string): string[] {
  return text
    .normalize("NFKC")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[ßæœøłđþ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/['’‘`´.]/g, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** Takes a suffix off the end of some tokens; a name needs what is left of it. */
function withoutSuffix(tokens: readonly string[], least: number): { tokens: readonly string[]; suffix: string | null } {
  const last = tokens.at(-1);
  if (last === undefined || tokens.length <= least || !SUFFIXES.has(last)) return { tokens, suffix: null };
  return { tokens: tokens.slice(0, -1), suffix: last };
}

/** Reads `LAST, FIRST M`, `Last Jr, First` and `First M Last Jr.`. */
function parseName(text: string): Name {
  const parts = text
    .split(",")
    .map(tokensOf)
    .filter((tokens) => tokens.length > 0);
  const names = parts.filter((tokens) => !tokens.every((token) => SUFFIXES.has(token)));
  const apart = parts.find((tokens) => !names.includes(tokens))?.[0] ?? null;
  const [first = [], ...rest] = names;
  if (rest.length === 0) {
    const { tokens, suffix } = withoutSuffix(first, 2);
    return { tokens, family: null, suffix: suffix ?? apart };
  }
  const family = withoutSuffix(first, 1);
  const given = withoutSuffix(rest.flat(), 1);
  return {
    tokens: [...given.tokens, ...family.tokens],
    family: family.tokens.length,
    suffix: family.suffix ?? given.suffix ?? apart,
  };
}

/** Whether two names can be one person's: same first name, same family name, and nothing else that contradicts. */
function compatible(a: Name, b: Name): boolean {
  if (a.suffix !== null && b.suffix !== null && a.suffix !== b.suffix) return false;
  if (a.tokens[0] === undefined || a.tokens[0].length < 2 || a.tokens[0] !== b.tokens[0]) return false;
  if (a.family !== null && b.family !== null && a.family !== b.family) return false;
  const family = a.family ?? b.family ?? 1;
  if (a.tokens.length <= family || b.tokens.length <= family) return false;
  const [familyA, familyB] = [a.tokens.slice(-family), b.tokens.slice(-family)];
  if (familyA.some((token, index) => token !== familyB[index]) || familyA.every((token) => token.length < 2))
    return false;
  return middlesAgree(a.tokens.slice(1, -family), b.tokens.slice(1, -family));
}

/** Middle names may be left out or cut to initials, but those that both give must agree in order. */
function middlesAgree(a: readonly string[], b: readonly string[]): boolean {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  let position = 0;
  for (const token of shorter) {
    while (position < longer.length && !sameMiddle(token, longer[position] ?? "")) position += 1;
    if (position === longer.length) return false;
    position += 1;
  }
  return true;
}

function sameMiddle(a: string, b: string): boolean {
  return a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));
}

/** How much a name tells. */
function detail(name: Name): number {
  return name.tokens.length + (name.suffix === null ? 0 : 1);
}

function identical(a: Name, b: Name): boolean {
  return a.suffix === b.suffix && a.tokens.join(" ") === b.tokens.join(" ");
}

/** Key under which candidates are kept: first and last token. */
function endsOf(name: Name): string {
  return `${name.tokens[0] ?? ""} ${name.tokens.at(-1) ?? ""}`;
}

/** The roster, ready to be looked up. Pure: the same roster gives the same answers in any order of rows. */
export class PeopleIndex {
  readonly #byId = new Map<string, PersonFact[]>();
  readonly #byEnds = new Map<string, { person: PersonFact; name: Name }[]>();
  readonly #byName = new Map<string, PersonMatch>();

  constructor(people: readonly PersonFact[]) {
    for (const person of people) {
      const key = employeeKey(person.employeeId);
      if (key !== "") this.#byId.set(key, [...(this.#byId.get(key) ?? []), person]);
      const name = parseName(person.name);
      const ends = endsOf(name);
      this.#byEnds.set(ends, [...(this.#byEnds.get(ends) ?? []), { person, name }]);
    }
  }

  /** The person with a payroll id. Leading zeros and case are ignored; two people under one id are ambiguous. */
  byEmployeeId(id: string): PersonMatch {
    return decide(this.#byId.get(employeeKey(id)) ?? []);
  }

  /** The one person a name can mean, in whatever order and case it is written. */
  byName(text: string): PersonMatch {
    const known = this.#byName.get(text);
    if (known) return known;
    const match = this.#lookUp(parseName(text));
    this.#byName.set(text, match);
    return match;
  }

  #lookUp(name: Name): PersonMatch {
    const candidates = (this.#byEnds.get(endsOf(name)) ?? []).filter((each) => compatible(each.name, name));
    const match = decide(candidates.map((each) => each.person));
    if (!("ambiguous" in match)) return match;
    // John A Smith is himself beside a plain John Smith; a plain John Smith beside John A Smith could be either.
    const exact = candidates.filter((each) => identical(each.name, name));
    const others = candidates.filter((each) => !identical(each.name, name));
    const decided = decide(exact.map((each) => each.person));
    return "person" in decided && others.every((each) => detail(each.name) < detail(name)) ? decided : match;
  }

  /**
   * The person a timecard row belongs to: by id (payrolls may put their company code before it), else by name. `ids` are the ids that
   * occur in the timecards: somebody who clocks under an id of their own is not also the stranger of the same name.
   */
  ofPunch(punch: PunchFact, ids: ReadonlySet<string>): PersonMatch {
    const byId = this.byEmployeeId(punch.employeeId);
    if (!("none" in byId)) return byId;
    const code = employeeKey(punch.companyCode);
    const id = employeeKey(punch.employeeId);
    if (code !== "" && id.startsWith(code) && id.length > code.length) {
      const bare = this.byEmployeeId(id.slice(code.length));
      if (!("none" in bare)) return bare;
    }
    const byName = this.byName(`${punch.lastName}, ${punch.firstName}`);
    return "person" in byName && ids.has(employeeKey(byName.person.employeeId)) ? { none: true } : byName;
  }
}

/** The payroll ids that occur in timecards, as they are compared. */
export function employeeIds(punches: readonly PunchFact[]): Set<string> {
  return new Set(punches.map((punch) => employeeKey(punch.employeeId)));
}

/** One person, also where the roster lists them more than once under one id; several people are ambiguous. */
function decide(people: readonly PersonFact[]): PersonMatch {
  const [first, ...rest] = people;
  if (first === undefined) return { none: true };
  const name = parseName(first.name);
  const same = rest.every(
    (other) =>
      employeeKey(other.employeeId) !== "" &&
      employeeKey(other.employeeId) === employeeKey(first.employeeId) &&
      compatible(parseName(other.name), name),
  );
  return same ? { person: people.reduce(current) } : { ambiguous: people };
}

/** Of two rows of one person the one that holds today: not terminated, else hired later. */
function current(a: PersonFact, b: PersonFact): PersonFact {
  const rank = (person: PersonFact) =>
    `${person.terminationDate ?? "9999-99-99"} ${person.hireDate ?? ""} ${person.station}`;
  return rank(b) > rank(a) ? b : a;
}

/** Whether somebody nobody could match may be this person under a misspelled or changed name: a doubt, never a match. */
export function mayBe(text: string, person: PersonFact): boolean {
  const theirs = parseName(person.name).tokens.filter((token) => token.length > 2);
  return parseName(text).tokens.some((token) => token.length > 2 && theirs.some((other) => alike(token, other)));
}

/** Equal, or one slip of the keyboard apart (a letter more, less, other or swapped) in a word of at least four letters. */
function alike(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < 4 || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  const room = Math.min(a.length, b.length) - start;
  while (end < room && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

/** A name as the owner reads it: `GARCIA LOPEZ, MARIA J` is `Maria J Garcia Lopez`. */
export function displayName(name: string): string {
  const [family = "", ...given] = name.split(",").map((part) => part.trim().replace(/\s+/g, " "));
  const text = [...given, family].filter(Boolean).join(" ");
  if (text !== text.toUpperCase()) return text;
  return text
    .toLowerCase()
    .replace(/(^|[\s\-'’])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}
