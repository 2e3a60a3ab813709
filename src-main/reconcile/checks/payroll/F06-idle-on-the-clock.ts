import type { DocumentKind } from "#shared/catalogue.ts";
import { formatClock } from "#shared/hours.ts";
import { type Cents, formatCents, plainCents } from "#shared/money.ts";
import { formatWeekday } from "#shared/week.ts";
import { defineCheck } from "../../check.ts";
import type { FindingDraft } from "../../finding.ts";
import { allProof } from "../../proof.ts";
import { driversAmong } from "./drivers.ts";
import {
  aboutDay,
  answered,
  counted,
  nameOf,
  punchProof,
  rosterProof,
  routeProof,
  TIMES_MISSING,
  unclear,
} from "./payroll-finding.ts";
import { A_NIGHT_AROUND, type PersonDay, personDays, strangersAt } from "./person-days.ts";
import { clockedMinutes } from "./work-clock.ts";
import { beyondBlock, type WorkEvidence, workOf } from "./work-evidence.ts";
import { type AppGaps, appGaps, seesShift } from "./work-idle.ts";
import { payOf, rateNote, rateOf, rateText } from "./work-pay.ts";
import { COUNTED_BY_F16, isCountedByF16 } from "./work-register.ts";
import { timecardSide, workSide } from "./work-sides.ts";

interface Values {
  readonly day: PersonDay;
  readonly work: WorkEvidence;
  readonly gaps: AppGaps;
  /** Minutes of the block's excess that F05 already counts. */
  readonly beyond: number;
  readonly minutes: number;
  /** Whether F16 counts the whole day's pay. */
  readonly left: boolean;
  readonly amount: Cents | null;
  readonly kind: "idle" | "off the clock";
}

