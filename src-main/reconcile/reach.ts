/** Which facts a scope needs, and how far beyond its days: what is loaded for it, and what a change makes stale. */
import type { Cadence } from "#shared/catalogue.ts";
import { FACT_TYPES, type FactType } from "../documents/facts.ts";
import type { Check, Window } from "./check.ts";
import { LEASE_LOOKBACK } from "./facts.ts";

/** Facts that decide which days a station worked on, whatever a check needs. */
const ALWAYS: Readonly<Record<Cadence, readonly FactType[]>> = {
  week: ["station", "rate", "person", "dayTally", "route", "packageCount", "invoiceLine"],
  month: ["station", "leaseTerm", "leaseLine"],
};

/** How far the checks of a cadence look for each type they read: what is loaded for a scope. */
export function reachOf(checks: readonly Check[], cadence: Cadence): ReadonlyMap<FactType, Window> {
  return widest(checks, cadence, () => true);
}

/** How far a change reaches: the same without windows for strays, which are known by their invoice. */
export function staleBy(checks: readonly Check[], cadence: Cadence): ReadonlyMap<FactType, Window> {
  return widest(checks, cadence, (window) => window.strays !== true);
}

function widest(
  checks: readonly Check[],
  cadence: Cadence,
  counts: (window: Window) => boolean,
): ReadonlyMap<FactType, Window> {
  const reach = new Map<FactType, Window>();
  const widen = (type: FactType, { before, after }: Window) => {
    const known = reach.get(type) ?? { before: 0, after: 0 };
    reach.set(type, { before: Math.max(known.before, before), after: Math.max(known.after, after) });
  };
  const own = (type: FactType): Window => ({ before: type === "leaseLine" ? LEASE_LOOKBACK : 0, after: 0 });
  for (const type of ALWAYS[cadence]) widen(type, own(type));
  for (const check of checks.filter((each) => each.cadence === cadence)) {
    for (const type of [...check.needs, ...check.uses]) widen(type, own(type));
    for (const type of FACT_TYPES) {
      const window = check.around[type];
      if (window) widen(type, counts(window) ? window : own(type));
    }
  }
  return reach;
}

/** The types whose superseded rows some check of a cadence compares with those that count. */
export function comparedVersions(checks: readonly Check[], cadence: Cadence): FactType[] {
  return [...new Set(checks.filter((each) => each.cadence === cadence).flatMap((each) => each.superseded))];
}
