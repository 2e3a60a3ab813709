import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  datesFrom,
  daysBetween,
  daysInMonth,
  formatPeriod,
  formatWeek,
  isIsoDate,
  monthEnd,
  monthOf,
  monthStart,
  periodRange,
  sundayOfWeek,
  weekday,
  weekEnd,
  weekNumber,
  weekStart,
} from "#shared/week.ts";

const dates = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays("1990-01-01", days));

describe("Amazon's week", () => {
  it("37 of 2026 is September 6 to 12", () => {
    for (const date of datesFrom("2026-09-06", "2026-09-12")) {
      expect(weekNumber(date)).toEqual({ year: 2026, week: 37 });
      expect([weekStart(date), weekEnd(date)]).toEqual(["2026-09-06", "2026-09-12"]);
    }
    expect(formatWeek("2026-09-06")).toBe("Week 37 · Sep 6 – 12");
    expect(formatPeriod("2026-08-30")).toBe("Week 36 · Aug 30 – Sep 5");
    expect(formatPeriod("2026-08")).toBe("Aug 2026");
  });

  it("1 holds January 1, whose week may begin in December", () => {
    expect(weekNumber("2026-01-01")).toEqual({ year: 2026, week: 1 });
    expect(weekNumber("2025-12-28")).toEqual({ year: 2026, week: 1 });
    expect(weekNumber("2025-12-27")).toEqual({ year: 2025, week: 52 });
  });

  it("is found again by its number", () => {
    fc.assert(
      fc.property(dates, (date) => {
        const { year, week } = weekNumber(date);
        expect(sundayOfWeek(year, week)).toBe(weekStart(date));
      }),
    );
  });

  it.each([
    [2026, 1, "2025-12-28"],
    [2026, 37, "2026-09-06"],
    [2026, 52, "2026-12-20"],
    // December 27, 2026 begins the week of January 1, 2027.
    [2027, 1, "2026-12-27"],
    // 2028 begins on a Saturday, 2022 too: their years have 53 weeks.
    [2028, 53, "2028-12-24"],
    [2022, 53, "2022-12-25"],
    [2022, 1, "2021-12-26"],
    // 2023 begins on a Sunday.
    [2023, 1, "2023-01-01"],
    [2023, 52, "2023-12-24"],
  ])("%i-W%i begins on %s", (year, number, sunday) => {
    expect(sundayOfWeek(year, number)).toBe(sunday);
  });

  it.each([
    [2026, 53],
    [2027, 53],
    [2026, 0],
    [2026, 54],
    [2028, 54],
  ])("%i has no week %i", (year, number) => {
    expect(sundayOfWeek(year, number)).toBeUndefined();
  });

  it("begins on a Sunday, ends on a Saturday and holds its date", () => {
    fc.assert(
      fc.property(dates, (date) => {
        const sunday = weekStart(date);
        expect([weekday(sunday), weekday(weekEnd(date))]).toEqual([0, 6]);
        expect(datesFrom(sunday, weekEnd(date))).toContain(date);
        expect(weekday(date)).toBe(new Date(`${date}T12:00:00Z`).getUTCDay());
        expect(periodRange(sunday)).toEqual({ from: sunday, to: weekEnd(date) });
      }),
    );
  });

  it("is followed by the next number or by week 1 of the next year", () => {
    fc.assert(
      fc.property(dates, (date) => {
        const [now, next] = [weekNumber(date), weekNumber(addDays(date, 7))];
        expect(next).toEqual(
          next.year === now.year ? { year: now.year, week: now.week + 1 } : { year: now.year + 1, week: 1 },
        );
      }),
    );
  });
});

describe("dates", () => {
  it("moved there and back are the same, and the days between are the days moved", () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -3_000, max: 3_000 }), (date, days) => {
        const moved = addDays(date, days);
        expect(isIsoDate(moved)).toBe(true);
        expect([addDays(moved, -days), daysBetween(date, moved)]).toEqual([date, days]);
      }),
    );
  });

  it("of a month go from its first to its last day", () => {
    fc.assert(
      fc.property(dates, (date) => {
        const month = monthOf(date);
        const { from, to } = periodRange(month);
        expect([from, to]).toEqual([monthStart(month), monthEnd(month)]);
        expect(datesFrom(from, to)).toHaveLength(daysInMonth(month));
        expect(monthOf(addDays(to, 1))).not.toBe(month);
      }),
    );
    expect([daysInMonth("2028-02"), daysInMonth("2026-02"), daysInMonth("2026-12")]).toEqual([29, 28, 31]);
  });

  it.each(["2026-02-29", "2026-13-01", "2026-00-10", "2026-9-1", "9/12/2026", "2026-09-12T00:00", ""])(
    "%j is none",
    (text) => {
      expect(isIsoDate(text)).toBe(false);
    },
  );
});
