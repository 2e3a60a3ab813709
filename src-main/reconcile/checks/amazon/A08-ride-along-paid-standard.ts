/** A08: a ride along or on-road experience paid as a standard route. */
import { baseService } from "#main/matching/services.ts";
import { formatMinutes } from "#shared/hours.ts";
import { formatQuantity, TEN_THOUSAND } from "#shared/money.ts";
import { defineCheck, type Scope } from "../../check.ts";
import type { RouteCell } from "./route-cells.ts";
import { routeLabel, routeSubject, type Substitution } from "./route-pairing.ts";
import { concludeRoutes, notCounted, openRoutes, ROUTE_TOLERANCE, toleranceNote } from "./routes.ts";
import {
  differenceFormula,
  duePrice,
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

/** Short at a variant and over at its base type, same day and block: the difference of their rates for each. */
export const A08 = defineCheck({
  code: "A08",
  version: 2,
  cadence: "week",
  needs: ["dayTally", "invoiceLine", "invoice"],
  uses: ["rate", "alias"],
  parameters: { tolerance: ROUTE_TOLERANCE },
  evaluate({ scope, facts, parameters, coverage }) {
    const routes = openRoutes(facts);
    const { card, pairing } = routes;
    const standard = pairing.standardPaid.map((swap) => {
      const due = duePrice(routes, swap.short, scope);
      return { swap, difference: rateDifference(due, paidPrice(card, swap.over, scope), swap.quantity) };
    });
    const other = otherPairs(routes, scope).filter(({ code }) => code === "A08");
    const findings = [...standard, ...other]
      .filter(({ swap }) => swap.quantity > parameters.tolerance * TEN_THOUSAND)
      .map(({ swap, difference }) => {
        const paidAs = isStandard(swap) ? "" : `|${swap.over.key}|${swap.over.minutes}`;
        return substitutionFinding<Values>({
          swap,
          pairing,
          scope,
          difference,
          subject: `${routeSubject(swap.short)}|${variantOf(swap.short)}${paidAs}`,
          subjectLabel: `${routeLabel(swap.short, scope)} paid as ${isStandard(swap) ? "standard" : nameOfOver(swap)}`,
          values: { swap, scope, difference },
          tolerance: toleranceNote(parameters.tolerance),
          heads: facts.invoice,
        });
      });
    const exists = pairing.cells.some((cell) => cell.completed > 0 && baseService(cell.key).variant !== null);
    return concludeRoutes(pairing, exists, findings, coverage, notCounted(pairing));
  },
  sentence: ({ swap, scope }) => {
    const { short, quantity } = swap;
    const routes = counted(quantity / TEN_THOUSAND, "route");
    const what = `${formatQuantity(quantity)} ${variantOf(short)} ${routes} of ${formatMinutes(short.minutes)}`;
    return `Amazon paid ${what} completed ${onDay(short.date, scope)} (${short.name}) as ${nameOfOver(swap)}.`;
  },
  formula: ({ swap, difference }) => differenceFormula(difference, swap.quantity),
});

/** The same block of the base type itself. */
function isStandard({ short, over }: Substitution): boolean {
  return over.minutes === short.minutes && over.key === baseService(short.key).base;
}

function nameOfOver(swap: Substitution): string {
  const { over } = swap;
  return isStandard(swap) ? `standard ${over.name}` : `${over.name} of ${formatMinutes(over.minutes)}`;
}

function variantOf(cell: RouteCell): string {
  return baseService(cell.key).variant ?? "standard";
}