/** F06: on the clock long before the app's log-in or long after its log-out; and the reverse, in the app before the punch in. */
export const F06 = defineCheck({
  code: "F06",
  version: 1,
  cadence: "week",
  needs: ["punch", "person", "station"],
  uses: ["route", "training", "payLine"],
  around: A_NIGHT_AROUND,
  parameters: {
    early: { title: "Minutes from the punch in to the log-in that still agree", unit: "minutes", value: 10 },
    late: { title: "Minutes from the log-in to the punch in that still agree", unit: "minutes", value: 5 },
    end: { title: "Minutes from the log-out to the punch out that still agree", unit: "minutes", value: 15 },
    allowance: { title: "Minutes beyond the block that are not F05's (as set there)", unit: "minutes", value: 30 },
  },
  evaluate({ scope, facts, company, around, parameters, coverage }) {
    const station = facts.station.find((each) => each.station === scope.station);
    if (!station) return { outcome: "cannot-verify", missing: ["stations"] };
    if (coverage.presence("service details") === "missing")
      return { outcome: "cannot-verify", missing: ["service details"] };
    const zone = station.timeZone;
    const people = personDays({ scope, facts, company, around });
    const isDriver = driversAmong(facts.person, company.route, company.training);
    const doubts = new Map<DocumentKind, string>();
    const [open, unseen]: [PersonDay[], PersonDay[]] = [[], []];
    const findings: FindingDraft<Values>[] = [];
    let compared = 0;
    for (const day of people.days) {
      const work = workOf(day);
      if (day.punches.length === 0 || work.rows.length === 0 || !isDriver(day)) continue;
      const clocked = clockedMinutes(day, zone);
      if (clocked === null) open.push(day);
      else if (work.logIn === null || work.logOut === null || !seesShift(day, work.logIn, work.logOut))
        unseen.push(day);
      else if (
        facts.station.some((each) => each.timeZone !== zone && work.rows.some((row) => row.station === each.station))
      )
        continue;
      else {
        compared += 1;
        const gaps = appGaps(day, work.logIn, work.logOut, parameters, zone);
        const beyond = beyondBlock(clocked, work, parameters.allowance);
        const idle = gaps.before + gaps.after - gaps.excused - work.trainingMinutes - beyond;
        const about = { day, work, gaps, beyond, left: isCountedByF16(day, company.payLine) };
        if (idle > 0) findings.push(draft({ ...about, minutes: idle, kind: "idle" }, parameters, zone));
        if (gaps.unclocked > 0)
          findings.push(draft({ ...about, minutes: gaps.unclocked, kind: "off the clock" }, parameters, zone));
      }
    }
    if (open.length > 0) doubts.set("timecard", unclear(open, TIMES_MISSING, compared));
    if (unseen.length > 0)
      doubts.set(
        "service details",
        unclear(unseen, "the log-in or log-out is missing or is not of the shift", compared),
      );
    const strangers = strangersAt(station, people).length;
    if (strangers > 0) doubts.set("staff roster", `${counted(strangers, "timecard row")} of people on no roster`);
    return answered(findings, doubts, compared > 0);
  },
  sentence: ({ day, work, gaps, minutes, amount, kind }) => {
    const money = amount === null ? "." : `, ${formatCents(amount)}.`;
    const name = nameOf(day);
    const date = formatWeekday(day.date);
    const logIn = work.logIn === null ? "" : formatClock(work.logIn);
    const logOut = work.logOut === null ? "" : formatClock(work.logOut);
    return kind === "idle"
      ? `${name} was on the clock from ${formatClock(gaps.in)} to ${formatClock(gaps.out)} on ${date}; the app saw them from ${logIn} to ${logOut}: ` +
          `${counted(minutes, "minute")} beyond the usual start and end${money}`
      : `The app saw ${name} from ${logIn} on ${date}, before the punch in at ${formatClock(gaps.in)}: ` +
          `${counted(minutes, "minute")} beyond the usual may be unpaid work${money}`;
  },
  formula: ({ day, work, gaps, beyond, minutes, amount, kind }) => {
    const taken = [
      [gaps.excused, "taken off"],
      [work.trainingMinutes, "training"],
      [beyond, "counted by F05"],
    ] as const;
    const less = taken.flatMap(([value, what]) => (value > 0 ? ` - ${value} ${what}` : [])).join("");
    const sum = kind === "idle" ? `${gaps.before} before + ${gaps.after} after${less} = ` : "";
    return `${sum}${counted(minutes, "minute")} / 60 x ${rateText(rateOf(day))}${amount === null ? "" : ` = ${plainCents(amount)}`}`;
  },
});

interface Tolerances {
  readonly early: number;
  readonly late: number;
  readonly end: number;
  readonly allowance: number;
}

function draft(
  about: Omit<Values, "amount">,
  { early, late, end, allowance }: Tolerances,
  zone: string,
): FindingDraft<Values> {
  const { day, work, kind, minutes } = about;
  const left = about.left && kind === "idle";
  const amount = left ? null : payOf(day, minutes);
  const base = aboutDay(day);
  const notes =
    kind === "idle"
      ? [
          `${counted(early, "minute")} before the log-in and ${end} after the log-out agree. Minutes beyond the block and its allowance of ${allowance} are F05's and not counted here.`,
          "Loading, fueling or a stand-up may explain the time; the app's log-in and log-out are of the whole day, not of a single route.",
        ]
      : [
          `${counted(late, "minute")} from the log-in to the punch in agree. Time that was worked before the punch in may have to be paid.`,
        ];
  return {
    ...base,
    subject: kind === "idle" ? base.subject : `${base.subject}|before the punch in`,
    direction: kind === "idle" ? "overpaid" : "exposure",
    amountCents: amount,
    values: { ...about, amount },
    sides: [timecardSide(day.punches, day.date, zone), workSide(work.rows, work.trainings, day.date)],
    evidence: allProof(punchProof(day.punches), routeProof(work.rows), rosterProof([day.person])),
    notes: [...notes, left ? COUNTED_BY_F16 : rateNote(day)],
  };
}
