import { describe, expect, it } from "vitest";
import { csvOf, describeDisguises, GUSTO, type Layout, problemsOf, read, rowOf, valuesOf } from "./payroll-layouts.ts";
import { refusal } from "./support.ts";

describeDisguises(GUSTO);

const row = (changes: Record<string, string> = {}) => rowOf(GUSTO, changes);

describe("Gusto", () => {
  it("has a line for each person and sort of pay, the person known by name", () => {
    const found = valuesOf("payLine", GUSTO);
    expect(
      found.map(({ name, payCode, category, hours, amountCents }) => [name, payCode, category, hours, amountCents]),
    ).toEqual([
      ["Nora Quill", "Regular hours", "regular", 8000, null],
      ["Nora Quill", "Overtime hours", "overtime", 425, null],
      ["Nora Quill", "Vacation Hours", "time off", 800, null],
      ["Nora Quill", "Bonus", "bonus", null, 15_000],
      ["Otis Brannigan", "Regular hours", "regular", 7200, null],
    ]);
    expect(found[0]).toMatchObject({
      system: "Gusto",
      employeeId: "",
      periodStart: "2026-08-02",
      periodEnd: "2026-08-15",
    });
  });

  it("may write its titles with underscores", () => {
    const titles = GUSTO.titles.map((title) => title.toLowerCase().replaceAll(" ", "_"));
    const other: Layout = { ...GUSTO, titles };
    expect(valuesOf("payLine", other)).toEqual(valuesOf("payLine", GUSTO));
  });

  it.each([
    [{ "Regular hours": "x" }, '2 Regular hours: "x" is not a number with at most two decimals.'],
    [{ Bonus: "x" }, '2 Bonus: "x" is not an amount in dollars and cents.'],
    [{ last_name: "" }, "2 last_name: last_name is blank."],
  ])("makes %o a problem", (changes, problem) => {
    expect(read(GUSTO, csvOf(GUSTO, row(changes))).facts).toEqual([]);
    expect(problemsOf(GUSTO, row(changes))).toEqual([problem]);
  });

  it("is refused without a period", () => {
    expect(refusal(csvOf(GUSTO), "hours.csv")).toContain('such as "gusto 2026-08-02 to 2026-08-15.csv"');
  });
});
