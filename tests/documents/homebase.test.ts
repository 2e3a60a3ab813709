import { describe, expect, it } from "vitest";
import {
  csvOf,
  describeDisguises,
  HOMEBASE,
  type Layout,
  problemsOf,
  read,
  rowOf,
  valuesOf,
} from "./payroll-layouts.ts";

describeDisguises(HOMEBASE);

const NO_BREAK = { "Break start": "", "Break end": "", "Break length": "", "Break type": "", "Unpaid Breaks": "" };
const shift = (changes: Record<string, string> = {}) => rowOf(HOMEBASE, { ...NO_BREAK, ...changes });
const punches = (...rows: string[][]) => valuesOf("punch", HOMEBASE, ...rows);
const times = (...rows: string[][]) =>
  punches(...rows).map(({ in: start, out, outPunchType, deductedMinutes }) => [
    start?.slice(8) ?? null,
    out?.slice(8) ?? null,
    outPunchType,
    deductedMinutes,
  ]);

describe("a Homebase shift", () => {
  it("with a break by the clock is two punch pairs joined by a meal", () => {
    const person = {
      companyCode: "",
      employeeId: "187",
      lastName: "Quill",
      firstName: "Nora",
      department: "Driver",
      state: "",
      station: null,
      rate: 215_000,
    };
    const rest = { date: "2026-09-20", hours: null, payCode: "", deductedMinutes: null };
    expect(punches(rowOf(HOMEBASE, {}))).toEqual([
      { ...person, ...rest, in: "2026-09-20T09:08", out: "2026-09-20T14:12", outPunchType: "Meal Punch" },
      { ...person, ...rest, in: "2026-09-20T14:42", out: "2026-09-20T19:20", outPunchType: "" },
    ]);
  });

  it("without a break is one, with the hours printed for it", () => {
    expect(punches(shift())).toMatchObject([{ in: "2026-09-20T09:08", out: "2026-09-20T19:20", hours: 970 }]);
  });

  it.each([
    [{ "Break length": "30 min" }, 30],
    [{ "Break length": "1 hr" }, 60],
    [{ "Break length": "0:30" }, 30],
    [{ "Break length": "30" }, 30],
    [{ "Break length": "0.50" }, 30],
    [{ "Break length": "0" }, null],
    [{ "Break length": "-" }, null],
    [{ "Break length": "30 min", "Break type": "30 min - Unpaid" }, 30],
    [{ "Break length": "10 min", "Break type": "10 min - Paid" }, null],
    [{ "Unpaid Breaks": "0.50" }, 30],
    [{ "Unpaid Breaks": "0.33" }, 20],
    // All breaks of the day, where the row shows one of them.
    [{ "Break length": "30 min", "Unpaid Breaks": "1.00" }, 60],
    [{ "Break length": "10 min", "Break type": "Paid", "Unpaid Breaks": "0.50" }, 30],
    [{}, null],
  ])("with a break by its length only (%o) has %s minutes deducted", (changes, minutes) => {
    expect(times(shift(changes))).toEqual([["20T09:08", "20T19:20", "", minutes]]);
  });

  it("has what was taken off beyond the break that is shown deducted, but no rounding", () => {
    const shown = (unpaid: string) => times(rowOf(HOMEBASE, { "Unpaid Breaks": unpaid })).map((each) => each[3]);
    expect([shown("1.00"), shown("0.50"), shown("0.52"), shown("0.53")]).toEqual([
      [null, 30],
      [null, null],
      [null, null],
      [null, 2],
    ]);
  });

  it("is not cut by a paid rest", () => {
    expect(times(rowOf(HOMEBASE, { "Break type": "10 min - Paid", "Unpaid Breaks": "0.00" }))).toEqual([
      ["20T09:08", "20T19:20", "", null],
    ]);
  });

  it.each([
    [
      "no break end",
      { "Break end": "" },
      [
        ["20T09:08", "20T14:12"],
        [null, "20T19:20"],
      ],
    ],
    [
      "no break start",
      { "Break start": "-" },
      [
        ["20T09:08", null],
        ["20T14:42", "20T19:20"],
      ],
    ],
    [
      "no clock out",
      { "Clock out date": "-", "Clock out time": "-" },
      [
        ["20T09:08", "20T14:12"],
        ["20T14:42", null],
      ],
    ],
    [
      "no clock in",
      { "Clock in date": "", "Clock in time": "" },
      [
        [null, "20T14:12"],
        ["20T14:42", "20T19:20"],
      ],
    ],
    [
      "no clock in and no break start",
      { "Clock in date": "", "Clock in time": "", "Break start": "" },
      [["20T14:42", "20T19:20"]],
    ],
  ])("with %s has an open punch", (_, changes, expected) => {
    const found = times(rowOf(HOMEBASE, { ...changes, "Unpaid Breaks": "" }));
    expect(found.map(([start, out]) => [start, out])).toEqual(expected);
  });

  it("may pass midnight, its break too", () => {
    const night = {
      "Clock in date": "July 23 2026",
      "Clock in time": "6:01pm",
      "Clock out date": "July 24 2026",
      "Clock out time": "8:10am",
      "Break start": "12:00am",
      "Break end": "12:30am",
    };
    expect(times(rowOf(HOMEBASE, night)).map(([start, out]) => [start, out])).toEqual([
      ["23T18:01", "24T00:00"],
      ["24T00:30", "24T08:10"],
    ]);
    expect(times(shift({ "Clock in time": "10:00 PM", "Clock out date": "", "Clock out time": "6:00 AM" }))).toEqual([
      ["20T22:00", "21T06:00", "", null],
    ]);
  });

  it("belongs to the name where there is no payroll id, so that two people are not one", () => {
    const found = punches(shift({ "Payroll ID": "" }), shift({ "Payroll ID": "-", Name: "Otis Brannigan" }));
    expect(found.map(({ employeeId }) => employeeId)).toEqual(["Nora Quill", "Otis Brannigan"]);
  });

  it.each([
    ["Nora Quill", "Quill", "Nora"],
    ["QUILL, NORA J", "QUILL", "NORA J"],
    ["Ana Ruiz Ortega", "", "Ana Ruiz Ortega"],
    ["Nora", "", "Nora"],
  ])("of %s has the family name '%s'", (name, lastName, firstName) => {
    expect(punches(shift({ Name: name }))).toMatchObject([{ lastName, firstName }]);
  });

  it("has no rate and no department where a dash stands", () => {
    expect(punches(shift({ Wage: "-", Role: "-" }))).toMatchObject([{ rate: null, department: "" }]);
  });

  it("under the newer titles reads alike", () => {
    const renamed: Record<string, string> = { Wage: "Wage rate", Regular: "Regular hours", Overtime: "OT hours" };
    const newer: Layout = { ...HOMEBASE, titles: HOMEBASE.titles.map((title) => renamed[title] ?? title) };
    expect(valuesOf("punch", newer)).toEqual(valuesOf("punch", HOMEBASE));
  });
});

