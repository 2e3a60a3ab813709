import { describe, expect, it } from "vitest";
import {
  ADP,
  ADP_DATED,
  ADP_WORKED_STATE,
  csvOf,
  describeDisguises,
  read,
  rowOf,
  valuesOf,
} from "./payroll-layouts.ts";
import { csv, facts, interpret, problems, refusal, xlsx } from "./support.ts";

for (const layout of [ADP, ADP_DATED, ADP_WORKED_STATE]) describeDisguises(layout);

const HEADER =
  "Company Code,Last Name,First Name,Position ID,Worked Department,State,In time,Out time,Out Punch Type,Hours,Pay Code";
const row = (start: string, end: string, hours = "5.07") =>
  `HLN,O'NEIL,MARY ANN,HLN000187,210401,ca,${start},${end},Meal Punch,${hours},Regular`;
const dated = (date: string, start: string, end: string) => `${row(start, end)},${date}`;
const DATED_HEADER = `${HEADER},Date`;

describe("timecard", () => {
  it("has a punch pair a row", () => {
    expect(facts("punch", csv(HEADER, row("09/20/2026 09:08 AM", "09/20/2026 02:12 PM")))).toEqual([
      {
        companyCode: "HLN",
        employeeId: "HLN000187",
        lastName: "O'NEIL",
        firstName: "MARY ANN",
        department: "210401",
        state: "CA",
        date: "2026-09-20",
        in: "2026-09-20T09:08",
        out: "2026-09-20T14:12",
        outPunchType: "Meal Punch",
        hours: 507,
        payCode: "Regular",
        station: null,
        rate: null,
        deductedMinutes: null,
      },
    ]);
  });

  it.each([
    ["a clock beside a date column", "9/20/2026", "09:08 AM", "02:12 PM", "2026-09-20T09:08", "2026-09-20T14:12"],
    ["a night shift by clocks", "9/20/2026", "10:08 PM", "06:12 AM", "2026-09-20T22:08", "2026-09-21T06:12"],
    ["a punch in at midnight", "9/20/2026", "12:00 AM", "06:12 AM", "2026-09-20T00:00", "2026-09-20T06:12"],
    ["a punch out at midnight", "9/20/2026", "04:00 PM", "12:00 AM", "2026-09-20T16:00", "2026-09-21T00:00"],
    ["an open punch", "9/20/2026", "09:08 AM", "", "2026-09-20T09:08", null],
    ["a missing punch in", "9/20/2026", "", "02:12 PM", null, "2026-09-20T14:12"],
    ["paid time off", "9/20/2026", "", "", null, null],
  ])("reads %s", (_, date, start, end, from, to) => {
    expect(facts("punch", csv(DATED_HEADER, dated(date, start, end)))[0]).toMatchObject({
      date: "2026-09-20",
      in: from,
      out: to,
    });
  });

  it("belongs to the day of the punch in, also over midnight; of the punch out where the in is missing", () => {
    const night = facts("punch", csv(HEADER, row("09/20/2026 10:08 PM", "09/21/2026 06:12 AM")));
    const open = facts("punch", csv(HEADER, row("", "09/21/2026 06:12 AM")));
    expect([night[0]?.date, open[0]?.date]).toEqual(["2026-09-20", "2026-09-21"]);
  });

  it("of a workbook has its times as typed cells", () => {
    const cells: unknown[] = row("", "").split(",");
    cells[6] = new Date("2026-09-20T09:08:00Z");
    cells[7] = new Date("2026-09-20T14:12:00Z");
    cells[9] = 5.07;
    const content = xlsx({ Timecard: [HEADER.split(","), cells] }, (sheet) => {
      for (const cell of ["G2", "H2"]) Object.assign(sheet[cell] ?? {}, { z: "h:mm AM/PM" });
    });
    expect(facts("punch", content)[0]).toMatchObject({
      in: "2026-09-20T09:08",
      out: "2026-09-20T14:12",
      hours: 507,
    });
  });

  it("keeps identical rows, which occur", () => {
    const same = row("09/20/2026 09:08 AM", "09/20/2026 02:12 PM");
    expect(facts("punch", csv(HEADER, same, same))).toHaveLength(2);
  });

  it("skips the total of an employee and of the week", () => {
    const total = ["Total,,,,,,,,,40.02,", ",,Totals,,,,,,,40.02,"];
    expect(problems(csv(HEADER, row("09/20/2026 9:08 AM", ""), ...total))).toEqual([]);
  });

  it("leaves hours that are not printed unknown", () => {
    expect(facts("punch", csv(HEADER, row("09/20/2026 9:08 AM", "", "")))[0]?.hours).toBeNull();
  });

  it.each([
    ["a punch without a date anywhere", row("09:08 AM", "02:12 PM"), "In time: The punch names no date"],
    ["a row without any time or date", row("", ""), "Out time: The punch names no date"],
    [
      "a punch out before its punch in",
      row("09/20/2026 9:08 AM", "09/20/2026 8:00 AM"),
      "Out time: The punch out is before",
    ],
    ["no clock", row("09/20/2026", "09/20/2026 8:00 AM"), 'In time: "09/20/2026" is not a time'],
    [
      "hours in words",
      row("09/20/2026 9:08 AM", "", "five"),
      'Hours: "five" is not a number with at most two decimals.',
    ],
  ])("makes %s a problem", (_, line, sentence) => {
    const content = csv(HEADER, line);
    expect(facts("punch", content)).toEqual([]);
    expect(problems(content)).toEqual([expect.stringContaining(sentence)]);
  });

  it("says the day of a problem, which belongs to no station", () => {
    const content = csv(HEADER, row("09/20/2026 9:08 AM", "", "five"));
    expect(interpret(content).problems[0]).toMatchObject({ station: null, day: "2026-09-20" });
  });
});

