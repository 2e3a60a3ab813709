/** A route that was paid, but as something cheaper: what A03 and A08 say of it. Pure. */

import { baseService } from "#main/matching/services.ts";
import { type Cents, extend, formatQuantity, formatRate, plainCents, type Quantity } from "#shared/money.ts";
import type { InvoiceFact } from "../../../documents/facts.ts";
import type { Scope } from "../../check.ts";
import type { FindingDraft } from "../../finding.ts";
import { allProof } from "../../proof.ts";
import { claimOn, headFor, linesFor, serviceOf } from "./invoice.ts";
import { countNote, type Price, priceOf, ratePaid, routePrice } from "./prices.ts";
import { lineProof, PAID, paidSide, tallySide } from "./proof.ts";
import type { RateCard } from "./rates.ts";
import type { RouteCell } from "./route-cells.ts";
import { type RoutePairing, routeLabel, routeSubject, type Substitution } from "./route-pairing.ts";
import { cellRow, daysOf, type OpenRoutes, tallyProof } from "./routes.ts";

/** The rate due and the rate that stands for what was paid. */
export interface RateDifference {
  readonly due: Price;
  /** The rate card's price of what was paid: where the line's own rate differs from it, that difference is A04's, counted there. */
  readonly paid: Price;
  /** Null where a rate is unknown or the rates do not differ in our favor. */
  readonly amountCents: Cents | null;
}

/** Which check says what of a pair that is no plain shorter block or standard route; null where it was paid exactly. */
export interface OtherPair {
  readonly swap: Substitution;
  readonly code: "A02" | "A03" | "A08" | null;
  readonly difference: RateDifference;
}

/**
 * The other pairs with the check that speaks of each: paid dearer than due is an exposure (A02), paid cheaper is owed (A08 for a ride
 * along or on-road experience, else A03). Where a rate is unknown, a longer block of the same type counts as dearer.
 */
export function otherPairs({ card, lines, pairing }: OpenRoutes, scope: Scope): OtherPair[] {
  return pairing.otherPaid.map((swap) => {
    const { short, over, quantity } = swap;
    const difference = rateDifference(
      duePrice({ card, lines }, swap.short, scope),
      paidPrice(card, over, scope),
      quantity,
    );
    const { due, paid } = difference;
    const isVariant = baseService(short.key).variant !== null;
    const owed = isVariant ? "A08" : "A03";
    if (due.rate !== null && paid.rate !== null) {
      return { swap, difference, code: due.rate === paid.rate ? null : due.rate > paid.rate ? owed : "A02" };
    }
    return { swap, difference, code: short.key === over.key && over.minutes > short.minutes ? "A02" : owed };
  });
}

/**
 * What a route should have been paid. The lowest rate of the same block would be the standard rate itself: without a rate of its own a
 * variant has no amount.
 */
export function duePrice({ card, lines }: Pick<OpenRoutes, "card" | "lines">, cell: RouteCell, scope: Scope): Price {
  if (baseService(cell.key).variant === null) return routePrice(card, lines, cell, daysOf(cell, scope));
  const own = linesFor(lines, "route").filter((line) => {
    const { key, minutes } = serviceOf(line);
    return key === cell.key && minutes === cell.minutes;
  });
  return priceOf(cellRow(card, cell, scope), own);
}

/** The rate that stands for what was paid in a cell. */
export function paidPrice(card: RateCard, cell: RouteCell, scope: Scope): Price {
  return ratePaid(cellRow(card, cell, scope), cell.lines);
}

/** What is owed for `quantity` routes paid at one rate instead of another. */
export function rateDifference(due: Price, paid: Price, quantity: Quantity): RateDifference {
  const known = due.rate !== null && paid.rate !== null && due.rate > paid.rate;
  return { due, paid, amountCents: known ? extend(due.rate - paid.rate, quantity) : null };
}

/** `(579.00 - 325.00) x 1 = 254.00`. */
export function differenceFormula({ due, paid, amountCents }: RateDifference, quantity: Quantity): string {
  const rate = ({ rate }: Price) => (rate === null ? "no known rate" : formatRate(rate));
  const product = `(${rate(due)} - ${rate(paid)}) x ${formatQuantity(quantity)}`;
  return amountCents === null ? product : `${product} = ${plainCents(amountCents)}`;
}

/** The finding of a substitution. It takes the place of what A01 and A02 would say of the same routes. */
export function substitutionFinding<V>(input: {
  readonly swap: Substitution;
  readonly pairing: RoutePairing;
  readonly scope: Scope;
  readonly difference: RateDifference;
  readonly subject: string;
  readonly subjectLabel: string;
  readonly values: V;
  readonly tolerance: string;
  readonly heads: readonly InvoiceFact[];
}): FindingDraft<V> {
  const { swap, pairing, scope, difference, subject, subjectLabel, values, tolerance } = input;
  const { short, over } = swap;
  const lines = [...short.lines, ...over.lines];
  const tallies = [...short.tallies, ...over.tallies];
  const { due, paid, amountCents } = difference;
  const head = headFor(input.heads, over.lines, over.date);
  const noLoss = due.rate !== null && paid.rate !== null && amountCents === null;
  // Where routes of the cell remain unpaid, A01 still reports those and its place is not taken.
  const replaced = (cell: RouteCell) => pairing.rest.get(cell) === 0;
  const named = (code: "A01" | "A02", cell: RouteCell) =>
    replaced(cell) ? [{ code, subject: routeSubject(cell), label: routeLabel(cell, scope) }] : [];
  return {
    subject,
    subjectLabel,
    direction: noLoss ? "watch" : "owed",
    amountCents,
    estimated: amountCents !== null && (due.estimated || paid.estimated),
    values,
    sides: [
      paidSide(lines, over.date, [PAID.rate, PAID.quantity]),
      tallySide(tallies, { title: "Completed routes", of: (tally) => tally.completed }),
    ],
    evidence: allProof(tallyProof(tallies, "completed routes"), lineProof(lines), due.evidence, paid.evidence),
    notes: [
      ...new Set([due.note, paid.note, ...countNote(lines)]),
      ...(noLoss ? ["The rates known do not differ in our favor, so no amount is stated."] : []),
      tolerance,
    ],
    explains: [...named("A01", short), ...named("A02", over)],
    ...claimOn(head, over.lines),
  };
}
