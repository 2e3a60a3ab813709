/** ADP pay data (EPI), which Workforce Now takes in: a row for each person, other codes in pairs of code and amount. */
import type { KindDefinition, RecognisedTable } from "../interpretation.ts";
import { normaliseTitle } from "../recognise/titles.ts";
import { isBlank } from "./blank.ts";
import { interpretRows, optional, type Row, required } from "./cells.ts";
import { payCategory } from "./pay-codes.ts";
import { departmentOf } from "./pay-department.ts";
import { addPayLines, isTotalOf, type PayColumns, type PayItem, payItems } from "./pay-lines.ts";
import { PERIOD_FIELDS, periodReader, refuseWithoutPeriod } from "./pay-period.ts";
import { cents, hundredths, text } from "./readers.ts";

const LAYOUT = "ADP pay data (EPI)";

const SORTS: readonly PayColumns[] = [
  { payCode: "Reg Hours", category: "regular", hours: "regularHours", amount: "regularPay", rate: "rate" },
  { payCode: "O/T Hours", category: "overtime", hours: "overtimeHours", amount: "overtimePay" },
];

/** A code with its amount: of hours, or of dollars. */
interface Pair {
  readonly code: string;
  readonly amount: string;
  readonly holds: "hours" | "dollars";
}

/** The pairs a person can map; a file may have more, and several of one name. */
const PAIRS: readonly Pair[] = [
  { code: "hours3Code", amount: "hours3Amount", holds: "hours" },
  { code: "hours4Code", amount: "hours4Amount", holds: "hours" },
  { code: "earnings3Code", amount: "earnings3Amount", holds: "dollars" },
  { code: "earnings4Code", amount: "earnings4Amount", holds: "dollars" },
];

export const adpEpi: KindDefinition = {
  kind: "payroll register",
  layout: LAYOUT,
  rowByRow: true,
  repeats: true,
  fields: {
    companyCode: required("co code"),
    batch: optional("batch id"),
    employeeId: required("file #", "file number"),
    name: optional("employee name", "name"),
    department: optional("temp dept", "department"),
    rate: optional.number("temp rate"),
    ...PERIOD_FIELDS,
    regularHours: required.number("reg hours"),
    regularPay: optional.money("reg earnings"),
    overtimeHours: optional.number("o/t hours"),
    overtimePay: optional.money("o/t earnings"),
    hours3Code: optional("hours 3 code"),
    hours3Amount: optional.number("hours 3 amount"),
    hours4Code: optional("hours 4 code"),
    hours4Amount: optional.number("hours 4 amount"),
    earnings3Code: optional("earnings 3 code"),
    earnings3Amount: optional.money("earnings 3 amount"),
    earnings4Code: optional("earnings 4 code"),
    earnings4Amount: optional.money("earnings 4 amount"),
  },
  refuse: (recognised) => refuseWithoutPeriod(recognised, "epi"),
  interpret: (plain) => {
    const { recognised, pairs } = withAllPairs(plain);
    const periodOf = periodReader(recognised);
    return {
      ...interpretRows(
        recognised,
        {
          kind: "payroll register",
          anchors: ["companyCode", "employeeId"],
          place: () => ({ station: null, day: null }),
          // A worksheet's own marks: `!`, `!END`.
          takes: (row) => /^\s*!/.test(String(row.cells[0] ?? "")) || isTotalOf(row, "employeeId"),
        },
        (row) => {
          const period = periodOf(row);
          const payee = {
            system: LAYOUT,
            companyCode: row.need("companyCode", text),
            employeeId: row.need("employeeId", text),
            name: row.words("name"),
            department: departmentOf(row),
            periodStart: period.start,
            periodEnd: period.end,
          };
          addPayLines(row, payee, [...payItems(row, SORTS), ...pairs.flatMap((pair) => itemOf(row, pair))]);
        },
      ),
      layout: LAYOUT,
    };
  },
};

/** What a pair says; a code without an amount says nothing. */
function itemOf(row: Row, { code, amount, holds }: Pair): PayItem[] {
  const hours = holds === "hours" ? row.may(amount, hundredths) : null;
  const amountCents = holds === "dollars" ? row.may(amount, cents) : null;
  if (!hours && !amountCents && (isBlank(row.cell(amount)) || hours === 0 || amountCents === 0)) return [];
  const payCode = row.need(code, text);
  return [{ payCode, category: payCategory(payCode ?? ""), hours, rate: null, amountCents }];
}

/** The pairs of the header beyond those with fields of their own: `Hours 5 Code`, or `Hours 3 Code` for the second time. */
function withAllPairs(recognised: RecognisedTable): { recognised: RecognisedTable; pairs: readonly Pair[] } {
  const { table, headerRow } = recognised;
  const titles = (table.rows[headerRow] ?? []).map((cell) => normaliseTitle(String(cell)));
  const taken = new Set(recognised.columns.values());
  const columns = new Map(recognised.columns);
  const fields = { ...recognised.fields };
  const pairs = [...PAIRS];
  titles.forEach((title, column) => {
    const sort = /^((hours|earnings) \w+) code$/.exec(title);
    if (!sort || taken.has(column)) return;
    // The second code of a name belongs to the second amount of that name.
    const nth = columnsOf(titles, title).indexOf(column);
    const amount = columnsOf(titles, `${sort[1]} amount`)[nth];
    if (amount === undefined || taken.has(amount)) return;
    const holds = sort[2] === "hours" ? "hours" : "dollars";
    const pair: Pair = { code: `code ${column}`, amount: `amount ${column}`, holds };
    columns.set(pair.code, column).set(pair.amount, amount);
    fields[pair.code] = optional(title);
    fields[pair.amount] =
      holds === "hours" ? optional.number(`${sort[1]} amount`) : optional.money(`${sort[1]} amount`);
    pairs.push(pair);
  });
  return { recognised: { ...recognised, columns, fields }, pairs };
}

const columnsOf = (titles: readonly string[], title: string): number[] =>
  titles.flatMap((each, column) => (each === title ? [column] : []));
