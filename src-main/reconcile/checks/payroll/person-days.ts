/** People's days: what the timecard and the work summary say of one person on one workday. Pure; shared by every payroll check. */
import { addDays, type IsoDate } from "#shared/week.ts";
import type { PersonFact, PunchFact, RouteFact, StationFact, TrainingFact } from "../../../documents/facts.ts";
import { employeeIds, type PeopleIndex, type PersonMatch } from "../../../matching/people.ts";
import { rosterIndex } from "../../../matching/people-roster.ts";
import type { Scope } from "../../check.ts";
import { isWorkedTime } from "./pay-codes.ts";
import { openBook, shiftDateOf } from "./work-book.ts";
import { byWorkday } from "./work-clock.ts";
import { isRoute, routesWithDistance } from "./work-evidence.ts";

/** One person on one workday. */
export interface PersonDay {
  readonly person: PersonFact;
  readonly date: IsoDate;
  /** Worked time in the order of the clock; the same row twice counts once. An overnight shift belongs to the day it began. */
  readonly punches: readonly PunchFact[];
  /** Further rows that say the same as one of the punches. */
  readonly repeats: readonly PunchFact[];
  /** Paid time off of that day. */
  readonly timeOff: readonly PunchFact[];
  /** Rows of routes driven or helped on, at any station. */
  readonly routes: readonly RouteFact[];
  /** Rows of the service details that are no routes: work orders. */
  readonly workOrders: readonly RouteFact[];
  readonly trainings: readonly TrainingFact[];
}

/** The days of a station's people in a week, and the rows nobody could be matched to. */
export interface PersonDays {
  readonly days: readonly PersonDay[];
  /** Worked time of people on no roster (or of two people at once). */
  readonly strangers: readonly PunchFact[];
  /** Work of associates whom the roster does not name, or names twice, at any station. */
  readonly unknownWork: readonly (RouteFact | NamedTraining)[];
  /** Of that work the routes. */
  readonly unknownRoutes: readonly RouteFact[];
}

interface NamedTraining extends TrainingFact {
  readonly associate: string;
}

/** A check that builds person-days sees a day before its week and one after it: a night shift does not end at midnight of Saturday. */
export const A_NIGHT_AROUND = { punch: { before: 1, after: 1 }, route: { before: 1, after: 1 } } as const;

/** What person-days are built from: a check's own input. Work is that of the whole company: a driver on loan works elsewhere. */
interface Records {
  readonly scope: Scope;
  readonly facts: { readonly person: readonly PersonFact[]; readonly punch: readonly PunchFact[] };
  readonly company: { readonly punch: readonly PunchFact[]; readonly training?: readonly TrainingFact[] };
  readonly around: { readonly punch: readonly PunchFact[]; readonly route: readonly RouteFact[] };
}

interface Matches {
  readonly count: number;
  readonly last: PunchFact | undefined;
  readonly index: PeopleIndex;
  readonly ids: ReadonlySet<string>;
  readonly of: Map<PunchFact, PersonMatch>;
}
const matches = new WeakMap<PunchFact, Matches>();

/** Whose a punch is. Every check of a scope asks for the same punches, so the answers are kept with the first of them. */
export function matcherOf(
  people: readonly PersonFact[],
  allPunches: readonly PunchFact[],
): (punch: PunchFact) => PersonMatch {
  const index = rosterIndex(people);
  const [first] = allPunches;
  const last = allPunches.at(-1);
  let known = first && matches.get(first);
  if (!known || known.index !== index || known.count !== allPunches.length || known.last !== last) {
    known = { count: allPunches.length, last, index, ids: employeeIds(allPunches), of: new Map() };
    if (first) matches.set(first, known);
  }
  const { ids, of } = known;
  return (punch) => {
    const answer = of.get(punch) ?? index.ofPunch(punch, ids);
    of.set(punch, answer);
    return answer;
  };
}

