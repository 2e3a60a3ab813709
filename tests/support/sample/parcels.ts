/** Parcels of a day: what the package report counts and the invoice pays. */
import type { Route } from "./routes.ts";
import type { StationWeek } from "./week.ts";

/** Parcels brought to their doors on a day, by drivers and helpers together. */
export function deliveredOn(facts: StationWeek, date: string): number {
  const helped = (route: Route): number => route.helpers.reduce((sum, helper) => sum + helper.delivered, 0);
  return facts.routes
    .filter((route) => route.date === date)
    .reduce((sum, route) => sum + route.delivered + helped(route), 0);
}

/** Parcels picked up on a day. */
export function pickedUpOn(facts: StationWeek, date: string): number {
  return facts.routes.filter((route) => route.date === date).reduce((sum, route) => sum + route.pickups, 0);
}
