import type { DocumentKind } from "#shared/catalogue.ts";
import { formatMinutes } from "#shared/hours.ts";
import { type Cents, formatCents, plainCents } from "#shared/money.ts";
import { formatWeekday } from "#shared/week.ts";
import type { DelayFact, RouteFact } from "../../../documents/facts.ts";
import { defineCheck } from "../../check.ts";
import type { FindingDraft } from "../../finding.ts";
import { allProof } from "../../proof.ts";
import {
  aboutDay,
  answered,
  counted,
  delayProof,
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
import { clockedMinutes, type PersonDay, paidBlock, personDays, strangersAt } from "./person-days.ts";

interface Values {
  readonly day: PersonDay;
  readonly clocked: number;
  readonly block: number;
  readonly allowance: number;
  readonly over: number;
  readonly amount: Cents | null;
  readonly delays: readonly DelayFact[];
}

/** F05: more minutes clocked than the paid block and the allowance, with the unplanned delay that could be claimed for them. */
export const F05 = defineCheck({
  code: "F05",
  version: 1,
  cadence: "week",
  needs: ["punch", "route", "person", "station"],
  uses: ["delay"],
  parameters: {
    allowance: { title: "Minutes beyond the block that still agree", unit: "minutes", value: 30 },
  },
  evaluate({ scope, facts, company, parameters }) {
    const station = facts.station.find((each) => each.station === scope.station);
    if (!station) return { outcome: "cannot-verify", missing: ["stations"] };
    const people = personDays({
      station: scope.station,
      people: facts.person,
      punches: facts.punch,
      allPunches: company.punch,
      routes: company.route,
      trainings: [],
    });
    const worked = people.days.filter((day) => day.punches.length > 0 && day.routes.length > 0);
    const doubts = new Map<DocumentKind, string>();
    const findings: FindingDraft<Values>[] = [];
    for (const day of worked) {
      const clocked = clockedMinutes(day, station.timeZone);
      const block = paidBlock([...day.routes, ...day.workOrders]);
      const over = (clocked ?? 0) - block - parameters.allowance;
      if (clocked === null) doubts.set("timecard", "a day with a missing punch cannot be checked");
      else if (over > 0) {
        const amount = payOf(day.person, over);
        const delays = company.delay.filter((delay) => delay.date === day.date && isAt(delay, day.routes));
        const values = { day, clocked, block, allowance: parameters.allowance, over, amount, delays };
        findings.push(draft(values, station.timeZone));
      }
    }
    const here = new Set<unknown>(facts.route);
    const strangers = strangersAt(station, people).length;
    const unknown = people.unknownRoutes.filter((row) => here.has(row)).length;
    if (strangers + unknown > 0)
      doubts.set(
        "staff roster",
        `${counted(strangers, "timecard row")} and ${counted(unknown, "route row")} of people nobody could be matched to`,
      );
    return answered(findings, doubts, worked.length > 0);
  },
  sentence: ({ day, clocked, block, over, amount, delays }) => {
    const minutes = delays.reduce((sum, delay) => sum + delay.minutes, 0);
    const delay =
      minutes > 0
        ? ` Amazon recorded ${counted(minutes, "minute")} of unplanned delay at the station that day, which can be claimed (A13).`
        : "";
    return (
      `${nameOf(day)} clocked ${formatMinutes(clocked)} on ${formatWeekday(day.date)} for a paid block of ${formatMinutes(block)}: ` +
      `${formatMinutes(over)} beyond block and allowance${amount === null ? "" : `, ${formatCents(amount)}`}.${delay}`
    );
  },
  formula: ({ day, clocked, block, allowance, over, amount }) =>
    `${clocked} clocked - ${block} block - ${allowance} allowance = ${counted(over, "minute")} / 60 x ${rateText(day.person.payRate)}` +
    `${amount === null ? "" : ` = ${plainCents(amount)}`}`,
});

function isAt(delay: DelayFact, routes: readonly RouteFact[]): boolean {
  return routes.some((row) => row.station === delay.station);
}

function draft(values: Values, zone: string): FindingDraft<Values> {
  const { day, amount, allowance, delays } = values;
  const rows = [...day.routes, ...day.workOrders];
  return {
    ...aboutDay(day),
    direction: "overpaid",
    amountCents: amount,
    values,
    sides: [timecardSide(day.punches, day.date, zone), workSide(rows, [], day.date)],
    evidence: allProof(punchProof(day.punches), routeProof(rows), delayProof(delays), rosterProof([day.person])),
    notes: [
      `${counted(allowance, "minute")} beyond the block agree; the block is what Amazon pays for the day: the person's own routes, at least the longest.`,
      rateNote(day.person),
      ...delays.map(
        (delay) =>
          `Unplanned delay at ${delay.station}: ${counted(delay.minutes, "minute")}, ${delay.reason || "no reason given"}.`,
      ),
    ],
  };
}
