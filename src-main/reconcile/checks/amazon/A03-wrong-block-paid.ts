/** A03: a route paid as a shorter block of the same type. */
import { formatMinutes } from "#shared/hours.ts";
import { formatQuantity, TEN_THOUSAND } from "#shared/money.ts";
import { defineCheck, type Scope } from "../../check.ts";
import { ratePaid, routePrice } from "./prices.ts";
import { rateCard } from "./rates.ts";
import { pairRoutes, routeLabel, type Substitution } from "./route-pairing.ts";
import { cellRow, concludeRoutes, daysOf, hasRoutes, ROUTE_TOLERANCE, toleranceNote } from "./routes.ts";
import { differenceFormula, type RateDifference, rateDifference, substitutionFinding } from "./substitution.ts";
import { counted, onDay } from "./wording.ts";

interface Values {
  readonly swap: Substitution;
  readonly scope: Scope;
  readonly difference: RateDifference;
}

/** Short at a longer block and over at a shorter one on the same day: the difference of their rates for each. */
export const A03 = defineCheck({
  code: "A03",
  version: 1,
  cadence: "week",
  needs: ["dayTally", "invoiceLine", "invoice"],
  uses: ["rate"],
  parameters: { tolerance: ROUTE_TOLERANCE },
  evaluate({ scope, facts, parameters, coverage }) {
    const card = rateCard(facts.rate);
    const pairing = pairRoutes(facts.dayTally, facts.invoiceLine, card);
    const findings = pairing.shorterPaid
      .filter(({ quantity }) => quantity > parameters.tolerance * TEN_THOUSAND)
      .map((swap) => {
        const due = routePrice(card, facts.invoiceLine, swap.short, daysOf(swap.short, scope));
        const paid = ratePaid(cellRow(card, swap.over, scope), swap.over.lines);
        const difference = rateDifference(due, paid, swap.quantity);
        return substitutionFinding<Values>({
          swap,
          pairing,
          scope,
          difference,
          subject: `${swap.short.date ?? "week"}|${swap.short.key}|${swap.short.minutes}|${swap.over.minutes}`,
          subjectLabel: `${routeLabel(swap.short, scope)} paid as ${formatMinutes(swap.over.minutes)}`,
          values: { swap, scope, difference },
          tolerance: toleranceNote(parameters.tolerance),
          heads: facts.invoice,
        });
      });
    return concludeRoutes(pairing, hasRoutes(pairing), findings, coverage);
  },
  sentence: ({ swap: { short, over, quantity }, scope }) => {
    const routes = `${formatQuantity(quantity)} ${short.name} ${counted(quantity / TEN_THOUSAND, "route")}`;
    const long = formatMinutes(short.minutes);
    return `Amazon paid ${routes} of ${long} completed ${onDay(short.date, scope)} at the rate of ${formatMinutes(over.minutes)}.`;
  },
  formula: ({ swap, difference }) => differenceFormula(difference, swap.quantity),
});
