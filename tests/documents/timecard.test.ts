import { describe, expect, it } from "vitest";
import { csv, facts, interpret, problems, xlsx } from "./support.ts";

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
