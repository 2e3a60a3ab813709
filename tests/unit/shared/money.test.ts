import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  divideHalfUp,
  extend,
  formatCents,
  formatQuantity,
  formatRate,
  parseCents,
  parseCount,
  parseTenThousandths,
  payFor,
  plainCents,
  scaled,
} from "#shared/money.ts";

const amounts = fc.integer({ min: -99_999_999_999, max: 99_999_999_999 });

/** Half away from zero, by schoolbook remainder: an oracle that shares nothing with the code. */
function rounded(numerator: bigint, divisor: bigint): bigint {
  const [n, d] = [numerator < 0n ? -numerator : numerator, divisor < 0n ? -divisor : divisor];
  const whole = n / d + ((n % d) * 2n >= d ? 1n : 0n);
  return numerator < 0n === divisor < 0n ? whole : -whole;
}

describe("printed money", () => {
  it.each([
    ["$ 1,234.56", 123_456],
    ["1234.5", 123_450],
    ["(45.00)", -4_500],
    ["($1,045.00)", -104_500],
    ["-$45.00", -4_500],
    ["$-45.00", -4_500],
    ["45.00-", -4_500],
    ["45-", -4_500],
    ["$(45.00)", -4_500],
    ["$ (1,045.00)", -104_500],
    ["$ 1 234", 123_400],
    ["\u221245.00", -4_500],
    ["1 234.56", 123_456],
    ["1\u00a0234.56", 123_456],
    ["1'234.56", 123_456],
    ["USD 12", 1_200],
    ["0.00", 0],
    [".5", 50],
    ["1.2300", 123],
    [325, 32_500],
    [0.1 + 0.2, 30],
    [-12.02, -1_202],
    [1e-7 * 1e7, 100],
  ])("%j is %i cents", (printed, cents) => {
    expect(parseCents(printed)).toBe(cents);
  });

  it.each([
    "",
    " ",
    "-",
    "$",
    ".",
    "n/a",
    "1.005",
    "1,23.45",
    "12,34",
    "1,2345.00",
    "1.234,56",
    "1,234 567.00",
    "--5",
    "-(5)",
    "$(5",
    "$-(5)",
    "($(5))",
    "(-5)",
    "(5",
    "5 5",
    "1e3",
    "0x10",
    "Infinity",
    "12..5",
    "99999999999999999999",
    Number.NaN,
    Number.POSITIVE_INFINITY,
    1.005,
    1e300,
  ])("%j is no amount, and never zero", (printed) => {
    expect(parseCents(printed)).toBeUndefined();
  });

  it("in the European way has its separators swapped", () => {
    expect(scaled("1.234,56", 2, "eu")).toBe(123_456);
    expect(scaled("10.436", 0, "eu")).toBe(10_436);
    expect(scaled("1,234.56", 2, "eu")).toBeUndefined();
  });

  it("comes back from every way of writing it", () => {
    fc.assert(
      fc.property(amounts, (cents) => {
        expect(parseCents(formatCents(cents))).toBe(cents);
        expect(parseCents(plainCents(cents))).toBe(cents);
      }),
    );
  });

  it("from a typed cell is what the same text says", () => {
    fc.assert(
      fc.property(amounts, (cents) => {
        const text = plainCents(cents);
        expect(parseCents(Number(text))).toBe(parseCents(text));
      }),
    );
  });
});

describe("printed rates, quantities and counts", () => {
  it("come back from their own format", () => {
    fc.assert(
      fc.property(amounts, (value) => {
        expect(parseTenThousandths(formatRate(value))).toBe(value);
        expect(parseTenThousandths(formatQuantity(value))).toBe(value);
      }),
    );
  });

  it.each([
    ["10,436", 10_436],
    ["10436.0", 10_436],
    ["10 436", 10_436],
    [10_436, 10_436],
  ])("%j is a count", (printed, count) => {
    expect(parseCount(printed)).toBe(count);
  });

  it("a fraction is no count", () => {
    expect(parseCount("10.5")).toBeUndefined();
  });

  it.each([
    [3_250_000, "325.00"],
    [324_900, "32.49"],
    [625, "0.0625"],
    [-600, "-0.06"],
    [12_345_678_900, "1,234,567.89"],
  ])("the rate %i is written %s", (rate, text) => {
    expect(formatRate(rate)).toBe(text);
  });
});

describe("multiplying and dividing money", () => {
  it("rate times quantity is exact and rounded once, half away from zero", () => {
    const factor = fc.integer({ min: -10_000_000, max: 10_000_000 });
    fc.assert(
      fc.property(factor, factor, (rate, quantity) => {
        expect(BigInt(extend(rate, quantity))).toBe(rounded(BigInt(rate) * BigInt(quantity), 1_000_000n));
      }),
    );
  });

  it.each([
    ["22 minutes of delay at 32.49", 324_900, 3_700, 1_202],
    ["12 routes at 325.00", 3_250_000, 120_000, 390_000],
    ["half a cent", 5, 100_000, 1],
    ["half a cent taken back", -5, 100_000, -1],
  ])("%s", (_, rate, quantity, cents) => {
    expect(extend(rate, quantity)).toBe(cents);
  });

  it("division rounds half away from zero", () => {
    const divisors = fc.integer({ min: -1_000_000, max: 1_000_000 }).filter((divisor) => divisor !== 0);
    fc.assert(
      fc.property(amounts, divisors, (numerator, divisor) => {
        expect(BigInt(divideHalfUp(numerator, divisor))).toBe(rounded(BigInt(numerator), BigInt(divisor)));
      }),
    );
    expect(() => divideHalfUp(1, 0)).toThrow(RangeError);
  });

  it("pay for minutes is rounded once", () => {
    expect(payFor(507, 227_900)).toBe(19_258);
  });
});
