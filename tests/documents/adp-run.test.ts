import { describe, expect, it } from "vitest";
import {
  csvOf,
  describeDisguises,
  type Layout,
  problemsOf,
  RUN,
  read,
  rowOf,
  table,
  valuesOf,
} from "./payroll-layouts.ts";

describeDisguises(RUN);

const row = (changes: Record<string, string> = {}) => rowOf(RUN, changes);

describe("RUN Powered by ADP", () => {
  it("has a line a row, under the line that names the format", () => {
    const content = table([["##GENERIC## V1.0", ...Array<string>(10).fill("")], RUN.titles, ...RUN.rows]);
    const { facts, problems } = read(RUN, content);
    expect(problems).toEqual([]);
    expect(facts[0]).toMatchObject({ row: 3 });
    expect(facts.map(({ values }) => values)).toEqual(valuesOf("payLine", RUN));
    expect(facts[0]?.values).toEqual({
      system: "RUN Powered by ADP",
      companyCode: "R1HLN",
      employeeId: "187",
      name: "",
      department: "210401",
      periodStart: "2026-08-02",
      periodEnd: "2026-08-15",
      payCode: "REG",
      category: "regular",
      hours: 8000,
      rate: null,
      amountCents: null,
    });
  });

  it("knows hours and dollars; zero is none", () => {
    const found = valuesOf("payLine", RUN, ...RUN.rows, row({ "Pay Hours": "0", Dollars: "0.00" }));
    expect(found.map(({ category, hours, amountCents }) => [category, hours, amountCents])).toEqual([
      ["regular", 8000, null],
      ["bonus", null, 15_000],
      ["overtime", 425, 0],
    ]);
  });

  it("under its other titles reads alike", () => {
    const renamed: Record<string, string> = {
      "Company Code": "IID",
      "Pay Period Start Date": "Pay Period Start",
      "Pay Period End Date": "Pay Period End",
      "Employee ID": "Employee Time Clock Id",
      "Worked In Dept": "Worked Department",
    };
    const other: Layout = { ...RUN, titles: RUN.titles.map((title) => renamed[title] ?? title) };
    expect(valuesOf("payLine", other)).toEqual(valuesOf("payLine", RUN));
  });

  it.each([
    [{ "Pay Hours": "x" }, '2 Pay Hours: "x" is not a number with at most two decimals.'],
    [{ Dollars: "x" }, '2 Dollars: "x" is not an amount in dollars and cents.'],
    [{ "Earnings Code": "" }, "2 Earnings Code: Earnings Code is blank."],
    [{ "Pay Period End Date": "13/45/2026" }, '2 Pay Period End Date: "13/45/2026" is not a date'],
  ])("makes %o a problem", (changes, problem) => {
    expect(read(RUN, csvOf(RUN, row(changes))).facts).toEqual([]);
    expect(problemsOf(RUN, row(changes))).toEqual([expect.stringContaining(problem)]);
  });
});
