import { describe, expect, it } from "vitest";
import {
  csvOf,
  describeDisguises,
  type Layout,
  PAYCHEX,
  problemsOf,
  read,
  rowOf,
  valuesOf,
} from "./payroll-layouts.ts";
import { refusal } from "./support.ts";

describeDisguises(PAYCHEX);

const row = (changes: Record<string, string> = {}) => rowOf(PAYCHEX, changes);
const NAMELESS: Layout = { ...PAYCHEX, file: "paychex.csv" };

describe("Paychex Flex", () => {
  it("has a line a row", () => {
    const [first, second, third] = valuesOf("payLine", PAYCHEX);
    expect(first).toEqual({
      system: "Paychex Flex",
      companyCode: "12345678",
      employeeId: "187",
      name: "",
      department: "13",
      periodStart: "2026-08-02",
      periodEnd: "2026-08-15",
      payCode: "Hourly",
      category: "regular",
      hours: 8000,
      rate: 215_000,
      amountCents: 172_000,
    });
    expect(second).toMatchObject({ category: "overtime", rate: 322_500, amountCents: 13_706 });
    expect(third).toMatchObject({ employeeId: "201", category: "time off", rate: null, amountCents: null });
  });

  it("has no line for nothing", () => {
    const nothing = [row({ Hours: "", Amount: "" }), row({ Hours: "0", Amount: "0" })];
    expect(valuesOf("payLine", PAYCHEX, ...nothing, row())).toHaveLength(1);
  });

  it("has its period from the days of its lines where its name says none", () => {
    const rows = ["08/15/2026", "08/02/2026", "08/09/2026"].map((day) => row({ "Line Date": day }));
    const found = valuesOf("payLine", NAMELESS, ...rows);
    expect(found.map(({ periodStart, periodEnd }) => `${periodStart} ${periodEnd}`)).toEqual(
      Array(3).fill("2026-08-02 2026-08-15"),
    );
    const named = valuesOf("payLine", { ...PAYCHEX, file: "2026-08-02 2026-08-29.csv" }, ...rows);
    expect(named[0]?.periodEnd).toBe("2026-08-29");
  });

  it.each([
    ["no line has a day", [row()]],
    ["a line has none", [row({ "Line Date": "08/02/2026" }), row(), row({ "Line Date": "08/09/2026" })]],
    ["all lines are of one day, which is when the file was made", [row({ "Line Date": "08/15/2026" })]],
  ])("is refused where %s and its name says no period", (_, rows) => {
    expect(refusal(csvOf(PAYCHEX, ...rows), "paychex.csv")).toContain('such as "paychex 2026-08-02 to 2026-08-15.csv"');
  });

  it.each([
    [{ Hours: "x" }, '2 Hours: "x" is not a number with at most two decimals.'],
    [{ Amount: "x" }, '2 Amount: "x" is not an amount in dollars and cents.'],
    [{ Rate: "x" }, '2 Rate: "x" is not a price with at most four decimals.'],
    [{ "Line Date": "x" }, '2 Line Date: "x" is not a date'],
    [{ "Worker ID": "" }, "2 Worker ID: Worker ID is blank."],
    [{ "Pay Component": "" }, "2 Pay Component: Pay Component is blank."],
  ])("makes %o a problem", (changes, problem) => {
    expect(read(PAYCHEX, csvOf(PAYCHEX, row(changes))).facts).toEqual([]);
    expect(problemsOf(PAYCHEX, row(changes))).toEqual([expect.stringContaining(problem)]);
  });
});
