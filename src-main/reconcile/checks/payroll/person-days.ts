/** People's days: what the timecard and the work summary say of one person on one workday. Pure; shared by every payroll check. */
import { minutesBetween, type WallTime } from "#shared/hours.ts";
import { addDays, type IsoDate } from "#shared/week.ts";
import type { PersonFact, PunchFact, RouteFact, StationFact, TrainingFact } from "../../../documents/facts.ts";
import { employeeIds, mayBe, PeopleIndex } from "../../../matching/people.ts";
import { isWorkedTime } from "./pay-codes.ts";

/** One person on one workday. */
export interface PersonDay {
  readonly person: PersonFact;
  readonly date: IsoDate;
  /** Worked time in the order of the clock; the same row twice counts once. An overnight shift belongs to the day it began. */
  readonly punches: readonly PunchFact[];
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

/** What person-days are built from. Routes and trainings are those of the whole company: a driver on loan works elsewhere. */
interface Records {
  readonly station: string | null;
  readonly people: readonly PersonFact[];
  readonly punches: readonly PunchFact[];
  /** Everybody's punches, to know which payroll ids are in use. */
  readonly allPunches: readonly PunchFact[];
  readonly routes: readonly RouteFact[];
  readonly trainings: readonly TrainingFact[];
}

interface OpenDay {
  person: PersonFact;
  date: IsoDate;
  punches: PunchFact[];
  timeOff: PunchFact[];
  routes: RouteFact[];
  workOrders: RouteFact[];
  trainings: TrainingFact[];
}

/** Longest break (minutes of the clock) after which a shift that runs past midnight still is the same one. */
const LONGEST_BREAK = 120;

const indexes = new WeakMap<readonly PersonFact[], PeopleIndex>();

/** The roster's index; every check of a run asks for the same one. */
export function rosterIndex(people: readonly PersonFact[]): PeopleIndex {
  const known = indexes.get(people);
  if (known) return known;
  const index = new PeopleIndex(people);
  indexes.set(people, index);
  return index;
}

/** Builds the days of the people whose roster station is the scope's. */
export function personDays(records: Records): PersonDays {
  const index = rosterIndex(records.people);
  const days = new Map<string, OpenDay>();
  const dayOf = (person: PersonFact, date: IsoDate): OpenDay => {
    const key = `${date}|${person.employeeId}`;
    const known = days.get(key);
    if (known) return known;
    const fresh = { person, date, punches: [], timeOff: [], routes: [], workOrders: [], trainings: [] };
    days.set(key, fresh);
    return fresh;
  };
  const isOurs = (person: PersonFact) => person.station === records.station;

  const ids = employeeIds(records.allPunches);
  const strangers: PunchFact[] = [];
  const worked = new Map<PersonFact, PunchFact[]>();
  for (const punch of records.punches) {
    const match = index.ofPunch(punch, ids);
    if (!("person" in match)) {
      if (isWorkedTime(punch)) strangers.push(punch);
    } else if (isOurs(match.person)) {
      if (!isWorkedTime(punch)) dayOf(match.person, punch.date).timeOff.push(punch);
      else worked.set(match.person, [...(worked.get(match.person) ?? []), punch]);
    }
  }
  for (const [person, punches] of worked)
    for (const { date, punch } of byWorkday(punches)) dayOf(person, date).punches.push(punch);

  const unknownWork: (RouteFact | NamedTraining)[] = [];
  const unknownRoutes: RouteFact[] = [];
  const carried = routesWithDistance(records.routes);
  for (const row of records.routes) {
    const match = index.byName(row.associate);
    if (!("person" in match)) {
      unknownWork.push(row);
      if (isRoute(row, carried)) unknownRoutes.push(row);
    } else if (isOurs(match.person)) {
      const day = dayOf(match.person, row.date);
      (isRoute(row, carried) ? day.routes : day.workOrders).push(row);
    }
  }
  for (const training of records.trainings) {
    const { associate } = training;
    if (associate === null || associate.trim() === "") continue;
    const match = index.byName(associate);
    if (!("person" in match)) unknownWork.push({ ...training, associate });
    else if (isOurs(match.person)) dayOf(match.person, training.assignmentDate).trainings.push(training);
  }
  const ordered = [...days.entries()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, day]) => day);
  return { days: ordered, strangers, unknownWork, unknownRoutes };
}

