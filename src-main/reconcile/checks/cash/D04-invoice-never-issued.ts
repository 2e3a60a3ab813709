/** D04: a week with completed routes and no variable invoice after the usual lag. */
import { formatMinutes } from "#shared/hours.ts";
import { type Cents, extend, formatRate, plainCents, type Rate, TEN_THOUSAND } from "#shared/money.ts";
import { formatDate, formatWeek, type IsoDate } from "#shared/week.ts";
import type { DayTallyFact, RateFact } from "../../../documents/facts.ts";
import { serviceKey } from "../../../matching/services.ts";
import { defineCheck, type Scope } from "../../check.ts";
import { allProof, proof } from "../../proof.ts";
import { cardProof, tallySide } from "../amazon/proof.ts";
import { type CardRow, rateCard, routeRow } from "../amazon/rates.ts";
import { tallyProof } from "../amazon/routes.ts";
import { GRACE_TO_APPEAR, HISTORY, lagNotes, lagOf, lastDay, usualLag } from "./usual-lag.ts";

interface Values {
  readonly scope: Scope;
  readonly routes: number;
  readonly due: IsoDate;
  readonly terms: readonly { readonly routes: number; readonly rate: Rate }[];
  readonly amountCents: Cents | null;
}

/** Completed routes x the rate card's price, estimated. That a later invoice is here shows that this one is not merely not dropped in yet. */
export const D04 = defineCheck({
  code: "D04",
  version: 1,
  cadence: "week",
  needs: ["dayTally"],
  uses: ["rate"],
  around: { invoice: { before: 91, after: 7 }, incentiveInvoice: { before: 0, after: 7 } },
  parameters: {
    usual: { title: "Days from the week's end to its variable invoice", unit: "count", value: 7 },
    grace: GRACE_TO_APPEAR,
    history: HISTORY,
  },
  evaluate({ scope, facts, around, today, parameters }) {
    const tallies = facts.dayTally.filter((tally) => tally.isRoute && tally.completed > 0);
    if (tallies.length === 0) return { outcome: "not-applicable" };
    const own = around.invoice.filter((head) => head.station === scope.station);
    if (own.some((head) => head.periodStart <= scope.to && head.periodEnd >= scope.from)) return { outcome: "agrees" };
    const lag = usualLag(
      own.filter((head) => head.periodEnd < scope.from).flatMap((head) => lagOf(head.periodEnd, head.issuedOn)),
      parameters,
    );
    const due = lastDay(scope.to, lag, parameters.grace);
    if (today <= due) return { outcome: "not-applicable", holdsUntil: due };
    const later = [
      ...own.filter((head) => head.periodEnd > scope.to),
      ...around.incentiveInvoice.filter((head) => head.station === scope.station && head.periodEnd >= scope.to),
    ];
    if (later.length === 0) {
      const why =
        "No later invoice of this station is here, so one that was never issued and one not dropped in look alike.";
      return { outcome: "cannot-verify", missing: ["variable invoice"], why };
    }
    const priced = price(tallies, facts.rate);
    const amountCents = priced.rows.length === 0 ? null : priced.terms.reduce((sum, term) => sum + costOf(term), 0);
    const routes = tallies.reduce((sum, tally) => sum + tally.completed, 0);
    return {
      outcome: "finding",
      findings: [
        {
          subject: "variable invoice",
          subjectLabel: `${formatWeek(scope.period)} · Variable invoice`,
          direction: "owed",
          amountCents,
          estimated: amountCents !== null,
          values: { scope, routes, due, terms: priced.terms, amountCents },
          sides: [
            { title: "Amazon paid", columns: ["Variable invoice"], rows: [["None on file"]], marked: [0] },
            tallySide(tallies, { title: "Completed routes", of: (tally) => tally.completed }),
          ],
          evidence: allProof(
            tallyProof(tallies, "completed routes"),
            cardProof(priced.rows),
            proof(later, ["Invoice Number", "Invoice Date", "Period Start", "Period End"]),
          ),
          notes: [
            "Estimate: completed routes at the rate card's price, and nothing else the week may have earned.",
            ...priced.open.map((tally) => `Not counted, for want of a price: ${tally}.`),
            ...lagNotes(lag, parameters.grace, due),
            "If the invoice is in the payments console, drop it in and this finding clears.",
          ],
          explains: [],
          deadline: null,
          counterparty: "Amazon",
          invoiceNumber: null,
        },
      ],
    };
  },
  sentence: ({ scope, routes, due }: Values) =>
    `${routes} ${routes === 1 ? "route was" : "routes were"} completed in ${formatWeek(scope.period)}, but no variable invoice was here by ${formatDate(due)}.`,
  formula: ({ terms, amountCents }) => {
    if (amountCents === null) return "no known rate";
    const sum = terms.map((term) => `${term.routes} x ${formatRate(term.rate)}`).join(" + ");
    return `${sum} = ${plainCents(amountCents)} (estimated)`;
  },
});

function costOf({ routes, rate }: { readonly routes: number; readonly rate: Rate }): Cents {
  return extend(rate, routes * TEN_THOUSAND);
}

/** Completed routes by the price the card has on their day, the dearest first; those without a price are named. */
function price(tallies: readonly DayTallyFact[], rates: readonly RateFact[]) {
  const card = rateCard(rates);
  const byRate = new Map<Rate, number>();
  const rows = new Set<CardRow>();
  const open = new Set<string>();
  for (const tally of tallies) {
    const row = routeRow(card, serviceKey(tally.serviceType).key, tally.blockMinutes, tally.date);
    if (row === null) open.add(`${tally.serviceType} of ${formatMinutes(tally.blockMinutes)}`);
    else {
      rows.add(row);
      byRate.set(row.fact.rate, (byRate.get(row.fact.rate) ?? 0) + tally.completed);
    }
  }
  const terms = [...byRate].sort(([a], [b]) => b - a).map(([rate, routes]) => ({ rate, routes }));
  return { terms, rows: [...rows], open: [...open].sort() };
}
