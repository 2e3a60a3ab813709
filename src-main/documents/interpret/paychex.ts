/** Paychex Flex: a row for each worker and pay component, perhaps with the day it is for. */
import type { IsoDate } from "#shared/week.ts";
import type { KindDefinition, RecognisedTable } from "../interpretation.ts";
import { interpretRows, optional, type Row, required } from "./cells.ts";
import { payCategory } from "./pay-codes.ts";
import { departmentOf } from "./pay-department.ts";
import { addPayLines, isTotalOf } from "./pay-lines.ts";
import { type PayPeriod, PERIOD_FIELDS, periodReader, refuseWithoutPeriod } from "./pay-period.ts";
import { cents, date, hundredths, rate, text } from "./readers.ts";

const LAYOUT = "Paychex Flex";

const walk = {
  kind: "payroll register",
  anchors: ["workerId", "payCode"],
  place: () => ({ station: null, day: null }),
  takes: (row: Row) => isTotalOf(row, "workerId"),
} as const;

export const paychex: KindDefinition = {
  kind: "payroll register",
  layout: LAYOUT,
  fields: {
    companyCode: optional("client id"),
    workerId: required("worker id"),
    name: optional("worker name", "name"),
    department: optional("org"),
    payCode: required("pay component"),
    rate: optional.number("rate"),
    hours: required.number("hours"),
    lineDate: optional.date("line date"),
    amount: optional.money("amount"),
    ...PERIOD_FIELDS,
  },
  refuse: (recognised) => (daysOfLines(recognised) === null ? refuseWithoutPeriod(recognised, "paychex") : null),
  interpret: (recognised) => {
    const known = refuseWithoutPeriod(recognised, "") === null;
    const days = known ? null : daysOfLines(recognised);
    const periodOf = days === null ? periodReader(recognised) : () => days;
    return {
      ...interpretRows(recognised, walk, (row) => {
        const period = periodOf(row);
        const payCode = row.need("payCode", text);
        const payee = {
          system: LAYOUT,
          companyCode: row.words("companyCode"),
          employeeId: row.need("workerId", text),
          name: row.words("name"),
          department: departmentOf(row),
          periodStart: period.start,
          periodEnd: period.end,
        };
        const item = {
          payCode,
          category: payCategory(payCode ?? ""),
          hours: row.may("hours", hundredths),
          rate: row.may("rate", rate),
          amountCents: row.may("amount", cents),
        };
        row.may("lineDate", date);
        addPayLines(row, payee, [item]);
      }),
      layout: LAYOUT,
    };
  },
};

/**
 * The first to the last day of the lines, as long as every line has one. A single day is none: it is then the day the file was made for,
 * not a period.
 */
function daysOfLines(recognised: RecognisedTable): PayPeriod | null {
  const days = new Set<IsoDate | null>();
  interpretRows(recognised, walk, (row) => days.add(row.peek("lineDate", date)));
  const [start, ...more] = [...days].filter((day) => day !== null).sort();
  const end = more.at(-1);
  return days.has(null) || start === undefined || end === undefined ? null : { start, end };
}
