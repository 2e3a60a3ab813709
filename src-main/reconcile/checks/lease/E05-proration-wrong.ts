import { formatCents } from "#shared/money.ts";
import { defineCheck } from "../../check.ts";
import { dayCount } from "./contract-rent.ts";
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

/** E05: the rent of a part of a month is not what the contract's own method makes of it. */
export const E05 = defineCheck({
  code: "E05",
  version: 4,
  cadence: "month",
  needs: ["leaseLine", "leaseTerm"],
  ...READS,
  parameters: { tolerance: RENT_TOLERANCE },
  evaluate: (input) =>
    answerFromShares({
      code: "E05",
      input,
      tolerance: input.parameters.tolerance,
      concerns: (line) => line.term !== null && isRent(line) && line.rental === null && !isFullRent(line),
      needsVan: true,
      doubt: (line) => (isRent(line) ? contractDoubt(line) : null),
    }),
  sentence,
  formula: shareFormula,
});

const BASIS = {
  actual: "prorates by the month's actual days",
  "30": "prorates in thirtieths",
  none: "owes the full month's rent for any part of it",
} as const;

function sentence({ line, share }: LeaseValues): string {
  const { fact, term } = line;
  const basis = term === null ? "" : `contract ${term.contract} ${BASIS[term.proration]}: `;
  return (
    `${fact.provider} billed ${formatCents(fact.amountCents)} rent for the ${dayCount(line.days)} days ${periodText(line.days)} of ` +
    `${vanText(line)}; ${basis}${formatCents(share.totalCents)} ${share.below ? "less than owed" : "too much"}.`
  );
}
