/** Money that came in for a claim, shared over its findings. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sharesOf } from "#main/claims/shares.ts";

const weights = fc.array(fc.integer({ min: 0, max: 5_000_000 }), { minLength: 1, maxLength: 40 });

describe("shares", () => {
  it.each([
    [100, [100, 200], [33, 67]],
    [100, [1, 1, 1], [34, 33, 33]],
    [0, [5, 5], [0, 0]],
    [300, [100, 200], [100, 200]],
    [1, [0, 7], [0, 1]],
    [50, [], []],
    [0, [0, 0], [0, 0]],
  ])("%i over %j is %j", (total, over, shares) => expect(sharesOf(total, over)).toEqual(shares));

  it("sum to the total exactly, are never negative and never above what each weighs", () => {
    fc.assert(
      fc.property(weights, fc.double({ min: 0, max: 1, noNaN: true }), (over, part) => {
        const whole = over.reduce((sum, weight) => sum + weight, 0);
        const total = Math.round(whole * part);
        const shares = sharesOf(total, over);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total);
        for (const [index, share] of shares.entries()) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(over[index] ?? 0);
        }
      }),
    );
  });

  it("are exact where products are larger than a number can be", () => {
    expect(sharesOf(900_000_000_000, [450_000_000_001, 449_999_999_999])).toEqual([450_000_000_001, 449_999_999_999]);
  });
});
