/** Gusto hours: a row for each person, known by name alone. */
import type { KindDefinition } from "../interpretation.ts";
import { normaliseTitle } from "../recognise/titles.ts";
import { interpretRows, optional, required } from "./cells.ts";
import { departmentOf } from "./pay-department.ts";
import { addPayLines, isTotalOf, type PayColumns, payItems, TIME_OFF, TIME_OFF_FIELDS } from "./pay-lines.ts";
import { PERIOD_FIELDS, periodReader, refuseWithoutPeriod } from "./pay-period.ts";
import { text } from "./readers.ts";

const LAYOUT = "Gusto";

const SORTS: readonly PayColumns[] = [
  { payCode: "Regular hours", category: "regular", hours: "regularHours" },
  { payCode: "Overtime hours", category: "overtime", hours: "overtimeHours" },
  { payCode: "Double overtime hours", category: "double time", hours: "doubleHours" },
  ...TIME_OFF,
  { payCode: "Bonus", category: "bonus", amount: "bonus" },
  { payCode: "Commission", category: "other", amount: "commission" },
];

export const gusto: KindDefinition = {
  kind: "payroll register",
  layout: LAYOUT,
  rowByRow: true,
  fields: {
    firstName: required("first name"),
    lastName: required("last name"),
    // Told from other hours by name: nobody else puts the job's title beside them.
    title: required("title"),
    employeeId: optional("gusto employee id", "employee id"),
    department: optional("department"),
    ...PERIOD_FIELDS,
    regularHours: required.number("regular hours"),
    overtimeHours: optional.number("overtime hours"),
    doubleHours: optional.number("double overtime hours", "double overtime"),
    ...TIME_OFF_FIELDS,
    bonus: optional.money("bonus"),
    commission: optional.money("commission"),
  },
  // A register has a gross; these are only the hours that were sent in.
  fits: ({ table, headerRow }) =>
    !(table.rows[headerRow] ?? []).some((cell) => /^gross\b/.test(normaliseTitle(String(cell)))),
  refuse: (recognised) => refuseWithoutPeriod(recognised, "gusto"),
  interpret: (recognised) => {
    const periodOf = periodReader(recognised);
    return {
      ...interpretRows(
        recognised,
        {
          kind: "payroll register",
          anchors: ["lastName", "firstName"],
          place: () => ({ station: null, day: null }),
          takes: (row) => isTotalOf(row, "lastName"),
        },
        (row) => {
          const period = periodOf(row);
          const payee = {
            system: LAYOUT,
            companyCode: "",
            employeeId: row.words("employeeId"),
            name: [row.need("firstName", text), row.need("lastName", text)].join(" "),
            department: departmentOf(row),
            periodStart: period.start,
            periodEnd: period.end,
          };
          addPayLines(row, payee, payItems(row, SORTS));
        },
      ),
      layout: LAYOUT,
    };
  },
};
