import type { DocumentKind } from "#shared/catalogue.ts";
import { formatMinutes } from "#shared/hours.ts";
import { type Cents, formatCents, plainCents } from "#shared/money.ts";
import { formatWeekday } from "#shared/week.ts";
import { defineCheck } from "../../check.ts";
import type { FindingDraft } from "../../finding.ts";
import { allProof } from "../../proof.ts";
import { lineProof, PAID, paidSide } from "../amazon/proof.ts";
import {
  aboutDay,
  answered,
  counted,
  nameOf,
  punchProof,
  rosterProof,
  TIMES_MISSING,
  trainingProof,
  unclear,
} from "./payroll-finding.ts";
import { A_NIGHT_AROUND, everyPunch, type PersonDay, personDays } from "./person-days.ts";
import { clockedMinutes } from "./work-clock.ts";
import { workOf } from "./work-evidence.ts";
import { payOf, rateNote, rateOf, rateText } from "./work-pay.ts";
import { timecardSide } from "./work-sides.ts";
import { PAID_LATE, type SessionPaid, sessionPayments } from "./work-trainings.ts";

interface Values {
  readonly day: PersonDay;
  readonly sessions: readonly SessionPaid[];
  /** Minutes of the sessions, at most what was clocked. */
  readonly minutes: number;
  readonly pay: Cents | null;
}

/** F17: a training the associate clocked and was paid for, and Amazon did not pay. */
export const F17 = defineCheck({
  code: "F17",
  version: 1,
  cadence: "week",
  needs: ["training", "person", "station"],
  uses: ["punch", "route"],
  around: { ...A_NIGHT_AROUND, training: PAID_LATE, invoiceLine: PAID_LATE, invoice: PAID_LATE },
  parameters: {},
  evaluate({ scope, facts, company, around, coverage }) {
    const home = facts.station.find((each) => each.station === scope.station);
    if (!home) return { outcome: "cannot-verify", missing: ["stations"] };
    const people = personDays({ scope, facts: everyPunch(facts, company), company, around });
    const paidFor = sessionPayments(around);
    const doubts = new Map<DocumentKind, string>();
    const [open, uncovered, uninvoiced, shared]: [PersonDay[], PersonDay[], PersonDay[], PersonDay[]] = [
      [],
      [],
      [],
      [],
    ];
    const findings: FindingDraft<Values>[] = [];
    let compared = 0;
    for (const day of people.days) {
      const sessions = workOf(day).trainings.map((session) => paidFor(session));
      if (sessions.length === 0) continue;
      if (!coverage.covers("timecard", day.date)) uncovered.push(day);
      if (day.punches.length === 0) continue;
      const clocked = clockedMinutes(day, home.timeZone);
      const unpaid = sessions.filter(({ state }) => state === "not eligible" || state === "not invoiced");
      if (sessions.some(({ state }) => state === "no invoice")) uninvoiced.push(day);
      else if (sessions.some(({ state }) => state === "some of several")) shared.push(day);
      else if (clocked === null && unpaid.length > 0) open.push(day);
      else compared += 1;
      if (unpaid.length === 0 || clocked === null) continue;
      const minutes = Math.min(
        clocked,
        unpaid.reduce((sum, { session }) => sum + session.minutes, 0),
      );
      if (minutes > 0)
        findings.push(draft({ day, sessions: unpaid, minutes, pay: payOf(day, minutes) }, home.timeZone));
    }
    const times = [
      ...(open.length > 0 ? [unclear(open, TIMES_MISSING, compared)] : []),
      ...(uncovered.length > 0 ? [unclear(uncovered, "no timecard covers the day", compared)] : []),
    ];
    if (times.length > 0) doubts.set("timecard", times.join("; "));
    const invoices = [
      ...(uninvoiced.length > 0 ? [unclear(uninvoiced, "no invoice of the payment date is there", compared)] : []),
      ...(shared.length > 0
        ? [unclear(shared, "the invoice pays some of the day's sessions and does not say whose", compared)]
        : []),
    ];
    if (invoices.length > 0) doubts.set("variable invoice", invoices.join("; "));
    const unknown = people.unknownWork.filter(
      (row) =>
        "assignmentDate" in row &&
        row.station === scope.station &&
        row.minutes > 0 &&
        scope.from <= row.assignmentDate &&
        row.assignmentDate <= scope.to,
    );
    if (unknown.length > 0)
      doubts.set("staff roster", `${counted(unknown.length, "training")} of associates nobody could be matched to`);
    return answered(findings, doubts, compared > 0);
  },
  sentence: ({ day, sessions, minutes, pay }) => {
    const why = sessions.some(({ state }) => state === "not invoiced")
      ? "is not on Amazon's invoice"
      : "is marked not eligible for payment";
    return (
      `${nameOf(day)} clocked ${formatMinutes(minutes)} of training on ${formatWeekday(day.date)}` +
      `${pay === null ? "" : `, ${formatCents(pay)} of wages`}; the session ${why}.`
    );
  },
  formula: ({ day, minutes, pay }) =>
    `${counted(minutes, "minute")} / 60 x ${rateText(rateOf(day))}${pay === null ? "" : ` = ${plainCents(pay)}`}, no amount claimed here`,
});

function draft(values: Values, zone: string): FindingDraft<Values> {
  const { day, sessions } = values;
  const lines = sessions.flatMap((each) => each.lines);
  const trainings = sessions.map(({ session }) => session);
  const links = sessions.map(({ session, state }) =>
    state === "not invoiced"
      ? `The session that Amazon owes with payment on ${formatWeekday(session.paymentDate)} is claimed by A09; nothing is counted here.`
      : `Amazon marked ${session.courseName || "the session"} not eligible; A10 watches what is at stake.`,
  );
  return {
    ...aboutDay(day),
    direction: "watch",
    amountCents: null,
    values,
    sides: [
      paidSide(lines, trainings[0]?.paymentDate ?? day.date, [PAID.quantity]),
      timecardSide(day.punches, day.date, zone),
    ],
    evidence: allProof(trainingProof(trainings), punchProof(day.punches), lineProof(lines), rosterProof([day.person])),
    notes: [...new Set(links), "Hours are those of the session, at most what was clocked that day.", rateNote(day)],
  };
}
