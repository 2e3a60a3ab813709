/** ADP Workforce Now timecard: a row for each pair of punches. */
import type { KindDefinition } from "../interpretation.ts";
import { interpretRows, optional, type Row, required } from "./cells.ts";
import { date, hundredths, moment, text } from "./readers.ts";
import { type WallPair, wallPair } from "./wall-times.ts";

/** The day of the punch in; of the punch out where the in is missing; else what the date column says. */
function dayOf(row: Row): string | null {
  return row.peek("in", moment)?.date ?? row.peek("date", date) ?? row.peek("out", moment)?.date ?? null;
}

function punchesOf(row: Row): Exclude<WallPair, string> | undefined {
  const day = row.may("date", date);
  const start = row.may("in", moment);
  const end = row.may("out", moment);
  if (day === undefined || start === undefined || end === undefined) return undefined;
  const pair = wallPair(day, start, end);
  if (pair === "backwards") row.problem("out", "The punch out is before the punch in.");
  if (pair === "no date" || dayOf(row) === null) {
    row.problem(start === null ? "out" : "in", "The punch names no date, and the table has no date column that does.");
  }
  return typeof pair === "string" ? undefined : pair;
}

export const timecard: KindDefinition = {
  kind: "timecard",
  fields: {
    companyCode: optional("company code", "co code"),
    lastName: required("last name"),
    firstName: required("first name"),
    employeeId: required("position id"),
    department: optional("worked department", "department"),
    state: optional.state("state", "worked state"),
    date: optional.date("date", "work date", "punch date", "pay date"),
    in: required.clock("in time", "time in", "in"),
    out: required.clock("out time", "time out", "out"),
    outPunchType: optional("out punch type"),
    hours: required.number("hours"),
    payCode: optional("pay code", "earnings code"),
  },
  interpret: (recognised) =>
    interpretRows(
      recognised,
      {
        kind: "timecard",
        anchors: ["employeeId", "date", "in"],
        place: (row) => ({ station: null, day: dayOf(row) }),
      },
      (row) => {
        const punches = punchesOf(row);
        row.fact("punch", {
          companyCode: row.words("companyCode"),
          employeeId: row.need("employeeId", text),
          lastName: row.need("lastName", text),
          firstName: row.need("firstName", text),
          department: row.words("department"),
          state: row.words("state").toUpperCase(),
          date: (punches?.in ?? punches?.out)?.slice(0, 10) ?? dayOf(row) ?? undefined,
          in: punches?.in,
          out: punches?.out,
          outPunchType: row.words("outPunchType"),
          hours: row.may("hours", hundredths),
          payCode: row.words("payCode"),
          station: null,
          rate: null,
          deductedMinutes: null,
        });
      },
    ),
};
