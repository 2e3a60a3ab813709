/** ADP Workforce Now timecard: a row for each pair of punches, a row without punches for time off. */
import type { IsoDate } from "#shared/week.ts";
import type { KindDefinition } from "../interpretation.ts";
import { isBlank } from "./blank.ts";
import { interpretRows, optional, type Row, required } from "./cells.ts";
import { payCategory } from "./pay-codes.ts";
import { departmentOf } from "./pay-department.ts";
import { type SplitName, splitName } from "./pay-people.ts";
import { dayOf, dayOfPair, punchesOf } from "./punch-row.ts";
import { date, hundredths, moment, text } from "./readers.ts";

const LAYOUT = "ADP Workforce Now";

const TOTAL = /^(?:(?:grand|sub|week|weekly|day|daily|period|pay period|employee)[\s-]*)?totals?(?:\s+hours)?\s*:?$/i;
const TOTAL_OF = /^(?:grand\s+)?totals?\b|\btotals?\s*:?$/i;

/** The total of an employee or of the week: a row without punches that says so in any cell. */
function isTotal(row: Row): boolean {
  const isOther = (field: string) => !isBlank(row.cell(field)) && !TOTAL.test(row.words(field));
  if (isOther("in") || isOther("out")) return false;
  return (
    row.cells.some((cell) => typeof cell === "string" && TOTAL.test(cell.trim())) ||
    ["companyCode", "employeeId", "lastName", "firstName", "name"].some((field) => TOTAL_OF.test(row.words(field)))
  );
}

/** A day off as some exports list it: no punches and no hours. Nothing happened, so nothing is missing. */
function isEmptyDay(row: Row): boolean {
  if (!isBlank(row.cell("in")) || !isBlank(row.cell("out"))) return false;
  return isBlank(row.cell("hours")) || row.peek("hours", hundredths) === 0;
}

/**
 * The pay code. A total that slipped into the column (`Total`, `40.02`) is none: the row then has no code, which means regular time, and
 * the cell stays visible as evidence. Codes that begin with a zero (`01`) are codes.
 */
function payCodeOf(row: Row): string {
  const words = row.words("payCode");
  return TOTAL.test(words) || /^-?(?:0|[1-9][\d,]*)?(?:\.\d+)?$|^[1-9]\d*:\d\d$/.test(words) ? "" : words;
}

/** The day of time off whose row writes it where the punch in would stand; null for any other row. */
function dayOff(row: Row): IsoDate | null {
  const category = payCategory(payCodeOf(row));
  if (category !== "time off" && category !== "holiday") return null;
  const isDay = (field: string) => row.peek(field, date) !== null && row.peek(field, moment) === null;
  return isDay("in") && (isBlank(row.cell("out")) || isDay("out")) ? row.peek("in", date) : null;
}

/** The name, which stands in two columns or in one. */
function nameOf(row: Row): { [K in keyof SplitName]: string | undefined } {
  if (row.has("lastName") && row.has("firstName")) {
    return { lastName: row.need("lastName", text), firstName: row.need("firstName", text) };
  }
  const name = row.need("name", text);
  return name === undefined ? { lastName: undefined, firstName: undefined } : splitName(name);
}

export const timecard: KindDefinition = {
  kind: "timecard",
  layout: LAYOUT,
  rowByRow: true,
  fields: {
    companyCode: optional("company code", "co code"),
    lastName: optional("last name"),
    firstName: optional("first name"),
    name: optional("payroll name", "employee name", "name", "employee"),
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
  refuse: ({ columns, constants }) => {
    const has = (field: string) => columns.has(field) || constants?.has(field) === true;
    if (has("name") || (has("lastName") && has("firstName"))) return null;
    return 'This timecard has no names. Download it again with "Last Name" and "First Name", or with "Payroll Name".';
  },
  interpret: (recognised) => ({
    ...interpretRows(
      recognised,
      {
        kind: "timecard",
        anchors: ["employeeId", "date", "in"],
        place: (row) => ({ station: null, day: dayOf(row) ?? dayOff(row) }),
        takes: (row) => isTotal(row) || isEmptyDay(row),
      },
      (row) => {
        const off = dayOff(row);
        const punches = off === null ? punchesOf(row) : { in: null, out: null };
        row.fact("punch", {
          companyCode: row.words("companyCode"),
          employeeId: row.need("employeeId", text),
          ...nameOf(row),
          department: departmentOf(row),
          state: row.words("state").toUpperCase(),
          date: off ?? dayOfPair(row, punches),
          in: punches?.in,
          out: punches?.out,
          outPunchType: row.words("outPunchType"),
          hours: row.may("hours", hundredths),
          payCode: payCodeOf(row),
          station: null,
          rate: null,
          deductedMinutes: null,
        });
      },
    ),
    layout: LAYOUT,
  }),
};
