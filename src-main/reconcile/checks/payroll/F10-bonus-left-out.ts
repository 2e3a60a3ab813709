import { formatCents, plainCents } from "#shared/money.ts";
import { defineCheck } from "../../check.ts";
import type { FindingDraft } from "../../finding.ts";
import { allProof } from "../../proof.ts";
import type { Earned } from "./register-earned.ts";
import {
  aboutPay,
  answeredWeek,
  basisNotes,
  earnedSide,
  paidSide,
  payeeOf,
  payProof,
  periodText,
  valueNote,
} from "./register-finding.ts";
import type { Doubt, PayRecord } from "./register-record.ts";
import { payRounding } from "./register-rounding.ts";
import type { Shares } from "./register-shares.ts";
import { REGISTER_AROUND, registerWeek } from "./register-week.ts";
import { ruleNotes } from "./work-law.ts";
import { ruleBookOf } from "./work-rules.ts";

interface Values {
  readonly record: PayRecord;
  readonly earned: Earned;
  readonly shares: Shares;
}

/** F10: a bonus that must count for the regular rate was paid, and the overtime was paid on the base rate. */
export const F10 = defineCheck({
  code: "F10",
  version: 3,
  cadence: "week",
  needs: ["punch", "person", "station"],
  around: REGISTER_AROUND,
  parameters: {
    tolerance: { title: "Rounding allowed on each line and each hour of overtime", unit: "cents", value: 1 },
  },
  evaluate({ scope, facts, around, coverage, parameters }) {
    const week = registerWeek({ scope, facts, around, coverage });
    const withBonus = week.records.filter((record) => hasBonus(record) && !record.outside);
    const findings: FindingDraft<Values>[] = [];
    const doubts: Doubt[] = [];
    for (const record of withBonus) {
      const { earned, shares, paid } = record;
      if (!earned || earned.hours.overtime + earned.hours.doubleTime === 0) continue;
      if (paid.openBonuses.length > 0)
        doubts.push({ kind: "payroll register", why: `a bonus of ${payeeOf(record)} has no amount` });
      else if (shares === null)
        doubts.push({ kind: "staff roster", why: `no pay rate is known for ${payeeOf(record)}` });
      else if (paid.pay === null)
        doubts.push({ kind: "payroll register", why: `the register has no amounts for ${payeeOf(record)}` });
      else if (-shares.bonus > payRounding(record, parameters.tolerance))
        findings.push(draft({ record, earned, shares }));
    }
    return answeredWeek(week, findings, {
      doubts,
      applies: withBonus.length > 0,
      skip: (record) => !hasBonus(record),
    });
  },
  sentence: ({ record, shares }) =>
    `${payeeOf(record)} was paid a bonus of ${formatCents(bonusOf(record))} for ${periodText(record)} that the overtime rate left out: ${formatCents(-shares.bonus)} of overtime may be due.`,
  formula: ({ earned, shares }) => {
    const due = earned.bonuses.reduce((sum, { cents }) => sum + cents, 0);
    const parts = earned.bonuses.map(({ formula }) => formula).filter(Boolean);
    const paid = due + shares.bonus;
    return `${parts.join(" + ")}${paid > 0 ? ` - ${plainCents(paid)} paid` : ""} = ${plainCents(-shares.bonus)}`;
  },
});

function hasBonus({ paid }: PayRecord): boolean {
  return paid.bonuses.length + paid.openBonuses.length > 0;
}

function bonusOf({ paid }: PayRecord): number {
  return paid.bonuses.reduce((sum, { amountCents }) => sum + (amountCents ?? 0), 0);
}

function draft(values: Values): FindingDraft<Values> {
  const { record, earned, shares } = values;
  const book = ruleBookOf();
  return {
    ...aboutPay(record),
    direction: "exposure",
    amountCents: -shares.bonus,
    values,
    sides: [paidSide(record, [4]), earnedSide(record)],
    evidence: allProof(payProof(record)),
    notes: [
      "Counted as a bonus that was promised (attendance, safety, performance). One that the employer was free to give need not count (29 CFR 778.211).",
      "A bonus of several weeks is shared equally among the weeks that were worked.",
      valueNote(record),
      ...basisNotes(record),
      ...ruleNotes([...earned.bonusRules, ...earned.rules], book),
    ],
  };
}
