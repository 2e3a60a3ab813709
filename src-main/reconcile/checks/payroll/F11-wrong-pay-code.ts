import { minutesBetween } from "#shared/hours.ts";
import { type Cents, formatCents, formatRate, plainCents, type Rate } from "#shared/money.ts";
import { formatWeekday } from "#shared/week.ts";
import type { PunchFact } from "../../../documents/facts.ts";
import { defineCheck } from "../../check.ts";
import type { FindingDraft } from "../../finding.ts";
import { allProof } from "../../proof.ts";
import { punchProof, routeProof } from "./payroll-finding.ts";
import { paidUnderOtherCode, rateOf } from "./register-codes.ts";
import {
  aboutPay,
  answeredWeek,
  basisNotes,
  earnedSide,
  exactHours,
  paidSide,
  payeeOf,
  payProof,
  periodText,
  sideOfMoney,
  valueNote,
} from "./register-finding.ts";
import type { PayRecord } from "./register-record.ts";
import { UNITS_A_HUNDREDTH, UNITS_A_MINUTE, type Units, worth } from "./register-shares.ts";
import { REGISTER_AROUND, registerWeek } from "./register-week.ts";

interface Values {
  readonly record: PayRecord;
  readonly punches: readonly PunchFact[];
  readonly what: "driving under another code" | "time off on a worked day";
  readonly units: Units;
  /** Rate of the code and the person's own; null where the money cannot be told. */
  readonly rates: { readonly paid: Rate; readonly own: Rate } | null;
  /** Signed: negative where the wrong code paid less. */
  readonly cents: Cents | null;
}

/** F11: a driver's road time paid under a code of other work, or time off paid for a day that was worked in full. */
export const F11 = defineCheck({
  code: "F11",
  version: 2,
  cadence: "week",
  needs: ["punch", "person", "station"],
  around: REGISTER_AROUND,
  parameters: {
    wholeDay: { title: "A day counts as worked in full from", unit: "minutes", value: 480 },
  },
  evaluate({ scope, facts, around, coverage, parameters }) {
    const week = registerWeek({ scope, facts, around, coverage });
    const judged = week.records.filter((record) => record.earned !== null && !record.outside);
    const findings = judged.flatMap((record) =>
      [otherCode(record), timeOff(record, parameters.wholeDay)].flatMap((values) =>
        values === null ? [] : [draft(values, parameters.wholeDay)],
      ),
    );
    return answeredWeek(week, findings, { applies: judged.length > 0 });
  },
  sentence: ({ record, what, punches, units, cents }) => {
    const [first] = punches;
    const code = first?.payCode ?? "";
    const money =
      cents === null || cents === 0 ? "." : `: ${formatCents(Math.abs(cents))} too ${cents > 0 ? "much" : "little"}.`;
    return what === "time off on a worked day"
      ? `${payeeOf(record)} is paid ${exactHours(units)} of ${code} for ${periodText(record)} on days that were worked in full${money}`
      : `${exactHours(units)} that ${payeeOf(record)} drove in ${periodText(record)} stand under the code ${code}${money}`;
  },
  formula: ({ what, units, rates, cents }) => {
    if (rates === null || cents === null) return `${exactHours(units)} x a difference that is not known`;
    const { paid, own } = rates;
    if (what === "time off on a worked day") return `${exactHours(units)} x ${formatRate(paid)} = ${plainCents(cents)}`;
    const [a, b] = cents >= 0 ? [paid, own] : [own, paid];
    return `${exactHours(units)} x (${formatRate(a)} - ${formatRate(b)}) = ${plainCents(Math.abs(cents))}`;
  },
});

function otherCode(record: PayRecord): Values | null {
  const { miscoded, place } = record;
  if (miscoded.size === 0) return null;
  const punches = [...miscoded];
  const priced = paidUnderOtherCode(record);
  const minutes = punches.reduce(
    (sum, punch) =>
      punch.in === null || punch.out === null ? sum : sum + minutesBetween(punch.in, punch.out, place.home.timeZone),
    0,
  );
  return {
    record,
    punches,
    what: "driving under another code",
    units: priced?.units ?? minutes * UNITS_A_MINUTE,
    rates: priced && { paid: priced.rate, own: priced.own },
    cents: priced?.cents ?? null,
  };
}

/** Time off that the register pays for days whose punches alone make a whole day. */
function timeOff(record: PayRecord, wholeDay: number): Values | null {
  const { paid, earned, place } = record;
  const worked = new Map<string, number | null>();
  for (const { date, in: start, out } of record.punches) {
    const known = worked.get(date);
    const minutes = start === null || out === null ? null : minutesBetween(start, out, place.home.timeZone);
    worked.set(date, known === null || minutes === null ? null : (known ?? 0) + minutes);
  }
  const unitsOf = ({ hours, in: start, out }: PunchFact) =>
    hours === null && start !== null && out !== null
      ? Math.max(0, minutesBetween(start, out, place.home.timeZone)) * UNITS_A_MINUTE
      : (hours ?? 0) * UNITS_A_HUNDREDTH;
  const wrong = record.timeOff.filter((punch) => (worked.get(punch.date) ?? 0) >= wholeDay && unitsOf(punch) > 0);
  if (wrong.length === 0) return null;
  const noted = wrong.reduce((sum, punch) => sum + unitsOf(punch), 0);
  const units = Math.min(noted, paid.timeOffHours * UNITS_A_HUNDREDTH);
  if (units === 0) return null;
  const rate = rateOf(paid.timeOff, paid.timeOffHours) ?? earned?.rate ?? null;
  return {
    record,
    punches: wrong,
    what: "time off on a worked day",
    units,
    rates: rate === null ? null : { paid: rate, own: rate },
    cents: rate === null ? null : worth(units, rate),
  };
}

function draft(values: Values, wholeDay: number): FindingDraft<Values> {
  const { record, punches, what, cents } = values;
  const isTimeOff = what === "time off on a worked day";
  const money = cents === null || cents === 0 ? { direction: "watch" as const, amountCents: null } : sideOfMoney(cents);
  const days = [...new Set(punches.map(({ date }) => formatWeekday(date)))].join(", ");
  return {
    ...aboutPay(record, what),
    ...money,
    values,
    sides: [paidSide(record, [0, 2]), earnedSide(record)],
    evidence: allProof(
      punchProof(punches),
      payProof(record, isTimeOff ? record.paid.timeOff : record.paid.lines),
      routeProof(isTimeOff ? [] : record.routes),
    ),
    notes: [
      isTimeOff
        ? `Days: ${days}. A day counts as worked in full from ${exactHours(wholeDay * UNITS_A_MINUTE)}; below that, time off for the rest of it is ordinary.`
        : `Days: ${days}. More than half of each stretch lies between login and logout of a route.`,
      ...(cents === 0 ? ["The code pays the person's own rate, so nothing is lost."] : []),
      ...(values.rates === null ? ["The register does not show what the code was paid."] : []),
      valueNote(record),
      ...basisNotes(record),
    ],
  };
}
