/** B04: pickups that the incentive invoice counts otherwise than the other papers. */
import { defineCheck } from "../../check.ts";
import { COUNT_TOLERANCE, compareCounts, countFormula, countSentence } from "./counted-short.ts";
import { noPrice, unverified } from "./incentive-finding.ts";
import { INCENTIVE_FACTS, type IncentiveWeek, isGap, readWeek } from "./incentive-week.ts";

/** Pickups minus pickups paid, at the rate pickups are due at. Pickups paid at another tier's rate are B01's. */
export const B04 = defineCheck({
  code: "B04",
  version: 1,
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
    if (week.pickups.length === 0) return { outcome: "not-applicable" };
    if (week.price === null) return noPrice(week);
    const rate = pickupRate(week, week.price.fact.rate);
    if (rate === null) {
      const why = "The invoice prints no rate for pickups.";
      return unverified({ missing: ["incentive invoice"], why });
    }
    const { pickups: lines } = week;
    return compareCounts({ week, kind: "pickup", lines, rate, facts, coverage, tolerance: parameters.tolerance });
  },
  sentence: countSentence,
  formula: countFormula,
});

/** The tier's rate where pickups are paid by tier, else the lowest rate the invoice itself pays for them. */
function pickupRate({ pickups, prices }: IncentiveWeek, due: number): number | null {
  const rates = pickups.flatMap((line) => line.rate ?? []);
  if (rates.length === 0) return null;
  return rates.every((rate) => prices.some((row) => row.fact.rate === rate)) ? due : Math.min(...rates);
}
