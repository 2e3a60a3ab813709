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
  payOf,
  punchProof,
  rateNote,
  rateText,
  rosterProof,
  routeProof,
  timecardSide,
  trainingProof,
  workSide,
} from "./payroll-finding.ts";
import {
  clockedMinutes,
  type PersonDay,
  type PersonDays,
  personDays,
  possibleWork,
  strangersAt,
} from "./person-days.ts";

interface Values {
  readonly day: PersonDay;
  readonly minutes: number;
  readonly amount: Cents | null;
}

/** F03: a driver clocked hours on a day without a route or a training at any station. */
export const F03 = defineCheck({
  code: "F03",
  version: 1,
  cadence: "week",
  needs: ["punch", "route", "person", "training", "station"],
  parameters: {},
  evaluate({ scope, facts, company, coverage }) {
    const station = facts.station.find((each) => each.station === scope.station);
    if (!station) return { outcome: "cannot-verify", missing: ["stations"] };
    const people = personDays({
      station: scope.station,
      people: facts.person,
      punches: facts.punch,
      allPunches: company.punch,
      routes: company.route,
      trainings: company.training,
    });
    const isDriver = driversAmong(facts.person, company.route, company.training);
    const clocked = people.days.filter((day) => day.punches.length > 0 && isDriver(day));
    const doubts = new Map<DocumentKind, string>();
    const findings: FindingDraft<Values>[] = [];
    for (const day of clocked) {
      const minutes = clockedMinutes(day, station.timeZone);
      if (minutes === null) doubts.set("timecard", "a day with a missing punch cannot be checked");
      else if (minutes === 0 || hasWork(day)) continue;
      else if (possibleWork(people, day.person, day.date).length > 0)
        doubts.set("staff roster", `an associate nobody could be matched to may be ${nameOf(day)}`);
      else if (coverage.lacksElsewhere("service details", day.date))
        doubts.set(
          "service details",
          `${nameOf(day)} may have driven at a station whose routes of that day are not there`,
        );
      else findings.push(draft(day, minutes, station.timeZone, people, namelessTrainings(day, company.training)));
    }
    const strangers = strangersAt(station, people);
    if (strangers.length > 0)
      doubts.set("staff roster", `${counted(strangers.length, "timecard row")} of people on no roster`);
    return answered(findings, doubts, clocked.length > 0);
  },
  sentence: ({ day, minutes, amount }) =>
    `${nameOf(day)} clocked ${formatMinutes(minutes)} on ${formatWeekday(day.date)} without a route or training that day` +
    `${amount === null ? "." : `: ${formatCents(amount)} paid for no recorded work.`}`,
  formula: ({ day, minutes, amount }) =>
    `${counted(minutes, "minute")} / 60 x ${rateText(day.person.payRate)}${amount === null ? "" : ` = ${plainCents(amount)}`}`,
});

function hasWork(day: PersonDay): boolean {
  return day.routes.length + day.workOrders.length + day.trainings.length > 0;
}

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
  nameless: readonly TrainingFact[],
): FindingDraft<Values> {
  const amount = payOf(day.person, minutes);
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
      rateNote(day.person),
      ...unnamed,
    ],
  };
}