/** Gives punches their workday, in order of the clock and without repeated rows. */
function byWorkday(punches: readonly PunchFact[]): { date: IsoDate; punch: PunchFact }[] {
  const once = new Map(punches.map((punch) => [JSON.stringify([punch.date, punch.in, punch.out, punch.hours]), punch]));
  const ordered = [...once.values()].sort((a, b) => {
    const [x, y] = [startOf(a), startOf(b)];
    return x < y ? -1 : x > y ? 1 : 0;
  });
  let last: { date: IsoDate; out: WallTime | null } | undefined;
  return ordered.map((punch) => {
    // After a meal past midnight the timecard's next row carries the next date, but it is still last night's shift.
    const continues =
      last?.out != null && punch.in !== null && punch.date === addDays(last.date, 1) && isSoonAfter(last.out, punch.in);
    const date = continues && last ? last.date : punch.date;
    last = { date, out: punch.out };
    return { date, punch };
  });
}

function startOf(punch: PunchFact): string {
  return punch.in ?? punch.out ?? `${punch.date}T`;
}

/** Whether a shift went on after a break, by the clock alone: an hour more or less does not matter here. */
function isSoonAfter(out: WallTime, back: WallTime): boolean {
  const minutes = minutesBetween(out, back, "UTC");
  return minutes >= 0 && minutes <= LONGEST_BREAK && back.slice(11) < "12:00";
}

const routeKey = (row: RouteFact) => `${row.station}|${row.date}|${row.routeCode}`;
const hasDistance = (row: RouteFact) => row.distanceUnit !== null || row.distance !== null;

function routesWithDistance(rows: readonly RouteFact[]): Set<string> {
  return new Set(rows.filter((row) => hasDistance(row) && row.routeCode !== "").map(routeKey));
}

/** A helper's row carries no distance, but its route does; a work order has none at all. */
function isRoute(row: RouteFact, carried: ReadonlySet<string>): boolean {
  return !/work\s*order/i.test(row.serviceType) && (hasDistance(row) || carried.has(routeKey(row)));
}

/** Punches in without out, or the reverse. */
export function openPunches(day: PersonDay): PunchFact[] {
  return day.punches.filter((punch) => (punch.in === null) !== (punch.out === null));
}

/**
 * Minutes on the clock of a workday in the station's zone; null where a time is missing or runs backwards. Minutes that two rows share
 * count once: nobody works the same minute twice.
 */
export function clockedMinutes(day: PersonDay, zone: string): number | null {
  let sum = 0;
  let until: WallTime | undefined;
  for (const punch of day.punches) {
    if (punch.in === null || punch.out === null || minutesBetween(punch.in, punch.out, zone) < 0) return null;
    const start = until !== undefined && until > punch.in ? until : punch.in;
    if (punch.out > start) sum += minutesBetween(start, punch.out, zone);
    if (until === undefined || punch.out > until) until = punch.out;
  }
  return sum;
}

/**
 * The minutes that Amazon pays for a person's day: the blocks of the routes whose distance stands on the person's own row, which are the
 * payable ones; at least the longest block of the day. A sweeper on three routes worked one shift.
 */
export function paidBlock(rows: readonly RouteFact[]): number {
  const own = rows.filter((row) => row.distance !== null);
  return Math.max(
    own.reduce((sum, row) => sum + row.blockMinutes, 0),
    ...rows.map((row) => row.blockMinutes),
  );
}

/** Strangers who may belong to a station: payroll prints its state, or none. */
export function strangersAt(station: StationFact | undefined, days: PersonDays): PunchFact[] {
  const state = station?.state.trim().toUpperCase() ?? "";
  return days.strangers.filter((punch) => {
    const printed = punch.state.trim().toUpperCase();
    return state === "" || printed === "" || printed === state;
  });
}

/** Work of a day that an unmatched associate did and that may be this person's under another spelling. */
export function possibleWork(days: PersonDays, person: PersonFact, date: IsoDate): (RouteFact | NamedTraining)[] {
  return days.unknownWork.filter(
    (row) => ("assignmentDate" in row ? row.assignmentDate : row.date) === date && mayBe(row.associate, person),
  );
}

/** Punches of a day of somebody unmatched who may be this person under another spelling or number. */
export function possiblePunches(days: PersonDays, person: PersonFact, date: IsoDate): PunchFact[] {
  return days.strangers.filter(
    (punch) => punch.date === date && mayBe(`${punch.lastName}, ${punch.firstName}`, person),
  );
}
