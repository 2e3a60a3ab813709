/** What shows that somebody worked on a day: routes and the part they had in each, training, and when Amazon's app saw them. Pure. */
import { minutesBetween, type WallTime } from "#shared/hours.ts";
import type { RouteFact, TrainingFact } from "../../../documents/facts.ts";

/** `primary`: the payable driver of a route. `rescue`: helped on another's beside a route of their own, or on several. `helper`: on one. */
type Part = "primary" | "helper" | "rescue";

/** A route somebody was on. */
export interface RoutePart {
  readonly row: RouteFact;
  readonly part: Part;
}

/** One person's work of one day, from the work summary. */
export interface WorkEvidence {
  /** Routes that were carried out; a plan that nobody carried out is none. */
  readonly routes: readonly RoutePart[];
  /** Rows of those routes and of work orders. */
  readonly rows: readonly RouteFact[];
  /** Training sessions that took time. */
  readonly trainings: readonly TrainingFact[];
  /** Whether any row names the person that day, even a plan or an online module: then they had a reason to be there. */
  readonly named: boolean;
  /**
   * When the app saw the person: one shift, although the values stand on each row. Null where a reading is missing.
   */
  readonly logIn: WallTime | null;
  readonly logOut: WallTime | null;
  /** Minutes of blocks that Amazon pays for the day, and of training sessions. */
  readonly blockMinutes: number;
  readonly trainingMinutes: number;
}

interface Day {
  readonly routes: readonly RouteFact[];
  readonly workOrders: readonly RouteFact[];
  readonly trainings: readonly TrainingFact[];
}

/** The work of a person-day. */
export function workOf(day: Day): WorkEvidence {
  const driven = day.routes.filter(wasDriven);
  const rows = [...driven, ...day.workOrders];
  const trainings = day.trainings.filter(({ minutes }) => minutes > 0);
  const times = (field: "logIn" | "logOut") => rows.flatMap((row) => row[field] ?? []).sort();
  const logOuts = rows.some((row) => row.logIn !== null && row.logOut === null) ? [] : times("logOut");
  return {
    routes: driven.map((row) => ({ row, part: partOf(row, driven) })),
    rows,
    trainings,
    named: day.routes.length + day.workOrders.length + day.trainings.length > 0,
    logIn: times("logIn")[0] ?? null,
    logOut: logOuts.at(-1) ?? null,
    blockMinutes: paidBlock(rows),
    trainingMinutes: trainings.reduce((sum, training) => sum + training.minutes, 0),
  };
}

/** Exactly one row of a route has a distance: that of its primary driver. */
function partOf(row: RouteFact, driven: readonly RouteFact[]): Part {
  if (row.distance !== null) return "primary";
  return driven.length > 1 ? "rescue" : "helper";
}

/** An excluded row without a login and without a parcel is a plan that nobody carried out. */
function wasDriven(row: RouteFact): boolean {
  return !row.excluded || row.logIn !== null || row.delivered > 0;
}

/**
 * The minutes that Amazon pays for a person's day: the blocks of the routes whose distance stands on the person's own row, which are the
 * payable ones; at least the longest block of the day. A sweeper on three routes worked one shift. 0 without any row.
 */
function paidBlock(rows: readonly RouteFact[]): number {
  const own = rows.filter((row) => row.distance !== null);
  return Math.max(
    own.reduce((sum, row) => sum + row.blockMinutes, 0),
    ...rows.map((row) => row.blockMinutes),
  );
}

const routeKey = (row: RouteFact) => `${row.station}|${row.date}|${row.routeCode}`;
const hasDistance = (row: RouteFact) => row.distanceUnit !== null || row.distance !== null;

/** Routes of which some row has a distance. */
export function routesWithDistance(rows: readonly RouteFact[]): Set<string> {
  return new Set(rows.filter((row) => hasDistance(row) && row.routeCode !== "").map(routeKey));
}

/** A helper's row carries no distance, but its route does; a work order has none at all. */
export function isRoute(row: RouteFact, carried: ReadonlySet<string>): boolean {
  return !/work\s*order/i.test(row.serviceType) && (hasDistance(row) || carried.has(routeKey(row)));
}

/** Minutes clocked beyond what Amazon pays for the day and the allowance: those of F05, which no other check counts again. */
export function beyondBlock(clocked: number, work: WorkEvidence, allowance: number): number {
  return Math.max(0, clocked - work.blockMinutes - work.trainingMinutes - allowance);
}

/** Minutes that two stretches of the clock share. Wall times of one zone. */
export function sharedMinutes(
  a: { readonly in: WallTime; readonly out: WallTime },
  b: { readonly in: WallTime; readonly out: WallTime },
  zone: string,
): number {
  const from = a.in > b.in ? a.in : b.in;
  const to = a.out < b.out ? a.out : b.out;
  return to > from ? minutesBetween(from, to, zone) : 0;
}
