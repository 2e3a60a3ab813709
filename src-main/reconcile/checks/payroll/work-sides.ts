/** Both sides of a finding on a person-day: the timecard and the work summary as tables. Pure. */
import { formatClock, formatMinutes, minutesBetween } from "#shared/hours.ts";
import { plainCents } from "#shared/money.ts";
import { formatWeekday, type IsoDate } from "#shared/week.ts";
import type { PunchFact, RouteFact, TrainingFact } from "../../../documents/facts.ts";
import type { Side } from "../../finding.ts";

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
    punch.hours === null ? "" : plainCents(punch.hours),
    punch.payCode,
  ]);
  return {
    title: "The timecard says",
    columns: ["Date", "In", "Out", "Time", "Hours", "Pay code"],
    rows: rows.length > 0 ? rows : [[formatWeekday(date), "No punch", "", "", "", ""]],
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
