/** The cheapest way to pay for some days by the day, the week and the month, exactly. Pure. */
import { type Cents, plainCents } from "#shared/money.ts";
import { addDays, monthOf } from "#shared/week.ts";
import type { LeaseLineFact } from "../../../documents/facts.ts";
import { counted, type Days, dayCount } from "./contract-rent.ts";
import type { WrongPart } from "./judge.ts";
import { isRent, type LeaseLine } from "./lines.ts";
import { plain } from "./plain.ts";
import { type Price, pricesOf, RateBook } from "./rental-rates.ts";
import { type RentalUnit, unitInWords } from "./rental-unit.ts";

/** How often each unit is taken, and what that costs. */
export interface Cover {
  readonly cents: Cents;
  readonly units: readonly {
    readonly unit: RentalUnit;
    readonly count: number;
    readonly cents: Cents;
    readonly price: Price;
  }[];
}

/**
 * The cheapest cover of a number of days. A unit may reach beyond the last day: a week for six days is a week. Exact, by dynamic
 * programming over the days; null where no unit has a price.
 */
export function cheapestCover(days: number, prices: readonly Price[]): Cover | null {
  if (prices.length === 0) return null;
  const best: { cents: Cents; price: Price | null }[] = [{ cents: 0, price: null }];
  for (let day = 1; day <= days; day += 1) {
    let least: { cents: Cents; price: Price } | null = null;
    for (const price of prices) {
      const cents = (best[Math.max(0, day - price.days)]?.cents ?? 0) + price.cents;
      if (least === null || cents < least.cents) least = { cents, price };
    }
    if (least) best.push(least);
  }
  const counts = new Map<Price, number>();
  for (let day = days; day > 0; ) {
    const price = best[day]?.price;
    if (!price) return null;
    counts.set(price, (counts.get(price) ?? 0) + 1);
    day -= price.days;
  }
  const units = [...counts]
    .sort(([a], [b]) => b.days - a.days)
    .map(([price, count]) => ({ unit: price.unit, count, cents: price.cents, price }));
  return { cents: best[days]?.cents ?? 0, units };
}

/** `2 weeks x 350.00 + 3 days x 65.00`. */
export function coverText({ units }: Cover): string {
  return units.map(({ unit, count, cents }) => `${counted(count, unit)} x ${plainCents(cents)}`).join(" + ");
}

/** Days of one van that one lessor billed without a gap as a rental. */
export interface Stretch {
  readonly days: Days;
  readonly lines: readonly LeaseLine[];
  readonly billed: Cents;
  /** Every price that is known, taken or not. */
  readonly prices: readonly Price[];
  readonly cover: Cover;
}

/** The rentals among lines, each a stretch of days. A stretch ends with the month its last line begins in, as months are checked apart. */
export function rentalStretches(lines: readonly LeaseLine[]): LeaseLine[][] {
  const rentals = lines.filter(
    (line) =>
      line.van.kind === "ours" &&
      isRent(line) &&
      (line.rental !== null || (line.term === null && unitInWords(line.fact.description) === "month")),
  );
  const groups = Map.groupBy(rentals, ({ fact, vanKey, days }) =>
    JSON.stringify([plain(fact.provider), vanKey, monthOf(days.from)]),
  );
  return [...groups.values()].flatMap((group) => {
    const ordered = [...group].sort((a, b) => (a.days.from < b.days.from ? -1 : a.days.from > b.days.from ? 1 : 0));
    const stretches: LeaseLine[][] = [];
    for (const line of ordered) {
      const last = stretches.at(-1);
      const end = last
        ?.map(({ days }) => days.to)
        .sort()
        .at(-1);
      if (last && end !== undefined && line.days.from <= addDays(end, 1)) last.push(line);
      else stretches.push([line]);
    }
    return stretches.filter((stretch) => stretch.some(({ rental }) => rental !== null));
  });
}

/** Rentals that cost more than the cheapest cover of their days: the difference, on their dearest lines first. */
export function dearerRates(
  parts: ReadonlyMap<LeaseLine, readonly WrongPart[]>,
  history: readonly LeaseLineFact[],
): [LeaseLine, WrongPart][] {
  const book = new RateBook(
    [...parts.keys()].map(({ fact }) => fact),
    history,
  );
  // A line that other checks claim whole, a second billing above all, leaves the rental that is owed as it is.
  const open = [...parts].filter(
    ([{ fact }, own]) => !own.some(({ below, cents }) => !below && cents >= fact.amountCents),
  );
  return rentalStretches(open.map(([line]) => line)).flatMap((lines): [LeaseLine, WrongPart][] => {
    const stretch = stretchOf(lines, book);
    // Where other checks claim a part, what is left is no rental of whole days.
    if (stretch === null || lines.some((line) => (parts.get(line)?.length ?? 0) > 0)) return [];
    let left = stretch.billed - stretch.cover.cents;
    const ordered = [...lines].sort((a, b) => b.fact.amountCents - a.fact.amountCents);
    return ordered.flatMap((line): [LeaseLine, WrongPart][] => {
      const cents = Math.min(left, line.fact.amountCents);
      left -= Math.max(0, cents);
      if (cents <= 0) return [];
      const text = `billed ${plainCents(stretch.billed)} - (${coverText(stretch.cover)})`;
      return [[line, { code: "E15", below: false, cents, text, stretch }]];
    });
  });
}

/** A stretch with the cheapest cover of its days; null where fewer than two prices are known and none of them is agreed. */
export function stretchOf(lines: readonly LeaseLine[], book: RateBook): Stretch | null {
  const [first] = lines;
  if (!first) return null;
  const to =
    lines
      .map(({ days }) => days.to)
      .sort()
      .at(-1) ?? first.days.to;
  const days = { from: first.days.from, to };
  const prices = pricesOf(lines, days, book);
  const isKnown = prices.length > 1 || prices.some(({ by }) => by === "agreement");
  const cover = isKnown ? cheapestCover(dayCount(days), prices) : null;
  return cover && { days, lines, billed: lines.reduce((sum, { fact }) => sum + fact.amountCents, 0), prices, cover };
}
