/** A line of recomputed pay: its amount, its formula with numbers, and the rule behind it. */
import type { Cents } from "#shared/money.ts";
import type { Straight } from "./earnings.ts";
import type { WageRule } from "./rules.ts";

/** One number of a formula. */
export interface Term {
  readonly label: string;
  readonly value: number;
  /** `rate` in ten-thousandths of a dollar an hour. */
  readonly unit: "minutes" | "cents" | "rate" | "percent";
}

/** One line of recomputed pay. */
export interface PayLine {
  readonly what:
    | Straight["what"]
    | "bonus"
    | "overtime"
    | "double time"
    | "overtime on bonus"
    | "extra pay for certain days"
    | "credit for extra pay"
    | "pay not for hours worked";
  readonly cents: Cents;
  /** The rules behind it, never empty. */
  readonly rules: readonly WageRule[];
  /** `6 h x 0.5 x 13.00 = 39.00`. */
  readonly formula: string;
  readonly terms: readonly Term[];
}
