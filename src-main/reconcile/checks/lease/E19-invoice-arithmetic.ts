import { defineCheck } from "../../check.ts";
import { productOf } from "./arithmetic.ts";
import { answerFromShares, READS, sentenceOfShare, shareFormula } from "./lease-finding.ts";

/** E19: a line above its own quantity x rate, or whose total is not its amount and tax. */
export const E19 = defineCheck({
  code: "E19",
  version: 2,
  cadence: "month",
  needs: ["leaseLine"],
  ...READS,
  parameters: { tolerance: { title: "Difference that still agrees", unit: "cents", value: 1 } },
  evaluate: (input) =>
    answerFromShares({
      code: "E19",
      input,
      tolerance: input.parameters.tolerance,
      concerns: (line) => productOf(line) !== null || line.fact.totalCents !== line.fact.amountCents,
      needsVan: false,
    }),
  sentence: sentenceOfShare,
  formula: shareFormula,
});
