import { defineCheck } from "../../check.ts";
import { unnamedDoubt } from "./doubts.ts";
import { answerFromShares, contractDoubt, READS, sentenceOfShare, shareFormula } from "./lease-finding.ts";

/** E12: tax that is not the contract's rate of what it taxes. The tax on money another check claims goes with that check. */
export const E12 = defineCheck({
  code: "E12",
  version: 1,
  cadence: "month",
  needs: ["leaseLine", "leaseTerm"],
  ...READS,
  parameters: { tolerance: { title: "Difference that still agrees", unit: "cents", value: 1 } },
  evaluate: (input) =>
    answerFromShares({
      code: "E12",
      input,
      tolerance: input.parameters.tolerance,
      concerns: (line) => line.taxBilled > 0 || line.charge === "TAX" || (line.term?.taxRate ?? 0) > 0,
      needsVan: false,
      doubt: (line) => {
        if (line.taxBilled === 0 || line.van.kind === "unknown" || line.charge === "LATE_FEE") return null;
        if (line.vanKey === null) return unnamedDoubt(line, "a taxed charge");
        if (line.term === null) return contractDoubt(line);
        return line.term.taxRate === null
          ? { missing: "lease schedule", why: "taxed, but the lease schedule has no tax rate for its contract" }
          : null;
      },
    }),
  sentence: sentenceOfShare,
  formula: shareFormula,
});
