/** QuickBooks Time: a row for each timesheet, with start and end or with hours alone; an unpaid break is a row of its own. */
import type { FactDraft, KindDefinition } from "../interpretation.ts";
import { interpretRows, optional, type Row, required } from "./cells.ts";
import { departmentOf } from "./pay-department.ts";
import { idOr } from "./pay-people.ts";
import { dayOf, dayOfPair, punchesOf } from "./punch-row.ts";
import { hundredths, stationCode, text } from "./readers.ts";

const LAYOUT = "QuickBooks Time";

/** A job code of the time between two punches, which is not paid. A rest break is. */
const MEAL = /\b(?:lunch|meal|unpaid break)\b/i;

export const quickbooksTime: KindDefinition = {
  kind: "timecard",
  layout: LAYOUT,
  fields: {
    username: required("username"),
    payrollId: optional("payroll id"),
    employeeNumber: optional("number"),
    lastName: required("lname"),
    firstName: required("fname"),
    group: optional("group"),
    date: required.date("local date"),
    in: required.clock("local start time"),
    out: required.clock("local end time"),
    hours: required.number("hours"),
    jobcode: optional("jobcode 1", "jobcode"),
    station: optional("station", "location"),
  },
  interpret: (recognised) => {
    const whole = interpretRows(
      recognised,
      {
        kind: "timecard",
        anchors: ["username", "date"],
        place: (row) => ({ station: null, day: dayOf(row) }),
      },
      addTimesheet,
    );
    return { ...whole, layout: LAYOUT, facts: withMeals(whole.facts) };
  },
};

function addTimesheet(row: Row): void {
  const punches = punchesOf(row);
  row.fact("punch", {
    companyCode: "",
    // The user name is always there, and tells two people without a payroll id apart.
    employeeId: idOr(row, "payrollId", idOr(row, "employeeNumber", row.need("username", text))),
    lastName: row.need("lastName", text),
    firstName: row.need("firstName", text),
    department: departmentOf(row, "group"),
    state: "",
    date: dayOfPair(row, punches),
    in: punches?.in,
    out: punches?.out,
    outPunchType: "",
    hours: row.may("hours", hundredths),
    payCode: row.words("jobcode"),
    station: row.peek("station", stationCode),
    rate: null,
    deductedMinutes: null,
  });
}

/** Takes the unpaid breaks out of the punches, and marks the punch out that each of them follows. */
function withMeals(drafts: readonly FactDraft[]): FactDraft[] {
  const punches = drafts.filter((draft) => draft.type === "punch");
  const meals = punches.filter(({ values }) => MEAL.test(values.payCode));
  const begins = new Set(meals.map(({ values }) => `${values.employeeId}|${values.in}`));
  return punches
    .filter((draft) => !meals.includes(draft))
    .map((draft) => {
      const { employeeId, out } = draft.values;
      const meal = out !== null && begins.has(`${employeeId}|${out}`);
      return meal ? { ...draft, values: { ...draft.values, outPunchType: "Meal Punch" } } : draft;
    });
}
