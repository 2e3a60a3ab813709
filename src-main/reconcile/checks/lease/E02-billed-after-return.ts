import { formatCents } from "#shared/money.ts";
import { daysBetween, formatDate } from "#shared/week.ts";
import { defineCheck } from "../../check.ts";
import { counted } from "./contract-rent.ts";
import { answerFromShares, type LeaseValues, RENT_TOLERANCE, shareFormula } from "./lease-finding.ts";
import { firstDayAfterReturn } from "./line-shares.ts";
import { chargeText, isRecurring, periodText, vanText } from "./lines.ts";

/** E02: rent or a recurring fee for days beyond the off-lease date, itself the last day that may be billed. */
export const E02 = defineCheck({
  code: "E02",
  version: 1,
  cadence: "month",
  needs: ["leaseLine", "leaseTerm"],
  parameters: { tolerance: RENT_TOLERANCE },
  evaluate: ({ scope, facts, parameters }) =>
    answerFromShares({
      code: "E02",
      scope,
      lines: facts.leaseLine,
      terms: facts.leaseTerm,
      tolerance: parameters.tolerance,
      concerns: (line) => line.term !== null && isRecurring(line),
      needsVan: true,
    }),
  sentence,
  formula: shareFormula,
});

function sentence({ line, share }: LeaseValues): string {
  const { fact, term } = line;
  const start = firstDayAfterReturn(line) ?? line.days.from;
  const days = daysBetween(start, line.days.to) + 1;
  const returned = `returned on ${formatDate(term?.offLease ?? start)}`;
  return (
    `${fact.provider} billed the ${chargeText(line)} of ${vanText(line)} for ${periodText(line.days)}, but the van was ${returned}: ` +
    `${counted(days, "day")} too many, ${formatCents(share.totalCents)} too much.`
  );
}
