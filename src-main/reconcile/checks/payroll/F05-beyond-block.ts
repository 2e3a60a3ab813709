import type { DocumentKind } from "#shared/catalogue.ts";
import { formatMinutes } from "#shared/hours.ts";
import { type Cents, formatCents, plainCents } from "#shared/money.ts";
import { formatWeekday } from "#shared/week.ts";
import type { DelayFact, RouteFact } from "../../../documents/facts.ts";
import { defineCheck } from "../../check.ts";
import type { FindingDraft } from "../../finding.ts";
import { allProof } from "../../proof.ts";
import { driversAmong } from "./drivers.ts";
import {
  aboutDay,
  answered,
  counted,
  delayProof,
  nameOf,
  punchProof,
  rosterProof,
  routeProof,
  TIMES_MISSING,
  trainingProof,
  unclear,
} from "./payroll-finding.ts";
import { A_NIGHT_AROUND, type PersonDay, personDays, strangersAt } from "./person-days.ts";
import { clockedMinutes } from "./work-clock.ts";
import { beyondBlock, type WorkEvidence, workOf } from "./work-evidence.ts";
import { payOf, rateNote, rateOf, rateText } from "./work-pay.ts";
import { COUNTED_BY_F16, isCountedByF16 } from "./work-register.ts";
import { timecardSide, workSide } from "./work-sides.ts";

interface Values {
  readonly day: PersonDay;
  readonly work: WorkEvidence;
  readonly clocked: number;
  readonly allowance: number;
  readonly over: number;
  /** Whether F16 counts the whole day's pay. */
  readonly left: boolean;
  readonly amount: Cents | null;
  readonly delays: readonly DelayFact[];
}

/** F05: more minutes clocked than the paid block and the allowance, with the unplanned delay that could be claimed for them. */
export const F05 = defineCheck({
  code: "F05",
  version: 2,
  cadence: "week",
  needs: ["punch", "person", "station"],
  uses: ["route", "training", "delay", "payLine"],
  around: A_NIGHT_AROUND,
  parameters: {
    allowance: { title: "Minutes beyond the block that still agree", unit: "minutes", value: 30 },
  },
  evaluate({ scope, facts, company, around, parameters, coverage }) {
    const station = facts.station.find((each) => each.station === scope.station);
    if (!station) return { outcome: "cannot-verify", missing: ["stations"] };
    if (coverage.presence("service details") === "missing")
      return { outcome: "cannot-verify", missing: ["service details"] };
    const people = personDays({ scope, facts, company, around });
    const isDriver = driversAmong(facts.person, company.route, company.training);
    const doubts = new Map<DocumentKind, string>();
    const [openDays, uncovered]: [PersonDay[], PersonDay[]] = [[], []];
    const findings: FindingDraft<Values>[] = [];
    let compared = 0;
    for (const day of people.days) {
      const work = workOf(day);
      const isCovered = coverage.covers("service details", day.date);
      // Office staff who helped on a route did more that day than drive, and where they did not drive nothing is asked.
      if (day.punches.length === 0 || !isDriver(day) || (isCovered && work.rows.length === 0)) continue;
      const clocked = clockedMinutes(day, station.timeZone);
      if (!isCovered) uncovered.push(day);
      else if (clocked === null) openDays.push(day);
      else {
        compared += 1;
        const over = beyondBlock(clocked, work, parameters.allowance);
        if (over === 0) continue;
        const left = isCountedByF16(day, company.payLine);
        const amount = left ? null : payOf(day, over);
        const delays = company.delay.filter((delay) => delay.date === day.date && isAt(delay, work.rows));
        const values = { day, work, clocked, allowance: parameters.allowance, over, left, amount, delays };
        findings.push(draft(values, station.timeZone));
      }
    }
    if (openDays.length > 0) doubts.set("timecard", unclear(openDays, TIMES_MISSING, compared));
    if (uncovered.length > 0)
      doubts.set("service details", unclear(uncovered, "no service details cover the day", compared));
    const here = new Set<unknown>(facts.route);
    const strangers = strangersAt(station, people).length;
    const unknown = people.unknownRoutes.filter((row) => here.has(row)).length;
    if (strangers + unknown > 0)
      doubts.set(
        "staff roster",
        `${counted(strangers, "timecard row")} and ${counted(unknown, "route row")} of people nobody could be matched to`,
      );
    return answered(findings, doubts, compared > 0);
  },
  sentence: ({ day, work, clocked, over, amount, delays }) => {
    const minutes = delays.reduce((sum, delay) => sum + delay.minutes, 0);
    const delay =
      minutes > 0
        ? ` Amazon recorded ${counted(minutes, "minute")} of unplanned delay at the station that day, which can be claimed (A13).`
        : "";
    return (
      `${nameOf(day)} clocked ${formatMinutes(clocked)} on ${formatWeekday(day.date)} for a paid block of ${formatMinutes(work.blockMinutes + work.trainingMinutes)}: ` +
      `${formatMinutes(over)} beyond block and allowance${amount === null ? "" : `, ${formatCents(amount)}`}.${delay}`
    );
  },
  formula: ({ day, work, clocked, allowance, over, amount }) =>
    `${clocked} clocked - ${work.blockMinutes} block${work.trainingMinutes > 0 ? ` - ${work.trainingMinutes} training` : ""} - ${allowance} allowance = ${counted(over, "minute")} / 60 x ${rateText(rateOf(day))}` +
    `${amount === null ? "" : ` = ${plainCents(amount)}`}`,
});

function isAt(delay: DelayFact, routes: readonly RouteFact[]): boolean {
  return routes.some((row) => row.station === delay.station);
}

function draft(values: Values, zone: string): FindingDraft<Values> {
  const { day, amount, allowance, delays } = values;
  const { rows, trainings } = values.work;
  return {
    ...aboutDay(day),
    direction: "overpaid",
    amountCents: amount,
    values,
    sides: [timecardSide(day.punches, day.date, zone), workSide(rows, trainings, day.date)],
    evidence: allProof(
      punchProof(day.punches),
      routeProof(rows),
      trainingProof(trainings),
      delayProof(delays),
      rosterProof([day.person]),
    ),
    notes: [
      `${counted(allowance, "minute")} beyond the block agree; the block is what Amazon pays for the day: the person's own routes, at least the longest.`,
      values.left ? COUNTED_BY_F16 : rateNote(day),
      ...delays.map(
        (delay) =>
          `Unplanned delay at ${delay.station}: ${counted(delay.minutes, "minute")}, ${delay.reason || "no reason given"}. What Amazon owes for it is A13's and not taken off here.`,
      ),
    ],
  };
}
