import { defineCheck } from "../../check.ts";
import { unnamedDoubt } from "./doubts.ts";
import { answerFromShares, contractDoubt, READS, sentenceOfShare, shareFormula } from "./lease-finding.ts";
import { isRoutine, warrantyDoubt } from "./one-off/repairs.ts";

/** E09: a repair inside the maker's warranty, or the same repair billed again within some days. */
export const E09 = defineCheck({
  code: "E09",
  version: 3,
  cadence: "month",
  needs: ["leaseLine", "leaseTerm"],
  ...READS,
  parameters: {
    again: { title: "Days within which the same repair is billed twice", unit: "count", value: 90 },
  },
  evaluate: (input) =>
    answerFromShares({
      code: "E09",
      input,
      tolerance: null,
      concerns: ({ charge, van }) => (charge === "MAINT" || charge === "TIRE") && van.kind !== "unknown",
      needsVan: false,
      accepts: ({ gap }) => gap === undefined || gap <= input.parameters.again,
      doubt: (line) => {
        if (line.charge !== "MAINT" || line.duplicate !== null || isRoutine(line)) return null;
        if (line.vanKey === null) return unnamedDoubt(line, "a repair");
        if (line.term === null) return contractDoubt(line);
        const doubt = warrantyDoubt(line);
        if (doubt === null) return null;
        const missing = doubt.startsWith("prints") ? "lease invoice" : "lease schedule";
        return { missing, why: `a repair ${doubt}` };
      },
    }),
  sentence: sentenceOfShare,
  formula: shareFormula,
});
