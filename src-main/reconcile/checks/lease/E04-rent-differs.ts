import { formatCents } from "#shared/money.ts";
import { defineCheck } from "../../check.ts";
import { answerFromShares, type LeaseValues, RENT_TOLERANCE, shareFormula } from "./lease-finding.ts";
import { isFullRent } from "./line-shares.ts";
import { periodText, vanText } from "./lines.ts";

/** E04: the rent of whole months differs from the contract's. */
export const E04 = defineCheck({
  code: "E04",
  version: 1,
  cadence: "month",
  needs: ["leaseLine", "leaseTerm"],
  parameters: { tolerance: RENT_TOLERANCE },
  evaluate: ({ scope, facts, parameters }) =>
    answerFromShares({
      code: "E04",
      scope,
      lines: facts.leaseLine,
      terms: facts.leaseTerm,
      tolerance: parameters.tolerance,
      concerns: (line) => line.term !== null && isFullRent(line),
      needsVan: true,
    }),
  sentence,
  formula: shareFormula,
});

function sentence({ line, share }: LeaseValues): string {
  const { fact, term } = line;
  const rent = term === null ? "another rent" : `${formatCents(term.monthlyRentCents)} a month`;
  const difference = share.below
    ? `${formatCents(share.totalCents)} less than agreed`
    : `${formatCents(share.totalCents)} too much${share.taxCents > 0 ? " with its tax" : ""}`;
  return (
    `${fact.provider} billed ${formatCents(fact.amountCents)} rent for ${vanText(line)} for ${periodText(line.days)}; ` +
    `contract ${term?.contract ?? ""} says ${rent}: ${difference}.`
  );
}
