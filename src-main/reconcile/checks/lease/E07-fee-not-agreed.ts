import { defineCheck } from "../../check.ts";
import { allowedFees, isContractFee } from "./allowed-fees.ts";
import { type Doubt, unnamedDoubt } from "./doubts.ts";
import { answerFromShares, contractDoubt, READS, sentenceOfShare, shareFormula } from "./lease-finding.ts";
import type { LeaseLine } from "./lines.ts";

/** E07: a fee that the contract does not list, or above the most it allows. The lessor's fees for tolls and fines above their cap are E11. */
export const E07 = defineCheck({
  code: "E07",
  version: 3,
  cadence: "month",
  needs: ["leaseLine", "leaseTerm"],
  ...READS,
  parameters: { tolerance: { title: "Difference that still agrees", unit: "cents", value: 0 } },
  evaluate: (input) =>
    answerFromShares({
      code: "E07",
      input,
      tolerance: input.parameters.tolerance,
      concerns: (line) => isFee(line) && line.term !== null,
      needsVan: false,
      doubt: feeDoubt,
    }),
  sentence: sentenceOfShare,
  formula: shareFormula,
});

function isFee(line: LeaseLine): boolean {
  return isContractFee(line) || line.charge === "INSURANCE";
}

function feeDoubt(line: Parameters<typeof contractDoubt>[0]): Doubt | null {
  if (!isContractFee(line) || line.duplicate !== null) return null;
  if (line.van.kind === "ambiguous" || line.van.kind === "unnamed") return unnamedDoubt(line, "a fee");
  if (line.term === null) return contractDoubt(line);
  if (allowedFees(line.term) !== null) return null;
  const contract = line.term.contract.trim() === "" ? "the van's contract" : `contract ${line.term.contract.trim()}`;
  const why = `${contract} lists no fees that could be read; write them as MGMT_FEE:12.50; TOLL_FEE:5.00`;
  return { missing: "lease schedule", why };
}
