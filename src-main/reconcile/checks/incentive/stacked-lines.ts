/**
 * Lines that pay the same packages in parts: a tier paid too low, and the rest of its rate on a second line or a second invoice; or taken
 * back and paid again. Each line for itself seems to be paid at another tier's rate, so that they are judged together; B01 and B02 share
 * this. Pure.
 */
import { type Cents, extend, formatQuantity, type Quantity } from "#shared/money.ts";
import type { Coverage } from "../../coverage.ts";
import { quantityOf } from "../amazon/invoice.ts";
import type { IncentiveFacts, IncentiveWeek } from "./incentive-week.ts";
import { packageBase } from "./package-base.ts";

/** What such lines paid, and the lowest and highest number of packages they can be for. */
export interface Stacked {
  readonly paidCents: Cents;
  readonly least: Quantity;
  readonly most: Quantity;
}

/** The delivered lines of a week as one; null where each is for packages of its own, `unknown` where nobody knows how many there were. */
export function stackedLines(
  week: IncentiveWeek,
  facts: IncentiveFacts,
  coverage: Coverage,
): Stacked | "unknown" | null {
  const { delivered, price } = week;
  if (price === null || delivered.length < 2) return null;
  let counted = 0;
  let isBelow = false;
  let isTakenBack = false;
  for (const line of delivered) {
    const quantity = quantityOf(line);
    if (quantity === undefined) return null;
    counted += quantity;
    isTakenBack ||= quantity < 0;
    isBelow ||= quantity > 0 && extend(price.fact.rate, quantity) > line.amountCents;
  }
  if (!isBelow) return null;
  const base = packageBase("delivered", facts, coverage);
  const isSame = new Set(delivered.map((line) => quantityOf(line))).size === 1;
  if (base === null) return isSame || isTakenBack ? "unknown" : null;
  if (counted <= base.most && !isTakenBack) return null;
  const paidCents = delivered.reduce((sum, line) => sum + line.amountCents, 0);
  return { paidCents, least: base.least.packages, most: base.most };
}

/** Why lines are judged together, as a note. */
export function stackedNote({ most }: Stacked): string {
  return `The lines pay for the same ${formatQuantity(most)} packages in parts or take some back, so they were taken as one payment.`;
}
