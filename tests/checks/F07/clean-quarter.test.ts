/** A quarter in which everybody punched, ate and rested as they should: no check of timecards says anything, in any of six states. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { payrollChecks } from "#main/reconcile/checks/payroll/index.ts";
import { hundredthsOfHours, wallTime } from "#shared/hours.ts";
import { plainCents } from "#shared/money.ts";
import { addDays, weekday } from "#shared/week.ts";
import { reconcile, type TestDocument } from "../../support/workbench.ts";

const FIRST = "2026-06-28";
const WEEKS = 13;
const CODES = ["F01", "F02", "F03", "F04", "F05", "F06", "F07", "F08", "F13", "F14", "F15", "F17", "F18"];
const CREW = ["Maria Lopez", "John Smith", "Ann Prescott", "Omar Diallo", "Wei Tran", "Lucia Bello"] as const;
const STATES = [
  ["TX", "America/Chicago"],
  ["TN", "America/Chicago"],
  ["CA", "America/Los_Angeles"],
  ["NV", "America/Los_Angeles"],
  ["CO", "America/Denver"],
  ["NY", "America/New_York"],
] as const;

interface Day {
  readonly date: string;
  readonly who: number;
  /** Minutes after midnight: in, out to lunch, back, out. */
  readonly times: readonly [number, number, number, number];
}

/** Monday to Saturday, five days each; a day of at most nine hours around a meal at noon. */
function daysOf(random: () => number): Day[] {
  return Array.from({ length: WEEKS * 7 }, (_, index) => addDays(FIRST, index)).flatMap((date) =>
    CREW.flatMap((_, who): Day[] => {
      if (weekday(date) === 0 || weekday(date) === who + 1) return [];
      const start = 540 + random() * 3;
      const meal = start + 180 + random() * 4;
      const back = meal + 30 + random();
      return [{ date, who, times: [start, meal, back, back + 270 + random() * 3] }];
    }),
  );
}

function clock(date: string, minutes: number): string {
  const [year, month, day] = date.split("-");
  return `${month}/${day}/${year} ${wallTime(date, minutes).slice(11)}`;
}

function documentsOf(state: string, zone: string, days: readonly Day[]): TestDocument[] {
  const person = (who: number) => {
    const [first = "", last = ""] = (CREW[who] ?? "").split(" ");
    return { name: `${first} ${last}`, id: `00010${who}`, row: `${last.toUpperCase()},${first.toUpperCase()}` };
  };
  const stretch = (date: string, [from, to]: readonly [number, number], who: string, mark: string) =>
    `HLN,${who},${state},${clock(date, from)},${clock(date, to)},${mark},${plainCents(hundredthsOfHours(to - from))},Regular\n`;
  const punches = days.map(({ date, who, times: [start, meal, back, end] }) => {
    const about = `${person(who).row},${person(who).id},Drivers`;
    return stretch(date, [start, meal], about, "Meal Punch") + stretch(date, [back, end], about, "");
  });
  // On Sundays the station is closed, and only the dispatcher is in.
  const sundays = Array.from({ length: WEEKS }, (_, week) =>
    stretch(addDays(FIRST, week * 7), [600, 840], "REED,DANA,000109,Dispatch", ""),
  );
  const routes = days.map(({ date, who, times: [start, , , end] }) => {
    const seen = `${date} ${wallTime(date, start + 5).slice(11)},${date} ${wallTime(date, end - 10).slice(11)}`;
    return `${date},Main Yard (DXA4)- Amazon.com,HLNE,${person(who).name},CX10${who},Standard Parcel,9 hr,${seen},50,50,mi,180,0,0,no\n`;
  });
  const trainings = days
    .filter(({ who, date }) => weekday(date) === ((who + 2) % 6) + 1)
    .map(
      ({ date, who }) =>
        `${date},${date},Main Yard (DXA4)- Amazon.com,HLNE,${person(who).name},Training,Refresher,1,0 hr,no\n`,
    );
  const crew = CREW.map(
    (_, who) => `${person(who).id},T${who},${person(who).name},${state},DXA4,Drivers,20.00,2024-03-01,\n`,
  );
  return [
    {
      name: "stations.csv",
      content: `Station,Name,State,Time Zone,DSP Short Code\nDXA4,Main Yard,${state},${zone},HLNE\n`,
    },
    {
      name: "staff-roster.csv",
      content: `Employee ID,Transporter ID,Name,State,Station,Department,Pay Rate,Hire Date,Termination Date\n${crew.join("")}000109,T9,Dana Reed,${state},DXA4,Dispatch,24.00,2024-03-01,\n`,
    },
    {
      name: "Service Details Report.csv",
      content: `Date,Station,DSP short code,Delivery Associate,Route,Service Type,Planned Duration,Log in,Log out,Total Distance Planned,Total Distance Allowance,Distance unit,Shipments Delivered,Shipments Returned,Pickup Packages,Excluded?\n${routes.join("")}`,
    },
    {
      name: "Training Weekly Report.csv",
      content: `Assignment Date,Payment Date,Station,DSP Short Code,Delivery Associate,Service Type,Course Name,Chapter Name,Total Duration,DSP Payment Eligible\n${trainings.join("")}`,
    },
    {
      name: "Timecard.csv",
      content: `Company Code,Last Name,First Name,Position ID,Worked Department,State,In time,Out time,Out Punch Type,Hours,Pay Code\n${punches.join("")}${sundays.join("")}`,
    },
  ];
}

describe.each(STATES)("a clean quarter in %s", (state, zone) => {
  it("has no finding", () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat({ max: 9 })), (stream) => {
        const days = daysOf(() => stream.next().value ?? 0);
        const checks = payrollChecks.filter(({ code }) => CODES.includes(code));
        const results = reconcile(documentsOf(state, zone, days), checks);
        expect(results.flatMap(({ findings }) => findings).map(({ values }) => values.sentence)).toEqual([]);
        const said = new Map<string, Set<string>>();
        for (const { code, outcome } of results.flatMap(({ outcomes }) => outcomes.slice()))
          said.set(code, (said.get(code) ?? new Set()).add(outcome));
        for (const code of ["F01", "F02", "F03", "F04", "F05", "F06", "F14"])
          expect([code, ...(said.get(code) ?? [])]).toEqual([code, "agrees"]);
        expect([...(said.get("F07") ?? [])]).toEqual([state === "TX" ? "not-applicable" : "agrees"]);
        // Six days before the first week are not there.
        const limits = results.flatMap(({ outcomes }) => outcomes.filter(({ code }) => code === "F13"));
        expect(limits.map(({ outcome }) => outcome)).toEqual([
          "cannot-verify",
          ...Array.from({ length: WEEKS - 1 }, () => "agrees"),
        ]);
      }),
      { numRuns: 3 },
    );
  });
});
