/** Whether punches were rounded fairly: up as often and as far as down (29 CFR 785.48(b)). */
import { type Cents, payFor, type Rate } from "#shared/money.ts";
import type { RuleOf } from "./rules.ts";

/** Paid time against actual time of one employee: a punch pair, or a day. */
export interface RoundedTime {
  readonly actualMinutes: number;
  readonly paidMinutes: number;
  /** Whether a punch of a meal was rounded with it. */
  readonly meal?: boolean;
}

/** What the rounding of one employee's time in one period comes to. */
export interface RoundingTest {
  /** Paid minus actual minutes: negative where the employee lost time. */
  readonly netMinutes: number;
  readonly lostMinutes: number;
  readonly gainedMinutes: number;
  /** How often time was lost, gained, and left as it was. */
  readonly lost: number;
  readonly gained: number;
  readonly exact: number;
  /** `against`: more was lost than chance explains; `for`: gained; `neutral`; `too few` to tell. */
  readonly verdict: "against" | "for" | "neutral" | "too few";
  /** Roundings of meals where the rule does not allow any. */
  readonly mealsRounded: number;
  /** Value of the net minutes at the rate; null where the rate is not known. */
  readonly cents: Cents | null;
  readonly rule: RuleOf<"punch rounding">;
}

const FEWEST = 5;

/**
 * Sums the rounding of one employee over one period. Roundings in one direction only are one-sided from five on (by chance 1 in 16);
 * otherwise a net is called one-sided when it lies beyond three standard deviations of fair rounding to `increment` minutes, whose square
 * is `increment`^2 / 12 for each time.
 */
export function roundingTest(
  times: readonly RoundedTime[],
  increment: number,
  rate: Rate | null,
  rule: RuleOf<"punch rounding">,
): RoundingTest {
  let [lostMinutes, gainedMinutes, lost, gained, mealsRounded] = [0, 0, 0, 0, 0];
  for (const { actualMinutes, paidMinutes, meal } of times) {
    const difference = paidMinutes - actualMinutes;
    if (difference < 0) lost += 1;
    if (difference > 0) gained += 1;
    lostMinutes += Math.max(0, -difference);
    gainedMinutes += Math.max(0, difference);
    if (difference !== 0 && meal && !rule.meals) mealsRounded += 1;
  }
  const netMinutes = gainedMinutes - lostMinutes;
  const oneWay = (lost === 0 || gained === 0) && lost + gained >= FEWEST;
  const unlikely = 12 * netMinutes ** 2 > 9 * increment ** 2 * times.length;
  const direction = netMinutes < 0 ? "against" : "for";
  const tested = times.length < FEWEST ? "too few" : "neutral";
  return {
    netMinutes,
    lostMinutes,
    gainedMinutes,
    lost,
    gained,
    exact: times.length - lost - gained,
    verdict: netMinutes !== 0 && times.length >= FEWEST && (oneWay || unlikely) ? direction : tested,
    mealsRounded,
    cents: rate === null ? null : payFor(netMinutes, rate),
    rule,
  };
}
