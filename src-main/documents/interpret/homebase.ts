/** Homebase timesheets: a row for each shift, its break in columns of its own, and a total for each employee. */
import type { KindDefinition } from "../interpretation.ts";
import { interpretRows, optional, type Row, required } from "./cells.ts";
import { breakOf, segmentsOf } from "./homebase-breaks.ts";
import { filled, hoursOf, type Shift, shiftOf } from "./homebase-shift.ts";
import { departmentOf } from "./pay-department.ts";
import { splitName } from "./pay-people.ts";
import { date, hundredths, rate, stationCode, text } from "./readers.ts";

const LAYOUT = "Homebase";

export const homebase: KindDefinition = {
  kind: "timecard",
  layout: LAYOUT,
  rowByRow: true,
  fields: {
    name: required("name", "employee", "employee name"),
    date: required.date("clock in date"),
    in: required.clock("clock in time"),
    outDate: required.date("clock out date"),
    out: required.clock("clock out time"),
    breakStart: optional.clock("break start"),
    breakEnd: optional.clock("break end"),
    breakLength: optional("break length"),
    breakType: optional("break type"),
    payrollId: optional("payroll id"),
    role: optional("role"),
    wage: optional.money("wage", "wage rate"),
    paidHours: optional.number("actual hours", "actual", "total paid hours", "total paid"),
    regular: optional.number("regular", "regular hours"),
    overtime: optional.number("overtime", "overtime hours", "ot hours"),
    doubleOvertime: optional.number("double ot", "double overtime"),
    unpaidBreaks: optional.number("unpaid breaks", "unpaid break hours"),
    pto: optional.number("pto", "pto hours"),
    location: optional("location"),
  },
  interpret: (recognised) => ({
    ...interpretRows(
      recognised,
      {
        kind: "timecard",
        anchors: ["date", "in"],
        place: (row) => ({ station: null, day: row.peek("date", date) ?? row.peek("outDate", date) }),
        takes: (row) => !isShift(row) && !isDay(row),
      },
      (row) => (isShift(row) ? addShift(row) : addDay(row)),
    ),
    layout: LAYOUT,
  }),
};

/** The name above an employee's shifts and the total below them carry no clock reading. */
function isShift(row: Row): boolean {
  return filled(row, "in") || filled(row, "out") || filled(row, "breakStart") || filled(row, "breakEnd");
}

/** A day without clock readings that has hours all the same: paid time off, or hours that were typed in. */
function isDay(row: Row): boolean {
  const hours = ["pto", "paidHours", "regular", "overtime", "doubleOvertime"];
  return filled(row, "date") && hours.some((field) => filled(row, field) && row.peek(field, hundredths) !== 0);
}

/** Who the row is about. Two people without a payroll id are told apart by their names. */
function personOf(row: Row) {
  const name = row.need("name", text);
  return {
    companyCode: "",
    employeeId: filled(row, "payrollId") ? row.words("payrollId") : name,
    ...(name === undefined ? { lastName: undefined, firstName: undefined } : splitName(name)),
    department: filled(row, "role") ? departmentOf(row, "role") : "",
    state: "",
    station: row.peek("location", stationCode),
    rate: filled(row, "wage") ? row.need("wage", rate) : null,
  };
}

function addShift(row: Row): void {
  const person = personOf(row);
  const hours = hoursOf(row);
  const shift: Shift | undefined = shiftOf(row);
  const pause = shift && breakOf(row, shift);
  if (!pause) return;
  const segments = segmentsOf(shift, pause);
  segments.forEach(({ in: start, out, meal }, index) => {
    row.fact("punch", {
      ...person,
      date: (start ?? out ?? undefined)?.slice(0, 10),
      in: start,
      out,
      outPunchType: meal ? "Meal Punch" : "",
      // The hours of the row are the shift's, not those of its parts.
      hours: segments.length === 1 ? hours : null,
      payCode: "",
      deductedMinutes: index === segments.length - 1 ? pause.deductedMinutes : null,
    });
  });
}

function addDay(row: Row): void {
  const isOff = filled(row, "pto") && row.peek("pto", hundredths) !== 0;
  row.fact("punch", {
    ...personOf(row),
    date: row.need("date", date),
    in: null,
    out: null,
    outPunchType: "",
    hours: isOff ? row.need("pto", hundredths) : hoursOf(row),
    payCode: isOff ? "PTO" : "",
    deductedMinutes: null,
  });
}