describe("other rows of a Homebase file", () => {
  it("are passed over: the name above and the total below an employee's shifts", () => {
    const blank = HOMEBASE.titles.map(() => "");
    const name = ["Nora Quill", ...blank.slice(1)];
    const total = rowOf(HOMEBASE, {
      ...NO_BREAK,
      "Clock in date": "",
      "Clock in time": "-",
      "Clock out date": "",
      "Clock out time": "-",
    });
    const named = total.with(0, "Total for Nora Quill");
    expect(punches(name, shift(), total, named)).toHaveLength(1);
  });

  it("are a day without clock readings where it has hours: paid time off, or typed in", () => {
    const titles = [...HOMEBASE.titles, "PTO"];
    const none = { Regular: "0.00", Overtime: "0.00" };
    const off = { "Clock in time": "-", "Clock out date": "-", "Clock out time": "-" };
    const rows = [
      [...shift({ ...off, ...none }), "8.00"],
      [...shift(off), ""],
      [...shift({ ...off, ...none }), "0.00"],
      [...shift(), "0.00"],
    ];
    const found = valuesOf("punch", { ...HOMEBASE, titles, rows });
    expect(found.map(({ in: start, hours, payCode }) => [start, hours, payCode])).toEqual([
      [null, 800, "PTO"],
      [null, 970, ""],
      ["2026-09-20T09:08", 970, ""],
    ]);
  });

  it.each([
    [{ "Clock in time": "nine" }, '2 Clock in time: "nine" is not a time'],
    [{ "Clock in date": "soon" }, '2 Clock in date: "soon" is not a date'],
    [{ "Clock in date": "", "Clock out date": "" }, "2 Clock in date: The punch names no date."],
    [{ "Clock out time": "9:07 AM" }, "2 Clock out time: The clock out is before the clock in."],
    [{ Wage: "much" }, '2 Wage: "much" is not a price'],
    [{ Regular: "eight" }, '2 Regular: "eight" is not a number'],
    [{ Name: "" }, "2 Name: Name is blank."],
    [{ "Break length": "3" }, '2 Break length: "3" is not the length of a break; write it as 30 min.'],
    [{ "Unpaid Breaks": "half" }, '2 Unpaid Breaks: "half" is not a number'],
    [{ "Break start": "9:07 AM", "Break end": "9:30 AM" }, "2 Break start: The break is not within the shift."],
    [{ "Break end": "7:21 PM" }, "2 Break end: The break is not within the shift."],
    [
      { "Clock in time": "", "Clock out time": "", "Break start": "1:00 PM" },
      "2 Clock in time: The row has a break, but nobody clocked in or out.",
    ],
  ])("with %o are a problem", (changes, problem) => {
    const row = shift(changes);
    expect(read(HOMEBASE, csvOf(HOMEBASE, row)).facts).toEqual([]);
    expect(problemsOf(HOMEBASE, row)).toEqual([expect.stringContaining(problem)]);
  });

  it("say the day of a problem", () => {
    const { problems } = read(HOMEBASE, csvOf(HOMEBASE, shift({ Wage: "much" })));
    expect(problems[0]).toMatchObject({ station: null, day: "2026-09-20" });
  });
});
