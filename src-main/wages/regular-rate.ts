/** The regular rate and what overtime earns on top of straight time, with the order of rounding in the open. */
import { formatMinutes } from "#shared/hours.ts";
import { type Cents, formatRate, plainCents, type Rate } from "#shared/money.ts";
import { RATE_MINUTES_A_CENT, type Straight } from "./earnings.ts";
import { type Fraction, fraction, roundHalfUp, sum, times } from "./fraction.ts";

/** Pay for all hours worked (29 CFR 778.109) divided by those hours. Kept exact. */
export interface RegularRate {
  /** Cents a minute. */
  readonly exact: Fraction;
  /** An hour's worth, rounded to ten-thousandths of a dollar for showing. */
  readonly rate: Rate;
  /** An hour's worth, rounded to the cent. */
  readonly cents: Cents;
  /** `(552.00 + 46.00) / 46 h = 13.00`. */
  readonly formula: string;
}

/** The regular rate of `minutes` worked. `bonuses` are those that count over all hours, in cents. Null where nothing was worked. */
export function regularRate(
  straight: readonly Pick<Straight, "forRate">[],
  bonuses: readonly Cents[],
  minutes: number,
): RegularRate | null {
  if (minutes === 0) return null;
  const shares = [...straight.map(({ forRate }) => forRate), ...bonuses.map((cents) => fraction(cents))];
  const exact = times(sum(...shares), 1, minutes);
  const rate = roundHalfUp(times(exact, RATE_MINUTES_A_CENT));
  const parts = shares.map((share) => plainCents(roundHalfUp(share))).join(" + ");
  const total = shares.length > 1 ? `(${parts})` : parts || "0.00";
  return {
    exact,
    rate,
    cents: roundHalfUp(times(exact, 60)),
    formula: `${total} / ${formatMinutes(minutes)} = ${formatRate(rate)}`,
  };
}

/**
 * Where overtime is rounded to the cent. `once`: only the amount. `half rate`: the extra rate an hour first, then the amount, as the
 * table of 29 CFR 778.114 does. `every step`: the regular rate, the extra rate and the amount, as many payroll programs do.
 */
export const ROUNDING_ORDERS = ["once", "half rate", "every step"] as const;
export type RoundingOrder = (typeof ROUNDING_ORDERS)[number];

/** What `minutes` at `percent` of the regular rate earn beyond straight time, in cents. */
export function extraPay(rate: RegularRate, minutes: number, percent: number, order: RoundingOrder): Cents {
  if (order === "once") return roundHalfUp(times(rate.exact, minutes * (percent - 100), 100));
  const base = order === "half rate" ? times(rate.exact, 60) : fraction(rate.cents);
  const extra = roundHalfUp(times(base, percent - 100, 100));
  return roundHalfUp(fraction(extra * minutes, 60));
}

/** The extra rate an hour as text: `0.5 x 13.00`. */
export function extraText(rate: RegularRate, percent: number, order: RoundingOrder): string {
  const share = `${(percent - 100) / 100}`;
  if (order === "once") return `${share} x ${formatRate(rate.rate)}`;
  const base = order === "half rate" ? formatRate(rate.rate) : plainCents(rate.cents);
  const extra = extraPay(rate, 60, percent, order);
  return `${plainCents(extra)} (${share} x ${base}, rounded to the cent)`;
}
