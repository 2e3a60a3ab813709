/** What of a line nobody claims back: so that no dollar stands in two findings. Pure. */
import type { Cents } from "#shared/money.ts";
import type { JudgedLine } from "./line-shares.ts";

/** What a line bills: its total as printed. A tax line that was divided over the lines it taxes is in those instead. */
export function billedOn({ fact, taxBilled, taxSpread }: JudgedLine): Cents {
  return fact.totalCents - fact.taxCents + taxBilled - taxSpread;
}

/** What a line bills without what the checks claim of it, in cents; never negative. */
export function stillOwed(line: JudgedLine): Cents {
  const claimed = line.shares.reduce((sum, share) => sum + (share.below ? 0 : share.totalCents + share.creditCents), 0);
  return Math.max(0, billedOn(line) - claimed);
}
