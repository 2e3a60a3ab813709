import { describe, expect, it } from "vitest";
import { KINDS } from "#main/documents/interpret/index.ts";
import { payCategory } from "#main/documents/interpret/pay-codes.ts";
import { periodIn } from "#main/documents/interpret/pay-period.ts";
import { payrollRegister } from "#main/documents/interpret/payroll-register.ts";
import { findHeader } from "#main/documents/recognise/header.ts";
import {
  csvOf,
  describeDisguises,
  LAYOUTS,
  type Layout,
  problemsOf,
  REGISTER,
  read,
  rowOf,
  table,
  valuesOf,
} from "./payroll-layouts.ts";
import { document, refusal } from "./support.ts";

describeDisguises(REGISTER);

const row = (changes: Record<string, string> = {}) => rowOf(REGISTER, changes);
const lines = (...rows: string[][]) => valuesOf("payLine", REGISTER, ...rows);

describe("every payroll layout", () => {
  it.each(LAYOUTS.map((layout) => [layout.layout, layout.titles.join(" "), layout] as const))(
    "of %s fits one definition only: %s",
    (name, _, layout) => {
      const [only] = document(csvOf(layout)).tables;
      if (!only) throw new Error("no table");
      const { fits } = findHeader(layout.file, only, KINDS);
      expect(fits.map(({ definition }) => definition.layout)).toEqual([name]);
    },
  );

  it("is a register where the names stand in two columns and a gross beside them, not Gusto's hours", () => {
    const titles = ["Employee ID", "First Name", "Last Name", "Title", "Regular Hours", "Gross Pay"];
    const [only] = document(table([titles, ["187", "Nora", "Quill", "Driver", "80", "1720.00"]])).tables;
    if (!only) throw new Error("no table");
    const { fits } = findHeader("register.csv", only, KINDS);
    expect(fits.map(({ definition }) => definition.layout)).toEqual(["Payroll register"]);
  });

  it("is refused where two columns of pay have one title and disagree: one of them would be lost", () => {
    const titles = ["Employee ID", "Period Start", "Period End", "Regular Hours", "Bonus", "Bonus", "Gross"];
    const person = ["187", "2026-09-06", "2026-09-12", "40", "50.00", "25.00", "875.00"];
    expect(refusal(table([titles, person]))).toBe(
      'Two columns are called "Bonus" and do not agree. Remove the one that does not count.',
    );
  });

  it("has a name of its own among those of its kind", () => {
    const names = KINDS.flatMap(({ kind, layout }) => (layout === undefined ? [] : [`${kind} ${layout}`]));
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("payroll register", () => {
  it("is a line for each person and sort of pay", () => {
    const period = {
      system: "Payroll register",
      companyCode: "",
      employeeId: "187",
      name: "Nora Quill",
      department: "",
      periodStart: "2026-08-02",
      periodEnd: "2026-08-15",
    };
    expect(lines(row())).toEqual([
      { ...period, payCode: "Regular Hours", category: "regular", hours: 8000, rate: 215_000, amountCents: null },
      { ...period, payCode: "OT Hours", category: "overtime", hours: 425, rate: null, amountCents: null },
      { ...period, payCode: "DT Hours", category: "double time", hours: 50, rate: null, amountCents: null },
      { ...period, payCode: "Bonus", category: "bonus", hours: null, rate: null, amountCents: 15_000 },
      { ...period, payCode: "Gross", category: "gross", hours: null, rate: null, amountCents: 205_006 },
    ]);
  });

  it("has no line for what is blank or zero, except a gross of zero", () => {
    const none = { "Regular Hours": "0", "OT Hours": "", "DT Hours": "0.00", Bonus: "", Gross: "0.00" };
    expect(lines(row(none)).map(({ payCode, amountCents }) => [payCode, amountCents])).toEqual([["Gross", 0]]);
  });

  it("has no line for a person without any pay and gross, but misses the gross of one with pay", () => {
    const none = { "Regular Hours": "", "OT Hours": "", "DT Hours": "", Bonus: "", Gross: "" };
    expect(lines(row(none), row()).map(({ employeeId }) => employeeId)).toEqual(Array(5).fill("187"));
    expect(problemsOf(REGISTER, row({ Gross: "" }))).toEqual(["2 Gross: The gross is blank, though there is pay."]);
  });

  it.each([
    [{ "Regular Hours": "eighty" }, '2 Regular Hours: "eighty" is not a number with at most two decimals.'],
    [{ "OT Hours": "1.255" }, '2 OT Hours: "1.255" is not a number with at most two decimals.'],
    [{ Gross: "#REF!" }, '2 Gross: "#REF!" is not an amount in dollars and cents.'],
    [{ "Employee ID": "" }, "2 Employee ID: Employee ID is blank."],
    [{ "Period Start": "" }, "2 Period Start: Period Start is blank."],
    [{ "Period End": "2026-08-01" }, "2 Period End: The pay period ends before it begins."],
    [{ "Period End": "2027-08-03" }, "2 Period End: The pay period is longer than a year."],
  ])("makes %o a problem of the row, which then has no line", (changes, problem) => {
    const interpretation = read(REGISTER, csvOf(REGISTER, row(changes)));
    expect(interpretation.facts).toEqual([]);
    expect(problemsOf(REGISTER, row(changes))).toEqual([problem]);
  });

  it("passes over the totals of departments, but misses the id of a person", () => {
    const total = rowOf(REGISTER, { "Employee ID": "", Name: "Drivers Total", "Period Start": "", "Period End": "" });
    expect(lines(row(), total)).toEqual(lines(row()));
    expect(problemsOf(REGISTER, total.with(1, "Drivers"))).toContain("2 Employee ID: Employee ID is blank.");
  });

  it("takes a period of a year", () => expect(lines(row({ "Period End": "2027-08-02" }))).toHaveLength(5));

  it("takes a period of one day, and negative corrections", () => {
    const [line] = lines(row({ "Period End": "2026-08-02", "Regular Hours": "-2.50" }));
    expect(line).toMatchObject({ periodEnd: "2026-08-02", hours: -250 });
  });

  it("reads other titles, amounts beside hours, and a name in two columns", () => {
    const titles =
      "Emp ID,Last Name,First Name,Dept,Pay Period Begin,Pay Period End,Reg Hrs,Regular Pay,Hourly Rate,Overtime Hours,Overtime Pay,Sick Hours,Holiday Hours,Meal Premium,Gross Pay";
    const cells = "187,QUILL,NORA,000013,08/02/2026,08/15/2026,80,1720.00,21.50,4.25,137.06,8,8,21.50,2222.56";
    const other: Layout = { ...REGISTER, titles: titles.split(","), rows: [cells.split(",")] };
    const found = valuesOf("payLine", other);
    expect(found.map(({ category, hours, amountCents }) => [category, hours, amountCents])).toEqual([
      ["regular", 8000, 172_000],
      ["overtime", 425, 13_706],
      ["time off", 800, null],
      ["holiday", 800, null],
      ["premium", null, 2150],
      ["gross", null, 222_256],
    ]);
    expect(found[0]).toMatchObject({ name: "QUILL, NORA", department: "13" });
  });
});

describe("the pay period of a file whose rows name none", () => {
  const titles = REGISTER.titles.filter((title) => !title.startsWith("Period"));
  const cells = (REGISTER.rows[0] ?? []).filter((_, column) => column !== 2 && column !== 3);
  const periodOf = (file: string, ...above: string[][]) => {
    const values = valuesOf(
      "payLine",
      { ...REGISTER, file, titles: above[0] ?? titles, rows: [] },
      ...[...above.slice(1), ...(above.length > 0 ? [titles] : []), cells],
    );
    return [values[0]?.periodStart, values[0]?.periodEnd];
  };

  it.each([
    "gusto 2026-08-02 to 2026-08-15.csv",
    "2026-08-02_2026-08-15.csv",
    "Weekly-08022026-08152026.csv",
    "pay 8-2-2026 - 8-15-2026.csv",
    "20260802-20260815.csv",
    "2026-08 payroll 2026-08-02 2026-08-15.zip/register.csv",
  ])("stands in its name: %s", (file) => expect(periodOf(file)).toEqual(["2026-08-02", "2026-08-15"]));

  it("stands above its table, which counts before the name", () => {
    expect(periodOf("x 2026-01-01 2026-01-14.csv", ["Pay Period: 08/02/2026 - 08/15/2026"])).toEqual([
      "2026-08-02",
      "2026-08-15",
    ]);
    expect(periodOf("x.csv", ["Period Start", "2026-08-02"], ["Period End", "2026-08-15"])).toEqual([
      "2026-08-02",
      "2026-08-15",
    ]);
  });

  const sentence =
    'This file does not say which pay period it is for. Put the first and the last day in its name, such as "payroll register 2026-08-02 to 2026-08-15.csv", and drop it again.';
  it.each([
    ["no date", "register.csv"],
    ["one date", "register 2026-08-15.csv"],
    ["three dates", "register 2026-08-02 2026-08-15 2026-08-16.csv"],
    ["dates in the wrong order", "register 2026-08-15 2026-08-02.csv"],
    ["no real date", "register 2026-02-20 2026-02-30.csv"],
  ])("is asked for where the name has %s", (_, file) => {
    expect(refusal(table([titles, cells]), file)).toBe(sentence);
  });

  it("is a month at most", () => {
    expect(periodIn("2026-08-01 2026-08-31")).toEqual({ start: "2026-08-01", end: "2026-08-31" });
    expect(periodIn("2026-08-01 2026-09-01")).toBeNull();
  });

  it("is what the person who mapped the columns said, where name and table say nothing", () => {
    const [plain] = document(table([titles, cells])).tables;
    if (!plain) throw new Error("no table");
    const [fit] = findHeader("register.csv", plain, [payrollRegister]).fits;
    if (!fit) throw new Error("no fit");
    const said = (start: string, end: string) => ({
      ...fit.recognised,
      constants: new Map([
        ["periodStart", start],
        ["periodEnd", end],
      ]),
    });
    expect(payrollRegister.refuse?.(said("2026-08-02", "2026-08-15"))).toBeNull();
    expect(payrollRegister.refuse?.(said("2026-08-02", "soon"))).toBe(sentence);
    const [line] = payrollRegister.interpret(said("2026-08-02", "8/15/2026")).facts;
    expect(line?.values).toMatchObject({ periodStart: "2026-08-02", periodEnd: "2026-08-15" });
    // A saved mapping keeps what was said of its first file; the next file's own name knows better.
    const next = { ...said("2026-08-02", "2026-08-15"), document: "register 2026-08-16 2026-08-29.csv" };
    expect(payrollRegister.interpret(next).facts[0]?.values).toMatchObject({ periodStart: "2026-08-16" });
  });

  it("may stand half in a column and half in what was said", () => {
    const half = [...titles, "Period End"];
    const [plain] = document(table([half, [...cells, "2026-08-15"]])).tables;
    if (!plain) throw new Error("no table");
    const [fit] = findHeader("register.csv", plain, [payrollRegister]).fits;
    if (!fit) throw new Error("no fit");
    expect(payrollRegister.refuse?.(fit.recognised)).toBe(sentence);
    const said = { ...fit.recognised, constants: new Map([["periodStart", "2026-08-02"]]) };
    expect(payrollRegister.refuse?.(said)).toBeNull();
    expect(payrollRegister.interpret(said).facts[0]?.values).toMatchObject({
      periodStart: "2026-08-02",
      periodEnd: "2026-08-15",
    });
  });
});

describe("a pay code", () => {
  it.each([
    ["regular", ["REG", "Regular", "Hourly", "Regular Pay", "reg-1"]],
    ["overtime", ["OT", "OVT", "O/T", "Overtime", "OT1.5", "Holiday Overtime"]],
    ["double time", ["DT", "DBL", "Double Time", "Doubletime", "Double Overtime"]],
    ["bonus", ["BON", "Safety Bonus", "Incentive"]],
    ["premium", ["PREM", "Meal Premium", "Meal Penalty"]],
    ["time off", ["PTO", "VAC", "Vacation", "SICK", "SCK", "Paid Time Off", "Jury Duty"]],
    ["holiday", ["HOL", "Holiday"]],
    ["gross", ["Gross", "Gross Pay"]],
    ["other", ["ZZ", "V", "H", "OTH2", "CREDTIPP", "Holiday Worked", "Hotel", "Regalia", "2", ""]],
  ] as const)("means %s: %o", (category, codes) => {
    expect(codes.map(payCategory)).toEqual(codes.map(() => category));
  });
});
