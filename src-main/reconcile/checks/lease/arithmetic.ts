/** A line's own arithmetic: quantity x rate against its amount, amount and tax against its total. Pure. */
import {
  type Cents,
  divideHalfUp,
  extend,
  formatQuantity,
  formatRate,
  plainCents,
  TEN_THOUSAND,
} from "#shared/money.ts";
import type { WrongPart } from "./judge.ts";
import type { LeaseLine } from "./lines.ts";

/** Lines whose whole is another check's to judge, which this partition does not know. */
const APART: ReadonlySet<string> = new Set(["LATE_FEE"]);

/** What quantity x rate comes to, and how far rounding of a printed rate can be from it; null where the line does not print both. */
export function productOf({ fact, charge, term }: LeaseLine): { cents: Cents; slack: Cents; text: string } | null {
  const { quantity, rate } = fact;
  if (quantity === null || rate === null || quantity <= 0 || rate <= 0) return null;
  // A part of a rent prints its rate of a day rounded or cut to the cent, so each day may be a cent off.
  const isDerived = charge === "RENT" && term !== null && quantity > TEN_THOUSAND && rate % 100 === 0;
  const slack = isDerived ? divideHalfUp(quantity, TEN_THOUSAND) : 0;
  return { cents: extend(rate, quantity), slack, text: `${formatQuantity(quantity)} x ${formatRate(rate)}` };
}

/** What a line charges above its own quantity x rate, as far as no other part of it has taken that already. */
export function aboveProduct(line: LeaseLine, parts: readonly WrongPart[]): WrongPart[] {
  const product = APART.has(line.charge) ? null : productOf(line);
  if (product === null) return [];
  const above = line.fact.amountCents - product.cents;
  const claimed = parts.reduce((sum, part) => sum + (part.below ? 0 : part.cents), 0);
  const cents = Math.min(above - claimed, line.fact.amountCents - claimed);
  if (above <= product.slack || cents <= 0) return [];
  const rest = claimed > 0 ? ` - ${plainCents(claimed)} claimed otherwise` : "";
  const text = `billed ${plainCents(line.fact.amountCents)} - ${product.text}${rest}`;
  return [{ code: "E19", below: false, cents, text, why: `but ${product.text} is ${plainCents(product.cents)}` }];
}

/** A total that is not the amount and the tax: what it asks beyond them, or what it leaves out. */
export function besideParts(line: LeaseLine): { part: WrongPart; tax: Cents }[] {
  const { amountCents, taxCents, totalCents } = line.fact;
  const difference = totalCents - amountCents - taxCents;
  if (difference === 0 || APART.has(line.charge)) return [];
  const parts = `(${plainCents(amountCents)} + tax ${plainCents(taxCents)})`;
  const below = difference < 0;
  const text = below ? `${parts} - total ${plainCents(totalCents)}` : `total ${plainCents(totalCents)} - ${parts}`;
  const why = `but its total is ${plainCents(totalCents)} and its amount and tax come to ${plainCents(amountCents + taxCents)}`;
  return [{ part: { code: "E19", below, cents: 0, beside: Math.abs(difference), text, why }, tax: 0 }];
}
