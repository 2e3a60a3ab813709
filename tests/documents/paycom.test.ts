import { describe, expect, it } from "vitest";
import { csvOf, describeDisguises, PAYCOM, problemsOf, read, rowOf, valuesOf } from "./payroll-layouts.ts";
import { xlsx } from "./support.ts";

describeDisguises(PAYCOM);

/** A punch of Nora's (or of somebody else's): `20 ID 9:08 AM`, day of September first. */
function punch(words: string, changes: Record<string, string> = {}): string[] {
  const [day = "", type = "", ...time] = words.split(" ");
  return rowOf(PAYCOM, { "Punch Date": `09/${day}/2026`, "Punch Type": type, Time: time.join(" "), ...changes });
}
const rowsOf = (...words: string[]) => words.map((each) => punch(each));
const pairs = (...rows: string[][]) =>
  valuesOf("punch", PAYCOM, ...rows).map(({ in: start, out, outPunchType }) => [
    start?.slice(8) ?? null,
    out?.slice(8) ?? null,
    outPunchType,
  ]);
const edits = (...rows: string[][]) => valuesOf("punchEdit", PAYCOM, ...rows);

describe("Paycom punches", () => {
  it("become pairs; the deleted and the changed ones are told apart", () => {
    const person = { employeeId: "A1B2", lastName: "QUILL", firstName: "NORA", station: "DXA4", date: "2026-09-20" };
    const rest = { companyCode: "", department: "", state: "", hours: null, payCode: "", rate: null };
    expect(valuesOf("punch", PAYCOM)).toEqual([
      {
        ...person,
        ...rest,
        in: "2026-09-20T09:08",
        out: "2026-09-20T14:12",
        outPunchType: "Meal Punch",
        deductedMinutes: null,
      },
      { ...person, ...rest, in: "2026-09-20T14:42", out: "2026-09-20T19:20", outPunchType: "", deductedMinutes: null },
    ]);
    expect(valuesOf("punchEdit", PAYCOM)).toEqual([
      {
        ...person,
        time: "2026-09-20T14:30",
        punchType: "IL",
        deleted: true,
        modifiedAt: "2026-09-21T08:15",
        modifiedBy: "DELACROIX, IMANI",
      },
      {
        ...person,
        time: "2026-09-20T14:42",
        punchType: "IL",
        deleted: false,
        modifiedAt: "2026-09-21T08:16",
        modifiedBy: "DELACROIX, IMANI",
      },
    ]);
  });

  it("keep the row of the punch in as evidence", () => {
    const { facts } = read(PAYCOM, csvOf(PAYCOM));
    expect(facts.map(({ type, row }) => [type, row])).toEqual([
      ["punch", 2],
      ["punchEdit", 4],
      ["punch", 5],
      ["punchEdit", 5],
    ]);
    expect(JSON.parse(facts[0]?.cells ?? "")).toEqual(PAYCOM.rows[0]);
  });

  it("are paired by the clock, not by the order of the rows, and person by person", () => {
    const otis = { "EE Code": "C3", "Last Name": "BRANNIGAN", "First Name": "OTIS" };
    const found = pairs(
      punch("20 OD 7:20 PM"),
      punch("20 ID 9:30 AM", otis),
      punch("20 ID 9:08 AM"),
      punch("20 OD 5:00 PM", otis),
    );
    expect(found).toEqual([
      ["20T09:30", "20T17:00", ""],
      ["20T09:08", "20T19:20", ""],
    ]);
  });

  it.each([
    ["a shift over midnight", ["20 ID 10:00 PM", "21 OD 6:15 AM"], [["20T22:00", "21T06:15", ""]]],
    [
      "a meal over midnight",
      ["20 ID 8:00 PM", "20 OL 11:50 PM", "21 IL 12:20 AM", "21 OD 5:00 AM"],
      [
        ["20T20:00", "20T23:50", "Meal Punch"],
        ["21T00:20", "21T05:00", ""],
      ],
    ],
    ["an in alone", ["20 ID 9:00 AM"], [["20T09:00", null, ""]]],
    ["an out alone", ["20 OD 5:00 PM"], [[null, "20T17:00", ""]]],
    ["a lunch alone", ["20 OL 1:00 PM"], [[null, "20T13:00", "Meal Punch"]]],
    [
      "two ins in a row",
      ["20 ID 9:00 AM", "20 ID 10:00 AM", "20 OD 5:00 PM"],
      [
        ["20T09:00", null, ""],
        ["20T10:00", "20T17:00", ""],
      ],
    ],
    [
      "two outs in a row",
      ["20 ID 9:00 AM", "20 OD 4:00 PM", "20 OD 5:00 PM"],
      [
        ["20T09:00", "20T16:00", ""],
        [null, "20T17:00", ""],
      ],
    ],
    [
      "a missing return from lunch",
      ["20 ID 9:00 AM", "20 OL 1:00 PM", "20 OD 5:00 PM"],
      [
        ["20T09:00", "20T13:00", "Meal Punch"],
        [null, "20T17:00", ""],
      ],
    ],
    ["an out 16 hours later", ["20 ID 9:00 AM", "21 OD 1:00 AM"], [["20T09:00", "21T01:00", ""]]],
    [
      "an out a minute beyond that",
      ["20 ID 9:00 AM", "21 OD 1:01 AM"],
      [
        ["20T09:00", null, ""],
        [null, "21T01:01", ""],
      ],
    ],
    [
      "a lunch of no length, in either order of its rows",
      ["20 ID 9:00 AM", "20 IL 1:00 PM", "20 OL 1:00 PM", "20 OD 5:00 PM"],
      [
        ["20T09:00", "20T13:00", "Meal Punch"],
        ["20T13:00", "20T17:00", ""],
      ],
    ],
    [
      "the same punch twice",
      ["20 ID 9:00 AM", "20 ID 9:00 AM", "20 OD 5:00 PM"],
      [
        ["20T09:00", null, ""],
        ["20T09:00", "20T17:00", ""],
      ],
    ],
  ])("read %s", (_, words, expected) => expect(pairs(...rowsOf(...words))).toEqual(expected));

  it("do not count when deleted", () => {
    const found = pairs(punch("20 ID 9:00 AM", { Deleted: "Y" }), punch("20 ID 9:10 AM"), punch("20 OD 5:00 PM"));
    expect(found).toEqual([["20T09:10", "20T17:00", ""]]);
  });

  it.each(["Yes", "y", "TRUE", "X", "1", "Deleted"])("are deleted where it says %s", (word) => {
    expect(edits(punch("20 ID 9:00 AM", { Deleted: word }))[0]?.deleted).toBe(true);
  });

  it.each(["No", "n", "FALSE", "0", "-", ""])("are not where it says '%s'", (word) => {
    expect(edits(punch("20 ID 9:00 AM", { Deleted: word }))).toEqual([]);
  });

  it("are changed by hand where a person or a time of change stands there, not where the clock itself does", () => {
    const by = (name: string, at = "") => edits(punch("20 ID 9:00 AM", { "Modified By": name, "Last Modified": at }));
    expect(by("DELACROIX, IMANI")).toMatchObject([
      { modifiedAt: null, modifiedBy: "DELACROIX, IMANI", deleted: false },
    ]);
    expect(by("", "9/21/2026 8:15 AM")).toMatchObject([{ modifiedAt: "2026-09-21T08:15", modifiedBy: "" }]);
    expect(by("D. Imani", "9/21/2026")).toMatchObject([{ modifiedAt: null, modifiedBy: "D. Imani" }]);
    expect([by("System", "9/21/2026 8:15 AM"), by("Time Clock"), by("")]).toEqual([[], [], []]);
  });

  it("keep their station where one is named; an office is none", () => {
    const at = (station: string) =>
      valuesOf("punch", PAYCOM, punch("20 ID 9:00 AM", { "Delivery Station Code": station }));
    expect([at("dxa4")[0]?.station, at("Head office")[0]?.station, at("")[0]?.station]).toEqual(["DXA4", null, null]);
  });

  it("come with typed dates and times in a workbook", () => {
    const typed = (words: string, time: string) =>
      punch(words).map((cell, column): unknown =>
        PAYCOM.titles[column] === "Punch Date"
          ? new Date("2026-09-20T00:00:00Z")
          : PAYCOM.titles[column] === "Time"
            ? new Date(`2026-09-20T${time}:00Z`)
            : cell,
      );
    const content = xlsx({ Audit: [[...PAYCOM.titles], typed("20 ID", "09:08"), typed("20 OD", "17:20")] }, (sheet) => {
      for (const cell of ["F2", "F3"]) Object.assign(sheet[cell] ?? {}, { z: "h:mm AM/PM" });
    });
    const { facts, problems } = read(PAYCOM, content);
    expect(problems).toEqual([]);
    expect(facts[0]?.values).toMatchObject({ in: "2026-09-20T09:08", out: "2026-09-20T17:20" });
  });

  it.each([
    [{ Time: "nine" }, '2 Time: "nine" is not a time'],
    [{ Time: "" }, "2 Time: Time is blank."],
    [{ "Punch Date": "09/31/2026" }, '2 Punch Date: "09/31/2026" is not a date'],
    [{ "Punch Type": "XX" }, '2 Punch Type: "XX" is none of id, ol, il, od.'],
    [{ Deleted: "maybe" }, '2 Deleted: "maybe" is neither yes nor no.'],
    [{ "Last Modified": "lately" }, '2 Last Modified: "lately" is not a time'],
    [{ "EE Code": "" }, "2 EE Code: EE Code is blank."],
  ])("with %o are a problem", (changes, problem) => {
    const row = rowOf(PAYCOM, changes);
    expect(read(PAYCOM, csvOf(PAYCOM, row)).facts).toEqual([]);
    expect(problemsOf(PAYCOM, row)).toEqual([expect.stringContaining(problem)]);
  });

  it("say the day of a problem", () => {
    const { problems } = read(PAYCOM, csvOf(PAYCOM, rowOf(PAYCOM, { Time: "nine" })));
    expect(problems[0]).toMatchObject({ station: null, day: "2026-09-20", text: "nine" });
  });
});
