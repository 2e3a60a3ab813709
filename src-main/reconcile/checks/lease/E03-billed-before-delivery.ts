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
import { lastDayBeforeDelivery } from "./line-days.ts";
import { chargeText, periodText, vanText } from "./line-words.ts";
import { isRecurring } from "./lines.ts";

/** E03: rent or a recurring fee for days before the on-lease date, itself the first day that may be billed. */
export const E03 = defineCheck({
  code: "E03",
  version: 3,
  cadence: "month",
  needs: ["leaseLine", "leaseTerm"],
  ...READS,
  parameters: { tolerance: RENT_TOLERANCE },
  evaluate: (input) =>
    answerFromShares({
      code: "E03",
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
  const last = lastDayBeforeDelivery(line) ?? line.days.to;
  const days = daysBetween(line.days.from, last) + 1;
  const delivered = `delivered on ${formatDate(line.chain[0]?.onLease ?? line.vehicle?.ownershipStart ?? last)}`;
  return (
    `${line.fact.provider} billed the ${chargeText(line)} of ${vanText(line)} for ${periodText(line.days)}, but the van was ${delivered}: ` +
    `${counted(days, "day")} too many, ${formatCents(share.totalCents)} too much.`
  );
}
