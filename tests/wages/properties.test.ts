import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  apportionBonus,
  payWeek,
  type Segment,
  type WorkPolicy,
  type WorkRecord,
  workRecord,
} from "#main/wages/index.ts";
import { wallTime } from "#shared/hours.ts";
import { addDays } from "#shared/week.ts";
import { book, POLICY, rate, SUNDAY, ZONE } from "./support.ts";

const STATES = ["TN", "CA", "CO", "KY", "AK", "NV", "NY"] as const;

/** A pair of punches in one of two weeks; by day or by night, short or long, over other rows or not. */
const pair = (state: string, rates: readonly number[]): fc.Arbitrary<Segment> =>
  fc
    .record({
      day: fc.integer({ min: 0, max: 13 }),
      start: fc.integer({ min: 0, max: 1439 }),
      length: fc.integer({ min: 1, max: 900 }),
      dollars: fc.constantFrom(...rates),
      id: fc.uuid(),
    })
    .map(({ day, start, length, dollars, id }) => {
      const date = addDays(SUNDAY, day);
      const [from, to] = [wallTime(date, start), wallTime(date, start + length)];
      return { id, date, in: from, out: to, zone: ZONE, state, rate: rate(dollars) };
    });
const pairs = (state: string, rates: readonly number[] = [16]) =>
  fc.array(pair(state, rates), { minLength: 1, maxLength: 14 });
const anyState = fc.constantFrom(...STATES);

function wages(record: WorkRecord): number {
  return record.weeks.reduce((sum, week) => {
    const pay = payWeek(week, {}, book);
    if (!pay.known) throw new Error(pay.reasons.join());
    return sum + pay.totalCents;
  }, 0);
}

const reckoned = (rows: readonly Segment[], policy: WorkPolicy = POLICY) => workRecord(rows, policy, book);

describe("hours", () => {
  test("regular, overtime and double-time minutes are the minutes worked, and no minute is counted twice", () => {
    fc.assert(
      fc.property(
        anyState.chain((state) => pairs(state)),
        (rows) => {
          const { weeks, overlaps } = reckoned(rows);
          const parts = weeks.flatMap((week) => week.days.flatMap((day) => day.parts)).sort((a, b) => a.from - b.from);
          parts.forEach((part, index) => {
            expect(part.minutes).toBe(part.to - part.from);
            expect(part.minutes).toBeGreaterThan(0);
            const next = parts[index + 1];
            if (next) expect(next.from).toBeGreaterThanOrEqual(part.to);
          });
          for (const week of weeks) {
            const { minutes } = week;
            expect(minutes && minutes.regular + minutes.overtime + minutes.doubleTime).toBe(minutes?.worked);
            expect(week.days.reduce((sum, day) => sum + day.clockedMinutes + day.paidBreakMinutes, 0)).toBe(
              minutes?.worked,
            );
            expect(minutes?.regular).toBeLessThanOrEqual(2400);
          }
          const clocked = weeks.flatMap((week) => week.days).reduce((sum, day) => sum + day.clockedMinutes, 0);
          const rowsSay = rows.reduce((sum, each) => sum + lengthOf(each), 0);
          expect(clocked).toBe(rowsSay - overlaps.reduce((sum, each) => sum + each.minutes, 0));
        },
      ),
    );
  });

  test("no state pays less overtime than the federal forty hours", () => {
    fc.assert(
      fc.property(
        anyState.chain((state) => pairs(state)),
        (rows) => {
          for (const { minutes } of reckoned(rows).weeks)
            expect((minutes?.overtime ?? 0) + (minutes?.doubleTime ?? 0)).toBeGreaterThanOrEqual(
              (minutes?.worked ?? Number.NaN) - 2400,
            );
        },
      ),
    );
  });

  test("the order of rows is irrelevant", () => {
    const shuffled = anyState
      .chain((state) => pairs(state, [15, 20, 25]))
      .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })));
    fc.assert(
      fc.property(shuffled, ([rows, mixed]) => {
        expect(reckoned(mixed)).toEqual(reckoned(rows));
      }),
    );
  });

  test("splitting a shift at midnight changes no daily law where the workday begins at another hour or is the shift", () => {
    const night = fc.record({
      state: anyState,
      before: fc.integer({ min: 1, max: 600 }),
      after: fc.integer({ min: 1, max: 299 }),
      policy: fc.constantFrom<WorkPolicy>({ ...POLICY, dayStartsAt: 300 }, { ...POLICY, daysBy: "shift" }),
    });
    fc.assert(
      fc.property(night, ({ state, before, after, policy }) => {
        const midnight = addDays(SUNDAY, 1);
        const [from, to] = [wallTime(SUNDAY, 1440 - before), wallTime(midnight, after)];
        const row = { id: "a", date: SUNDAY, zone: ZONE, state, rate: rate(16) };
        const whole = reckoned([{ ...row, in: from, out: to }], policy);
        const split = reckoned(
          [
            { ...row, in: from, out: `${midnight}T00:00` },
            { ...row, id: "b", date: midnight, in: `${midnight}T00:00`, out: to },
          ],
          policy,
        );
        const view = ({ weeks }: WorkRecord) =>
          weeks.map(({ minutes, days }) => [minutes, days.map((day) => [day.date, day.minutes, day.meals, day.rests])]);
        expect(view(split)).toEqual(view(whole));
        expect(whole.weeks.flatMap((week) => week.days).length).toBe(1);
      }),
    );
  });
});

