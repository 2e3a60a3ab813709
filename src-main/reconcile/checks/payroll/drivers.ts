/** Who is a driver: by what people did this week, so that no list of departments has to be kept. Pure. */
import type { PersonFact, RouteFact, TrainingFact } from "../../../documents/facts.ts";
import { rosterIndex } from "../../../matching/people-roster.ts";
import type { PersonDay } from "./person-days.ts";

/** Departments whose people work without routes, even if one of them helped out on the road. */
const OFF_THE_ROAD = /dispatch|mechanic|fleet|office|admin|manage|payroll|human|\bhr\b|clean|yard|safety/i;
const ON_THE_ROAD = /driv|deliver|associate|courier|\bda\b/i;

function isOffTheRoad(department: string): boolean {
  return OFF_THE_ROAD.test(department) && !ON_THE_ROAD.test(department);
}

const plain = (department: string) => department.trim().toLowerCase();

/**
 * Tells drivers from dispatchers and mechanics: those with a route or a training in the week at any station, and everybody of a department
 * in which somebody has one or whose name says that it drives. A department whose name says that it works off the road is none of drivers, and neither is a day that
 * payroll booked to one.
 */
export function driversAmong(
  people: readonly PersonFact[],
  routes: readonly RouteFact[],
  trainings: readonly TrainingFact[],
): (day: PersonDay) => boolean {
  const index = rosterIndex(people);
  const names = new Set([...routes.map((row) => row.associate), ...trainings.map((row) => row.associate ?? "")]);
  const drivers = new Set<PersonFact>();
  for (const name of names) {
    const match = index.byName(name);
    if ("person" in match) drivers.add(match.person);
  }
  const departments = new Set([...drivers].map((person) => plain(person.department)).filter(Boolean));
  return ({ person, punches }) =>
    (drivers.has(person) || departments.has(plain(person.department)) || ON_THE_ROAD.test(person.department)) &&
    !isOffTheRoad(person.department) &&
    !punches.some((punch) => isOffTheRoad(punch.department));
}
