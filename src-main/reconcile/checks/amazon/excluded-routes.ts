/** Routes that the service details exclude, held against those that the route summary completed and the invoice paid (A18). Pure. */
import { baseService, serviceKey } from "#main/matching/services.ts";
import { type Cents, extend, type Quantity, TEN_THOUSAND } from "#shared/money.ts";
import type { IsoDate } from "#shared/week.ts";
import type { DayTallyFact, RouteFact } from "../../../documents/facts.ts";
import type { Scope } from "../../check.ts";
import type { NamedLine } from "./names.ts";
import { routePrice } from "./prices.ts";
import type { RoutePairing } from "./route-pairing.ts";
import type { OpenRoutes } from "./routes.ts";

/** The excluded routes of one service and block on one day (of the week, where the invoice does not say the day). */
export interface ExcludedCell {
  readonly date: IsoDate | null;
  readonly key: string;
  readonly minutes: number;
  readonly name: string;
  /** Excluded routes with deliveries. */
  readonly excluded: readonly RouteFact[];
  /** Routes in the service details: not excluded, or excluded with deliveries. */
  readonly payable: number;
  readonly completed: number;
  readonly tallies: readonly DayTallyFact[];
  readonly lines: readonly NamedLine[];
  /** How many of the excluded ones were neither counted nor paid, in ten-thousandths. */
  readonly lost: Quantity;
}

/**
 * Excluded routes by cell. Each of the completed routes is taken to be one of them before it is called lost, and so is every route of its
 * base type and day that was paid beyond the work summary and stands for no other route (the rest of the pairing). `left`: routes that could not be compared, because the cell was left out
 * of the pairing.
 */
export function excludedCells(
  routes: readonly RouteFact[],
  pairing: RoutePairing,
): { readonly cells: readonly ExcludedCell[]; readonly left: boolean } {
  const drafts = new Map<string, { date: IsoDate | null; key: string; minutes: number; routes: RouteFact[] }>();
  for (const route of routes) {
    // The one row of a route that carries its distance is the payable route; the others are its helpers (documents page, section 1).
    if (route.distance === null || route.distanceUnit === null) continue;
    const { key } = serviceKey(route.serviceType);
    const date = pairing.weekly ? null : route.date;
    const id = JSON.stringify([date ?? "", key, route.blockMinutes]);
    const draft = drafts.get(id) ?? { date, key, minutes: route.blockMinutes, routes: [] };
    drafts.set(id, draft);
    draft.routes.push(route);
  }
  const leftOut = pairing.unclear.length > 0 || pairing.money.length > 0;
  let left = false;
  const cells: ExcludedCell[] = [];
  const spare = spareRoutes(pairing);
  for (const [, { date, key, minutes, routes: all }] of [...drafts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const excluded = all.filter((route) => route.excluded && route.delivered > 0);
    if (excluded.length === 0) continue;
    const cell = pairing.cells.find((each) => each.date === date && each.key === key && each.minutes === minutes);
    if (cell === undefined && leftOut) {
      left = true;
      continue;
    }
    const payable = all.filter((route) => !route.excluded).length + excluded.length;
    const counted = (cell?.completed ?? 0) * TEN_THOUSAND;
    const open = Math.min(excluded.length * TEN_THOUSAND, Math.max(0, payable * TEN_THOUSAND - counted));
    const family = familyOf(date, key);
    const paid = Math.min(open, spare.get(family) ?? 0);
    spare.set(family, (spare.get(family) ?? 0) - paid);
    cells.push({
      date,
      key,
      minutes,
      name: excluded.map((route) => route.serviceType.trim()).sort()[0] ?? key,
      excluded,
      payable,
      completed: cell?.completed ?? 0,
      tallies: cell?.tallies ?? [],
      lines: cell?.lines ?? [],
      lost: open - paid,
    });
  }
  return { cells, left };
}

/** What A18 claims of a base type on a day, by day (null for the whole week) and base type. */
export function excludedMoney(
  routes: readonly RouteFact[],
  { card, lines, pairing }: OpenRoutes,
  scope: Scope,
): (date: IsoDate | null, base: string) => Cents {
  const claims = new Map<string, Cents>();
  for (const cell of excludedCells(routes, pairing).cells) {
    const days = cell.date === null ? { from: scope.from, to: scope.to } : { from: cell.date, to: cell.date };
    const { rate } = routePrice(card, lines, cell, days);
    if (rate === null) continue;
    const family = familyOf(cell.date, cell.key);
    claims.set(family, (claims.get(family) ?? 0) + extend(rate, cell.lost));
  }
  return (date, base) => claims.get(familyOf(date, base)) ?? 0;
}

/** Routes paid beyond the work summary, by day and base type. */
function spareRoutes({ rest }: RoutePairing): Map<string, number> {
  const spare = new Map<string, number>();
  for (const [cell, left] of rest) {
    if (left >= 0) continue;
    const family = familyOf(cell.date, cell.key);
    spare.set(family, (spare.get(family) ?? 0) - left);
  }
  return spare;
}

function familyOf(date: IsoDate | null, key: string): string {
  return JSON.stringify([date, baseService(key).base]);
}
