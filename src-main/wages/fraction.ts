/** Exact fractions: a regular rate is a quotient, and it is rounded only where a rule says so. */

/** `n` / `d` with a positive `d`. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

const ZERO: Fraction = { n: 0n, d: 1n };

/** `n` / `d` of safe integers. Throws RangeError unless `d` is positive. */
export function fraction(n: number, d = 1): Fraction {
  if (d <= 0) throw new RangeError("a fraction needs a positive divisor");
  return { n: BigInt(n), d: BigInt(d) };
}

/** Sum of fractions. */
export function sum(...parts: readonly Fraction[]): Fraction {
  return parts.reduce(
    (a, b) => (a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d }),
    ZERO,
  );
}

/** A fraction `n` / `d` times as large. */
export function times(a: Fraction, n: number, d = 1): Fraction {
  const by = fraction(n, d);
  return { n: a.n * by.n, d: a.d * by.d };
}

/** Rounds to a whole number, halves away from zero. */
export function roundHalfUp({ n, d }: Fraction): number {
  const size = n < 0n ? -n : n;
  const whole = (size * 2n + d) / (d * 2n);
  return Number(n < 0n ? -whole : whole);
}
