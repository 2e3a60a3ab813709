import { defineCheck } from "../../check.ts";
import { unnamedDoubt } from "./doubts.ts";
import { answerFromShares, contractDoubt, READS, sentenceOfShare, shareFormula } from "./lease-finding.ts";
import type { JudgedLine } from "./line-shares.ts";
import { changesRate } from "./tax.ts";

/** A tax line that could not be laid on the charges it is for, and that no other check claims. */
function isApart(line: JudgedLine): boolean {
  return line.charge === "TAX" && line.taxSpread === 0 && line.van.kind !== "unknown" && line.shares.length === 0;
}

/** E12: tax that is not the contract's rate of what it taxes. The tax on money another check claims goes with that check. */
export const E12 = defineCheck({
  code: "E12",
  version: 3,
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
        if (isApart(line))
          return { missing: "lease invoice", why: "a tax line for which no untaxed charge stands on the invoice" };
        if (line.taxBilled === 0 || line.van.kind === "unknown" || line.charge === "LATE_FEE") return null;
        if (line.vanKey === null) return unnamedDoubt(line, "a taxed charge");
        if (line.term === null) return contractDoubt(line);
        if (changesRate(line)) return { missing: "lease invoice", why: "taxed in one sum for days with two tax rates" };
        return line.term.taxRate === null
          ? { missing: "lease schedule", why: "taxed, but the lease schedule has no tax rate for its contract" }
          : null;
      },
    }),
  sentence: sentenceOfShare,
  formula: shareFormula,
});
