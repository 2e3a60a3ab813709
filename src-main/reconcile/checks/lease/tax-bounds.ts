/** The tax that lines owe together, whichever way a lessor rounds it. Pure. */
import { type Cents, divideHalfUp } from "#shared/money.ts";

/** One whole, in the unit of tax rates: 8.25 % is 82_500. */
export const WHOLE = 1_000_000;

/** What a contract taxes of a line, its rate in parts of `WHOLE`. */
export interface Taxed {
  readonly base: Cents;
  readonly rate: number;
  /** It is taxed beyond doubt. */
  readonly isSure: boolean;
}

/** The most and the least tax that lines owe together: a lessor may round each line's tax or that of all of them. */
export function boundsOf(lines: readonly Taxed[]): [Cents, Cents] {
  const both = (of: readonly Taxed[]) => [
    of.reduce((sum, { base, rate }) => sum + divideHalfUp(base * rate, WHOLE), 0),
    divideHalfUp(
      of.reduce((sum, { base, rate }) => sum + base * rate, 0),
      WHOLE,
    ),
  ];
  return [Math.max(...both(lines)), Math.min(...both(lines.filter(({ isSure }) => isSure)))];
}
