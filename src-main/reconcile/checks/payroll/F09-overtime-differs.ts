import { formatCents, formatRate, plainCents } from "#shared/money.ts";
import { defineCheck } from "../../check.ts";
import type { FindingDraft } from "../../finding.ts";
import { allProof } from "../../proof.ts";
import type { Earned } from "./register-earned.ts";
import {
  aboutPay,
  answeredWeek,
  basisNotes,
  earnedSide,
  exactHours,
  hoursText,
  paidSide,
  payeeOf,
  payProof,
  periodText,
  sideOfMoney,
  valueNote,
} from "./register-finding.ts";
import type { PayRecord } from "./register-record.ts";
import { UNITS_A_HUNDREDTH } from "./register-shares.ts";
import { REGISTER_AROUND, registerWeek } from "./register-week.ts";
import { ruleNotes } from "./work-law.ts";
import { ruleBookOf } from "./work-rules.ts";

interface Values {
  readonly record: PayRecord;
  readonly earned: Earned;
}

/** F09: the register's overtime is not what the punches earned under the rules of the state, week by week. */
export const F09 = defineCheck({
  code: "F09",
  version: 2,
  cadence: "week",
  needs: ["punch", "person", "station"],
  around: REGISTER_AROUND,
  parameters: {
    tolerance: { title: "Overtime hours that may differ", unit: "hundredths of an hour", value: 2 },
  },
  evaluate({ scope, facts, around, coverage, parameters }) {
    const week = registerWeek({ scope, facts, around, coverage });
    const judged = week.records.filter((record) => record.earned !== null && !record.outside);
    const findings = judged.flatMap((record): FindingDraft<Values>[] => {
      const { earned, paid } = record;
      if (!earned) return [];
      // What printed hours and punches differ by moves the overtime by as much, and is no fault of the register.
      const allowed = parameters.tolerance * UNITS_A_HUNDREDTH + earned.slack;
      const differs =
        Math.abs(paid.hours.overtime * UNITS_A_HUNDREDTH - earned.hours.overtime) > allowed ||
        Math.abs(paid.hours.doubleTime * UNITS_A_HUNDREDTH - earned.hours.doubleTime) > allowed;
      return differs ? [draft({ record, earned }, parameters.tolerance)] : [];
    });
    return answeredWeek(week, findings, { applies: judged.length > 0 });
  },
  sentence: ({ record, earned }) => {
    const { overtime, doubleTime } = record.paid.hours;
    const both = doubleTime > 0 || earned.hours.doubleTime > 0;
    const double = both
      ? `, and ${hoursText(doubleTime * UNITS_A_HUNDREDTH)} of double time where ${exactHours(earned.hours.doubleTime)} were earned`
      : "";
    const { shares } = record;
    return (
      `The register pays ${payeeOf(record)} ${hoursText(overtime * UNITS_A_HUNDREDTH)} of overtime for ${periodText(record)} where the punches earned ${exactHours(earned.hours.overtime)}${double}` +
      `${shares === null ? "." : `: ${formatCents(Math.abs(shares.overtime))} too ${shares.overtime >= 0 ? "much" : "little"}.`}`
    );
  },
  formula: ({ record, earned }) => {
    const { paid, shares } = record;
    const rate = earned.rate === null ? "no known rate" : formatRate(earned.rate);
    const sign = shares !== null && shares.overtime < 0 ? -1 : 1;
    const part = (paidHours: number, earnedUnits: number, percent: string) => {
      const [a, b] = [`${hoursText(paidHours * UNITS_A_HUNDREDTH)} paid`, `${exactHours(earnedUnits)} earned`];
      return `(${sign > 0 ? `${a} - ${b}` : `${b} - ${a}`}) x ${percent} x ${rate}`;
    };
    const double =
      paid.hours.doubleTime > 0 || earned.hours.doubleTime > 0
        ? ` + ${part(paid.hours.doubleTime, earned.hours.doubleTime, "1")}`
        : "";
    const amount = shares === null ? "" : ` = ${plainCents(Math.abs(shares.overtime))}`;
    return `${part(paid.hours.overtime, earned.hours.overtime, "0.5")}${double}${amount}`;
  },
});

function draft(values: Values, tolerance: number): FindingDraft<Values> {
  const { record, earned } = values;
  const { shares, paid } = record;
  const money = shares === null ? null : sideOfMoney(shares.overtime);
  const paidExtra = paid.hours.overtime + 2 * paid.hours.doubleTime;
  const isLess = paidExtra * UNITS_A_HUNDREDTH < earned.hours.overtime + 2 * earned.hours.doubleTime;
  const book = ruleBookOf();
  const rules = earned.rules.length > 0 ? earned.rules : [book.on("US", record.period.from).weekly];
  return {
    ...aboutPay(record),
    direction: money?.direction ?? (isLess ? "exposure" : "overpaid"),
    amountCents: money?.amountCents ?? null,
    values,
    sides: [paidSide(record, [2]), earnedSide(record)],
    evidence: allProof(payProof(record)),
    notes: [
      `Up to ${plainCents(tolerance)} h of difference is let pass, and what the timecard's own rounding explains.`,
      "Only what overtime is paid beyond the plain rate is counted here; the hours themselves are compared in F19.",
      valueNote(record),
      ...basisNotes(record),
      ...ruleNotes(rules, book),
    ],
  };
}
