import { formatCents } from "#shared/money.ts";
import { defineCheck } from "../../check.ts";
import { dayCount } from "./contract-rent.ts";
import { answerFromShares, type LeaseValues, onSameLine, READS, shareFormula } from "./lease-finding.ts";
import { billedSide } from "./lease-sides.ts";
import { chargeText, periodText, vanText } from "./line-words.ts";

/** E01: a van's charge billed a second time for the same days, by any lessor, or an invoice number issued again. */
export const E01 = defineCheck({
  code: "E01",
  version: 2,
  cadence: "month",
  needs: ["leaseLine"],
  ...READS,
  parameters: {},
  evaluate: (input) =>
    answerFromShares({
      code: "E01",
      input,
      tolerance: null,
      concerns: () => true,
      needsVan: false,
      finish: ({ line }) => {
        const original = line.duplicate?.original;
        if (!original) return {};
        return {
          sides: [billedSide([line.fact], "Billed again"), billedSide([original.fact], "Billed already")],
          proven: [original.fact],
          terms: original.term === null ? [] : [original.term],
          explains: line.displaced.map((code) => onSameLine(code, line)),
        };
      },
    }),
  sentence,
  formula: shareFormula,
});

function sentence({ line, share }: LeaseValues): string {
  const { fact, duplicate } = line;
  const days = duplicate?.days.size ?? 0;
  const all = dayCount(line.days);
  const what = days < all ? `${days} of the ${all} days of the ${chargeText(line)}` : `the ${chargeText(line)}`;
  const first = duplicate?.original.fact;
  const before =
    first === undefined
      ? "before"
      : first.provider === fact.provider
        ? `on invoice ${first.invoiceNumber} of ${periodText({ from: first.issuedOn, to: first.issuedOn })}`
        : `by ${first.provider} on invoice ${first.invoiceNumber}`;
  return (
    `${fact.provider} billed ${what} of ${vanText(line)} for ${periodText(line.days)} again on invoice ${fact.invoiceNumber}, ` +
    `already billed ${before}: ${formatCents(share.totalCents)} too much.`
  );
}
