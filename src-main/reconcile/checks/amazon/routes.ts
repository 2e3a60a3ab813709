/** What the checks on the route partition (A01, A03, A08) share. Pure. */

import type { DayTallyFact } from "../../../documents/facts.ts";
import type { Answer, ParameterSpec, Scope } from "../../check.ts";
import type { Coverage } from "../../coverage.ts";
import type { Evidence, FindingDraft } from "../../finding.ts";
import { proof } from "../../proof.ts";
import { conclude, incomplete } from "./answers.ts";
import { type CardRow, over, type PriceDays, type RateCard, routeRow } from "./rates.ts";
import type { RouteCell, RoutePairing } from "./route-pairing.ts";
import { counted } from "./wording.ts";

/** Routes that may differ without a finding. */
export const ROUTE_TOLERANCE: ParameterSpec = {
  title: "Routes a day, type and block may differ without a finding",
  unit: "count",
  value: 0,
};

/** The tolerance as a note. */
export function toleranceNote(tolerance: number): string {
  return `Tolerance: ${tolerance} ${counted(tolerance, "route")}.`;
}

/** The days on which the routes of a cell were driven. */
export function daysOf(cell: RouteCell, scope: Scope): PriceDays {
  return cell.date === null ? { from: scope.from, to: scope.to } : { from: cell.date, to: cell.date };
}

/** The rate card's price of a cell's routes. */
export function cellRow(card: RateCard, cell: RouteCell, scope: Scope): CardRow | null {
  return over(daysOf(cell, scope), (day) => routeRow(card, cell.key, cell.minutes, day));
}

/** Rows of the route summary as evidence, the column that was counted among the deciding ones. */
export function tallyProof(tallies: readonly DayTallyFact[], counting: string): Evidence[] {
  return proof(tallies, ["Date", "Service Type", "Planned Duration", counting]);
}

/** Whether routes were completed or paid at all. */
export function hasRoutes({ cells }: RoutePairing): boolean {
  return cells.some((cell) => cell.completed > 0 || cell.lines.length > 0);
}

/** The outcome of a check on the partition. A week compared as a whole needs both documents for all of its days. */
export function concludeRoutes<V>(
  pairing: RoutePairing,
  exists: boolean,
  findings: readonly FindingDraft<V>[],
  coverage: Coverage,
): Answer<V> {
  const gaps = pairing.weekly ? incomplete(coverage, ["route summary", "variable invoice"]) : [];
  if (gaps.length > 0) return { outcome: "cannot-verify", missing: gaps };
  const [line] = pairing.unclear;
  if (line === undefined) return conclude({ exists, findings, missing: [] });
  const why = `The service, block or quantity of the invoice line "${line.description}" cannot be read.`;
  return conclude({ exists, findings, missing: ["variable invoice"], why });
}
