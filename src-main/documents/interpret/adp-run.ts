/** RUN Powered by ADP, time sheet import: a row for each person and earnings code. */
import type { KindDefinition } from "../interpretation.ts";
import { interpretRows, optional, required } from "./cells.ts";
import { payCategory } from "./pay-codes.ts";
import { departmentOf } from "./pay-department.ts";
import { addPayLines, isTotalOf } from "./pay-lines.ts";
import { PERIOD_FIELDS, periodReader, refuseWithoutPeriod } from "./pay-period.ts";
import { cents, hundredths, text } from "./readers.ts";

const LAYOUT = "RUN Powered by ADP";

export const adpRun: KindDefinition = {
  kind: "payroll register",
  layout: LAYOUT,
  rowByRow: true,
  fields: {
    companyCode: optional("company code", "iid"),
    payFrequency: optional("pay frequency"),
    ...PERIOD_FIELDS,
    employeeId: required("employee id", "employee time clock id"),
    payCode: required("earnings code"),
    hours: required.number("pay hours"),
    amount: required.money("dollars"),
    department: optional("worked in dept", "worked department"),
  },
  refuse: (recognised) => refuseWithoutPeriod(recognised, "run"),
  interpret: (recognised) => {
    const periodOf = periodReader(recognised);
    return {
      ...interpretRows(
        recognised,
        {
          kind: "payroll register",
          anchors: ["employeeId", "payCode"],
          place: () => ({ station: null, day: null }),
          takes: (row) => isTotalOf(row, "employeeId"),
        },
        (row) => {
          const period = periodOf(row);
          const payCode = row.need("payCode", text);
          const payee = {
            system: LAYOUT,
            companyCode: row.words("companyCode"),
            employeeId: row.need("employeeId", text),
            name: "",
            department: departmentOf(row),
            periodStart: period.start,
            periodEnd: period.end,
          };
          const item = {
            payCode,
            category: payCategory(payCode ?? ""),
            hours: row.may("hours", hundredths),
            rate: null,
            amountCents: row.may("amount", cents),
          };
          addPayLines(row, payee, [item]);
        },
      ),
      layout: LAYOUT,
    };
  },
};
