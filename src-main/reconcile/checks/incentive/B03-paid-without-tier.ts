/** B03: an incentive paid for a week whose tier earns nothing. Amazon may take it back, so it is told and never claimed. */
import { type Cents, formatCents, plainCents } from "#shared/money.ts";
import { formatWeek } from "#shared/week.ts";
import { defineCheck } from "../../check.ts";
import { allProof } from "../../proof.ts";
import { LINE_TOLERANCE } from "../amazon/lines.ts";
import {
  claimOnIncentive,
  incentiveNotes,
  incentiveProof,
  incentiveSide,
  tierSide,
  unverified,
} from "./incentive-finding.ts";
import { INCENTIVE_FACTS, type IncentiveWeek, isGap, readWeek } from "./incentive-week.ts";

interface Values {
  readonly week: IncentiveWeek;
  readonly paid: Cents;
}

/** What the lines for packages paid in a week of a tier below Fantastic. */
export const B03 = defineCheck({
  code: "B03",
  version: 1,
  cadence: "week",
  needs: [],
  uses: INCENTIVE_FACTS,
  parameters: { tolerance: LINE_TOLERANCE },
  evaluate({ scope, facts, parameters, coverage }) {
    const week = readWeek({ scope, facts, coverage });
    if (week === null) return { outcome: "not-applicable" };
    if (isGap(week)) return unverified(week);
    if (week.item !== null || week.head === null) return { outcome: "not-applicable" };
    const lines = [...week.delivered, ...week.pickups];
    const paid = lines.reduce((sum, line) => sum + line.amountCents, 0);
    if (paid <= parameters.tolerance) return { outcome: "agrees" };
    return {
      outcome: "finding",
      findings: [
        {
          subject: "incentive",
          subjectLabel: `${formatWeek(scope.period)} · Incentive paid in ${week.tier.tier}`,
          direction: "exposure",
          amountCents: paid,
          estimated: false,
          values: { week, paid },
          sides: [incentiveSide(lines), tierSide(week)],
          evidence: allProof(...incentiveProof(week, lines)),
          notes: [...incentiveNotes(week), `Tolerance: ${formatCents(parameters.tolerance)}.`],
          explains: [],
          ...claimOnIncentive(week),
          deadline: null,
        },
      ],
    };
  },
  sentence: ({ week, paid }: Values) =>
    `${week.tier.tier} in ${formatWeek(week.scope.period)} earns no incentive, yet Amazon paid ${formatCents(paid)}; it may be taken back.`,
  formula: ({ paid }) => `${plainCents(paid)} paid - 0.00 earned = ${plainCents(paid)}`,
});
