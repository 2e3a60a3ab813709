/** A route that was paid, but as something cheaper: what A03 and A08 say of it. Pure. */
import { type Cents, extend, formatQuantity, formatRate, plainCents, type Quantity } from "#shared/money.ts";
import type { InvoiceFact } from "../../../documents/facts.ts";
import type { Scope } from "../../check.ts";
import type { FindingDraft } from "../../finding.ts";
import { allProof } from "../../proof.ts";
import { claimOn, headFor } from "./invoice.ts";
import type { Price } from "./prices.ts";
import { lineProof, PAID, paidSide, tallySide } from "./proof.ts";
import { type RouteCell, type RoutePairing, routeLabel, routeSubject, type Substitution } from "./route-pairing.ts";
import { tallyProof } from "./routes.ts";

/** The rate due and the rate that stands for what was paid. */
export interface RateDifference {
  readonly due: Price;
  /** The rate card's price of what was paid: where the line's own rate differs from it, that difference is A04's, counted there. */
  readonly paid: Price;
  /** Null where a rate is unknown or the rates do not differ in our favor. */
  readonly amountCents: Cents | null;
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
      ...new Set([due.note, paid.note]),
      ...(noLoss ? ["The rates known do not differ in our favor, so no amount is stated."] : []),
      tolerance,
    ],
    explains: [...named("A01", short), ...named("A02", over)],
    ...claimOn(head, over.lines),
  };
}
