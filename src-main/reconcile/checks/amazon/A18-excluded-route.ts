/** A18: a route that Amazon excluded although packages were delivered on it. */
import { serviceKey } from "#main/matching/services.ts";
import { formatMinutes } from "#shared/hours.ts";
import { extend, formatQuantity, type Quantity, TEN_THOUSAND, group as thousands } from "#shared/money.ts";
import { formatWeekday } from "#shared/week.ts";
import type { RouteFact } from "../../../documents/facts.ts";
import { defineCheck, type Scope } from "../../check.ts";
import type { FindingDraft } from "../../finding.ts";
import { allProof, proof } from "../../proof.ts";
import { type ExcludedCell, excludedCells } from "./excluded-routes.ts";
import { claimOn, headFor } from "./invoice.ts";
import { type Price, routePrice } from "./prices.ts";
import { invoiceProof, linesOfDay, PAID, paidSide } from "./proof.ts";
import { concludeRoutes, notCounted, openRoutes, ROUTE_TOLERANCE, tallyProof, toleranceNote } from "./routes.ts";
import { counted, dayText, onDay, times } from "./wording.ts";

interface Values {
  readonly cell: ExcludedCell;
  readonly scope: Scope;
  readonly quantity: Quantity;
  readonly price: Price;
  readonly amountCents: number | null;
}

/**
 * Excluded routes with deliveries that are neither among the completed routes of the route summary (those are A01's) nor paid beyond them.
 */
export const A18 = defineCheck({
  code: "A18",
  version: 1,
  cadence: "week",
  needs: ["route", "dayTally", "invoiceLine", "invoice"],
  uses: ["rate", "alias"],
  parameters: { tolerance: ROUTE_TOLERANCE },
  evaluate({ scope, facts, parameters, coverage }) {
    const { card, lines, pairing } = openRoutes(facts);
    const { cells, left } = excludedCells(facts.route, pairing);
    const findings = cells
      .filter(({ lost }) => lost > parameters.tolerance * TEN_THOUSAND)
      .map((cell): FindingDraft<Values> => {
        const days = cell.date === null ? { from: scope.from, to: scope.to } : { from: cell.date, to: cell.date };
        const price = routePrice(card, lines, cell, days);
        const quantity = cell.lost;
        const amountCents = price.rate === null ? null : extend(price.rate, quantity);
        const sameDay = linesOfDay(lines, cell.date, "routes");
        const head = headFor(facts.invoice, cell.lines.length > 0 ? cell.lines : sameDay, cell.date);
        return {
          subject: `${cell.date ?? "week"}|${cell.key}|${cell.minutes}|excluded`,
          subjectLabel: `${dayText(cell.date, scope)} · ${cell.name} · ${formatMinutes(cell.minutes)} excluded`,
          direction: "owed",
          amountCents,
          estimated: price.estimated,
          values: { cell, scope, quantity, price, amountCents },
          sides: [paidSide(cell.lines, cell.date, [PAID.quantity]), sideOf(cell.excluded)],
          evidence: allProof(
            proof(cell.excluded, COLUMNS),
            tallyProof(cell.tallies, "completed routes"),
            invoiceProof(cell.lines, head, sameDay),
            price.evidence,
          ),
          notes: [
            price.note,
            `Of ${cell.payable} routes in the service details ${cell.completed} are among the completed routes.`,
            toleranceNote(parameters.tolerance),
          ],
          explains: [],
          ...claimOn(head, cell.lines),
        };
      });
    const open = left ? notCounted(pairing) : [];
    return concludeRoutes(pairing, cells.length > 0 || left, findings, coverage, open);
  },
  sentence: ({ cell, scope, quantity }) => {
    const delivered = cell.excluded.reduce((sum, route) => sum + route.delivered, 0);
    const codes = cell.excluded.map((route) => route.routeCode).join(", ");
    const routes = `${formatQuantity(quantity)} ${cell.name} ${counted(quantity / TEN_THOUSAND, "route")} of ${formatMinutes(cell.minutes)}`;
    return `Amazon excluded ${routes} ${onDay(cell.date, scope)} (${codes}) although ${thousands(delivered)} packages were delivered.`;
  },
  formula: ({ quantity, price, amountCents }) =>
    times(`${formatQuantity(quantity)} excluded with deliveries - 0 paid`, price.rate, amountCents),
});

const COLUMNS = [
  "Date",
  "Delivery Associate",
  "Route",
  "Service Type",
  "Planned Duration",
  "Shipments Delivered",
  "Deliveries performed",
  "Excluded?",
];

function sideOf(routes: readonly RouteFact[]) {
  return {
    title: "The work summary says",
    columns: ["Date", "Route", "Associate", "Service type", "Delivered", "Excluded"],
    rows: routes.map((route) => [
      formatWeekday(route.date),
      route.routeCode,
      route.associate,
      serviceKey(route.serviceType).key === "" ? "" : route.serviceType,
      thousands(route.delivered),
      "yes",
    ]),
    marked: [4, 5],
  };
}
