/** Who works which day. */
import { daysBetween } from "./dates.ts";
import type { Person } from "./people.ts";
import type { Random } from "./random.ts";

/** Hands out work days; nobody gets more than five in any seven days, across week ends too. */
export interface Rota {
  /** `amount` different people for a day. Throws RangeError when too few may work. */
  take(date: string, amount: number): Person[];
}

/** Opens the rota of one station. Days must be asked for in order. */
export function openRota(drivers: readonly Person[], random: Random): Rota {
  const worked = new Map<Person, string[]>();
  const recent = (person: Person, date: string): string[] =>
    (worked.get(person) ?? []).filter((before) => daysBetween(before, date) < 7);

  return {
    take(date, amount) {
      // The most rested first, by lot among equals: turns stay fair and no day runs out of people.
      const candidates = random
        .shuffled(drivers)
        .map((person) => ({ person, days: recent(person, date) }))
        .filter(({ days }) => days.length < 5 && !days.includes(date))
        .sort((a, b) => a.days.length - b.days.length)
        .slice(0, amount);
      if (candidates.length < amount) throw new RangeError(`too few drivers on ${date}`);
      for (const { person, days } of candidates) worked.set(person, [...days, date]);
      return candidates.map(({ person }) => person);
    },
  };
}
