/** A03: a route paid as a shorter block of the same type. */
import { formatMinutes } from "#shared/hours.ts";
import { formatQuantity, TEN_THOUSAND } from "#shared/money.ts";
import { defineCheck, type Scope } from "../../check.ts";
import { routePrice } from "./prices.ts";
import { routeLabel, type Substitution } from "./route-pairing.ts";
import { concludeRoutes, daysOf, hasRoutes, notCounted, openRoutes, ROUTE_TOLERANCE, toleranceNote } from "./routes.ts";
import {
  differenceFormula,
  otherPairs,
  paidPrice,
  type RateDifference,
  rateDifference,
  substitutionFinding,
} from "./substitution.ts";
import { counted, onDay } from "./wording.ts";

interface Values {
  readonly swap: Substitution;
  readonly scope: Scope;
  readonly difference: RateDifference;
}

/** Short at a longer block and over at a shorter one on the same day: the difference of their rates for each. */
export const A03 = defineCheck({
  code: "A03",
  version: 2,
  cadence: "week",
  needs: ["dayTally", "invoiceLine", "invoice"],
  uses: ["rate", "alias"],
  parameters: { tolerance: ROUTE_TOLERANCE },
  evaluate({ scope, facts, parameters, coverage }) {
    const routes = openRoutes(facts);
    const { card, lines, pairing } = routes;
    const shorter = pairing.shorterPaid.map((swap) => {
      const due = routePrice(card, lines, swap.short, daysOf(swap.short, scope));
      return { swap, difference: rateDifference(due, paidPrice(card, swap.over, scope), swap.quantity) };
    });
    const other = otherPairs(routes, scope).filter(({ code }) => code === "A03");
    const findings = [...shorter, ...other]
      .filter(({ swap }) => swap.quantity > parameters.tolerance * TEN_THOUSAND)
      .map(({ swap, difference }) => {
        const { short, over } = swap;
        const other = over.key === short.key ? "" : `|${over.key}`;
        return substitutionFinding<Values>({
          swap,
          pairing,
          scope,
          difference,
          subject: `${short.date ?? "week"}|${short.key}|${short.minutes}|${over.minutes}${other}`,
          subjectLabel: `${routeLabel(short, scope)} paid as ${formatMinutes(over.minutes)}`,
          values: { swap, scope, difference },
          tolerance: toleranceNote(parameters.tolerance),
          heads: facts.invoice,
        });
      });
    return concludeRoutes(pairing, hasRoutes(pairing), findings, coverage, notCounted(pairing));
  },
  sentence: ({ swap: { short, over, quantity }, scope }) => {
    const routes = `${formatQuantity(quantity)} ${short.name} ${counted(quantity / TEN_THOUSAND, "route")}`;
    const long = formatMinutes(short.minutes);
    const as = over.key === short.key ? "" : `${over.name} of `;
    return `Amazon paid ${routes} of ${long} completed ${onDay(short.date, scope)} at the rate of ${as}${formatMinutes(over.minutes)}.`;
  },
  formula: ({ swap, difference }) => differenceFormula(difference, swap.quantity),
});
