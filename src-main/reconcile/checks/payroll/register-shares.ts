/**
 * How the difference between what a register paid for a period and what was earned is shared out, so that no dollar counts twice: wrong
 * hours (F19), wrong overtime (F09), a bonus that the overtime left out (F10), a wrong code (F11), and what is left, the rate (F20). The
 * shares sum exactly to the difference. Pure.
 */
import { type Cents, divideHalfUp, type Rate } from "#shared/money.ts";

/** Hours in units of which 6,000 make an hour: a minute is 100 of them, a hundredth of an hour 60. */
export type Units = number;
export const UNITS_A_MINUTE = 100;
export const UNITS_A_HUNDREDTH = 60;
const UNITS_AN_HOUR = 6_000;

/** Hours of one side of the comparison. `worked` is all of them, overtime and double time are among it. */
export interface Hours {
  readonly worked: Units;
  readonly overtime: Units;
  readonly doubleTime: Units;
}

/** What a register paid and what the timecard earned. */
export interface Compared {
  readonly paid: Hours;
  readonly earned: Hours;
  /** Base rate by which hours are valued, in ten-thousandths of a dollar an hour. */
  readonly rate: Rate;
  /** What the earned hours should have paid, overtime included, bonuses apart. */
  readonly earnedCents: Cents;
  /** What the bonuses of the period add to its overtime. */
  readonly bonusCents: Cents;
  /** What the register paid for work; null where it has hours only, which are then taken as paid at `rate`. */
  readonly paidCents: Cents | null;
  /** What hours under a wrong code were paid above (below) the person's own rate. */
  readonly codeCents: Cents;
}

/** The shares in cents, positive where too much was paid. They sum to `total`. */
export interface Shares {
  readonly hours: Cents;
  readonly overtime: Cents;
  readonly bonus: Cents;
  readonly code: Cents;
  readonly rate: Cents;
  readonly total: Cents;
}

/** Value of hours at a rate, rounded half up once. */
export function worth(units: Units, rate: Rate): Cents {
  return divideHalfUp(units * rate, UNITS_AN_HOUR * 100);
}

/** What overtime and double time are paid beyond straight time: half the rate and the whole of it. Rounded half up once. */
export function extraWorth(hours: Pick<Hours, "overtime" | "doubleTime">, rate: Rate): Cents {
  return divideHalfUp((hours.overtime + 2 * hours.doubleTime) * rate, UNITS_AN_HOUR * 200);
}

/** Shares the difference out. */
export function sharesOf({ paid, earned, rate, earnedCents, bonusCents, paidCents, codeCents }: Compared): Shares {
  const hours = worth(paid.worked - earned.worked, rate);
  const overtime = extraWorth(
    { overtime: paid.overtime - earned.overtime, doubleTime: paid.doubleTime - earned.doubleTime },
    rate,
  );
  if (paidCents === null) return { hours, overtime, bonus: 0, code: 0, rate: 0, total: hours + overtime };
  const total = paidCents - earnedCents - bonusCents;
  // What was paid beyond the hours at their base rate is first taken to be the bonus's part of the overtime.
  const beyond = paidCents - earnedCents - hours - overtime - codeCents;
  const bonus = Math.max(0, Math.min(bonusCents, beyond)) - bonusCents;
  return { hours, overtime, bonus, code: codeCents, rate: total - hours - overtime - bonus - codeCents, total };
}
