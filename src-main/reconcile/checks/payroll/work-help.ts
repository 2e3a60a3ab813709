/** Time that people without a route of their own spent on others' routes. Pure. */
import { type Cents, divideHalfUp } from "#shared/money.ts";
import type { RouteFact } from "../../../documents/facts.ts";
import type { PersonDay } from "./person-days.ts";
import { clockedMinutes } from "./work-clock.ts";
import { workOf } from "./work-evidence.ts";
import { payOf } from "./work-pay.ts";

/** One helper's share of one route. */
export interface Help {
  readonly day: PersonDay;
  readonly row: RouteFact;
  /** The day's clocked time shared evenly among the helper's routes; null where it is not known. */
  readonly minutes: number | null;
  readonly pay: Cents | null;
}

/** Helpers of a station's routes, route by route in order. The app does not tell how long somebody was on which route. */
export function helpOf(days: readonly PersonDay[], station: string, zone: string): Help[][] {
  const routes = new Map<string, Help[]>();
  for (const day of days) {
    const { routes: parts } = workOf(day);
    if (parts.length === 0 || parts.some(({ part }) => part === "primary")) continue;
    const clocked = day.punches.length === 0 ? null : clockedMinutes(day, zone);
    const minutes = clocked === null ? null : divideHalfUp(clocked, parts.length);
    for (const { row } of parts.filter((each) => each.row.station === station)) {
      const key = `${row.date}|${row.routeCode}`;
      const help = { day, row, minutes, pay: minutes === null ? null : payOf(day, minutes) };
      const known = routes.get(key);
      if (known) known.push(help);
      else routes.set(key, [help]);
    }
  }
  return [...routes].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, help]) => help);
}
