/** The routes of one station on one day, with their drivers and helpers. */
import { weekday } from "./dates.ts";
import type { Random } from "./random.ts";
import type { Rota } from "./rota.ts";
import { LARGE_VAN, ON_ROAD, RIVIAN, type Service, service } from "./services.ts";
import { ordinaryShift, type Shift } from "./shifts.ts";
import type { Station } from "./stations.ts";

/** Somebody who came to help on a route: a row without a distance. */
interface Helper {
  shift: Shift;
  delivered: number;
  /** An excluded helper delivered nothing; Amazon pays no route for the row. */
  excluded: boolean;
}

/** One payable route. */
export interface Route {
  date: string;
  code: string;
  service: Service;
  primary: Shift;
  miles: number;
  allowance: number;
  delivered: number;
  returned: number;
  pickups: number;
  helpers: Helper[];
}

/** What to invent a day from. */
interface DayPlan {
  station: Station;
  date: string;
  rota: Rota;
  random: Random;
  routesPerDay: readonly [min: number, max: number];
  onRoad: boolean;
}

const USUAL: readonly Service[] = [
  service(RIVIAN, 10),
  service(RIVIAN, 10),
  service(RIVIAN, 8),
  service(LARGE_VAN, 10),
  service(LARGE_VAN, 9),
  service(LARGE_VAN, 8),
];

function routeCount([min, max]: readonly [number, number], date: string, random: Random): number {
  const routes = random.int(min, max);
  // Sundays are quieter, never empty.
  return weekday(date) === 0 ? Math.max(1, Math.trunc((routes * 7) / 10)) : routes;
}

function servicesOfDay(plan: DayPlan): Service[] {
  const { random, onRoad, date } = plan;
  const amount = routeCount(plan.routesPerDay, date, random);
  // A busy day has something of everything; most of what is beyond that is the ten-hour electric van.
  const services = USUAL.slice(0, amount);
  if (onRoad && services.length < amount) services.push(service(ON_ROAD, 10));
  while (services.length < amount) services.push(random.chance(60) ? service(RIVIAN, 10) : random.pick(USUAL));
  return services;
}

function drive(plan: DayPlan, services: readonly Service[]): Route[] {
  const { date, rota, random } = plan;
  const drivers = rota.take(date, services.length);
  return drivers.flatMap((person, index) => {
    const driven = services[index];
    if (!driven) return [];
    const miles = random.int(38, 96);
    return {
      date,
      code: `CX${100 + index}`,
      service: driven,
      primary: ordinaryShift(person, date, "route", driven.hours, random),
      miles,
      allowance: miles + random.int(0, 6),
      delivered: random.int(driven.hours * 18, driven.hours * 31),
      returned: random.int(0, 6),
      pickups: random.int(0, 4),
      helpers: [],
    };
  });
}

function help(route: Route, shift: Shift, random: Random): void {
  const excluded = random.chance(20);
  const parcels = excluded ? 0 : random.int(18, 46);
  route.delivered -= parcels;
  route.helpers.push({ shift, delivered: parcels, excluded });
  shift.rows += 1;
}

/** Invents a day's routes. The sweeper, if there is one, helps on two of them; so, on most days, does a driver on another's. */
export function routesOfDay(plan: DayPlan, sweeper: Shift | undefined): Route[] {
  const { random } = plan;
  const routes = drive(plan, servicesOfDay(plan));
  // Helpers stay within their own block length: then their day has one block, whichever row is looked at.
  const tenHours = random.shuffled(
    routes.filter((route) => route.service.hours === 10 && route.service.type !== ON_ROAD),
  );
  if (sweeper) for (const route of tenHours.slice(0, 2)) help(route, sweeper, random);
  const [helped, other] = tenHours.slice(2);
  if (helped && other && random.chance(70)) help(helped, other.primary, random);
  return routes;
}
