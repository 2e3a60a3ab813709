import type { DocumentKind } from "#shared/catalogue.ts";
import { formatMinutes } from "#shared/hours.ts";
import { type Cents, formatCents, plainCents } from "#shared/money.ts";
import { formatWeekday } from "#shared/week.ts";
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
  routeProof,
  unclear,
} from "./payroll-finding.ts";
import { A_NIGHT_AROUND, everyPunch, type PersonDay, personDays } from "./person-days.ts";
import { workOf } from "./work-evidence.ts";
import { payOf, rateNote, rateOf, rateText } from "./work-pay.ts";
import { timecardSide, workSide } from "./work-sides.ts";
import { possiblePunches } from "./work-strangers.ts";

interface Values {
  readonly day: PersonDay;
  readonly minutes: number;
  readonly amount: Cents | null;
}

/** F04: somebody drove a route and clocked nothing that day: a wage claim may follow. */
export const F04 = defineCheck({
  code: "F04",
  version: 2,
  cadence: "week",
  needs: ["route", "person"],
  uses: ["punch"],
  around: A_NIGHT_AROUND,
  parameters: {},
  evaluate({ scope, facts, company, around, coverage }) {
    if (coverage.presence("timecard") === "missing") return { outcome: "cannot-verify", missing: ["timecard"] };
    const people = personDays({ scope, facts: everyPunch(facts, company), company, around });
    // Routes at other stations come from the whole week; where this station's own are not known, nothing follows from them.
    const driven = people.days.filter(
      (day) => workOf(day).routes.length > 0 && coverage.covers("service details", day.date),
    );
    const doubts = new Map<DocumentKind, string>();
    const uncovered: PersonDay[] = [];
    const findings: FindingDraft<Values>[] = [];
    for (const day of driven) {
      if (day.punches.length > 0) continue;
      if (!coverage.covers("timecard", day.date)) uncovered.push(day);
      else if (possiblePunches(people, day.person, day.date).length > 0)
        doubts.set("staff roster", `a timecard of somebody on no roster may be ${nameOf(day)}'s`);
      else findings.push(draft(day));
    }
    if (uncovered.length > 0)
      doubts.set("timecard", unclear(uncovered, "no timecard covers the day", driven.length - uncovered.length));
    const here = new Set<unknown>(facts.route);
    const unknown = people.unknownRoutes.filter((row) => here.has(row));
    if (unknown.length > 0)
      doubts.set("staff roster", `${counted(unknown.length, "route row")} of associates nobody could be matched to`);
    return answered(findings, doubts, driven.length > 0);
  },
  sentence: ({ day, minutes, amount }) =>
    `${nameOf(day)} drove a route of ${formatMinutes(minutes)} on ${formatWeekday(day.date)} and has no timecard for the day` +
    `${amount === null ? "." : `: ${formatCents(amount)} of wages may still be owed.`}`,
  formula: ({ day, minutes, amount }) =>
    `${formatMinutes(minutes)} block x ${rateText(rateOf(day))}${amount === null ? "" : ` = ${plainCents(amount)}`}`,
});

function draft(day: PersonDay): FindingDraft<Values> {
  const work = workOf(day);
  const routes = work.routes.map(({ row }) => row);
  const minutes = work.blockMinutes;
  const amount = payOf(day, minutes);
  const timeOff = day.timeOff.length > 0 ? ["The timecard has paid time off for the day, but no time at work."] : [];
  return {
    ...aboutDay(day),
    direction: "exposure",
    amountCents: amount,
    values: { day, minutes, amount },
    sides: [timecardSide(day.timeOff, day.date, null), workSide(routes, [], day.date)],
    evidence: allProof(routeProof(routes), punchProof(day.timeOff), rosterProof([day.person])),
    notes: ["Hours are those of the blocks Amazon pays for the day.", rateNote(day), ...timeOff],
  };
}
