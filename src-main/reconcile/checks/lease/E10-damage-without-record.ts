import { defineCheck } from "../../check.ts";
import { unnamedDoubt } from "./doubts.ts";
import { answerFromShares, READS, sentenceOfShare, shareFormula } from "./lease-finding.ts";
import type { LeaseLine } from "./lines.ts";

/** E10: a damage or turn-in charge that names no inspection record. */
export const E10 = defineCheck({
  code: "E10",
  version: 2,
  cadence: "month",
  needs: ["leaseLine"],
  ...READS,
  parameters: {},
  evaluate: (input) =>
    answerFromShares({
      code: "E10",
      input,
      tolerance: null,
      concerns: isDamage,
      needsVan: false,
      doubt: (line) => (isDamage(line) && line.vanKey === null ? unnamedDoubt(line, "a damage charge") : null),
    }),
  sentence: sentenceOfShare,
  formula: shareFormula,
});

function isDamage({ charge, van, fact }: LeaseLine): boolean {
  return (charge === "DAMAGE" || charge === "TURN_IN") && van.kind !== "unknown" && fact.amountCents > 0;
}