describe("the ADP timecard's variants", () => {
  it("have times with dates, seconds or as a spreadsheet saves them again", () => {
    expect(valuesOf("punch", ADP_WORKED_STATE).map((each) => [each.in, each.out, each.date])).toEqual([
      ["2026-08-05T03:01", "2026-08-05T07:01", "2026-08-05"],
      ["2026-07-29T02:48", "2026-07-29T14:48", "2026-07-29"],
    ]);
  });

  it("write one department in two ways; the cell stays as it stands", () => {
    const { facts: drafts } = read(ADP_WORKED_STATE, csvOf(ADP_WORKED_STATE));
    expect(drafts.map(({ values }) => "department" in values && values.department)).toEqual(["13", "13"]);
    expect(drafts[0]?.cells).toContain('"000013"');
    const department = (words: string) =>
      valuesOf("punch", ADP, rowOf(ADP, { "Worked Department": words }))[0]?.department;
    expect(["000", "0130", "Drivers 007", ""].map(department)).toEqual(["0", "130", "Drivers 007", ""]);
  });

  it("have the name in one column or in two, but they have one", () => {
    const without = (column: number) =>
      [ADP.titles, ...ADP.rows].map((row) => row.filter((_, index) => index !== column));
    const [titles = [], ...rows] = without(2);
    const named = {
      ...ADP,
      titles: titles.with(1, "Payroll Name"),
      rows: rows.map((row) => row.with(1, "QUILL, NORA J")),
    };
    expect(valuesOf("punch", named)[0]).toMatchObject({ lastName: "QUILL", firstName: "NORA J" });
    expect(refusal(csvOf({ ...ADP, titles, rows }))).toBe(
      'This timecard has no names. Download it again with "Last Name" and "First Name", or with "Payroll Name".',
    );
    expect(problems(csvOf(named, (rows[0] ?? []).with(1, "")))).toEqual(["2 Payroll Name: Payroll Name is blank."]);
    expect(problems(csvOf(ADP, rowOf(ADP, { "First Name": "" })))).toEqual(["2 First Name: First Name is blank."]);
  });

  it("have one to five segments a day", () => {
    const segments = ["08:00 AM", "09:00 AM", "10:00 AM", "11:00 AM", "12:00 PM"].map((start, index) =>
      rowOf(ADP_DATED, { "In time": start, "Out time": `${String(index + 8).padStart(2, "0")}:50`, Hours: "0.83" }),
    );
    for (let count = 1; count <= 5; count += 1) {
      expect(valuesOf("punch", ADP_DATED, ...segments.slice(0, count))).toHaveLength(count);
    }
  });
});

