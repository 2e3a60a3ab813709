/** B01: the packages of the incentive invoice paid at the rate of another tier than the scorecard's. */
import {
  type Cents,
  extend,
  formatCents,
  formatQuantity,
  formatRate,
  plainCents,
  type Quantity,
  type Rate,
} from "#shared/money.ts";
import { formatWeek } from "#shared/week.ts";
import type { InvoiceLineFact } from "../../../documents/facts.ts";
import { defineCheck } from "../../check.ts";
import type { FindingDraft } from "../../finding.ts";
import { allProof } from "../../proof.ts";
import { conclude } from "../amazon/answers.ts";
import { quantityOf } from "../amazon/invoice.ts";
import { LINE_TOLERANCE, lineSubjects } from "../amazon/lines.ts";
import {
  claimOnIncentive,
  incentiveNotes,
  incentiveProof,
  incentiveSide,
  noPrice,
  tierSide,
  unverified,
} from "./incentive-finding.ts";
import { INCENTIVE_FACTS, type IncentiveWeek, isGap, readWeek } from "./incentive-week.ts";

interface Values {
  readonly week: IncentiveWeek;
  readonly line: InvoiceLineFact;
  readonly packages: Quantity;
  readonly due: Rate;
  /** The line's own rate, null where its amount is not its packages times its rate. */
  readonly paid: Rate | null;
  /** Signed: negative where more was paid than earned. */
  readonly difference: Cents;
}

/** (rate of the scorecard's tier - rate paid) x packages paid. Packages that were not paid at all are B02's. */
export const B01 = defineCheck({
  code: "B01",
  version: 1,
  cadence: "week",
  needs: [],
  uses: INCENTIVE_FACTS,
  parameters: { tolerance: LINE_TOLERANCE },
  evaluate({ scope, facts, parameters, coverage }) {
    const week = readWeek({ scope, facts, coverage });
    if (week === null) return { outcome: "not-applicable" };
    if (isGap(week)) return unverified(week);
    if (week.item === null) return { outcome: "not-applicable" };
    if (week.head === null) return unverified({ missing: ["incentive invoice"] });
    if (week.price === null) return noPrice(week);
    const due = week.price.fact.rate;
    const lines = [...week.delivered, ...week.pickups.filter((line) => isOfAnotherTier(week, line))];
    const subjects = lineSubjects(lines, (line) => `${line.date ?? "week"}|${line.description.trim()}`);
    const unclear: InvoiceLineFact[] = [];
    const findings: FindingDraft<Values>[] = [];
    for (const line of lines) {
      const packages = quantityOf(line);
      if (packages === undefined) unclear.push(line);
      else {
        const values = compare(week, line, packages, due);
        if (Math.abs(values.difference) > parameters.tolerance)
          findings.push(draft(values, subjects.get(line) ?? "", parameters.tolerance));
      }
    }
    const [open] = unclear;
    const why = open && `The packages of the line "${open.description}" cannot be read.`;
    return conclude({ exists: lines.length > 0, findings, missing: open ? ["incentive invoice"] : [], why });
  },
  sentence: ({ week, packages, due, paid, difference }: Values) => {
    const earned = `${week.tier.tier} in ${formatWeek(week.scope.period)} earns ${formatRate(due)} a package`;
    const got = paid === null ? "another amount" : formatRate(paid);
    const what = difference > 0 ? "less than earned" : "more than earned";
    return `${earned}; Amazon paid ${got} for ${formatQuantity(packages)} packages, ${formatCents(Math.abs(difference))} ${what}.`;
  },
  formula: ({ line, packages, due, paid, difference }) =>
    paid === null
      ? `${formatQuantity(packages)} x ${formatRate(due)} - ${plainCents(line.amountCents)} paid = ${plainCents(difference)}`
      : `${formatQuantity(packages)} x (${formatRate(due)} - ${formatRate(paid)}) = ${plainCents(difference)}`,
});

function compare(week: IncentiveWeek, line: InvoiceLineFact, packages: Quantity, due: Rate): Values {
  const { rate, amountCents } = line;
  if (rate !== null && Math.abs(extend(rate, packages) - amountCents) <= 1)
    return { week, line, packages, due, paid: rate, difference: extend(due - rate, packages) };
  return { week, line, packages, due, paid: null, difference: extend(due, packages) - amountCents };
}

/** Pickups may have a rate of their own; only one that is another tier's is surely wrong. */
function isOfAnotherTier({ price, prices }: IncentiveWeek, line: InvoiceLineFact): boolean {
  return line.rate !== price?.fact.rate && prices.some((row) => row.fact.rate === line.rate);
}

function draft(values: Values, subject: string, tolerance: number): FindingDraft<Values> {
  const { week, line, difference } = values;
  return {
    subject,
    subjectLabel: `${formatWeek(week.scope.period)} · ${line.description.trim()}`,
    direction: difference > 0 ? "owed" : "exposure",
    amountCents: Math.abs(difference),
    estimated: false,
    values,
    sides: [incentiveSide([line]), tierSide(week)],
    evidence: allProof(...incentiveProof(week, [line])),
    notes: [...incentiveNotes(week), `Tolerance: ${formatCents(tolerance)} a line.`],
    explains: [],
    ...claimOnIncentive(week),
  };
}
