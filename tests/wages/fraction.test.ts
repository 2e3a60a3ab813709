import { expect, test } from "vitest";
import { fraction, roundHalfUp, sum, times } from "#main/wages/fraction.ts";

test("halves round away from zero, and only at the end", () => {
  expect([fraction(5, 2), fraction(-5, 2), fraction(7, 3), fraction(0)].map(roundHalfUp)).toEqual([3, -3, 2, 0]);
  expect(roundHalfUp(times(sum(fraction(1, 3), fraction(1, 6)), 3))).toBe(2);
});

test("a divisor must be positive", () => {
  expect(() => fraction(1, 0)).toThrow(RangeError);
});
