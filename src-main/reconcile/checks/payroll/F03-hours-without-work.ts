import type { DocumentKind } from "#shared/catalogue.ts";
import { formatMinutes } from "#shared/hours.ts";
import { type Cents, formatCents, plainCents } from "#shared/money.ts";
import { formatWeekday } from "#shared/week.ts";
import type { TrainingFact } from "../../../documents/facts.ts";
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
  trainingProof,
  unclear,
} from "./payroll-finding.ts";
import { A_NIGHT_AROUND, type PersonDay, type PersonDays, personDays, strangersAt } from "./person-days.ts";
import { clockedMinutes } from "./work-clock.ts";
import { workOf } from "./work-evidence.ts";
import { payOf, rateNote, rateOf, rateText } from "./work-pay.ts";
import { COUNTED_BY_F16, isCountedByF16 } from "./work-register.ts";
import { timecardSide, workSide } from "./work-sides.ts";
import { possibleWork } from "./work-strangers.ts";

/** What shows work: a day that one of them does not cover cannot be called one without work. */
const WORK = ["service details", "training"] as const satisfies DocumentKind[];

interface Values {
  readonly day: PersonDay;
  readonly minutes: number;
  readonly amount: Cents | null;
}

/** F03: a driver clocked hours on a day without a route or a training at any station. */
export const F03 = defineCheck({
  code: "F03",
  version: 2,
  cadence: "week",
  needs: ["punch", "person", "station"],
  uses: ["route", "training", "payLine"],
  around: A_NIGHT_AROUND,
  parameters: {},
  evaluate({ scope, facts, company, around, coverage }) {
    const station = facts.station.find((each) => each.station === scope.station);
    if (!station) return { outcome: "cannot-verify", missing: ["stations"] };
    const missing = WORK.filter((kind) => coverage.presence(kind) === "missing");
    if (missing.length > 0) return { outcome: "cannot-verify", missing };
    const people = personDays({ scope, facts, company, around });
    const isDriver = driversAmong(facts.person, company.route, company.training);
    const clocked = people.days.filter((day) => day.punches.length > 0 && isDriver(day));
    const doubts = new Map<DocumentKind, string>();
    const unknown: PersonDay[] = [];
    const findings: FindingDraft<Values>[] = [];
    for (const day of clocked) {
      const minutes = clockedMinutes(day, station.timeZone);
      const uncovered = WORK.filter((kind) => !coverage.covers(kind, day.date));
      if (workOf(day).named || minutes === 0) continue;
      if (minutes === null) unknown.push(day);
      else if (uncovered.length > 0)
        for (const kind of uncovered) doubts.set(kind, `there is none of ${formatWeekday(day.date)}`);
      else if (possibleWork(people, day.person, day.date).length > 0)
        doubts.set("staff roster", `an associate nobody could be matched to may be ${nameOf(day)}`);
      else if (coverage.lacksElsewhere("service details", day.date))
        doubts.set(
          "service details",
          `${nameOf(day)} may have driven at a station whose routes of that day are not there`,
        );
      else
        findings.push(
          draft(day, minutes, station.timeZone, people, {
            nameless: namelessTrainings(day, company.training),
            left: isCountedByF16(day, company.payLine),
          }),
        );
    }
    if (unknown.length > 0) doubts.set("timecard", unclear(unknown, TIMES_MISSING, clocked.length - unknown.length));
    const strangers = strangersAt(station, people);
    if (strangers.length > 0)
      doubts.set("staff roster", `${counted(strangers.length, "timecard row")} of people on no roster`);
    return answered(findings, doubts, clocked.length > 0);
  },
  sentence: ({ day, minutes, amount }) =>
    `${nameOf(day)} clocked ${formatMinutes(minutes)} on ${formatWeekday(day.date)} without a route or training that day` +
    `${amount === null ? "." : `: ${formatCents(amount)} paid for no recorded work.`}`,
  formula: ({ day, minutes, amount }) =>
    `${counted(minutes, "minute")} / 60 x ${rateText(rateOf(day))}${amount === null ? "" : ` = ${plainCents(amount)}`}`,
});

/** Trainings of the station that day which name nobody. */
function namelessTrainings(day: PersonDay, trainings: readonly TrainingFact[]): TrainingFact[] {
  return trainings.filter(
    (training) =>
      training.assignmentDate === day.date &&
      training.station === day.person.station &&
      (training.associate === null || training.associate.trim() === ""),
  );
}

function draft(
  day: PersonDay,
  minutes: number,
  zone: string,
  people: PersonDays,
  { nameless, left }: { readonly nameless: readonly TrainingFact[]; readonly left: boolean },
): FindingDraft<Values> {
  const amount = left ? null : payOf(day, minutes);
  const week = people.days.filter((each) => each.person === day.person);
  const [routes, trainings] = [week.flatMap((each) => each.routes), week.flatMap((each) => each.trainings)];
  const unnamed =
    nameless.length === 0
      ? []
      : [
          `${counted(nameless.length, "training")} of that day at ${day.person.station} names nobody; make sure it was not theirs.`,
        ];
  return {
    ...aboutDay(day),
    direction: "overpaid",
    amountCents: amount,
    values: { day, minutes, amount },
    sides: [timecardSide(day.punches, day.date, zone), workSide([], [], day.date)],
    // The day itself has no row in the work summary: the roster and the person's other days show that they drive.
    evidence: allProof(
      punchProof(day.punches),
      rosterProof([day.person]),
      routeProof(routes),
      trainingProof([...trainings, ...nameless]),
    ),
    notes: [
      `Counted as a driver: department ${day.person.department || "not given"}, ${counted(routes.length, "route row")} in the week.`,
      left ? COUNTED_BY_F16 : rateNote(day),
      ...unnamed,
    ],
  };
}
