/** What the checks on the route partition (A01, A02, A03, A08) share. Pure. */
import type { DocumentKind } from "#shared/catalogue.ts";
import type { IsoDate } from "#shared/week.ts";
import type { AliasFact, DayTallyFact, InvoiceLineFact, RateFact } from "../../../documents/facts.ts";
import type { Answer, ParameterSpec, Scope } from "../../check.ts";
import type { Coverage } from "../../coverage.ts";
import type { Evidence, FindingDraft } from "../../finding.ts";
import { proof } from "../../proof.ts";
import { conclude, incomplete } from "./answers.ts";
import { type NamedLine, namedLines } from "./names.ts";
import { type CardRow, over, type PriceDays, type RateCard, rateCard, routeRow } from "./rates.ts";
import type { RouteCell } from "./route-cells.ts";
import { pairRoutes, type RoutePairing } from "./route-pairing.ts";
import { counted } from "./wording.ts";

/** The partition of a scope with what it was made from. */
export interface OpenRoutes {
  readonly card: RateCard;
  readonly lines: readonly NamedLine[];
  readonly pairing: RoutePairing;
}

/** Joins names, prices and routes of a scope. */
export function openRoutes(facts: {
  readonly dayTally: readonly DayTallyFact[];
  readonly invoiceLine: readonly InvoiceLineFact[];
  readonly alias: readonly AliasFact[];
  readonly rate: readonly RateFact[];
}): OpenRoutes {
  const card = rateCard(facts.rate);
  const lines = namedLines(facts.invoiceLine, facts.alias);
  return { card, lines, pairing: pairRoutes(facts.dayTally, lines, card) };
}

/** Routes that may differ without a finding. */
export const ROUTE_TOLERANCE: ParameterSpec = {
  title: "Routes a day, type and block may differ without a finding",
  unit: "count",
  value: 0,
};

/** Whether the route summary speaks for a day, or for every day of the week where a line has none. */
export function routeSummaryCovers(coverage: Coverage): (day: IsoDate | null) => boolean {
  return (day) =>
    day === null ? coverage.presence("route summary") === "present" : coverage.covers("route summary", day);
}

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
export function hasRoutes({ cells, money }: RoutePairing): boolean {
  return money.length > 0 || cells.some((cell) => cell.completed > 0 || cell.lines.length > 0);
}

/** The outcome of a check on the partition. A week compared as a whole needs both documents for all of its days. */
export function concludeRoutes<V>(
  pairing: RoutePairing,
  exists: boolean,
  findings: readonly FindingDraft<V>[],
  coverage: Coverage,
  more: readonly OpenPart[] = [],
): Answer<V> {
  const gaps = pairing.weekly ? incomplete(coverage, ["route summary", "variable invoice"]) : [];
  if (gaps.length > 0) return { outcome: "cannot-verify", missing: gaps };
  const open = [...openLines(pairing), ...more];
  const missing = open.map(({ kind }) => kind);
  return conclude({ exists, findings, missing, why: open.map(({ why }) => why).join(" ") || undefined });
}

/** Part of a comparison that a document leaves open, and why. */
export interface OpenPart {
  readonly kind: DocumentKind;
  readonly why: string;
}

/** Lines of the invoice that keep routes from being compared. */
function openLines({ unclear, doubtful }: RoutePairing): OpenPart[] {
  const [line] = unclear;
  const names = [...new Set(doubtful.map(({ over }) => over.name))].sort();
  return [
    ...(line === undefined
      ? []
      : [
          {
            kind: "variable invoice" as const,
            why: `The service, block or quantity of the invoice line "${line.description}" cannot be read.`,
          },
        ]),
    ...(names.length === 0
      ? []
      : [
          {
            kind: "service aliases" as const,
            why: `The invoice pays ${names.join("; ")}, which neither the work summary nor the rate card names. Say which service it is in the service aliases.`,
          },
        ]),
  ];
}

/** What the checks on blocks and variants leave open where routes could only be compared in money, which A01 does. */
export function notCounted({ money }: RoutePairing): OpenPart[] {
  if (money.length === 0) return [];
  const why = "The export of the invoice has amounts only, so these routes can only be compared in money (A01).";
  return [{ kind: "variable invoice", why }];
}
