import { minutesBetween } from "#shared/hours.ts";
import { type Cents, formatCents, formatRate, payFor, plainCents, type Rate } from "#shared/money.ts";
import { formatDate } from "#shared/week.ts";
import type { PunchFact } from "../../../documents/facts.ts";
import { defineCheck } from "../../check.ts";
import type { FindingDraft } from "../../finding.ts";
import { allProof, proof } from "../../proof.ts";
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
  subjectOf,
} from "./register-finding.ts";
import { isOutsideDay } from "./register-periods.ts";
import type { PayRecord } from "./register-record.ts";
import { UNITS_A_HUNDREDTH, UNITS_A_MINUTE, type Units, worth } from "./register-shares.ts";
import { REGISTER_AROUND, registerWeek } from "./register-week.ts";

interface Values {
  readonly record: PayRecord;
  readonly units: Units;
  readonly rate: Rate | null;
  /** Whether the register's own amount was taken instead of hours x rate. */
  readonly printed: boolean;
  readonly amount: Cents | null;
}

/** F16: hours paid for days after the termination or before the hire. */
export const F16 = defineCheck({
  code: "F16",
  version: 1,
  cadence: "week",
  needs: ["punch", "person", "station"],
  around: REGISTER_AROUND,
  parameters: {},
  evaluate({ scope, facts, around, coverage }) {
    const week = registerWeek({ scope, facts, around, coverage });
    const findings = week.records.flatMap((record) => {
      const values = record.outside ? wholePeriod(record) : someDays(record);
      return values === null ? [] : [draft(values)];
    });
    // Somebody whose employment holds the whole period cannot have been paid outside it, whatever else is unclear.
    const inside = ({ person, period }: PayRecord) =>
      !isOutsideDay(person, period.from) && !isOutsideDay(person, period.to);
    return answeredWeek(week, findings, { applies: week.records.length > 0, skip: inside });
  },
  sentence: ({ record, units, amount }) =>
    `The register pays ${payeeOf(record)} ${exactHours(units)} of work for ${periodText(record)}, ${whenText(record)}` +
    `${amount === null ? "." : `: ${formatCents(amount)}.`}`,
  formula: ({ units, rate, printed, amount }) => {
    if (printed && amount !== null) return `paid for ${hoursText(units)} of work = ${plainCents(amount)}`;
    const text = `${exactHours(units)} x ${rate === null ? "no known rate" : formatRate(rate)}`;
    return amount === null ? text : `${text} = ${plainCents(amount)}`;
  },
});

/** The whole period lies outside: everything paid for work in it. Time off that is paid out at the end is not counted. */
function wholePeriod(record: PayRecord): Values | null {
  const { paid, person } = record;
  const units = paid.hours.worked * UNITS_A_HUNDREDTH;
  if (units <= 0) return null;
  const rate = person.payRate ?? paid.rate;
  if (paid.pay !== null) return { record, units, rate, printed: true, amount: paid.pay.cents };
  return { record, units, rate, printed: false, amount: rate === null ? null : worth(units, rate) };
}

/** Some days lie outside: the hours that the timecard has on them, as far as the register paid for hours at all. */
function someDays(record: PayRecord): Values | null {
  const { earned, paid, person, place } = record;
  if (earned === null) return null;
  const minutes = outsidePunches(record).reduce(
    (sum, punch) =>
      punch.in === null || punch.out === null ? sum : sum + minutesBetween(punch.in, punch.out, place.home.timeZone),
    0,
  );
  const units = Math.min(minutes * UNITS_A_MINUTE, paid.hours.worked * UNITS_A_HUNDREDTH);
  if (units <= 0) return null;
  const rate = earned.rate ?? person.payRate;
  const isWhole = units === minutes * UNITS_A_MINUTE;
  const amount = rate === null ? null : isWhole ? payFor(minutes, rate) : worth(units, rate);
  return { record, units, rate, printed: false, amount };
}

function outsidePunches({ punches, person }: PayRecord): PunchFact[] {
  return punches.filter(({ date }) => isOutsideDay(person, date));
}

function whenText({ person, period }: PayRecord): string {
  const { hireDate, terminationDate } = person;
  return terminationDate !== null && period.to > terminationDate
    ? `after the termination on ${formatDate(terminationDate)}`
    : `before the hire on ${hireDate === null ? "an unknown day" : formatDate(hireDate)}`;
}

function draft(values: Values): FindingDraft<Values> {
  const { record, amount } = values;
  const others = (["F09", "F19", "F20"] as const).map((code) => ({
    code,
    subject: subjectOf(record, code === "F19" ? "worked hours" : undefined),
    label: payeeOf(record),
  }));
  return {
    ...aboutPay(record),
    direction: "overpaid",
    amountCents: amount,
    values,
    sides: [paidSide(record, [2, 4]), earnedSide(record)],
    evidence: allProof(
      payProof(record),
      proof([record.person], ["Employee ID", "Name", "Hire Date", "Termination Date"]),
    ),
    notes: [
      "Time off that is paid out when somebody leaves is not counted, nor overtime on top of the hours.",
      "The dates are those of the staff roster; somebody who was hired again needs the new date there.",
      ...basisNotes(record),
    ],
    // Of a period that lies outside as a whole no other check counts anything.
    explains: record.outside ? others : [],
  };
}
