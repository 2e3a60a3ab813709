import type { DocumentKind } from "#shared/catalogue.ts";
import { formatMinutes } from "#shared/hours.ts";
import { type Cents, formatCents, plainCents } from "#shared/money.ts";
import { formatWeekday } from "#shared/week.ts";
import type { RouteFact } from "../../../documents/facts.ts";
import { defineCheck } from "../../check.ts";
import type { FindingDraft } from "../../finding.ts";
import { allProof } from "../../proof.ts";
import {
  aboutDay,
  answered,
  counted,
  nameOf,
  payOf,
  punchProof,
  rateNote,
  rateText,
  rosterProof,
  routeProof,
  timecardSide,
  workSide,
} from "./payroll-finding.ts";
import { type PersonDay, paidBlock, personDays, possiblePunches } from "./person-days.ts";

interface Values {
  readonly day: PersonDay;
  readonly minutes: number;
  readonly amount: Cents | null;
}

/** F04: somebody drove a route and clocked nothing that day: a wage claim may follow. */
export const F04 = defineCheck({
  code: "F04",
  version: 1,
  cadence: "week",
  needs: ["route", "punch", "person"],
  parameters: {},
  evaluate({ scope, facts, company, coverage }) {
    const people = personDays({
      station: scope.station,
      people: facts.person,
      punches: facts.punch,
      allPunches: company.punch,
      routes: company.route,
      trainings: [],
    });
    // Routes at other stations come from the whole week; without a timecard for the day nothing follows from them.
    const driven = people.days.filter(
      (day) =>
        day.routes.some(wasDriven) &&
        coverage.covers("timecard", day.date) &&
        coverage.covers("service details", day.date),
    );
    const doubts = new Map<DocumentKind, string>();
    const findings: FindingDraft<Values>[] = [];
    for (const day of driven) {
      if (day.punches.length > 0) continue;
      if (possiblePunches(people, day.person, day.date).length > 0)
        doubts.set("staff roster", `a timecard of somebody on no roster may be ${nameOf(day)}'s`);
      else findings.push(draft(day));
    }
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
    `${formatMinutes(minutes)} block x ${rateText(day.person.payRate)}${amount === null ? "" : ` = ${plainCents(amount)}`}`,
});

/** An excluded row without a login and without a parcel is a plan that nobody carried out. */
function wasDriven(row: RouteFact): boolean {
  return !row.excluded || row.logIn !== null || row.delivered > 0;
}

function draft(day: PersonDay): FindingDraft<Values> {
  const routes = day.routes.filter(wasDriven);
  const minutes = paidBlock(routes);
  const amount = payOf(day.person, minutes);
  const timeOff = day.timeOff.length > 0 ? ["The timecard has paid time off for the day, but no time at work."] : [];
  return {
    ...aboutDay(day),
    direction: "exposure",
    amountCents: amount,
    values: { day, minutes, amount },
    sides: [timecardSide(day.timeOff, day.date, null), workSide(routes, [], day.date)],
    evidence: allProof(routeProof(routes), punchProof(day.timeOff), rosterProof([day.person])),
    notes: ["Hours are those of the blocks Amazon pays for the day.", rateNote(day.person), ...timeOff],
  };
}
