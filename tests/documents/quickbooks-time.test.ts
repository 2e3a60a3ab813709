import { describe, expect, it } from "vitest";
import { csvOf, describeDisguises, problemsOf, QUICKBOOKS, read, rowOf, valuesOf } from "./payroll-layouts.ts";

describeDisguises(QUICKBOOKS);

const row = (changes: Record<string, string> = {}) => rowOf(QUICKBOOKS, changes);
const punches = (...rows: string[][]) => valuesOf("punch", QUICKBOOKS, ...rows);

describe("QuickBooks Time", () => {
  it("has a punch pair a row", () => {
    expect(punches(row())).toEqual([
      {
        companyCode: "",
        employeeId: "187",
        lastName: "Quill",
        firstName: "Nora",
        department: "Drivers",
        state: "",
        date: "2026-09-20",
        in: "2026-09-20T09:08",
        out: "2026-09-20T14:12",
        outPunchType: "",
        hours: 507,
        payCode: "Delivery",
        station: null,
        rate: null,
        deductedMinutes: null,
      },
    ]);
  });

  it.each([
    ["over midnight", { local_start_time: "10:00 PM", local_end_time: "6:00 AM" }, "20T22:00", "21T06:00"],
    [
      "with dates",
      { local_start_time: "2026-09-20 22:00:00", local_end_time: "2026-09-21 06:00:00" },
      "20T22:00",
      "21T06:00",
    ],
    ["still on the clock", { local_end_time: "", hours: "" }, "20T09:08", null],
    ["without a start", { local_start_time: "" }, null, "20T14:12"],
    ["with hours alone", { local_start_time: "", local_end_time: "", jobcode_1: "PTO", hours: "8" }, null, null],
  ])("reads a timesheet %s", (_, changes, start, end) => {
    const [punch] = punches(row(changes));
    expect([punch?.date, punch?.in?.slice(8) ?? null, punch?.out?.slice(8) ?? null]).toEqual([
      "2026-09-20",
      start,
      end,
    ]);
  });

  it("knows people by their payroll id, else their number, else their user name", () => {
    const ids = punches(row(), row({ payroll_id: "" }), row({ payroll_id: "", number: "" })).map(
      (each) => each.employeeId,
    );
    expect(ids).toEqual(["187", "12", "nquill"]);
  });

  it("takes an unpaid break as the gap it is, and marks the punch out before it", () => {
    const meal = row({
      local_start_time: "2:12 PM",
      local_end_time: "2:42 PM",
      jobcode_1: "Lunch Break",
      hours: "0.50",
    });
    const rest = row({
      local_start_time: "4:00 PM",
      local_end_time: "4:10 PM",
      jobcode_1: "Rest Break",
      hours: "0.17",
    });
    const others = { payroll_id: "201", local_end_time: "2:12 PM" };
    expect(
      punches(row(), meal, rest, row(others)).map((each) => [each.employeeId, each.payCode, each.outPunchType]),
    ).toEqual([
      ["187", "Delivery", "Meal Punch"],
      ["187", "Rest Break", ""],
      ["201", "Delivery", ""],
    ]);
  });

  it.each([
    [{ local_start_time: "nine" }, '2 local_start_time: "nine" is not a time'],
    [{ local_date: "soon" }, '2 local_date: "soon" is not a date'],
    [{ hours: "five" }, '2 hours: "five" is not a number'],
    [{ username: "", payroll_id: "" }, "2 username: username is blank."],
    [{ lname: "" }, "2 lname: lname is blank."],
    [
      { local_start_time: "2026-09-20 14:00", local_end_time: "2026-09-20 13:00" },
      "2 local_end_time: The punch out is before the punch in.",
    ],
  ])("makes %o a problem", (changes, problem) => {
    expect(read(QUICKBOOKS, csvOf(QUICKBOOKS, row(changes))).facts).toEqual([]);
    expect(problemsOf(QUICKBOOKS, row(changes))).toEqual([expect.stringContaining(problem)]);
  });
});
