/** Payments of an invoice that are printed more often than the work summary has something to pay for (A20, and what A02 leaves to it). Pure. */
import type { DocumentKind } from "#shared/catalogue.ts";
import { type Cents, extend } from "#shared/money.ts";
import type { RateItem } from "../../../documents/facts.ts";
import type { Scope } from "../../check.ts";
import type { Coverage } from "../../coverage.ts";
import type { Evidence, FindingDraft, Side } from "../../finding.ts";
import { COUNTED, type SummaryFacts } from "./counted-items.ts";
import { identicalLines, type Repeated, repeatedLines, repeatedRoutes } from "./identical-lines.ts";
import { canceledServiceOf, linesFor, quantityOf } from "./invoice.ts";
import type { NamedLine } from "./names.ts";
import { tallySide } from "./proof.ts";
import { rowForLine } from "./rates.ts";
import { routeLabel, routeSubject } from "./route-pairing.ts";
import { type OpenRoutes, tallyProof } from "./routes.ts";
import { paidPrice } from "./substitution.ts";

/** A line that is printed several times, with what the work summary has for it. */
export interface Duplicate {
  readonly lines: readonly NamedLine[];
  readonly extra: number;
  /** What each of the extra lines pays. */
  readonly eachCents: Cents;
  readonly support: Side;
  readonly evidence: readonly Evidence[];
  readonly explains: FindingDraft<unknown>["explains"];
}

/** Duplicates of a scope, and the kinds that are missing on a day with identical lines. */
export function duplicatePayments(
  routes: OpenRoutes,
  facts: SummaryFacts,
  scope: Scope,
  coverage: Coverage,
): { readonly duplicates: Duplicate[]; readonly open: DocumentKind[] } {
  const open = new Set<DocumentKind>();
  const duplicates: Duplicate[] = [];
  const positive = routes.lines.filter((line) => line.amountCents > 0);
  const suspects = (lines: readonly NamedLine[], kind: DocumentKind) => {
    const groups = identicalLines(lines);
    const uncovered = groups.filter(([line]) => !coverage.covers(kind, line?.date ?? scope.from));
    if (uncovered.length > 0) open.add(kind);
    return groups.length > uncovered.length;
  };
  if (suspects(linesFor(positive, "route"), "route summary"))
    duplicates.push(...routeDuplicates(routes, scope, coverage));
  for (const { item, kind, happened } of COUNTED) {
    const lines = linesFor(positive, item);
    if (lines.some((line) => line.date === null) || !suspects(lines, kind)) continue;
    for (const group of dayGroups(lines, item)) {
      const [first] = group;
      if (first === undefined || first.date === null || !coverage.covers(kind, first.date)) continue;
      const had = happened(facts, first.date, item === "late cancel" ? canceledServiceOf(first) : null);
      const paid = group.reduce((sum, line) => sum + (quantityOf(line) ?? 0), 0);
      for (const repeated of repeatedLines(group, paid - had.units)) {
        duplicates.push({ ...had, ...withAmount(routes, repeated), explains: [] });
      }
    }
  }
  return { duplicates, open: [...open].sort() };
}

function routeDuplicates({ card, pairing }: OpenRoutes, scope: Scope, coverage: Coverage): Duplicate[] {
  if (pairing.weekly) return [];
  return [...pairing.rest].flatMap(([cell, left]) => {
    if (cell.date === null || cell.unknown || !coverage.covers("route summary", cell.date)) return [];
    const found = repeatedRoutes(cell, left);
    const all = found.reduce((sum, { extra, quantity }) => sum + extra * quantity, 0);
    const price = paidPrice(card, cell, scope);
    return found.map(
      (repeated): Duplicate => ({
        lines: repeated.lines,
        extra: repeated.extra,
        eachCents: price.rate === null ? (repeated.lines[0]?.amountCents ?? 0) : extend(price.rate, repeated.quantity),
        support: tallySide(cell.tallies, { title: "Completed routes", of: (tally) => tally.completed }),
        evidence: [...tallyProof(cell.tallies, "completed routes"), ...price.evidence],
        explains: all === -left ? [{ code: "A02", subject: routeSubject(cell), label: routeLabel(cell, scope) }] : [],
      }),
    );
  });
}

/** At the card's price, as A02 and A04 count: where the line's own rate differs from it, that difference is A04's. */
function withAmount({ card }: OpenRoutes, { lines, extra, quantity }: Repeated) {
  const [line] = lines;
  const row = line === undefined ? null : rowForLine(card, line);
  const eachCents = row === null ? (line?.amountCents ?? 0) : extend(row.fact.rate, quantity);
  return { lines, extra, eachCents };
}

/** Lines of one day, and of one service where cancellations are counted by it. */
function dayGroups(lines: readonly NamedLine[], item: RateItem): NamedLine[][] {
  const groups = new Map<string, NamedLine[]>();
  for (const line of lines) {
    const key = JSON.stringify([line.date, item === "late cancel" ? canceledServiceOf(line) : ""]);
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()];
}
