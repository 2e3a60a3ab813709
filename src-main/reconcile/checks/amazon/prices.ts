/** The price of what Amazon did not pay: the rate card's, else the invoice's own, else the lowest that can be defended. Pure. */
import { formatMinutes } from "#shared/hours.ts";
import { formatRate, plainCents, type Rate } from "#shared/money.ts";
import type { IsoDate } from "#shared/week.ts";
import type { Evidence } from "../../finding.ts";
import { isAmountOnly, linesFor, serviceOf } from "./invoice.ts";
import type { NamedLine } from "./names.ts";
import { cardProof, lineProof } from "./proof.ts";
import { type CardRow, describeRow, lowest, over, type PriceDays, type RateCard, routeRow, rowsOn } from "./rates.ts";

/** How lines without quantities were counted, as a note; none where every line prints its quantity. */
export function countNote(lines: readonly NamedLine[]): string[] {
  const amounts = lines.filter(isAmountOnly);
  if (amounts.length === 0) return [];
  const numbers = amounts.map(({ amountCents }) => plainCents(amountCents)).join(" + ");
  return [
    `The export of the invoice has amounts only: the number paid was derived from its ${numbers} and the rate card's price, which divides it exactly.`,
  ];
}

/** A rate with where it comes from. */
export interface Price {
  /** Null where nothing names a rate. */
  readonly rate: Rate | null;
  /** No rate is known for the thing itself; the lowest one known for its length was used. */
  readonly estimated: boolean;
  readonly note: string;
  readonly evidence: readonly Evidence[];
}

const UNKNOWN: Price = {
  rate: null,
  estimated: false,
  note: "No rate is known for it: neither the rate card nor the invoice has one, so no amount is stated.",
  evidence: [],
};

function fromCard(row: CardRow): Price {
  return { rate: row.fact.rate, estimated: false, note: describeRow(row), evidence: cardProof([row]) };
}

/** The line with the lowest rate above zero; of several dollars that could be claimed the fewest are. */
function cheapest(lines: readonly NamedLine[]): { line: NamedLine; rate: Rate } | null {
  let best: { line: NamedLine; rate: Rate } | null = null;
  for (const line of lines) {
    if (line.rate !== null && line.rate > 0 && (best === null || line.rate < best.rate))
      best = { line, rate: line.rate };
  }
  return best;
}

/** The price on the rate card, else that of the invoice's own lines for the same thing. */
export function priceOf(row: CardRow | null, lines: readonly NamedLine[]): Price {
  if (row !== null) return fromCard(row);
  const own = cheapest(lines);
  if (own === null) return UNKNOWN;
  const note = `The rate card has no rate for it; the invoice's own rate of ${formatRate(own.rate)} was used.`;
  return { rate: own.rate, estimated: false, note, evidence: lineProof([own.line]) };
}

/**
 * The rate that stands for what was paid in place of something dearer: the card's. Where the line's own rate differs from the card, that
 * difference is A04's, and the sum of both stays exact. Without a card it is the highest rate paid, so that no difference is overstated.
 */
export function ratePaid(row: CardRow | null, lines: readonly NamedLine[]): Price {
  const dearest = lines.reduce<NamedLine | null>(
    (best, line) => (line.rate !== null && (best?.rate ?? line.rate) <= line.rate ? line : best),
    null,
  );
  if (row === null) return priceOf(null, dearest === null ? [] : [dearest]);
  const price = fromCard(row);
  if (dearest?.rate === undefined || dearest.rate === null || dearest.rate === row.fact.rate) return price;
  const note = `${price.note} The line itself was paid at ${formatRate(dearest.rate)}; that difference is A04's and not counted here.`;
  return { ...price, note };
}

/** A route's service and block on the days it may have been driven. */
export interface PricedRoute {
  readonly key: string;
  readonly minutes: number;
  readonly date: IsoDate | null;
}

/**
 * The price of a route: rate card, else the invoice's rate for that type (of the same day first), else the lowest rate known for the same
 * block, marked as an estimate (documents page, section 2: price an unknown type at the lowest rate known for the same hours).
 */
export function routePrice(card: RateCard, invoice: readonly NamedLine[], route: PricedRoute, days: PriceDays): Price {
  const { key, minutes, date } = route;
  const row = over(days, (day) => routeRow(card, key, minutes, day));
  if (row !== null) return fromCard(row);
  const routes = linesFor(invoice, "route").map((line) => ({ line, ...serviceOf(line) }));
  const sameBlock = routes.filter((other) => other.minutes === minutes);
  const sameType = sameBlock.filter((other) => other.key === key).map(({ line }) => line);
  const sameDay = sameType.filter((line) => line.date === date);
  const own = priceOf(null, cheapest(sameDay) === null ? sameType : sameDay);
  if (own.rate !== null) return own;
  const estimate = lowestOfBlock(card, minutes, days) ?? cheapestOfBlock(sameBlock.map(({ line }) => line));
  if (estimate === null) return UNKNOWN;
  const note = `Estimate: no rate is known for this service type, so the lowest known rate for ${formatMinutes(minutes)} was used, ${estimate.text}`;
  return { rate: estimate.rate, estimated: true, note, evidence: estimate.evidence };
}

interface Estimate {
  readonly rate: Rate;
  readonly text: string;
  readonly evidence: readonly Evidence[];
}

function lowestOfBlock(card: RateCard, minutes: number, days: PriceDays): Estimate | null {
  const row = over(days, (day) =>
    lowest(rowsOn(card, "route", day).filter((other) => other.minutes === minutes && other.fact.rate > 0)),
  );
  if (row === null) return null;
  return { rate: row.fact.rate, text: `${formatRate(row.fact.rate)}. ${describeRow(row)}`, evidence: cardProof([row]) };
}

function cheapestOfBlock(lines: readonly NamedLine[]): Estimate | null {
  const own = cheapest(lines);
  if (own === null) return null;
  const text = `${formatRate(own.rate)}, which the invoice pays for ${own.line.description}.`;
  return { rate: own.rate, text, evidence: lineProof([own.line]) };
}
