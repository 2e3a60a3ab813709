/** A payroll register of any program: a row for each person and period, a column for each sort of pay. */
import type { KindDefinition } from "../interpretation.ts";
import { isBlank } from "./blank.ts";
import { interpretRows, optional, type Row, required } from "./cells.ts";
import { departmentOf } from "./pay-department.ts";
import { addPayLines, isTotalOf, type PayColumns, payItems, TIME_OFF, TIME_OFF_FIELDS } from "./pay-lines.ts";
import { PERIOD_FIELDS, periodReader, refuseWithoutPeriod } from "./pay-period.ts";
import { text } from "./readers.ts";

const LAYOUT = "Payroll register";

const SORTS: readonly PayColumns[] = [
  // The rate printed beside the name is the hourly one, which is not what an hour of overtime costs.
  { payCode: "Regular Hours", category: "regular", hours: "regularHours", amount: "regularPay", rate: "rate" },
  { payCode: "OT Hours", category: "overtime", hours: "overtimeHours", amount: "overtimePay", rate: "overtimeRate" },
  { payCode: "DT Hours", category: "double time", hours: "doubleHours", amount: "doublePay", rate: "doubleRate" },
  ...TIME_OFF,
  { payCode: "Bonus", category: "bonus", amount: "bonus" },
  { payCode: "Premium", category: "premium", amount: "premium" },
  { payCode: "Gross", category: "gross", amount: "gross" },
];

export const payrollRegister: KindDefinition = {
  kind: "payroll register",
  layout: LAYOUT,
  rowByRow: true,
  fields: {
    employeeId: required("employee id", "emp id", "employee number", "employee no", "employee #", "ee id"),
    name: optional("name", "employee name", "employee"),
    lastName: optional("last name"),
    firstName: optional("first name"),
    companyCode: optional("company code", "co code"),
    department: optional("department", "dept"),
    ...PERIOD_FIELDS,
    regularHours: required.number("regular hours", "reg hours", "regular hrs", "reg hrs"),
    regularPay: optional.money("regular pay", "regular earnings", "regular amount", "regular wages", "reg pay"),
    rate: optional.number("rate", "pay rate", "hourly rate", "base rate", "regular rate"),
    overtimeHours: optional.number("ot hours", "overtime hours", "ot hrs", "overtime hrs"),
    overtimePay: optional.money("ot pay", "overtime pay", "overtime earnings", "overtime amount", "ot amount"),
    overtimeRate: optional.number("ot rate", "overtime rate"),
    doubleHours: optional.number(
      "dt hours",
      "double time hours",

      "dt hrs",
      "double overtime hours",
    ),
    doublePay: optional.money("dt pay", "double time pay", "double time amount", "dt amount"),
    doubleRate: optional.number("dt rate", "double time rate"),
    ...TIME_OFF_FIELDS,
    bonus: optional.money("bonus", "bonuses", "bonus pay", "bonus amount"),
    premium: optional.money("premium", "premiums", "premium pay", "meal premium", "meal premiums"),
    gross: required.money("gross", "gross pay", "gross wages", "gross earnings", "total gross"),
  },
  refuse: (recognised) => refuseWithoutPeriod(recognised, "payroll register"),
  interpret: (recognised) => {
    const periodOf = periodReader(recognised);
    return {
      ...interpretRows(
        recognised,
        {
          kind: "payroll register",
          anchors: ["employeeId", "periodStart", "periodEnd"],
          // An unread line may be of any day of the period.
          place: () => ({ station: null, day: null }),
          takes: (row) => isTotalOf(row, "employeeId"),
        },
        (row) => {
          const period = periodOf(row);
          const items = payItems(row, SORTS);
          const paid = items.some(({ category, hours, amountCents }) => category !== "gross" && (hours || amountCents));
          if (paid && isBlank(row.cell("gross"))) row.problem("gross", "The gross is blank, though there is pay.");
          const payee = {
            system: LAYOUT,
            companyCode: row.words("companyCode"),
            employeeId: row.need("employeeId", text),
            name: nameOf(row),
            department: departmentOf(row),
            periodStart: period.start,
            periodEnd: period.end,
          };
          addPayLines(row, payee, items);
        },
      ),
      layout: LAYOUT,
    };
  },
};

/** The name as written; `Last, First` where it stands in two columns. */
function nameOf(row: Row): string {
  const parts = [row.words("lastName"), row.words("firstName")].filter((part) => part !== "");
  return row.words("name") === "" ? parts.join(", ") : row.words("name");
}
