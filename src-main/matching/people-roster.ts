/** The roster's index, made once: by the run with the links people confirmed, else plainly when it is first asked for. Pure. */
import type { PersonFact } from "../documents/facts.ts";
import { PeopleIndex } from "./people.ts";
import type { PersonLink } from "./people-links.ts";

const indexes = new WeakMap<readonly PersonFact[], PeopleIndex>();

/** Makes the index of a roster with its links; every later question about this list goes by them. */
export function prepareRoster(people: readonly PersonFact[], links: readonly PersonLink[]): void {
  indexes.set(people, new PeopleIndex(people, links));
}

/** The roster's index; every check of a run asks for the same one. */
export function rosterIndex(people: readonly PersonFact[]): PeopleIndex {
  const known = indexes.get(people);
  if (known) return known;
  const index = new PeopleIndex(people);
  indexes.set(people, index);
  return index;
}
