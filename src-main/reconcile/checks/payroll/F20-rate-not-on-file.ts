import { formatCents, formatRate, plainCents, type Rate } from "#shared/money.ts";
import { minimumWage } from "../../../wages/index.ts";
import { defineCheck } from "../../check.ts";
import type { FindingDraft } from "../../finding.ts";
import { allProof } from "../../proof.ts";
import {
  aboutPay,
  answeredWeek,
  basisNotes,
  earnedSide,
  paidSide,
  payeeOf,
  payProof,
  periodText,
  sideOfMoney,
} from "./register-finding.ts";
import type { Doubt, PayRecord } from "./register-record.ts";
import { payRounding } from "./register-rounding.ts";
import type { Shares } from "./register-shares.ts";
import { REGISTER_AROUND, registerWeek } from "./register-week.ts";
import { stateOf } from "./work-hours.ts";
import { ruleNotes } from "./work-law.ts";
import { ruleBookOf } from "./work-rules.ts";

type Least = NonNullable<ReturnType<typeof minimumWage>>;

interface Values {
  readonly record: PayRecord;
  readonly shares: Shares;
  /** Pay for work as the register has it, and what the same hours come to at the rate that was due. */
  readonly paid: number;
  readonly due: number;
  readonly rate: Rate;
  /** The minimum wage where it is higher than the rate on file, or than the one that was paid. */
  readonly least: Least | null;
}

/** F20: hours were paid at a rate below the minimum, or not at the rate on file. */
export const F20 = defineCheck({
  code: "F20",
  version: 2,
  cadence: "week",
  needs: ["punch", "person", "station"],
  around: REGISTER_AROUND,
  parameters: {
    tolerance: { title: "Rounding allowed on each line and each hour of overtime", unit: "cents", value: 1 },
  },
  evaluate({ scope, facts, around, coverage, parameters }) {
    const week = registerWeek({ scope, facts, around, coverage });
    const judged = week.records.filter((record) => record.earned !== null && !record.outside);
    const findings: FindingDraft<Values>[] = [];
    const doubts: Doubt[] = [];
    for (const record of judged) {
      const { earned, shares, paid, person } = record;
      const onFile = person.payRate !== null || record.punches.some((punch) => punch.rate !== null);
      if (paid.hours.worked === 0) continue;
      if (!onFile || shares === null || !earned || earned.rate === null)
        doubts.push({ kind: "staff roster", why: `no pay rate is on file for ${payeeOf(record)}` });
      else if (paid.pay === null)
        doubts.push({ kind: "payroll register", why: `the register has no amounts for ${payeeOf(record)}` });
      else if (hasSeveralRates(record))
        doubts.push({
          kind: "staff roster",
          why: `the register pays ${payeeOf(record)} at several rates and the roster has one`,
        });
      else if (Math.abs(shares.rate) > payRounding(record, parameters.tolerance)) {
        const values = {
          record,
          shares,
          paid: paid.pay.cents,
          due: paid.pay.cents - shares.rate,
          rate: earned.rate,
          least: leastOf(record),
        };
        findings.push(draft(values, parameters.tolerance));
      }
    }
    return answeredWeek(week, findings, { doubts, applies: judged.length > 0 });
  },
  sentence: ({ record, shares, rate, least }) =>
    `The register pays ${payeeOf(record)} for ${periodText(record)} at another rate than the ${formatRate(rate)} an hour ${least ? "that the minimum wage asks for" : "on file"}: ` +
    `${formatCents(Math.abs(shares.rate))} too ${shares.rate >= 0 ? "much" : "little"}.`,
  formula: ({ paid, due, rate, shares }) => {
    const [a, b] = [`${plainCents(paid)} paid`, `${plainCents(due)} for the same hours at ${formatRate(rate)}`];
    return `${shares.rate >= 0 ? `${a} - ${b}` : `${b} - ${a}`} = ${plainCents(Math.abs(shares.rate))}`;
  },
});

/** Plain hours at more than one printed rate, none of which a finding on the pay code explains. */
function hasSeveralRates({ paid, miscoded, punches }: PayRecord): boolean {
  const rates = new Set(
    paid.worked.flatMap((line) =>
      line.category !== "overtime" && line.category !== "double time" && line.rate !== null ? [line.rate] : [],
    ),
  );
  return rates.size > 1 && miscoded.size === 0 && punches.every((punch) => punch.rate === null);
}

/** The minimum wage in force, where the rate on file is below it. */
function leastOf({ punches, place, person }: PayRecord): Least | null {
  const [punch] = punches;
  const least = punch ? minimumWage(ruleBookOf(), stateOf(punch, place), punch.date) : null;
  return least && person.payRate !== null && least.rate > person.payRate ? least : null;
}

function draft(values: Values, tolerance: number): FindingDraft<Values> {
  const { record, shares, least } = values;
  const book = ruleBookOf();
  const state = record.place.home.state;
  const wage = least ? [] : [`The wage rules name no minimum wage above the rate on file for ${state}.`];
  return {
    ...aboutPay(record),
    ...sideOfMoney(shares.rate),
    values,
    sides: [paidSide(record, [3, 4]), earnedSide(record)],
    evidence: allProof(payProof(record)),
    notes: [
      `Rounding of ${plainCents(tolerance)} on each line and each hour of overtime is let pass.`,
      "The roster names one rate and not since when it holds: a raise after the period would explain a difference.",
      ...wage,
      ...basisNotes(record),
      ...ruleNotes(least ? [least.rule] : [book.method("one hourly rate")], book),
    ],
  };
}
