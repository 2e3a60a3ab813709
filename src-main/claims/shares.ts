/** Sharing out cents so that nothing is lost. Pure. */
import type { Cents } from "#shared/money.ts";

/**
 * `total` cents shared in proportion to some weights by largest remainder: the shares sum to the total exactly, and as long as the total is
 * not above the sum of the weights no share is above its weight. Equal remainders go to the earlier one. Without any weight all shares are 0.
 */
export function sharesOf(total: Cents, weights: readonly Cents[]): Cents[] {
  const whole = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (whole === 0n) return weights.map(() => 0);
  const parts = weights.map((weight, index) => {
    const product = BigInt(total) * BigInt(weight);
    return { index, share: Number(product / whole), rest: product % whole };
  });
  let left = total - parts.reduce((sum, { share }) => sum + share, 0);
  const shares = parts.map(({ share }) => share);
  for (const { index } of [...parts].sort((a, b) =>
    a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1,
  )) {
    if (left <= 0) break;
    shares[index] = (shares[index] ?? 0) + 1;
    left -= 1;
  }
  return shares;
}
