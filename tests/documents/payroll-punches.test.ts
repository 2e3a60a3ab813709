import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "#shared/week.ts";
import { ADP, ADP_DATED, HOMEBASE, type Layout, PAYCOM, QUICKBOOKS, rowOf, valuesOf } from "./payroll-layouts.ts";

/** A person's shift: the day it begins, then minutes on that day's clock, beyond 1440 on the next. */
interface Shift {
  readonly person: number;
  readonly day: string;
  readonly segments: readonly { readonly in: number; readonly out: number }[];
}

/** At most one shift a person and day, over before the next can begin; it may have a meal and may pass midnight. */
const shifts = fc
  .uniqueArray(
    fc.record({
      person: fc.integer({ min: 0, max: 3 }),
      day: fc.integer({ min: 0, max: 6 }),
      start: fc.integer({ min: 480, max: 1300 }),
      worked: fc.integer({ min: 1, max: 270 }),
      meal: fc.option(fc.record({ minutes: fc.integer({ min: 1, max: 60 }), after: fc.integer({ min: 1, max: 270 }) })),
    }),
    { selector: ({ person, day }) => `${person} ${day}`, maxLength: 20, minLength: 1 },
  )
  .map((each): Shift[] =>
    each.map(({ person, day, start, worked, meal }) => {
      const first = { in: start, out: start + worked };
      const back = first.out + (meal?.minutes ?? 0);
      const segments = meal ? [first, { in: back, out: back + meal.after }] : [first];
      return { person, day: addDays("2026-09-20", day), segments };
    }),
  );

const two = (value: number) => String(value).padStart(2, "0");
const dayAt = (day: string, minutes: number) => addDays(day, Math.floor(minutes / 1440));
const usDay = (day: string) => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}/${day.slice(0, 4)}`;
const clock24 = (minutes: number) => `${two(Math.floor((minutes % 1440) / 60))}:${two(minutes % 60)}`;
function clock12(minutes: number): string {
  const hour = Math.floor((minutes % 1440) / 60);
  return `${two(hour % 12 === 0 ? 12 : hour % 12)}:${two(minutes % 60)} ${hour < 12 ? "AM" : "PM"}`;
}
const NAMES = ["Nora", "Otis", "Imani", "Wendell"];

type Writer = (shift: Shift) => string[][];
const eachSegment =
  (write: (shift: Shift, segment: Shift["segments"][number]) => string[]): Writer =>
  (shift) =>
    shift.segments.map((segment) => write(shift, segment));

const WRITERS: readonly (readonly [string, Layout, Writer])[] = [
  [
    "ADP with dates in its times",
    ADP,
    eachSegment(({ person, day }, segment) =>
      rowOf(ADP, {
        "Position ID": `P${person}`,
        "In time": `${usDay(dayAt(day, segment.in))} ${clock12(segment.in)}`,
        "Out time": `${usDay(dayAt(day, segment.out))} ${clock12(segment.out)}`,
      }),
    ),
  ],
  [
    "ADP saved again by a spreadsheet program",
    ADP,
    eachSegment(({ person, day }, segment) =>
      rowOf(ADP, {
        "Position ID": `P${person}`,
        "In time": `${usDay(dayAt(day, segment.in))} ${clock24(segment.in)}`,
        "Out time": `${usDay(dayAt(day, segment.out))} ${clock24(segment.out)}`,
      }),
    ),
  ],
  [
    "ADP with a date column",
    ADP_DATED,
    eachSegment(({ person, day }, segment) =>
      rowOf(ADP_DATED, {
        "Position ID": `P${person}`,
        Date: usDay(dayAt(day, segment.in)),
        "In time": clock12(segment.in),
        "Out time": clock12(segment.out),
      }),
    ),
  ],
  [
    "Paycom",
    PAYCOM,
    ({ person, day, segments }) =>
      segments.flatMap((segment, index) =>
        (["in", "out"] as const).map((side) => {
          const inner = side === "in" ? index > 0 : index < segments.length - 1;
          return rowOf(PAYCOM, {
            "EE Code": `P${person}`,
            "Punch Date": usDay(dayAt(day, segment[side])),
            "Punch Type": `${side === "in" ? "I" : "O"}${inner ? "L" : "D"}`,
            Time: clock12(segment[side]),
          });
        }),
      ),
  ],
  [
    "Homebase",
    HOMEBASE,
    ({ person, day, segments }) => {
      const [first = { in: 0, out: 0 }, second] = segments;
      const last = second ?? first;
      return [
        rowOf(HOMEBASE, {
          Name: NAMES[person] ?? "",
          "Payroll ID": `P${person}`,
          "Clock in date": usDay(day),
          "Clock in time": clock12(first.in),
          "Clock out date": usDay(dayAt(day, last.out)),
          "Clock out time": clock12(last.out),
          "Break start": second ? clock12(first.out) : "",
          "Break end": second ? clock12(second.in) : "",
          "Break type": "Unpaid",
          "Break length": "",
        }),
      ];
    },
  ],
  [
    "QuickBooks Time",
    QUICKBOOKS,
    eachSegment(({ person, day }, segment) =>
      rowOf(QUICKBOOKS, {
        username: `user${person}`,
        payroll_id: `P${person}`,
        local_date: dayAt(day, segment.in),
        local_start_time: clock12(segment.in),
        local_end_time: clock12(segment.out),
      }),
    ),
  ],
];

const moment = (day: string, minutes: number) => `${dayAt(day, minutes)}T${clock24(minutes)}`;
const expected = (all: readonly Shift[]) =>
  all
    .flatMap(({ person, day, segments }) =>
      segments.map((segment) => `P${person} ${moment(day, segment.in)} ${moment(day, segment.out)}`),
    )
    .sort();

describe("punches", () => {
  it.each(WRITERS)("read back from %s are the pairs that were written", (_, layout, write) => {
    fc.assert(
      fc.property(shifts, (all) => {
        const found = valuesOf("punch", layout, ...all.flatMap(write));
        expect(found.map((each) => `${each.employeeId} ${each.in} ${each.out}`).sort()).toEqual(expected(all));
        for (const each of found) expect(each.date).toBe(each.in?.slice(0, 10));
      }),
    );
  });

  it("of Paycom are paired alike in any order of the rows", () => {
    const paycom = WRITERS.find(([, layout]) => layout === PAYCOM);
    if (!paycom) throw new Error("Paycom is not written");
    const [, layout, write] = paycom;
    fc.assert(
      fc.property(shifts, fc.infiniteStream(fc.nat()), (all, order) => {
        const rows = all.flatMap(write);
        const shuffled = rows.map((row) => ({ row, at: order.next().value ?? 0 })).sort((a, b) => a.at - b.at);
        const found = valuesOf("punch", layout, ...shuffled.map(({ row }) => row));
        expect(found.map((each) => `${each.employeeId} ${each.in} ${each.out}`).sort()).toEqual(expected(all));
      }),
    );
  });
});
