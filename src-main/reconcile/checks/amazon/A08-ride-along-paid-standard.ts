/** A08: a ride along or on-road experience paid as a standard route. */
import { baseService } from "#main/matching/services.ts";
import { formatMinutes } from "#shared/hours.ts";
import { formatQuantity, TEN_THOUSAND } from "#shared/money.ts";
import { defineCheck, type Scope } from "../../check.ts";
import { linesFor, serviceOf } from "./invoice.ts";
import { priceOf, ratePaid } from "./prices.ts";
import { rateCard } from "./rates.ts";
import { pairRoutes, type RouteCell, routeLabel, routeSubject, type Substitution } from "./route-pairing.ts";
import { cellRow, concludeRoutes, ROUTE_TOLERANCE, toleranceNote } from "./routes.ts";
import { differenceFormula, type RateDifference, rateDifference, substitutionFinding } from "./substitution.ts";
import { counted, onDay } from "./wording.ts";

interface Values {
  readonly swap: Substitution;
  readonly scope: Scope;
  readonly difference: RateDifference;
}

/** Short at a variant and over at its base type, same day and block: the difference of their rates for each. */
export const A08 = defineCheck({
  code: "A08",
  version: 1,
  cadence: "week",
  needs: ["dayTally", "invoiceLine", "invoice"],
  uses: ["rate"],
  parameters: { tolerance: ROUTE_TOLERANCE },
  evaluate({ scope, facts, parameters, coverage }) {
    const card = rateCard(facts.rate);
    const pairing = pairRoutes(facts.dayTally, facts.invoiceLine, card);
    // The lowest rate of the same block would be the standard rate itself: without a rate of its own a variant has no amount.
    const ratesOf = (cell: RouteCell) =>
      linesFor(facts.invoiceLine, "route").filter((line) => {
        const { key, minutes } = serviceOf(line);
        return key === cell.key && minutes === cell.minutes;
      });
    const findings = pairing.standardPaid
      .filter(({ quantity }) => quantity > parameters.tolerance * TEN_THOUSAND)
      .map((swap) => {
        const paid = ratePaid(cellRow(card, swap.over, scope), swap.over.lines);
        const due = priceOf(cellRow(card, swap.short, scope), ratesOf(swap.short));
        const difference = rateDifference(due, paid, swap.quantity);
        return substitutionFinding<Values>({
          swap,
          pairing,
          scope,
          difference,
          subject: `${routeSubject(swap.short)}|${variantOf(swap.short)}`,
          subjectLabel: `${routeLabel(swap.short, scope)} paid as standard`,
          values: { swap, scope, difference },
          tolerance: toleranceNote(parameters.tolerance),
          heads: facts.invoice,
        });
      });
    const exists = pairing.cells.some((cell) => cell.completed > 0 && baseService(cell.key).variant !== null);
    return concludeRoutes(pairing, exists, findings, coverage);
  },
  sentence: ({ swap: { short, over: standard, quantity }, scope }) => {
    const routes = counted(quantity / TEN_THOUSAND, "route");
    const what = `${formatQuantity(quantity)} ${variantOf(short)} ${routes} of ${formatMinutes(short.minutes)}`;
    return `Amazon paid ${what} completed ${onDay(short.date, scope)} (${short.name}) as standard ${standard.name}.`;
  },
  formula: ({ swap, difference }) => differenceFormula(difference, swap.quantity),
});

function variantOf(cell: RouteCell): string {
  return baseService(cell.key).variant ?? "standard";
}
