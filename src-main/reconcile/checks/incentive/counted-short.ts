/** Packages that the incentive invoice counts short (B02 delivered, B04 pickups): what was not paid at all, at the rate it is due at. */
import {
  type Cents,
  extend,
  formatQuantity,
  formatRate,
  plainCents,
  type Quantity,
  type Rate,
  TEN_THOUSAND,
} from "#shared/money.ts";
import { formatWeek } from "#shared/week.ts";
import type { InvoiceLineFact } from "../../../documents/facts.ts";
import type { Answer, ParameterSpec } from "../../check.ts";
import type { Coverage } from "../../coverage.ts";
import { allProof } from "../../proof.ts";
import { quantityOf } from "../amazon/invoice.ts";
import { claimOnIncentive, incentiveNotes, incentiveProof, incentiveSide, unverified } from "./incentive-finding.ts";
import type { IncentiveFacts, IncentiveWeek } from "./incentive-week.ts";
import { BASE_KINDS, type CountOf, packageBase } from "./package-base.ts";

/** The numbers of a count that differs. */
export interface Count {
  readonly week: IncentiveWeek;
  readonly what: string;
  readonly base: CountOf;
  readonly paid: Quantity;
  /** Signed: negative where the invoice counts more than either source. */
  readonly short: Quantity;
  readonly rate: Rate;
  readonly amountCents: Cents;
}

/** Packages that may differ without a finding. */
export const COUNT_TOLERANCE: ParameterSpec = {
  title: "Packages a week may differ without a finding",
  unit: "count",
  value: 0,
};

/**
 * Packages known from the variable invoice and the work summary minus those the incentive was paid on. A shortage is counted from the
 * lower of the two, a surplus only beyond both of them.
 */
export function compareCounts(input: {
  readonly week: IncentiveWeek;
  readonly kind: "delivered" | "pickup";
  readonly lines: readonly InvoiceLineFact[];
  readonly rate: Rate;
  readonly facts: IncentiveFacts;
  readonly coverage: Coverage;
  readonly tolerance: number;
}): Answer<Count> {
  const { week, kind, lines, rate, facts, coverage, tolerance } = input;
  let paid = 0;
  for (const line of lines) {
    const quantity = quantityOf(line);
    if (quantity === undefined) {
      const why = `The packages of the line "${line.description}" cannot be read.`;
      return unverified({ missing: ["incentive invoice"], why });
    }
    paid += quantity;
  }
  const base = packageBase(kind, facts, coverage);
  if (base === null) return unverified({ missing: BASE_KINDS });
  const less = base.least.packages - paid;
  const more = paid - base.most;
  const allowed = tolerance * TEN_THOUSAND;
  if (more > allowed && !base.hasSummary) {
    const why =
      "The incentive counts more packages than the variable invoice; the work summary would say which is right.";
    return unverified({ missing: ["delivered packages"], why });
  }
  if (less <= allowed && more <= allowed) return { outcome: "agrees" };
  const short = less > allowed ? less : -more;
  const what = kind === "delivered" ? "delivered packages" : "pickups";
  const values: Count = { week, what, base: base.least, paid, short, rate, amountCents: extend(rate, short) };
  return {
    outcome: "finding",
    findings: [
      {
        subject: what,
        subjectLabel: `${formatWeek(week.scope.period)} · Incentive on ${what}`,
        direction: short > 0 ? "owed" : "exposure",
        amountCents: Math.abs(values.amountCents),
        estimated: false,
        values,
        sides: [incentiveSide(lines), base.least.side],
        evidence: allProof(...incentiveProof(week, lines), base.least.evidence),
        notes: [...incentiveNotes(week), `Tolerance: ${tolerance} packages.`],
        explains: [],
        ...claimOnIncentive(week),
      },
    ],
  };
}

/** `The variable invoice has 55,404 delivered packages in Week 32; the incentive was paid on 55,000.` */
export function countSentence({ week, what, base, paid }: Count): string {
  const source = base.text.charAt(0).toUpperCase() + base.text.slice(1);
  const known = `${source} has ${formatQuantity(base.packages)} ${what} in ${formatWeek(week.scope.period)}`;
  return `${known}; the incentive was paid on ${formatQuantity(paid)}.`;
}

/** `(55,404 counted - 55,000 paid) x 0.15 = 60.60`. */
export function countFormula({ paid, short, rate, amountCents }: Count): string {
  const [counted, got] = [`${formatQuantity(paid + short)} counted`, `${formatQuantity(paid)} paid`];
  const difference = short > 0 ? `${counted} - ${got}` : `${got} - ${counted}`;
  return `(${difference}) x ${formatRate(rate)} = ${plainCents(Math.abs(amountCents))}`;
}
