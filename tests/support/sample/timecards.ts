/** The weekly timecard of ADP Workforce Now: a row for each pair of punches. */
import { addDays, usDate } from "./dates.ts";
import { clock12, hundredthsOfHours, twoPlaces } from "./decimal.ts";
import { byText } from "./order.ts";
import { createRandom } from "./random.ts";
import type { Punches, Shift } from "./shifts.ts";
import { type Cell, csvFile } from "./spreadsheet.ts";
import { COMPANY_CODE } from "./stations.ts";

function clockText(date: string, minutes: number): string {
  const days = Math.trunc(minutes / 1440);
  return `${usDate(addDays(date, days))} ${clock12(minutes - days * 1440)}`;
}

function punchRow(shift: Shift, punch: Punches, beforeMeal: boolean): Cell[] {
  const { person, date } = shift;
  // Some supervisors leave the pay code blank; it means regular time.
  const named = createRandom(punch.in, `${date} ${person.employeeId}`).chance(85);
  return [
    COMPANY_CODE,
    person.payrollLast,
    person.payrollFirst,
    person.employeeId,
    person.station.department,
    person.station.state,
    clockText(date, punch.in),
    punch.out === null ? null : clockText(date, punch.out),
    beforeMeal ? "Meal Punch" : null,
    punch.out === null ? null : twoPlaces(hundredthsOfHours(punch.out - punch.in)),
    named ? "Regular" : null,
  ];
}

/** Name of a week's timecard file. */
export function timecardName(saturday: string): string {
  return `ADP Timecard ${saturday}.csv`;
}

/** The week's timecards of all stations, in the order payroll prints them. */
export function timecardFile(shifts: readonly Shift[]): Uint8Array {
  const worked = shifts.filter((shift) => shift.duty !== "standby");
  const rows = worked
    .sort(byText(({ person, date }) => `${person.payrollLast}, ${person.payrollFirst} ${person.employeeId} ${date}`))
    .flatMap((shift) =>
      shift.punches.map((punch, index) => punchRow(shift, punch, index === 0 && shift.punches.length > 1)),
    );
  return csvFile(
    [
      [
        "Company Code",
        "Last Name",
        "First Name",
        "Position ID",
        "Worked Department",
        "State",
        "In time",
        "Out time",
        "Out Punch Type",
        "Hours",
        "Pay Code",
      ],
      ...rows,
    ],
    { byteOrderMark: false, newline: "\r\n" },
  );
}
