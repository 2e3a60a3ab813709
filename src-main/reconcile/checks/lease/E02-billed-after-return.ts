import { formatCents } from "#shared/money.ts";
import { daysBetween, formatDate } from "#shared/week.ts";
import { defineCheck } from "../../check.ts";
import { counted } from "./contract-rent.ts";
import {
  answerFromShares,
  contractDoubt,
  type LeaseValues,
  READS,
  RENT_TOLERANCE,
  shareFormula,
} from "./lease-finding.ts";
import { firstDayAfterReturn } from "./line-days.ts";
import { chargeText, periodText, vanText } from "./line-words.ts";
import { isRecurring } from "./lines.ts";

/** E02: rent or a recurring fee for days beyond the off-lease date, itself the last day that may be billed. */
export const E02 = defineCheck({
  code: "E02",
  version: 4,
  cadence: "month",
  needs: ["leaseLine", "leaseTerm"],
  ...READS,
  parameters: { tolerance: RENT_TOLERANCE },
  evaluate: (input) =>
    answerFromShares({
      code: "E02",
      input,
      tolerance: input.parameters.tolerance,
      concerns: (line) => (line.term !== null || line.vehicle !== null) && isRecurring(line),
      needsVan: true,
      doubt: (line) => (isRecurring(line) ? contractDoubt(line) : null),
    }),
  sentence,
  formula: shareFormula,
});

function sentence({ line, share }: LeaseValues): string {
  const { fact } = line;
  const start = firstDayAfterReturn(line) ?? line.days.from;
  const days = daysBetween(start, line.days.to) + 1;
  const last = line.chain.at(-1);
  const returned = `returned on ${formatDate(last?.returnedOn ?? last?.offLease ?? line.vehicle?.ownershipEnd ?? start)}`;
  return (
    `${fact.provider} billed the ${chargeText(line)} of ${vanText(line)} for ${periodText(line.days)}, but the van was ${returned}: ` +
    `${counted(days, "day")} too many, ${formatCents(share.totalCents)} too much.`
  );
}
