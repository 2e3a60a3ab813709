import type { DocumentKind } from "#shared/catalogue.ts";
import { formatMinutes } from "#shared/hours.ts";
import { type Cents, formatCents, formatRate, plainCents, type Rate } from "#shared/money.ts";
import { formatWeekday } from "#shared/week.ts";
import type { PunchFact } from "../../../documents/facts.ts";
import { defineCheck } from "../../check.ts";
import type { FindingDraft } from "../../finding.ts";
import { allProof } from "../../proof.ts";
import {
  aboutDay,
  answered,
  counted,
  nameOf,
  punchProof,
  rosterProof,
  TIMES_MISSING,
  unclear,
} from "./payroll-finding.ts";
import { A_NIGHT_AROUND, type PersonDay, personDays, strangersAt } from "./person-days.ts";
import type { Workplace } from "./work-hours.ts";
import { ruleNotes } from "./work-law.ts";
import { classesOfExtra, type ExtraClass, payForClasses, sharedRows } from "./work-overlap.ts";
import { rateNote, rateOf, rateText } from "./work-pay.ts";
import { isOnRegister } from "./work-register.ts";
import { ruleBookOf } from "./work-rules.ts";
import { timecardSide } from "./work-sides.ts";

interface Values {
  readonly day: PersonDay;
  readonly rows: readonly PunchFact[];
  readonly minutes: number;
  readonly identical: boolean;
  readonly classes: readonly ExtraClass[];
  readonly rate: Rate | null;
  /** Whether a register says what was really paid: then the money is F19's. */
  readonly onRegister: boolean;
  readonly amount: Cents | null;
}

/** F02: minutes that two rows of one timecard share are on the clock twice. */
export const F02 = defineCheck({
  code: "F02",
  version: 1,
  cadence: "week",
  needs: ["punch", "person", "station"],
  uses: ["payLine"],
  around: A_NIGHT_AROUND,
  parameters: {
    tolerance: { title: "Shared minutes of a day that still agree", unit: "minutes", value: 0 },
  },
  evaluate({ scope, facts, company, around, parameters }) {
    const home = facts.station.find((each) => each.station === scope.station);
    if (!home) return { outcome: "cannot-verify", missing: ["stations"] };
    const place: Workplace = { home, stations: facts.station };
    const people = personDays({ scope, facts, company, around });
    const clocked = people.days.filter((day) => day.punches.length > 0);
    const doubts = new Map<DocumentKind, string>();
    const findings: FindingDraft<Values>[] = [];
    const open: PersonDay[] = [];
    for (const day of clocked) {
      if (day.punches.some((punch) => punch.in === null || punch.out === null)) open.push(day);
      const shared = sharedRows([...day.punches, ...day.repeats], home.timeZone);
      if (shared.minutes <= parameters.tolerance) continue;
      const week = clocked.filter(({ person }) => person === day.person);
      const classes = classesOfExtra(week, day, shared.minutes, place);
      const rate = lowestRate(day, shared.rows);
      const onRegister = isOnRegister(day.date, company.payLine);
      const amount = rate === null || onRegister ? null : payForClasses(classes, rate);
      const values = { day, ...shared, classes, rate, onRegister, amount };
      findings.push(draft(values, home.timeZone, parameters.tolerance));
    }
    if (open.length > 0) doubts.set("timecard", unclear(open, TIMES_MISSING, clocked.length - open.length));
    const strangers = strangersAt(home, people);
    if (strangers.length > 0)
      doubts.set("staff roster", `${counted(strangers.length, "timecard row")} of people on no roster`);
    return answered(findings, doubts, clocked.length > 0);
  },
  sentence: ({ day, rows, minutes, identical, amount }) =>
    `${nameOf(day)} has ${identical ? "the same row more than once" : `${counted(rows.length, "row")} that overlap`} on ${formatWeekday(day.date)}: ` +
    `the timecard counts ${formatMinutes(minutes)} twice${amount === null ? "." : `, ${formatCents(amount)} if paid as printed.`}`,
  formula: ({ classes, rate, amount }) =>
    `${classes
      .map(
        ({ minutes, percent }) =>
          `${counted(minutes, "minute")} / 60 x ${rateText(rate)}${percent === 100 ? "" : ` x ${percent / 100}`}`,
      )
      .join(" + ")}${amount === null ? ", no amount" : ` = ${plainCents(amount)}`}`,
});

/** Of two rows at two rates the lower one was paid too much. */
function lowestRate(day: PersonDay, rows: readonly PunchFact[]): Rate | null {
  const rates = rows.map((punch) => punch.rate ?? rateOf(day));
  return rates.reduce(
    (least, rate) => (least === null || rate === null ? null : Math.min(least, rate)),
    rates[0] ?? null,
  );
}

function draft(values: Values, zone: string, tolerance: number): FindingDraft<Values> {
  const { day, rows, classes, amount } = values;
  const all = [...day.punches, ...day.repeats];
  const rules = classes.flatMap(({ rule }) => rule ?? []);
  return {
    ...aboutDay(day),
    direction: "overpaid",
    amountCents: amount,
    values,
    sides: [
      timecardSide(all, day.date, zone),
      {
        title: "Counted once",
        columns: ["Date", "Rows that share minutes", "Shared"],
        rows: [[formatWeekday(day.date), String(rows.length), formatMinutes(values.minutes)]],
        marked: [2],
      },
    ],
    evidence: allProof(punchProof(rows), rosterProof([day.person])),
    notes: [
      `Only rows of one and the same file are compared; ${counted(tolerance, "shared minute")} a day agree. Each minute counts once in all other checks of hours.`,
      values.rate === null
        ? rateNote(day)
        : `Pay rate of employee ${day.person.employeeId}: ${formatRate(values.rate)} an hour. The minutes count as the sort of pay that they add to the week.`,
      ...(values.onRegister
        ? ["A payroll register covers the day: what it paid too much is counted by F19 and not here."]
        : []),
      ...(rules.length > 0 ? ruleNotes(rules, ruleBookOf()) : []),
    ],
  };
}