/**
 * Facts with the punches of every day of the week: a check whose subject is the route or the training sees its own only on the days that
 * those cover, and a night shift began on the day before.
 */
export function everyPunch(facts: Pick<Records["facts"], "person">, company: Records["company"]): Records["facts"] {
  return { person: facts.person, punch: company.punch };
}

interface Built {
  readonly records: Records;
  readonly days: PersonDays;
}
const built = new WeakMap<readonly PunchFact[], Built[]>();

/**
 * The days of the people whose roster station is the scope's, from the scope's first day to its last. A run hands the checks of a scope the
 * same lists, so what was built from them is kept as long as they live.
 */
export function personDays(records: Records): PersonDays {
  const { punch } = records.facts;
  const known = built.get(punch) ?? [];
  const same = known.find((each) => isSame(each.records, records));
  if (same) return same.days;
  const days = buildDays(records);
  built.set(punch, [...known, { records, days }]);
  return days;
}

function isSame(a: Records, b: Records): boolean {
  return (
    a.scope === b.scope &&
    a.facts.person === b.facts.person &&
    a.company.punch === b.company.punch &&
    a.company.training === b.company.training &&
    a.around.punch === b.around.punch &&
    a.around.route === b.around.route
  );
}

function buildDays({ scope, facts, company, around }: Records): PersonDays {
  const matchOf = matcherOf(facts.person, company.punch);
  const index = rosterIndex(facts.person);
  const isOurs = (person: PersonFact) => person.station === scope.station;
  const book = openBook();

  const strangers: PunchFact[] = [];
  const worked = new Map<PersonFact, PunchFact[]>();
  const [before, after] = [addDays(scope.from, -1), addDays(scope.to, 1)];
  const nights = around.punch.filter(({ date }) => date === before || date === after);
  for (const punch of [...facts.punch, ...nights]) {
    const match = matchOf(punch);
    const within = punch.date > before && punch.date < after;
    if (!("person" in match)) {
      if (within && isWorkedTime(punch)) strangers.push(punch);
    } else if (isOurs(match.person)) {
      const punches = worked.get(match.person);
      if (!isWorkedTime(punch)) book.day(match.person, punch.date).timeOff.push(punch);
      else if (punches) punches.push(punch);
      else worked.set(match.person, [punch]);
    }
  }
  for (const [person, punches] of worked) {
    for (const { date, punch, repeats } of byWorkday(punches)) {
      const day = book.day(person, date);
      day.punches.push(punch);
      day.repeats.push(...repeats);
    }
  }

  const unknownWork: (RouteFact | NamedTraining)[] = [];
  const unknownRoutes: RouteFact[] = [];
  const carried = routesWithDistance(around.route);
  for (const row of around.route) {
    const match = index.byName(row.associate);
    if (!("person" in match)) {
      unknownWork.push(row);
      if (isRoute(row, carried)) unknownRoutes.push(row);
    } else if (isOurs(match.person)) {
      const day = book.day(match.person, shiftDateOf(row, match.person, book));
      (isRoute(row, carried) ? day.routes : day.workOrders).push(row);
    }
  }
  for (const training of company.training ?? []) {
    const { associate } = training;
    if (associate === null || associate.trim() === "") continue;
    const match = index.byName(associate);
    if (!("person" in match)) unknownWork.push({ ...training, associate });
    else if (isOurs(match.person)) book.day(match.person, training.assignmentDate).trainings.push(training);
  }
  const days = book.inOrder().filter(({ date }) => date > before && date < after);
  return { days, strangers, unknownWork, unknownRoutes };
}

/** Strangers who may belong to a station: payroll prints its state, or none. */
export function strangersAt(station: StationFact | undefined, days: PersonDays): PunchFact[] {
  const state = station?.state.trim().toUpperCase() ?? "";
  return days.strangers.filter((punch) => {
    const printed = punch.state.trim().toUpperCase();
    return state === "" || printed === "" || printed === state;
  });
}
