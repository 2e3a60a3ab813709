/** The person-days of a week while they are written. Pure. */
import { addDays, type IsoDate } from "#shared/week.ts";
import type { PersonFact, PunchFact, RouteFact, TrainingFact } from "../../../documents/facts.ts";
import { spanOf } from "./work-clock.ts";

/** One person's day while it is written. */
interface OpenDay {
  person: PersonFact;
  date: IsoDate;
  punches: PunchFact[];
  repeats: PunchFact[];
  timeOff: PunchFact[];
  routes: RouteFact[];
  workOrders: RouteFact[];
  trainings: TrainingFact[];
}

/** Opens the days: one a person and date. */
export function openBook() {
  const days = new Map<string, OpenDay>();
  const keyOf = (person: PersonFact, date: IsoDate) => `${date}|${person.employeeId}`;
  return {
    known: (person: PersonFact, date: IsoDate) => days.get(keyOf(person, date)),
    day(person: PersonFact, date: IsoDate): OpenDay {
      const key = keyOf(person, date);
      const known = days.get(key);
      if (known) return known;
      const fresh = { person, date, punches: [], repeats: [], timeOff: [], routes: [], workOrders: [], trainings: [] };
      days.set(key, fresh);
      return fresh;
    },
    inOrder: (): OpenDay[] =>
      [...days.entries()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, day]) => day),
  };
}

/** The day of the shift in which a driver logged in: a route that the work summary dates after midnight may be last night's. */
export function shiftDateOf(row: RouteFact, person: PersonFact, book: ReturnType<typeof openBook>): IsoDate {
  const { logIn } = row;
  if (logIn === null || (book.known(person, row.date)?.punches.length ?? 0) > 0) return row.date;
  const dates = [addDays(row.date, -1), addDays(row.date, 1)];
  const holds = (date: IsoDate) => {
    const span = spanOf(book.known(person, date) ?? { punches: [] });
    return span !== null && span.in <= logIn && logIn <= span.out;
  };
  return dates.find(holds) ?? row.date;
}
