/** B05: a week whose tier earns an incentive and no incentive invoice by the usual day. */
import { type Cents, extend, formatQuantity, formatRate, plainCents, type Rate } from "#shared/money.ts";
import { formatDate, formatWeek, type IsoDate } from "#shared/week.ts";
import type { InvoiceFact } from "../../../documents/facts.ts";
import { defineCheck } from "../../check.ts";
import { allProof, proof } from "../../proof.ts";
import { cardProof } from "../amazon/proof.ts";
import { describeRow } from "../amazon/rates.ts";
import { GRACE_TO_APPEAR, HISTORY, lagNotes, lagOf, lastDay, usualLag } from "../cash/usual-lag.ts";
import { noPrice, tierSide, unverified } from "./incentive-finding.ts";
import { INCENTIVE_FACTS, type IncentiveWeek, isGap, readWeek } from "./incentive-week.ts";
import { BASE_KINDS, type CountOf, packageBase } from "./package-base.ts";

interface Values {
  readonly week: IncentiveWeek;
  readonly base: CountOf;
  readonly rate: Rate;
  readonly due: IsoDate;
  readonly amountCents: Cents;
}

/** The lower known count of delivered packages x the tier's rate, estimated. */
export const B05 = defineCheck({
  code: "B05",
  version: 1,
  cadence: "week",
  needs: [],
  uses: INCENTIVE_FACTS,
  around: { incentiveInvoice: { before: 91, after: 0 } },
  parameters: {
    usual: { title: "Days from the week's end to its incentive invoice", unit: "count", value: 7 },
    grace: GRACE_TO_APPEAR,
    history: HISTORY,
  },
  evaluate({ scope, facts, around, today, parameters, coverage }) {
    const week = readWeek({ scope, facts, coverage });
    if (week === null) return { outcome: "not-applicable" };
    if (isGap(week)) return unverified(week);
    if (week.item === null) return { outcome: "not-applicable" };
    if (week.head !== null) return { outcome: "agrees" };
    const earlier = around.incentiveInvoice.filter((head) => head.station === scope.station);
    const lag = usualLag(earlier.flatMap(issuedAfter), parameters);
    const due = lastDay(scope.to, lag, parameters.grace);
    if (today <= due) return { outcome: "not-applicable", holdsUntil: due };
    const inside = facts.invoiceLine.find((line) => /incentive/i.test(`${line.section} ${line.description}`));
    if (inside) {
      const why = `The variable invoice has a line "${inside.description}", which may be this incentive.`;
      return unverified({ missing: ["incentive invoice"], why });
    }
    if (facts.invoice.length === 0 && earlier.length === 0) {
      const why = "No invoice of Amazon's for this week is here, so a missing one and one not dropped in look alike.";
      return unverified({ missing: ["incentive invoice"], why });
    }
    if (week.price === null) return noPrice(week);
    const base = packageBase("delivered", facts, coverage);
    if (base === null) return unverified({ missing: BASE_KINDS });
    const rate = week.price.fact.rate;
    const { least } = base;
    const amountCents = extend(rate, least.packages);
    if (amountCents === 0) return { outcome: "not-applicable" };
    return {
      outcome: "finding",
      findings: [
        {
          subject: "incentive invoice",
          subjectLabel: `${formatWeek(scope.period)} · Incentive invoice`,
          direction: "owed",
          amountCents,
          estimated: true,
          values: { week, base: least, rate, due, amountCents },
          sides: [
            { title: "Amazon paid", columns: ["Incentive invoice"], rows: [["None on file"]], marked: [0] },
            tierSide(week),
          ],
          evidence: allProof(proof([week.tier], ["Week", "Station", "Tier"]), cardProof([week.price]), least.evidence),
          notes: [
            describeRow(week.price),
            `Estimate: the lower known count of delivered packages, from ${least.text}, at the tier's rate.`,
            ...lagNotes(lag, parameters.grace, due),
            "If the invoice is in the payments console, drop it in and this finding clears.",
          ],
          explains: [],
          deadline: null,
          counterparty: "Amazon",
          invoiceNumber: null,
        },
      ],
    };
  },
  sentence: ({ week, due }: Values) =>
    `${week.tier.tier} in ${formatWeek(week.scope.period)} earns an incentive, but no incentive invoice was here by ${formatDate(due)}.`,
  formula: ({ base, rate, amountCents }) =>
    `${formatQuantity(base.packages)} packages x ${formatRate(rate)} = ${plainCents(amountCents)} (estimated)`,
});

function issuedAfter(head: InvoiceFact): number[] {
  return lagOf(head.periodEnd, head.issuedOn);
}
