/** Routes of the work summary as we captured them first, against those it has now and those that were paid (A24). Pure. */
import { baseService, serviceKey } from "#main/matching/services.ts";
import { type Cents, extend, TEN_THOUSAND } from "#shared/money.ts";
import type { IsoDate } from "#shared/week.ts";
import type { DayTallyFact, RouteFact } from "../../../documents/facts.ts";
import { linesFor, serviceOf } from "./invoice.ts";
import type { NamedLine } from "./names.ts";
import { type CardRow, routeRow, rowForLine } from "./rates.ts";
import type { OpenRoutes } from "./routes.ts";
import { type Snapshots, sameCounts, without } from "./snapshots.ts";

/** A base type on a day (of the week, where the invoice does not say the day) whose routes changed. */
export interface ChangedRoutes {
  readonly date: IsoDate | null;
  readonly base: string;
  readonly name: string;
  readonly before: readonly DayTallyFact[];
  readonly now: readonly DayTallyFact[];
  readonly completedBefore: number;
  readonly completedNow: number;
  readonly removed: readonly RouteFact[];
  readonly added: readonly RouteFact[];
  readonly lines: readonly NamedLine[];
  readonly rows: readonly CardRow[];
  readonly dueBefore: Cents | null;
  readonly dueNow: Cents | null;
  readonly paid: Cents | null;
  /** What A18 claims of these routes. */
  readonly excluded: Cents;
  /** What was due by the earlier snapshot, and is neither due by this one nor paid. */
  readonly lost: Cents | null;
}

/** Changes by day and base type: within one, a route that only changed its block or variant is no route lost. */
export function changedRoutes(
  days: ReadonlyMap<IsoDate, Snapshots>,
  current: readonly DayTallyFact[],
  { card, lines, pairing }: OpenRoutes,
  excludedIn: (date: IsoDate | null, base: string) => Cents,
): ChangedRoutes[] {
  const groups = new Map<string, { date: IsoDate | null; base: string }>();
  for (const [day, { before, now, routesBefore, routesNow }] of days) {
    for (const { serviceType } of [...before, ...now, ...routesBefore, ...routesNow]) {
      const group = { date: pairing.weekly ? null : day, base: baseOf(serviceType) };
      groups.set(JSON.stringify([group.date, group.base]), group);
    }
  }
  const routeLines = linesFor(lines, "route");
  return [...groups.values()].flatMap(({ date, base }): ChangedRoutes[] => {
    const here = <F extends { readonly serviceType: string }>(rows: readonly F[]) =>
      rows.filter(({ serviceType }) => baseOf(serviceType) === base);
    const touched = date === null ? [...days.values()] : [days.get(date)].filter((each) => each !== undefined);
    // Of a whole week the days that did not change are the same in both snapshots.
    const still = date === null ? here(current).filter((tally) => !days.has(tally.date) && tally.isRoute) : [];
    const before = [...here(touched.flatMap((day) => day.before)), ...still];
    const now = [...here(touched.flatMap((day) => day.now)), ...still];
    const routesBefore = here(touched.flatMap((day) => day.routesBefore));
    const routesNow = here(touched.flatMap((day) => day.routesNow));
    const [removed, added] = [without(routesBefore, routesNow), without(routesNow, routesBefore)];
    if (sameCounts(before, now) && removed.length === 0 && added.length === 0) return [];
    const own = routeLines.filter((line) => (date === null || line.date === date) && baseOfLine(line) === base);
    const doubtful = pairing.unclear.length > 0 || pairing.cells.some((cell) => cell.unknown && cell.date === date);
    const [dueBefore, dueNow] = [dueOf(before, card), dueOf(now, card)];
    const paid = doubtful ? null : paidBy(own, card);
    const known = dueBefore !== null && dueNow !== null && paid !== null;
    const excluded = excludedIn(date, base);
    const driven = [...before, ...now];
    return [
      {
        date,
        base,
        name:
          driven.map((tally) => tally.serviceType.trim()).filter((name) => serviceKey(name).key === base)[0] ?? base,
        before,
        now,
        completedBefore: count(before),
        completedNow: count(now),
        removed,
        added,
        lines: own,
        rows: [...new Set(driven.flatMap((tally) => rowOf(tally, card) ?? []))],
        dueBefore,
        dueNow,
        paid,
        excluded,
        lost: known ? Math.max(0, dueBefore - Math.max(dueNow, paid) - excluded) : null,
      },
    ];
  });
}

const baseOf = (serviceType: string) => baseService(serviceKey(serviceType).key).base;
const baseOfLine = (line: NamedLine) => baseService(serviceOf(line).key).base;
const count = (tallies: readonly DayTallyFact[]) => tallies.reduce((sum, tally) => sum + tally.completed, 0);

function rowOf(tally: DayTallyFact, card: OpenRoutes["card"]): CardRow | null {
  return routeRow(card, serviceKey(tally.serviceType).key, tally.blockMinutes, tally.date);
}

function dueOf(tallies: readonly DayTallyFact[], card: OpenRoutes["card"]): Cents | null {
  let cents = 0;
  for (const tally of tallies.filter(({ completed }) => completed > 0)) {
    const row = rowOf(tally, card);
    if (row === null) return null;
    cents += extend(row.fact.rate, tally.completed * TEN_THOUSAND);
  }
  return cents;
}

/** At the card's prices where lines have quantities: where a line's rate differs from the card, that difference is A04's. */
function paidBy(lines: readonly NamedLine[], card: OpenRoutes["card"]): Cents {
  return lines.reduce((sum, line) => {
    const row = rowForLine(card, line);
    const atCard = row === null || line.quantity === null ? line.amountCents : extend(row.fact.rate, line.quantity);
    return sum + Math.max(atCard, line.amountCents);
  }, 0);
}
