/** G01: drivers clocked more hours for each hour of paid routes than the limit. */
import type { DocumentKind } from "#shared/catalogue.ts";
import { formatMinutes } from "#shared/hours.ts";
import { divideHalfUp, plainCents } from "#shared/money.ts";
import { formatWeek, formatWeekday } from "#shared/week.ts";
import { defineCheck, type Scope } from "../../check.ts";
import { allProof } from "../../proof.ts";
import { lineProof, PAID, paidSide } from "../amazon/proof.ts";
import { nameOf, punchProof } from "../payroll/payroll-finding.ts";
import { A_NIGHT_AROUND } from "../payroll/person-days.ts";
import { type ClockedHours, clockedHours, isTraining, type PaidHours, paidHours } from "./labor.ts";

interface Values {
  readonly scope: Scope;
  /** Minutes on routes and standby. */
  readonly minutes: number;
  readonly paid: PaidHours;
  /** Hundredths. */
  readonly ratio: number;
  readonly limit: number;
}

/** How many of the longest days stand for the sum in the evidence. */
const SHOWN = 10;

/** Hours clocked by drivers / block hours of the routes on the invoice, against a limit. */
export const G01 = defineCheck({
  code: "G01",
  version: 1,
  cadence: "week",
  needs: ["punch", "person", "station", "route", "invoiceLine"],
  uses: ["training"],
  around: A_NIGHT_AROUND,
  parameters: {
    limit: {
      title: "Labor hours for each paid route hour that still agree (125 is 1.25)",
      unit: "hundredths of an hour",
      value: 125,
    },
  },
  evaluate({ scope, facts, company, around, parameters }) {
    const station = facts.station.find((each) => each.station === scope.station);
    if (!station) return { outcome: "cannot-verify", missing: ["stations"] };
    const paid = paidHours(facts.invoiceLine);
    const [unclear] = paid.unclear;
    if (unclear) {
      const why = `The block or quantity of the invoice line "${unclear.description}" cannot be read.`;
      return { outcome: "cannot-verify", missing: ["variable invoice"], why };
    }
    const clocked = clockedHours({ scope, station, facts, company, around });
    if (paid.minutes === 0 || clocked.days.length + clocked.openDays === 0) return { outcome: "not-applicable" };
    const doubts = doubtsOf(clocked);
    const { limit } = parameters;
    // Hours of strangers and open punches could only add to the sum, so a limit that is passed stays passed.
    const minutes = clocked.minutes - clocked.trainingMinutes;
    if (minutes * 100 <= limit * paid.minutes) {
      return doubts.length === 0
        ? { outcome: "agrees" }
        : {
            outcome: "cannot-verify",
            missing: doubts,
            why: "Some timecard rows belong to nobody on the roster or lack a punch.",
          };
    }
    const values = { scope, minutes, paid, ratio: divideHalfUp(minutes * 100, paid.minutes), limit };
    const days = clocked.days.filter(({ day }) => !isTraining(day));
    const longest = [...days]
      .sort((a, b) => b.minutes - a.minutes || (nameOf(a.day) < nameOf(b.day) ? -1 : 1))
      .slice(0, SHOWN);
    return {
      outcome: "finding",
      missing: doubts,
      findings: [
        {
          subject: "labor hours",
          subjectLabel: `${formatWeek(scope.period)} · Labor hours`,
          direction: "watch",
          amountCents: null,
          estimated: false,
          values,
          sides: [
            paidSide(paid.lines, null, [PAID.quantity]),
            {
              title: "Drivers clocked, their longest days",
              columns: ["Day", "Driver", "Time"],
              rows: longest.map(({ day, minutes }) => [formatWeekday(day.date), nameOf(day), formatMinutes(minutes)]),
              marked: [2],
            },
          ],
          evidence: allProof(lineProof(paid.lines), punchProof(longest.flatMap(({ day }) => day.punches))),
          notes: [
            `Shown are the ${longest.length} longest of ${days.length} driver days; the sum is over all of them.`,
            "Dispatchers and mechanics are not counted, nor are days of training, which Amazon pays apart; standby is.",
            `Limit: ${plainCents(limit)} hours.`,
          ],
          explains: [],
          deadline: null,
          counterparty: null,
          invoiceNumber: null,
        },
      ],
    };
  },
  sentence: ({ scope, minutes, paid, ratio, limit }: Values) =>
    `Drivers clocked ${formatMinutes(minutes)} in ${formatWeek(scope.period)} for ${formatMinutes(paid.minutes)} of paid routes: ` +
    `${plainCents(ratio)} hours for each paid hour, above ${plainCents(limit)}.`,
  formula: ({ minutes, paid, ratio, limit }) =>
    `${formatMinutes(minutes)} clocked / ${formatMinutes(paid.minutes)} paid = ${plainCents(ratio)} > ${plainCents(limit)}`,
});

function doubtsOf({ openDays, strangers }: ClockedHours): DocumentKind[] {
  return [...(openDays > 0 ? (["timecard"] as const) : []), ...(strangers > 0 ? (["staff roster"] as const) : [])];
}
