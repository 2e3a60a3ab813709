/** What findings on a person's day share: both sides, evidence, pay and labels. Pure. */
import type { DocumentKind } from "#shared/catalogue.ts";
import { formatClock, formatMinutes, minutesBetween } from "#shared/hours.ts";
import { type Cents, formatRate, payFor, type Rate } from "#shared/money.ts";
import { formatWeekday, type IsoDate } from "#shared/week.ts";
import type { DelayFact, PersonFact, PunchFact, RouteFact, Source, TrainingFact } from "../../../documents/facts.ts";
import { displayName } from "../../../matching/people.ts";
import type { Answer } from "../../check.ts";
import type { Evidence, FindingDraft, Side } from "../../finding.ts";
import { proof } from "../../proof.ts";
import type { PersonDay } from "./person-days.ts";

/** `Maria Garcia Lopez`. */
export function nameOf(day: PersonDay): string {
  return displayName(day.person.name);
}

/** The parts of a finding that follow from whose day it is. */
export function aboutDay(
  day: PersonDay,
): Pick<
  FindingDraft<never>,
  "subject" | "subjectLabel" | "estimated" | "explains" | "deadline" | "counterparty" | "invoiceNumber"
> {
  return {
    subject: `${day.date}|${day.person.employeeId}`,
    subjectLabel: `${formatWeekday(day.date)} · ${nameOf(day)}`,
    estimated: false,
    explains: [],
    deadline: null,
    counterparty: null,
    invoiceNumber: null,
  };
}

/** Pay for minutes of a person, or null where the roster has no rate. */
export function payOf(person: PersonFact, minutes: number): Cents | null {
  return person.payRate === null ? null : payFor(minutes, person.payRate);
}

/** `x 21.50 an hour`, or why there is no amount. */
export function rateText(rate: Rate | null): string {
  return rate === null ? "no pay rate on the roster" : `${formatRate(rate)} an hour`;
}

/** The rate that was used, or that none is known. */
export function rateNote({ payRate, employeeId }: PersonFact): string {
  return payRate === null
    ? `The staff roster has no pay rate for employee ${employeeId}; no amount can be stated.`
    : `Pay rate of employee ${employeeId} on the staff roster: ${formatRate(payRate)} an hour, overtime and taxes not counted.`;
}

/** The timecard of a day, row by row. `zone` is the station's, for the minutes. */
export function timecardSide(punches: readonly PunchFact[], date: IsoDate, zone: string | null): Side {
  const clock = (wall: string | null) => (wall === null ? "missing" : formatClock(wall));
  const rows = punches.map((punch) => [
    formatWeekday(punch.date),
    clock(punch.in),
    clock(punch.out),
    zone !== null && punch.in !== null && punch.out !== null
      ? formatMinutes(minutesBetween(punch.in, punch.out, zone))
      : "",
    punch.payCode,
  ]);
  return {
    title: "The timecard says",
    columns: ["Date", "In", "Out", "Time", "Pay code"],
    rows: rows.length > 0 ? rows : [[formatWeekday(date), "No punch", "", "", ""]],
    marked: [1, 2],
  };
}

/** What the work summary has of a day; says so where it has nothing. */
export function workSide(routes: readonly RouteFact[], trainings: readonly TrainingFact[], date: IsoDate): Side {
  const rows = [
    ...routes.map((row) => [
      formatWeekday(row.date),
      row.station,
      row.routeCode,
      row.serviceType,
      formatMinutes(row.blockMinutes),
      row.logIn === null ? "" : formatClock(row.logIn),
      row.logOut === null ? "" : formatClock(row.logOut),
    ]),
    ...trainings.map((row) => [
      formatWeekday(row.assignmentDate),
      row.station,
      "training",
      row.courseName,
      formatMinutes(row.minutes),
      "",
      "",
    ]),
  ];
  return {
    title: "The work summary says",
    columns: ["Date", "Station", "Route", "Service type", "Planned duration", "Log in", "Log out"],
    rows: rows.length > 0 ? rows : [[formatWeekday(date), "", "No route, no training", "", "0 min", "", ""]],
    marked: [2, 4],
  };
}

interface Sourced {
  readonly source: Source;
}

/** Timecard rows as evidence. */
export function punchProof(punches: readonly PunchFact[]): Evidence[] {
  return proof(punches, ["Last Name", "First Name", "Position ID", "Date", "In time", "Out time", "Hours", "Pay Code"]);
}

/** Service-detail rows as evidence. */
export function routeProof(routes: readonly RouteFact[]): Evidence[] {
  return proof(routes, [
    "Date",
    "Station",
    "Delivery Associate",
    "Route",
    "Service Type",
    "Planned Duration",
    "Log in",
    "Log out",
  ]);
}

/** Roster rows as evidence. */
export function rosterProof(people: readonly PersonFact[]): Evidence[] {
  return proof(people, ["Employee ID", "Name", "Station", "Department", "Pay Rate"]);
}

/** Unplanned-delay rows as evidence. */
export function delayProof(delays: readonly DelayFact[]): Evidence[] {
  return proof(delays, ["Date", "Station", "unplanned delay", "total delay in minutes", "Impacted routes"]);
}

/** Training rows as evidence. */
export function trainingProof(trainings: readonly Sourced[]): Evidence[] {
  return proof(trainings, ["Assignment Date", "Delivery Associate", "Course Name", "Total Duration"]);
}

/** Days or people that could not be judged, by the kind of document that would settle them. */
export type Doubts = ReadonlyMap<DocumentKind, string>;

/** Findings first; without one a doubt makes the check unverifiable, and only without either it agrees or does not apply. */
export function answered<V>(findings: readonly FindingDraft<V>[], doubts: Doubts, applies: boolean): Answer<V> {
  const missing = [...doubts.keys()];
  if (findings.length > 0) return { outcome: "finding", findings, ...(missing.length > 0 ? { missing } : {}) };
  if (missing.length > 0) return { outcome: "cannot-verify", missing, why: [...doubts.values()].join("; ") };
  return { outcome: applies ? "agrees" : "not-applicable" };
}

/** `1 minute`, `2 minutes`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
