import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cheapestCover, coverText } from "#main/reconcile/checks/lease/rental-cover.ts";
import type { Price } from "#main/reconcile/checks/lease/rental-rates.ts";

const price = (unit: Price["unit"], days: number, cents: number): Price => ({ unit, days, cents, by: "lines" });
const RATES = [price("day", 1, 6_500), price("week", 7, 35_000), price("month", 30, 110_000)];

/** Every combination of the units that pays for the days, tried one by one. */
function brute(days: number, prices: readonly Price[]): number {
  if (days <= 0) return 0;
  return Math.min(...prices.map((each) => each.cents + brute(days - each.days, prices)));
}

describe("the cheapest cover of a rental", () => {
  it.each([
    [1, "1 day x 65.00", 6_500],
    [5, "5 days x 65.00", 32_500],
    [6, "1 week x 350.00", 35_000],
    [7, "1 week x 350.00", 35_000],
    [10, "1 week x 350.00 + 3 days x 65.00", 54_500],
    [20, "3 weeks x 350.00", 105_000],
    [22, "1 month x 1100.00", 110_000],
    [30, "1 month x 1100.00", 110_000],
    [31, "1 month x 1100.00 + 1 day x 65.00", 116_500],
  ])("of %i days is %s", (days, text, cents) => {
    const cover = cheapestCover(days, RATES);
    expect([cover && coverText(cover), cover?.cents]).toEqual([text, cents]);
  });
  it("is none without a price, and costs nothing for no day", () => {
    expect(cheapestCover(5, [])).toBeNull();
    expect(cheapestCover(0, RATES)).toEqual({ cents: 0, units: [] });
  });

  const prices = fc.record({
    day: fc.integer({ min: 1, max: 9_000 }),
    week: fc.integer({ min: 1, max: 50_000 }),
    month: fc.integer({ min: 1, max: 150_000 }),
    length: fc.integer({ min: 8, max: 12 }),
  });
  const ratesOf = ({ day, week, month, length }: { day: number; week: number; month: number; length: number }) => [
    price("day", 1, day),
    price("week", 4, week),
    price("month", length, month),
  ];
  it("is never dearer than any other cover", () => {
    fc.assert(
      fc.property(prices, fc.integer({ min: 0, max: 16 }), (made, days) => {
        const rates = ratesOf(made);
        expect(cheapestCover(days, rates)?.cents).toBe(brute(days, rates));
      }),
    );
  });
  it("covers the days, and costs what its units cost", () => {
    fc.assert(
      fc.property(prices, fc.integer({ min: 1, max: 400 }), (made, days) => {
        const rates = ratesOf(made);
        const cover = cheapestCover(days, rates);
        const units = cover?.units ?? [];
        const length = (unit: string) => rates.find((each) => each.unit === unit)?.days ?? 0;
        expect(units.reduce((sum, { unit, count }) => sum + count * length(unit), 0)).toBeGreaterThanOrEqual(days);
        expect(units.reduce((sum, { count, cents }) => sum + count * cents, 0)).toBe(cover?.cents);
      }),
    );
  });
  it("costs no less for a day more", () => {
    fc.assert(
      fc.property(prices, fc.integer({ min: 0, max: 100 }), (made, days) => {
        const rates = ratesOf(made);
        expect(cheapestCover(days + 1, rates)?.cents).toBeGreaterThanOrEqual(cheapestCover(days, rates)?.cents ?? 0);
      }),
    );
  });
});
