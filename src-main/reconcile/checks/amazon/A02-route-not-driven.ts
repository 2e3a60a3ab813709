/** A02: a route that the invoice pays and the work summary does not have. */
import { formatMinutes } from "#shared/hours.ts";
import { extend, formatQuantity, formatRate, plainCents, type Quantity, TEN_THOUSAND } from "#shared/money.ts";
import { defineCheck, type Scope } from "../../check.ts";
import type { FindingDraft } from "../../finding.ts";
import { allProof } from "../../proof.ts";
import { repeatedRoutes } from "./identical-lines.ts";
import { claimOn, headFor } from "./invoice.ts";
import { countNote, type Price } from "./prices.ts";
import { lineProof, PAID, paidSide, tallySide } from "./proof.ts";
import type { RouteCell } from "./route-cells.ts";
import { routeLabel, routeSubject } from "./route-pairing.ts";
import {
  concludeRoutes,
  hasRoutes,
  notCounted,
  type OpenRoutes,
  openRoutes,
  ROUTE_TOLERANCE,
  tallyProof,
  toleranceNote,
} from "./routes.ts";
import { otherPairs, paidPrice } from "./substitution.ts";
import { counted, onDay, times } from "./wording.ts";

interface Values {
  readonly over: RouteCell;
  /** The route that was driven instead, where one was paid dearer than it is due. */
  readonly driven: RouteCell | null;
  readonly quantity: Quantity;
  readonly paid: Price;
  readonly due: Price | null;
  readonly amountCents: number | null;
  readonly scope: Scope;
}

/** Invoiced routes minus completed ones, at the rate paid; for a route paid as a dearer one the difference of the rates. No claim. */
export const A02 = defineCheck({
  code: "A02",
  version: 1,
  cadence: "week",
  needs: ["dayTally", "invoiceLine", "invoice"],
  uses: ["rate", "alias"],
  parameters: { tolerance: ROUTE_TOLERANCE },
  evaluate({ scope, facts, parameters, coverage }) {
    const routes = openRoutes(facts);
    const { pairing } = routes;
    const all = [...surplusOf(routes, scope), ...dearerPaid(routes, scope)];
    const findings = all
      .filter(({ quantity }) => quantity > parameters.tolerance * TEN_THOUSAND)
      .map((values): FindingDraft<Values> => {
        const { over, driven, paid, due, amountCents } = values;
        const tallies = [...over.tallies, ...(driven?.tallies ?? [])];
        const lines = [...over.lines, ...(driven?.lines ?? [])];
        const head = headFor(facts.invoice, over.lines, over.date);
        return {
          subject: driven === null ? routeSubject(over) : `${routeSubject(driven)}|paid as|${over.key}|${over.minutes}`,
          subjectLabel: routeLabel(driven ?? over, scope),
          direction: "exposure",
          amountCents,
          estimated: paid.estimated || (due?.estimated ?? false),
          values,
          sides: [
            paidSide(lines, over.date, [PAID.quantity]),
            tallySide(tallies, { title: "Completed routes", of: (tally) => tally.completed }),
          ],
          evidence: allProof(
            tallyProof(tallies, "completed routes"),
            lineProof(lines),
            paid.evidence,
            due?.evidence ?? [],
          ),
          notes: [
            ...new Set([paid.note, ...(due === null ? [] : [due.note])]),
            ...countNote(lines),
            toleranceNote(parameters.tolerance),
            "No claim: Amazon may take it back.",
          ],
          explains: [],
          ...claimOn(head, over.lines),
        };
      });
    return concludeRoutes(pairing, hasRoutes(pairing), findings, coverage, notCounted(pairing));
  },
  sentence: ({ over, driven, quantity, scope }) => {
    const routes = (cell: RouteCell) =>
      `${formatQuantity(quantity)} ${cell.name} ${counted(quantity / TEN_THOUSAND, "route")} of ${formatMinutes(cell.minutes)}`;
    if (driven === null) {
      return `Amazon paid ${routes(over)} ${onDay(over.date, scope)} that the work summary does not have.`;
    }
    return `Amazon paid ${routes(driven)} completed ${onDay(over.date, scope)} as ${over.name} of ${formatMinutes(over.minutes)}, which is more.`;
  },
  formula: ({ over, driven, quantity, paid, due, amountCents }) => {
    if (driven === null) {
      const whole = -(over.completed * TEN_THOUSAND - over.invoiced) === quantity;
      const difference = whole
        ? `${formatQuantity(over.invoiced)} invoiced - ${over.completed} completed`
        : `${formatQuantity(quantity)} invoiced without a route`;
      return times(difference, paid.rate, amountCents);
    }
    const rate = (price: Price | null) =>
      price === null || price.rate === null ? "no known rate" : formatRate(price.rate);
    const product = `(${rate(paid)} - ${rate(due)}) x ${formatQuantity(quantity)}`;
    return amountCents === null ? product : `${product} = ${plainCents(amountCents)}`;
  },
});

/** What is left of a surplus when the shortages of its day and the lines that are printed twice (A20) have been taken from it. */
function surplusOf({ card, pairing }: OpenRoutes, scope: Scope): Values[] {
  return [...pairing.rest]
    .filter(([cell, left]) => left < 0 && !cell.unknown)
    .map(([over, left]) => {
      const repeated = repeatedRoutes(over, left).reduce((sum, { extra, quantity }) => sum + extra * quantity, 0);
      const quantity = -left - repeated;
      const paid = paidPrice(card, over, scope);
      const amountCents = paid.rate === null ? null : extend(paid.rate, quantity);
      return { over, driven: null, quantity, paid, due: null, amountCents, scope };
    });
}

/** Routes paid as a longer block or a dearer variant. */
function dearerPaid(routes: OpenRoutes, scope: Scope): Values[] {
  return otherPairs(routes, scope)
    .filter(({ code }) => code === "A02")
    .map(({ swap: { short, over, quantity }, difference: { due, paid } }) => {
      const amountCents = paid.rate === null || due.rate === null ? null : extend(paid.rate - due.rate, quantity);
      return { over, driven: short, quantity, paid, due, amountCents, scope };
    });
}
