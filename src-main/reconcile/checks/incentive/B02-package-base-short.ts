/** B02: delivered packages that the incentive invoice leaves out of its base. */
import { defineCheck } from "../../check.ts";
import { COUNT_TOLERANCE, compareCounts, countFormula, countSentence } from "./counted-short.ts";
import { noPrice, unverified } from "./incentive-finding.ts";
import { INCENTIVE_FACTS, isGap, readWeek } from "./incentive-week.ts";
import { stackedLines } from "./stacked-lines.ts";

/** Delivered packages minus packages paid, at the tier's rate. Packages paid at the wrong rate, or in parts, are B01's. */
export const B02 = defineCheck({
  code: "B02",
  version: 2,
  cadence: "week",
  needs: [],
  uses: INCENTIVE_FACTS,
  parameters: { tolerance: COUNT_TOLERANCE },
  evaluate({ scope, facts, parameters, coverage }) {
    const week = readWeek({ scope, facts, coverage });
    if (week === null) return { outcome: "not-applicable" };
    if (isGap(week)) return unverified(week);
    if (week.item === null) return { outcome: "not-applicable" };
    if (week.head === null) return unverified({ missing: ["incentive invoice"] });
    if (week.price === null) return noPrice(week);
    const together = stackedLines(week, facts, coverage);
    if (together !== null && together !== "unknown") return { outcome: "agrees" };
    return compareCounts({
      week,
      kind: "delivered",
      lines: week.delivered,
      rate: week.price.fact.rate,
      facts,
      coverage,
      tolerance: parameters.tolerance,
    });
  },
  sentence: countSentence,
  formula: countFormula,
});