describe("time off on the ADP timecard", () => {
  const off = { "In time": "", "Out time": "", "Out Punch Type": "", Hours: "8.00", "Pay Code": "PTO" };
  const expected = [{ date: "2026-09-21", in: null, out: null, hours: 800, payCode: "PTO" }];

  it("has its day from the date column", () => {
    expect(valuesOf("punch", ADP_DATED, rowOf(ADP_DATED, { ...off, Date: "9/21/2026" }))).toMatchObject(expected);
  });

  it("has its day from the column of the punch in, where it stands without a clock reading", () => {
    expect(valuesOf("punch", ADP, rowOf(ADP, { ...off, "In time": "09/21/2026" }))).toMatchObject(expected);
    expect(
      valuesOf("punch", ADP, rowOf(ADP, { ...off, "In time": "09/21/2026", "Out time": "09/21/2026" })),
    ).toMatchObject(expected);
  });

  it("without a day anywhere is a problem, and so is work that has lost its clock readings", () => {
    expect(problems(csvOf(ADP, rowOf(ADP, off)))).toEqual([expect.stringContaining("names no date")]);
    const work = rowOf(ADP, { ...off, "In time": "09/21/2026", "Pay Code": "Regular" });
    expect(problems(csvOf(ADP, work))).toEqual([
      '2 In time: "09/21/2026" is not a time; write it as 9:08 AM or 9/20/2026 9:08 AM.',
    ]);
  });

  it("is none where a day has neither punches nor hours", () => {
    for (const Hours of ["", "0.00"]) {
      const empty = rowOf(ADP_DATED, { ...off, Hours, "Pay Code": "" });
      expect(valuesOf("punch", ADP_DATED, rowOf(ADP_DATED, {}), empty)).toHaveLength(1);
    }
    expect(valuesOf("punch", ADP_DATED, rowOf(ADP_DATED, { ...off, Hours: "0.01" }))).toHaveLength(1);
  });
});

describe("a total on the ADP timecard", () => {
  const total = { "In time": "", "Out time": "", "Out Punch Type": "", "Pay Code": "", Hours: "9.71" };

  it.each([
    ["in the pay code", { "Pay Code": "Total" }],
    ["in the out punch type", { "Out Punch Type": "Employee Total:" }],
    ["where the punch in stands", { "In time": "Totals" }],
    ["behind the name", { "Last Name": "QUILL Total" }],
    ["before the name", { "Last Name": "Total for QUILL, NORA", "First Name": "" }],
    ["with hours", { "Worked Department": "Total Hours" }],
  ])("%s is passed over, also when it differs by a hundredth", (_, changes) => {
    expect(valuesOf("punch", ADP, ...ADP.rows.slice(0, 2), rowOf(ADP, { ...total, ...changes }))).toHaveLength(2);
  });

  it.each(["Total", "Totals", "40", "40.02", "1,040.02", "38:31"])(
    "that slipped into a punch's pay code (%s) is none",
    (code) => {
      const row = rowOf(ADP, { "Pay Code": code });
      expect(valuesOf("punch", ADP, row)).toMatchObject([{ payCode: "", in: "2026-09-20T09:08" }]);
      expect(read(ADP, csvOf(ADP, row)).facts[0]?.cells).toContain(`"${code}"`);
    },
  );

  it.each(["Regular", "01", "REG2", "Totally paid", " "])("is no pay code like '%s'", (code) => {
    expect(valuesOf("punch", ADP, rowOf(ADP, { "Pay Code": code }))).toMatchObject([{ payCode: code.trim() }]);
  });

  it("does not hide a punch that cannot be read", () => {
    const row = rowOf(ADP, { "In time": "9:0x", "Out time": "", "Pay Code": "Total" });
    expect(problems(csvOf(ADP, row))).toEqual([expect.stringContaining('2 In time: "9:0x" is not a time')]);
  });

  it("does not hide a department of that name", () => {
    const row = rowOf(ADP_DATED, {
      "In time": "",
      "Out time": "",
      Hours: "8",
      "Pay Code": "PTO",
      "Worked Department": "Total Care",
    });
    expect(valuesOf("punch", ADP_DATED, row)).toHaveLength(1);
  });
});
