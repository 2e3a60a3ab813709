import { defineCheck } from "../../check.ts";
import { unnamedDoubt } from "./doubts.ts";
import { answerFromShares, READS, sentenceOfShare, shareFormula } from "./lease-finding.ts";
import { namesDisputedState } from "./one-off/registrations.ts";

/** E14: a registration billed again within a year, or for a state the van is not registered in. */
export const E14 = defineCheck({
  code: "E14",
  version: 3,
  cadence: "month",
  needs: ["leaseLine"],
  ...READS,
  parameters: {
    // Renewals may come some weeks early, so a year less a month.
    again: { title: "Days within which a second registration is one too many", unit: "count", value: 334 },
  },
  evaluate: (input) =>
    answerFromShares({
      code: "E14",
      input,
      tolerance: null,
      concerns: ({ charge, van }) => charge === "REGISTRATION" && van.kind !== "unknown",
      needsVan: false,
      accepts: ({ gap }) => gap === undefined || gap <= input.parameters.again,
      doubt: (line) => {
        if (line.charge !== "REGISTRATION") return null;
        if (line.vanKey === null) return unnamedDoubt(line, "a registration");
        return namesDisputedState(line)
          ? {
              missing: "lease schedule",
              why: "a registration in one of the two states that the lease schedule and Amazon's vehicle list name",
            }
          : null;
      },
    }),
  sentence: sentenceOfShare,
  formula: shareFormula,
});
