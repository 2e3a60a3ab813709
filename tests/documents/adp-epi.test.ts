import { describe, expect, it } from "vitest";
import { csvOf, describeDisguises, EPI, type Layout, problemsOf, read, rowOf, valuesOf } from "./payroll-layouts.ts";
import { refusal } from "./support.ts";

describeDisguises(EPI);

const row = (changes: Record<string, string> = {}) => rowOf(EPI, changes);
const lines = (layout: Layout = EPI, ...rows: string[][]) =>
  valuesOf("payLine", layout, ...rows).map(({ employeeId, payCode, category, hours, amountCents }) => [
    employeeId,
    payCode,
    category,
    hours,
    amountCents,
  ]);

describe("ADP pay data", () => {
  it("has a line for each column and each pair that holds something", () => {
    expect(lines()).toEqual([
      ["187", "Reg Hours", "regular", 8000, null],
      ["187", "O/T Hours", "overtime", 425, null],
      ["187", "PTO", "time off", 800, null],
      ["187", "ZZ", "other", 150, null],
      ["187", "BON", "bonus", null, 15_000],
      ["201", "Reg Hours", "regular", 7200, null],
    ]);
  });

  it("has its period from its name, and one spelling of a department", () => {
    const found = valuesOf("payLine", EPI);
    expect(new Set(found.map((line) => `${line.department} ${line.periodStart} ${line.periodEnd}`))).toEqual(
      new Set(["13 2026-08-02 2026-08-15"]),
    );
    expect(found[0]).toMatchObject({ system: "ADP pay data (EPI)", companyCode: "HLN", name: "", rate: null });
  });

  it("may have more pairs, also several of one name", () => {
    const titles = [...EPI.titles, "Hours 5 Code", "Hours 5 Amount", "Hours 3 Code", "Hours 3 Amount"];
    const more: Layout = { ...EPI, titles, rows: [[...row(), "HOL", "8.00", "SICK", "4.00"]] };
    expect(lines(more).map(([, code, , hours]) => [code, hours])).toEqual([
      ["Reg Hours", 8000],
      ["O/T Hours", 425],
      ["PTO", 800],
      ["ZZ", 150],
      ["BON", null],
      ["HOL", 800],
      ["SICK", 400],
    ]);
    expect(problemsOf(more, [...row(), "HOL", "8.00", "SICK", "four"])).toEqual([
      '2 Hours 3 Amount: "four" is not a number with at most two decimals.',
    ]);
  });

  it("may have earnings beside the hours, a rate and a name", () => {
    const titles = [...EPI.titles, "Reg Earnings", "O/T Earnings", "Temp Rate", "Employee Name"];
    const more: Layout = { ...EPI, titles, rows: [[...row(), "1720.00", "137.06", "21.50", "QUILL, NORA"]] };
    expect(valuesOf("payLine", more).slice(0, 2)).toMatchObject([
      { payCode: "Reg Hours", amountCents: 172_000, rate: 215_000, name: "QUILL, NORA" },
      { payCode: "O/T Hours", amountCents: 13_706, rate: null },
    ]);
  });

  it("passes over the marks of a worksheet and a code without an amount", () => {
    expect(lines(EPI, ["!"], row({ "Hours 3 Amount": "" }), ["!END"]).map(([, code]) => code)).toEqual([
      "Reg Hours",
      "O/T Hours",
      "ZZ",
      "BON",
    ]);
  });

  it.each([
    [{ "Reg Hours": "many" }, '2 Reg Hours: "many" is not a number with at most two decimals.'],
    [{ "Hours 3 Code": "" }, "2 Hours 3 Code: Hours 3 Code is blank."],
    [{ "Hours 4 Amount": "x" }, '2 Hours 4 Amount: "x" is not a number with at most two decimals.'],
    [{ "Earnings 3 Amount": "1.005" }, '2 Earnings 3 Amount: "1.005" is not an amount in dollars and cents.'],
    [{ "File #": "" }, "2 File #: File # is blank."],
  ])("makes %o a problem", (changes, problem) => {
    expect(read(EPI, csvOf(EPI, row(changes))).facts).toEqual([]);
    expect(problemsOf(EPI, row(changes))).toEqual([problem]);
  });

  it("makes the whole period unverifiable where a line cannot be read", () => {
    const { problems } = read(EPI, csvOf(EPI, row({ "Reg Hours": "many" })));
    expect(problems[0]).toMatchObject({ station: null, day: null });
  });

  it("is refused without a period", () => {
    expect(refusal(csvOf(EPI), "PRHLNEPI.csv")).toContain('such as "epi 2026-08-02 to 2026-08-15.csv"');
  });
});
