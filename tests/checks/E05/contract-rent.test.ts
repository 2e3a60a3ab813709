import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dailyRate,
  dayCount,
  isFullPeriod,
  overlap,
  rentFor,
  rentMonths,
} from "#main/reconcile/checks/lease/contract-rent.ts";
import { addDays, monthEnd, monthStart } from "#shared/week.ts";

const month = fc
  .record({ year: fc.integer({ min: 2023, max: 2029 }), number: fc.integer({ min: 1, max: 12 }) })
  .map(({ year, number }) => `${year}-${String(number).padStart(2, "0")}`);
const rent = fc.integer({ min: 1, max: 300_000 });

/** A month cut into parts at some of its days. */
const parts = fc.tuple(month, fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 6 })).map(([text, cuts]) => {
  const whole = { from: monthStart(text), to: monthEnd(text) };
  const starts = [...new Set([0, ...cuts])].sort((a, b) => a - b).filter((day) => day < dayCount(whole));
  const stretches = starts.map((day, index) => {
    const next = starts[index + 1];
    return { from: addDays(whole.from, day), to: next === undefined ? whole.to : addDays(whole.from, next - 1) };
  });
  return { whole, stretches };
});

describe("the parts of a month", () => {
  it("by actual days come to the month, up to a rounding of each", () => {
    fc.assert(
      fc.property(rent, parts, (cents, { whole, stretches }) => {
        const sum = stretches.reduce((total, each) => total + rentFor(cents, "actual", [whole], each).cents, 0);
        expect(Math.abs(sum - cents) * 2).toBeLessThanOrEqual(stretches.length);
      }),
    );
  });
  it("in thirtieths never cost more than the rent each, and whole months cost the rent", () => {
    fc.assert(
      fc.property(rent, parts, (cents, { whole, stretches }) => {
        for (const each of stretches) expect(rentFor(cents, "30", [whole], each).cents).toBeLessThanOrEqual(cents);
        expect(rentFor(cents, "30", [whole], whole).cents).toBe(cents);
      }),
    );
  });
  it("without proration cost the rent as soon as there is a day", () => {
    fc.assert(
      fc.property(rent, parts, (cents, { whole, stretches }) => {
        for (const each of stretches) expect(rentFor(cents, "none", [whole], each).cents).toBe(cents);
        expect(rentFor(cents, "none", [whole], null).cents).toBe(0);
      }),
    );
  });
  it("cost more the more days they have", () => {
    fc.assert(
      fc.property(rent, month, fc.integer({ min: 0, max: 29 }), (cents, text, day) => {
        const whole = { from: monthStart(text), to: monthEnd(text) };
        for (const method of ["actual", "30", "none"] as const) {
          const until = (days: number) => overlap(whole, { from: whole.from, to: addDays(whole.from, days) });
          const less = rentFor(cents, method, [whole], until(day)).cents;
          expect(rentFor(cents, method, [whole], until(day + 1)).cents).toBeGreaterThanOrEqual(less);
        }
      }),
    );
  });
});

describe("periods", () => {
  it.each([
    ["2026-08-01", "2026-08-31", true, 1],
    ["2026-08-15", "2026-09-14", true, 1],
    ["2026-01-31", "2026-02-27", true, 1],
    ["2026-01-01", "2026-03-31", true, 3],
    ["2028-02-01", "2028-02-29", true, 1],
    ["2026-08-01", "2026-08-30", false, 1],
    ["2026-08-15", "2026-09-15", false, 2],
    ["2026-08-15", "2026-08-15", false, 1],
  ])("%s to %s", (from, to, full, months) => {
    expect([isFullPeriod({ from, to }), rentMonths({ from, to }).length]).toEqual([full, months]);
  });
  it("rounds a part of two months once", () => {
    const period = { from: "2026-08-31", to: "2026-09-01" };
    // 100.00 / 31 + 100.00 / 30 = 3.2258 + 3.3333
    expect(rentFor(10_000, "actual", rentMonths(period), period)).toEqual({
      cents: 656,
      text: "1 day x 3.2258 a day + 1 day x 3.3333 a day",
    });
  });
  it("has a daily rate to show", () => {
    expect([dailyRate(85_000, "actual", 31), dailyRate(85_000, "30", 31)]).toEqual([274_194, 283_333]);
  });
});
