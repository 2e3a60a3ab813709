/** What findings on a person-day share: labels, evidence, and what stays open. Pure. */
import type { DocumentKind } from "#shared/catalogue.ts";
import { formatWeekday } from "#shared/week.ts";
import type { DelayFact, PersonFact, RouteFact, Source } from "../../../documents/facts.ts";
import { displayName } from "../../../matching/people.ts";
import type { Answer } from "../../check.ts";
import type { Evidence, FindingDraft } from "../../finding.ts";
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

interface Sourced {
  readonly source: Source;
}

/** Deciding columns of the timecards of every program. */
const PUNCH_COLUMNS = [
  // ADP Workforce Now
  ...["Last Name", "First Name", "Payroll Name", "Employee Name", "Position ID", "Date", "Work Date", "Pay Date"],
  ...[
    "In time",
    "Time In",
    "In",
    "Out time",
    "Time Out",
    "Out",
    "Out Punch Type",
    "Hours",
    "Pay Code",
    "Earnings Code",
  ],
  // Paycom Punch Audit
  ...["EE Code", "Employee Code", "Punch Date", "Punch Type", "Time", "Punch Time", "Delivery Station Code"],
  // Homebase
  ...["Name", "Employee", "Payroll ID", "Clock in date", "Clock in time", "Clock out date", "Clock out time"],
  ...["Break start", "Break end", "Break length", "Break type", "Unpaid Breaks", "Wage", "PTO"],
  ...["Actual hours", "Actual", "Total paid hours", "Total paid", "Regular", "Overtime"],
  // QuickBooks Time
  ...["username", "payroll_id", "fname", "lname", "number", "local_date", "local_start_time", "local_end_time"],
  ...["jobcode_1", "jobcode"],
];

/** Timecard rows as evidence. */
export function punchProof(punches: readonly Sourced[]): Evidence[] {
  return proof(punches, PUNCH_COLUMNS);
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

/**
 * What stays open because of some person-days, each of which is left out of the comparison while the others are judged. `why` completes
 * the sentence, `compared` is how many days could be judged.
 */
export function unclear(days: readonly PersonDay[], why: string, compared: number): string {
  const named = days.slice(0, 3).map((day) => `${nameOf(day)} on ${formatWeekday(day.date)}`);
  const more = days.length > named.length ? ` and ${counted(days.length - named.length, "other day")}` : "";
  const others = compared > 0 ? `; ${counted(compared, "other day")} could be compared` : "";
  return `${named.join(", ")}${more}: ${why}${others}`;
}

/** A day whose times are not all there is left to F01, or to the owner where the timecard has hours only. */
export const TIMES_MISSING = "a punch is missing or the timecard has hours without times";

/** `1 minute`, `2 minutes`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
