import { type Cents, formatCents, formatRate, plainCents, type Rate } from "#shared/money.ts";
import { defineCheck } from "../../check.ts";
import type { FindingDraft } from "../../finding.ts";
import { allProof } from "../../proof.ts";
import { punchProof } from "./payroll-finding.ts";
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
import { UNITS_A_HUNDREDTH, type Units, worth } from "./register-shares.ts";
import { REGISTER_AROUND, registerWeek } from "./register-week.ts";

interface Values {
  readonly record: PayRecord;
  readonly what: "worked hours" | "time off";
  readonly paid: Units;
  readonly recorded: Units;
  readonly rate: Rate | null;
  readonly amount: Cents | null;
}

/** F19: a register or the file sent to payroll has other hours than the timecard, for work or for time off. */
export const F19 = defineCheck({
  code: "F19",
  version: 2,
  cadence: "week",
  needs: ["punch", "person", "station"],
  around: REGISTER_AROUND,
  parameters: {
    tolerance: { title: "Hours that may differ", unit: "hundredths of an hour", value: 2 },
  },
  evaluate({ scope, facts, around, coverage, parameters }) {
    const week = registerWeek({ scope, facts, around, coverage });
    const allowed = parameters.tolerance * UNITS_A_HUNDREDTH;
    const judged = week.records.filter((record) => record.earned !== null && !record.outside);
    const findings = judged.flatMap((record) =>
      comparisons(record).flatMap((values) =>
        Math.abs(values.paid - values.recorded) > allowed ? [draft(values, parameters.tolerance)] : [],
      ),
    );
    return answeredWeek(week, findings, { applies: judged.length > 0 });
  },
  sentence: ({ record, what, paid, recorded, amount }) =>
    `The register pays ${payeeOf(record)} ${hoursText(paid)} of ${what} for ${periodText(record)}; the timecard has ${exactHours(recorded)}` +
    `${amount === null ? "." : `: ${formatCents(amount)} too ${paid > recorded ? "much" : "little"}.`}`,
  formula: ({ paid, recorded, rate, amount }) => {
    const [more, less] =
      paid > recorded
        ? [`${hoursText(paid)} paid`, `${exactHours(recorded)} on the timecard`]
        : [`${exactHours(recorded)} on the timecard`, `${hoursText(paid)} paid`];
    const rateText = rate === null ? "no known rate" : formatRate(rate);
    return `(${more} - ${less}) x ${rateText}${amount === null ? "" : ` = ${plainCents(amount)}`}`;
  },
});

/** Work, and time off where the timecard notes any for the person: many payrolls keep it elsewhere. */
function comparisons(record: PayRecord): Values[] {
  const { earned, paid, timeOff, shares } = record;
  if (!earned) return [];
  const work: Values = {
    record,
    what: "worked hours",
    paid: paid.hours.worked * UNITS_A_HUNDREDTH,
    recorded: earned.hours.worked,
    rate: earned.rate,
    amount: shares === null ? null : Math.abs(shares.hours),
  };
  if (timeOff.length === 0 || timeOff.some(({ hours }) => hours === null)) return [work];
  const [off, noted] = [paid.timeOffHours, timeOff.reduce((sum, { hours }) => sum + (hours ?? 0), 0)];
  const units = (off - noted) * UNITS_A_HUNDREDTH;
  return [
    work,
    {
      record,
      what: "time off",
      paid: off * UNITS_A_HUNDREDTH,
      recorded: noted * UNITS_A_HUNDREDTH,
      rate: earned.rate,
      amount: earned.rate === null ? null : Math.abs(worth(units, earned.rate)),
    },
  ];
}

function draft(values: Values, tolerance: number): FindingDraft<Values> {
  const { record, what, paid, recorded, amount } = values;
  const { direction } = sideOfMoney(paid - recorded);
  return {
    ...aboutPay(record, what),
    direction,
    amountCents: amount,
    values,
    sides: [paidSide(record, [2]), earnedSide(record)],
    evidence: allProof(payProof(record), punchProof(what === "time off" ? record.timeOff : [])),
    notes: [
      `Up to ${plainCents(tolerance)} h of difference is let pass.`,
      valueNote(record),
      "Only the hours at their plain rate are counted here; wrong overtime, bonuses and rates are findings of their own.",
      ...basisNotes(record),
    ],
  };
}
