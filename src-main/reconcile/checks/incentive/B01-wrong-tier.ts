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
import { BASE_KINDS } from "./package-base.ts";
import { type Stacked, stackedLines, stackedNote } from "./stacked-lines.ts";

interface Values {
  readonly week: IncentiveWeek;
  /** One line, or all of those that pay the same packages in parts. */
  readonly lines: readonly InvoiceLineFact[];
  readonly paidCents: Cents;
  readonly packages: Quantity;
  readonly due: Rate;
  /** The line's own rate, null where its amount is not its packages times its rate, and for several lines. */
  readonly paid: Rate | null;
  /** Signed: negative where more was paid than earned. */
  readonly difference: Cents;
}

/** (rate of the scorecard's tier - rate paid) x packages paid. Packages that were not paid at all are B02's. */
export const B01 = defineCheck({
  code: "B01",
  version: 2,
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
    const together = stackedLines(week, facts, coverage);
    if (together === "unknown") {
      const why = "Several lines pay for the same number of packages; how many were delivered is not known.";
      return unverified({ missing: BASE_KINDS, why });
    }
    const lines = [
      ...(together === null ? week.delivered : []),
      ...week.pickups.filter((line) => isOfAnotherTier(week, line)),
    ];
    const subjects = lineSubjects(lines, (line) => `${line.date ?? "week"}|${line.description.trim()}`);
    const unclear: InvoiceLineFact[] = [];
    const findings = together === null ? [] : inParts(week, together, due, parameters.tolerance);
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
    return conclude({
      exists: lines.length > 0 || together !== null,
      findings,
      missing: open ? ["incentive invoice"] : [],
      why,
    });
  },
  sentence: ({ week, lines, paidCents, packages, due, paid, difference }: Values) => {
    const earned = `${week.tier.tier} in ${formatWeek(week.scope.period)} earns ${formatRate(due)} a package`;
    const amount = `${formatCents(paidCents)}${lines.length > 1 ? ` on ${lines.length} lines` : ""}`;
    const got = paid === null ? amount : formatRate(paid);
    const what = difference > 0 ? "less than earned" : "more than earned";
    return `${earned}; Amazon paid ${got} for ${formatQuantity(packages)} packages, ${formatCents(Math.abs(difference))} ${what}.`;
  },
  formula: ({ paidCents, packages, due, paid, difference }) => {
    const result = plainCents(Math.abs(difference));
    const less = (earned: string, got: string) => (difference > 0 ? `${earned} - ${got}` : `${got} - ${earned}`);
    return paid === null
      ? `${less(`${formatQuantity(packages)} x ${formatRate(due)}`, `${plainCents(paidCents)} paid`)} = ${result}`
      : `${formatQuantity(packages)} x (${less(formatRate(due), formatRate(paid))}) = ${result}`;
  },
});

function compare(week: IncentiveWeek, line: InvoiceLineFact, packages: Quantity, due: Rate): Values {
  const { rate, amountCents } = line;
  const compared = { week, lines: [line], paidCents: amountCents, packages, due };
  if (rate !== null && Math.abs(extend(rate, packages) - amountCents) <= 1)
    return { ...compared, paid: rate, difference: extend(due - rate, packages) };
  return { ...compared, paid: null, difference: extend(due, packages) - amountCents };
}

/** Lines that pay the same packages in parts: owed is counted from the lowest known count, too much only beyond the highest. */
function inParts(week: IncentiveWeek, together: Stacked, due: Rate, tolerance: Cents): FindingDraft<Values>[] {
  const { paidCents, least, most } = together;
  const owed = extend(due, least) - paidCents;
  const packages = owed > 0 ? least : most;
  const difference = extend(due, packages) - paidCents;
  if (Math.abs(difference) <= tolerance || (owed <= 0 && difference > 0)) return [];
  const values = { week, lines: week.delivered, paidCents, packages, due, paid: null, difference };
  const finding = draft(values, "delivered packages in parts", tolerance);
  return [{ ...finding, notes: [...finding.notes, stackedNote(together)] }];
}

/** Pickups may have a rate of their own; only one that is another tier's is surely wrong. */
function isOfAnotherTier({ price, prices }: IncentiveWeek, line: InvoiceLineFact): boolean {
  return line.rate !== price?.fact.rate && prices.some((row) => row.fact.rate === line.rate);
}

function draft(values: Values, subject: string, tolerance: number): FindingDraft<Values> {
  const { week, lines, difference } = values;
  const title = lines.map((line) => line.description.trim()).join(" + ");
  return {
    subject,
    subjectLabel: `${formatWeek(week.scope.period)} · ${title}`,
    direction: difference > 0 ? "owed" : "exposure",
    amountCents: Math.abs(difference),
    estimated: false,
    values,
    sides: [incentiveSide(lines), tierSide(week)],
    evidence: allProof(...incentiveProof(week, lines)),
    notes: [...incentiveNotes(week), `Tolerance: ${formatCents(tolerance)} a line.`],
    explains: [],
    ...claimOnIncentive(week),
  };
}