describe("pay", () => {
  test("another pair of punches never lowers it", () => {
    const more = anyState.chain((state) => fc.tuple(pairs(state), pair(state, [16])));
    fc.assert(
      fc.property(more, ([rows, another]) => {
        expect(wages(reckoned([...rows, another]))).toBeGreaterThanOrEqual(wages(reckoned(rows)));
      }),
      { numRuns: 500 },
    );
  });

  test("nor does it at several rates that lie within half of each other, where breaks are not paid like the work before them", () => {
    const policy = { ...POLICY, countShortBreaks: false };
    const rates = [18, 20, 24, 27];
    const more = fc
      .constantFrom("TN", "CA", "CO", "AK")
      .chain((state) => fc.tuple(pairs(state, rates), pair(state, rates)));
    fc.assert(
      fc.property(more, ([rows, another]) => {
        expect(wages(reckoned([...rows, another], policy))).toBeGreaterThanOrEqual(wages(reckoned(rows, policy)));
      }),
      { numRuns: 500 },
    );
  });

  test("totals equal the sum of their parts", () => {
    const bonus = fc.record({
      id: fc.uuid(),
      kind: fc.constantFrom("flat sum" as const, "production" as const, "discretionary" as const),
      cents: fc.integer({ min: 1, max: 50_000 }),
    });
    const week = anyState.chain((state) => fc.tuple(pairs(state, [15, 20, 25]), fc.array(bonus, { maxLength: 3 })));
    fc.assert(
      fc.property(week, ([rows, bonuses]) => {
        for (const each of reckoned(rows).weeks) {
          const pay = payWeek(each, { bonuses }, book);
          if (!pay.known) throw new Error(pay.reasons.join());
          const sum = (lines: readonly { readonly cents: number }[]) =>
            lines.reduce((total, { cents }) => total + cents, 0);
          expect(sum(pay.lines)).toBe(pay.totalCents);
          expect(pay.straightCents + pay.overtimeCents + sum(bonuses)).toBe(pay.totalCents);
          expect(pay.rounding.overtimeCents[pay.rounding.order]).toBe(pay.overtimeCents);
          expect(pay.lines.every((line) => Number.isSafeInteger(line.cents) && line.rules.length > 0)).toBe(true);
        }
      }),
    );
  });

  test("the parts of a bonus add up to it", () => {
    const weeks = fc.array(fc.integer({ min: 0, max: 4000 }), { minLength: 1, maxLength: 13 });
    fc.assert(
      fc.property(
        weeks,
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.constantFrom("week" as const, "hour" as const),
        (hours, cents, by) => {
          const given = hours.map((worked, index) => ({ start: addDays(SUNDAY, 7 * index), minutes: { worked } }));
          const parts = apportionBonus(cents, given, by, book);
          if (parts === null) expect(by === "hour" && hours.every((each) => each === 0)).toBe(true);
          else expect(parts.reduce((sum, each) => sum + each.cents, 0)).toBe(cents);
        },
      ),
    );
  });
});

function lengthOf({ in: from, out: to }: Segment): number {
  return (Date.parse(`${to}:00Z`) - Date.parse(`${from}:00Z`)) / 60_000;
}
