import { defineCheck } from "../../check.ts";
import { type Doubt, unnamedDoubt } from "./doubts.ts";
import { answerFromShares, READS, sentenceOfShare, shareFormula } from "./lease-finding.ts";
import type { LeaseLine } from "./lines.ts";
import { mileageDoubt } from "./one-off/mileage.ts";

/** E08: excess mileage above max(0, odometer - allowance x months) x rate. */
export const E08 = defineCheck({
  code: "E08",
  version: 3,
  cadence: "month",
  needs: ["leaseLine", "leaseTerm"],
  ...READS,
  parameters: { tolerance: { title: "Difference that still agrees", unit: "cents", value: 1 } },
  evaluate: (input) =>
    answerFromShares({
      code: "E08",
      input,
      tolerance: input.parameters.tolerance,
      concerns: isMileage,
      needsVan: false,
      doubt: (line) => (isMileage(line) && line.duplicate === null ? doubtOf(line) : null),
    }),
  sentence: sentenceOfShare,
  formula: shareFormula,
});

function isMileage({ charge, van }: LeaseLine): boolean {
  return charge === "MILEAGE_OVER" && van.kind !== "unknown";
}

function doubtOf(line: LeaseLine): Doubt | null {
  if (line.vanKey === null) return unnamedDoubt(line, "excess mileage");
  const doubt = mileageDoubt(line);
  if (doubt === null) return null;
  return { missing: line.fact.odometer === null ? "lease invoice" : "lease schedule", why: `excess mileage ${doubt}` };
}
