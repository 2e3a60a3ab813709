import { defineCheck } from "../../check.ts";
import { unnamedDoubt } from "./doubts.ts";
import { answerFromShares, READS, sentenceOfShare, shareFormula } from "./lease-finding.ts";
import { isToll } from "./one-off/tolls.ts";

/** E11: a toll or violation of days the van was not ours, of a plate that is not ours, of a passage billed already, or a fee above its cap. */
export const E11 = defineCheck({
  code: "E11",
  version: 3,
  cadence: "month",
  needs: ["leaseLine", "leaseTerm"],
  ...READS,
  parameters: {},
  evaluate: (input) =>
    answerFromShares({
      code: "E11",
      input,
      tolerance: null,
      concerns: (line) => isToll(line) && line.van.kind !== "unknown",
      needsVan: false,
      doubt: (line) => {
        if (!isToll(line) || line.duplicate !== null) return null;
        if (line.van.kind === "ambiguous" || line.van.kind === "unnamed")
          return unnamedDoubt(line, "a toll or violation");
        const isDated = line.contracts.length > 0 || (line.vehicle?.ownershipStart ?? null) !== null;
        if (line.van.kind !== "ours" || isDated) return null;
        const why = "a toll or violation of a van for which no document says since when it is ours";
        return { missing: "lease schedule", why };
      },
    }),
  sentence: sentenceOfShare,
  formula: shareFormula,
});
