import { formatCents } from "#shared/money.ts";
import { defineCheck } from "../../check.ts";
import { overlap } from "./contract-rent.ts";
import {
  answerFromShares,
  contractDoubt,
  type LeaseValues,
  READS,
  RENT_TOLERANCE,
  shareFormula,
} from "./lease-finding.ts";
import { isFullRent } from "./line-days.ts";
import { periodText, vanText } from "./line-words.ts";
import { isRent } from "./lines.ts";

/** E04: the rent of whole months differs from the contract's. */
export const E04 = defineCheck({
  code: "E04",
  version: 4,
  cadence: "month",
  needs: ["leaseLine", "leaseTerm"],
  ...READS,
  parameters: { tolerance: RENT_TOLERANCE },
  evaluate: (input) =>
    answerFromShares({
      code: "E04",
      input,
      tolerance: input.parameters.tolerance,
      concerns: (line) => line.term !== null && isFullRent(line),
      needsVan: true,
      doubt: (line) => (isRent(line) ? contractDoubt(line) : null),
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
  const contracts = line.chain.filter((each) =>
    overlap(line.days, { from: each.onLease, to: each.offLease ?? line.days.to }),
  );
  const said =
    contracts.length > 1
      ? `contracts ${contracts.map((each) => each.contract).join(" and ")} share the days`
      : `contract ${term?.contract ?? ""} says ${rent}`;
  return (
    `${fact.provider} billed ${formatCents(fact.amountCents)} rent for ${vanText(line)} for ${periodText(line.days)}; ` +
    `${said}: ${difference}.`
  );
}
