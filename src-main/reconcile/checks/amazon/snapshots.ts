/** The work summary of a week as two downloads have it, day by day (A24). Pure. */
import { serviceKey } from "#main/matching/services.ts";
import type { IsoDate } from "#shared/week.ts";
import type { DayTallyFact, RouteFact } from "../../../documents/facts.ts";
import { versionBefore } from "./versions.ts";

/** The rows of one day in both snapshots. */
export interface Snapshots {
  readonly before: readonly DayTallyFact[];
  readonly now: readonly DayTallyFact[];
  readonly routesBefore: readonly RouteFact[];
  readonly routesNow: readonly RouteFact[];
}

/** The days on which some row of the work summary was replaced by a later snapshot. */
export function snapshotsOf(
  superseded: { readonly dayTally: readonly DayTallyFact[]; readonly route: readonly RouteFact[] },
  current: { readonly dayTally: readonly DayTallyFact[]; readonly route: readonly RouteFact[] },
  days: readonly IsoDate[],
): Map<IsoDate, Snapshots> {
  const found = new Map<IsoDate, Snapshots>();
  for (const day of days) {
    const on = <F extends { readonly date: IsoDate }>(rows: readonly F[]) => rows.filter(({ date }) => date === day);
    const [now, routesNow] = [on(current.dayTally), on(current.route)];
    const before = versionBefore(on(superseded.dayTally), now, tallyKey);
    const routesBefore = versionBefore(on(superseded.route), routesNow, routeRowKey);
    if (before === null && routesBefore === null) continue;
    found.set(day, {
      before: isRoute(before ?? now),
      now: isRoute(now),
      routesBefore: payable(routesBefore ?? routesNow),
      routesNow: payable(routesNow),
    });
  }
  return found;
}

const isRoute = (tallies: readonly DayTallyFact[]) => tallies.filter((tally) => tally.isRoute);
const payable = (routes: readonly RouteFact[]) =>
  routes.filter((route) => route.distance !== null && route.distanceUnit !== null && !route.excluded);
/** Routes of one list that another does not have, by code, day, service and block. */
export function without(routes: readonly RouteFact[], others: readonly RouteFact[]): RouteFact[] {
  const known = new Set(others.map(routeKey));
  return routes.filter((route) => !known.has(routeKey(route)));
}

function tallyKey({ date, serviceType, blockMinutes }: DayTallyFact): string {
  return JSON.stringify([date, serviceKey(serviceType).key, blockMinutes]);
}

function routeKey({ date, routeCode, serviceType, blockMinutes }: RouteFact): string {
  return JSON.stringify([date, routeCode.trim(), serviceKey(serviceType).key, blockMinutes]);
}

/** A row of the service details: helpers stand on a route under its code. */
function routeRowKey(route: RouteFact): string {
  return `${routeKey(route)}|${route.associate}`;
}

/** Whether two lists count the same routes of each service and block. */
export function sameCounts(before: readonly DayTallyFact[], now: readonly DayTallyFact[]): boolean {
  const counts = new Map<string, number>();
  const add = (tallies: readonly DayTallyFact[], sign: number) => {
    for (const tally of tallies) {
      counts.set(tallyKey(tally), (counts.get(tallyKey(tally)) ?? 0) + sign * tally.completed);
    }
  };
  add(before, 1);
  add(now, -1);
  return [...counts.values()].every((left) => left === 0);
}
