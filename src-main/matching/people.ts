/**
 * Which person on the roster a name or a payroll id means. A wrong match is far worse than none, so only one single strong candidate is a
 * match; two candidates are left to the owner.
 */
import type { PayLineFact, PersonFact, PunchFact } from "../documents/facts.ts";
import { type LinkKind, linkKey, type PersonLink } from "./people-links.ts";
import {
  alike,
  compatible,
  contradicts,
  detail,
  employeeKey,
  endsOf,
  identical,
  type Name,
  parseName,
} from "./people-names.ts";

export { displayName } from "./people-names.ts";

/** The person meant, several who could be, or nobody. */
export type PersonMatch =
  | { readonly person: PersonFact }
  | { readonly ambiguous: readonly PersonFact[] }
  | { readonly none: true };

/** The roster, ready to be looked up. Pure: the same roster gives the same answers in any order of rows. */
export class PeopleIndex {
  readonly #byId = new Map<string, PersonFact[]>();
  readonly #byEnds = new Map<string, { person: PersonFact; name: Name }[]>();
  readonly #byName = new Map<string, PersonMatch>();
  readonly #links = new Map<string, PersonMatch>();
  readonly #apart = new Map<string, boolean>();

  /** `links` are what somebody confirmed once; one to a person who is no longer on the roster says nothing. */
  constructor(people: readonly PersonFact[], links: readonly PersonLink[] = []) {
    for (const person of people) {
      const key = employeeKey(person.employeeId);
      if (key !== "") this.#byId.set(key, [...(this.#byId.get(key) ?? []), person]);
      const name = parseName(person.name);
      const ends = endsOf(name);
      this.#byEnds.set(ends, [...(this.#byEnds.get(ends) ?? []), { person, name }]);
    }
    for (const { kind, text, employeeId } of links) {
      const match = decide(this.#byId.get(employeeKey(employeeId)) ?? []);
      if ("person" in match) this.#links.set(linkKey(kind, text), match);
    }
  }

  /** The person with a payroll id. Leading zeros and case are ignored; two people under one id are ambiguous. */
  byEmployeeId(id: string): PersonMatch {
    return this.#linked("payroll id", id) ?? decide(this.#byId.get(employeeKey(id)) ?? []);
  }

  /** The one person a name can mean, in whatever order and case it is written. */
  byName(text: string): PersonMatch {
    const known = this.#byName.get(text);
    if (known) return known;
    const match = this.#linked("name", text) ?? this.#lookUp(parseName(text));
    this.#byName.set(text, match);
    return match;
  }

  /** What somebody confirmed; undefined where nobody did. */
  #linked(kind: LinkKind, text: string): PersonMatch | undefined {
    return this.#links.size === 0 ? undefined : this.#links.get(linkKey(kind, text));
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
   * occur in the timecards: somebody who clocks under an id of their own is not also the stranger of the same name. Under an id of
   * somebody whose name has no word in common it is nobody's: two companies number their people alike, and old numbers are given again.
   */
  ofPunch(
    punch: Pick<PunchFact, "companyCode" | "employeeId" | "lastName" | "firstName">,
    ids: ReadonlySet<string>,
  ): PersonMatch {
    const text = `${punch.lastName}, ${punch.firstName}`;
    const byId = this.#byPayrollId(punch);
    if (!("none" in byId)) return this.#isSomebodyElse(byId, punch.employeeId, text) ? { none: true } : byId;
    const byName = this.byName(text);
    return "person" in byName && ids.has(employeeKey(byName.person.employeeId)) ? { none: true } : byName;
  }

  /** The person a register's line pays: by id where the name does not contradict it, else by name where the file has names. */
  ofPayLine(line: Pick<PayLineFact, "employeeId" | "companyCode" | "name">): PersonMatch {
    const byId = this.#byPayrollId(line);
    if (!("none" in byId)) return this.#isSomebodyElse(byId, line.employeeId, line.name) ? { none: true } : byId;
    return line.name.trim() !== "" ? this.byName(line.name) : byId;
  }

  /** Whether the name beside an id is somebody else's. What a person confirmed holds whatever the name. */
  #isSomebodyElse(byId: PersonMatch, id: string, text: string): boolean {
    if (!("person" in byId) || this.#linked("payroll id", id) !== undefined) return false;
    const key = `${employeeKey(byId.person.employeeId)}|${text}`;
    const known = this.#apart.get(key);
    if (known !== undefined) return known;
    const isApart = contradicts(parseName(text), parseName(byId.person.name));
    this.#apart.set(key, isApart);
    return isApart;
  }

  /** By id; payrolls may put their company code before it. */
  #byPayrollId({ employeeId, companyCode }: Pick<PayLineFact, "employeeId" | "companyCode">): PersonMatch {
    const byId = this.byEmployeeId(employeeId);
    if (!("none" in byId)) return byId;
    const code = employeeKey(companyCode);
    const id = employeeKey(employeeId);
    return code !== "" && id.startsWith(code) && id.length > code.length
      ? this.byEmployeeId(id.slice(code.length))
      : byId;
  }
}

/** The payroll ids that occur in timecards, as they are compared. */
export function employeeIds(punches: readonly Pick<PunchFact, "employeeId">[]): Set<string> {
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
