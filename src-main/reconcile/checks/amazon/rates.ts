/** What Amazon agreed to pay: the station's rate card, looked up by item, service, block and day. Rates are ten-thousandths. Pure. */
import { serviceKey } from "#main/matching/services.ts";
import { formatMinutes } from "#shared/hours.ts";
import { formatRate, type Rate } from "#shared/money.ts";
import { formatDate, type IsoDate } from "#shared/week.ts";
import type { RateFact, RateItem } from "../../../documents/facts.ts";
import { canceledServiceOf, itemOf, serviceOf } from "./invoice.ts";
import type { NamedLine } from "./names.ts";

/** A row of the rate card with its service as it is compared; the key is empty where the row holds for every service. */
export interface CardRow {
  readonly fact: RateFact;
  readonly key: string;
  readonly minutes: number | null;
}

/** One station's rate card. */
export type RateCard = readonly CardRow[];

/** Days on which a price must hold: one day, or a week whose prices may change within it. */
export interface PriceDays {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** Reads a station's rates as a rate card. */
export function rateCard(rates: readonly RateFact[]): RateCard {
  return rates.map((fact) => {
    const service = serviceKey(fact.serviceType);
    return { fact, key: service.key, minutes: fact.blockMinutes ?? service.blockMinutes };
  });
}

/** The card's rows of an item on a day; of several that hold for the same service and block, those that took effect last. */
export function rowsOn(card: RateCard, item: RateItem, date: IsoDate): CardRow[] {
  const holding = card.filter(
    ({ fact }) =>
      fact.item === item && fact.effectiveFrom <= date && (fact.effectiveTo === null || date <= fact.effectiveTo),
  );
  return holding.filter(
    (row) =>
      !holding.some(
        (other) =>
          other.key === row.key && other.minutes === row.minutes && other.fact.effectiveFrom > row.fact.effectiveFrom,
      ),
  );
}

/** The row with the lowest rate: of two prices the lower one is never overstated. */
export function lowest(rows: readonly CardRow[]): CardRow | null {
  return rows.reduce<CardRow | null>(
    (best, row) => (best === null || row.fact.rate < best.fact.rate ? row : best),
    null,
  );
}

/** The row when all of them name one price, whatever service they name. */
function onlyPrice(rows: readonly CardRow[]): CardRow | null {
  return new Set(rows.map((row) => row.fact.rate)).size === 1 ? lowest(rows) : null;
}

/** The price of a route of one service and block on a day. */
export function routeRow(card: RateCard, key: string, minutes: number, date: IsoDate): CardRow | null {
  const rows = rowsOn(card, "route", date).filter((row) => row.key === key && key !== "");
  const sameBlock = rows.filter((row) => row.minutes === minutes);
  return lowest(sameBlock.length > 0 ? sameBlock : rows.filter((row) => row.minutes === null));
}

/** The price of a training session: of its block where the card tells blocks apart, else the card's only price. */
export function trainingRow(card: RateCard, minutes: number | null, date: IsoDate): CardRow | null {
  const rows = rowsOn(card, "training", date);
  const sameBlock = rows.filter((row) => row.minutes !== null && row.minutes === minutes);
  return lowest(sameBlock) ?? lowest(rows.filter((row) => row.minutes === null)) ?? onlyPrice(rows);
}

/** The price of a late cancellation: of its service where the card names one, else of any. */
export function lateCancelRow(card: RateCard, key: string, date: IsoDate): CardRow | null {
  const rows = rowsOn(card, "late cancel", date);
  const ownService = rows.filter((row) => row.key !== "" && row.key === key);
  return lowest(ownService) ?? lowest(rows.filter((row) => row.key === ""));
}

/** The price of an item that has one price at a station: a package, a branding package, an hour of unplanned delay. */
export function plainRow(card: RateCard, item: RateItem, date: IsoDate): CardRow | null {
  const rows = rowsOn(card, item, date);
  return lowest(rows.filter((row) => row.key === "")) ?? onlyPrice(rows);
}

/** A price over several days: that of the first or the last, whichever is lower; null unless both have one. */
export function over(days: PriceDays, find: (date: IsoDate) => CardRow | null): CardRow | null {
  const first = find(days.from);
  const last = find(days.to);
  return first === null || last === null ? null : lowest([first, last]);
}

/**
 * A price that holds over several days; null where it changes between them or is not known. Nobody knows which units of a weekly amount
 * fall on which side of a change.
 */
export function steadyRow(days: PriceDays, find: (date: IsoDate) => CardRow | null): CardRow | null {
  const first = find(days.from);
  const last = find(days.to);
  return first !== null && last !== null && first.fact.rate === last.fact.rate ? first : null;
}

/** The one price of some rows; null where they have several or one of them has none. */
export function onlyRate(rows: readonly (CardRow | null)[]): Rate | null {
  const rates = new Set(rows.map((row) => row?.fact.rate ?? null));
  const [rate] = rates;
  return rates.size === 1 && rate !== undefined ? rate : null;
}

/** What the card says a printed line should be priced at. */
export function rowForLine(card: RateCard, line: NamedLine): CardRow | null {
  const days = { from: line.date ?? line.periodStart, to: line.date ?? line.periodEnd };
  return steadyRow(days, (day) => rowForLineOn(card, line, day));
}

function rowForLineOn(card: RateCard, line: NamedLine, date: IsoDate): CardRow | null {
  const item = itemOf(line);
  if (item === null) return null;
  const { key, minutes } = serviceOf(line);
  switch (item) {
    case "route":
      return minutes === null ? null : routeRow(card, key, minutes, date);
    case "training": {
      const row = trainingRow(card, minutes, date);
      // The only price of the card is no price for a block that the card does not have.
      return row !== null && minutes !== null && row.minutes !== null && row.minutes !== minutes ? null : row;
    }
    case "late cancel":
      return lateCancelRow(card, canceledServiceOf(line), date);
    case "pickup":
      return pickupRow(rowsOn(card, item, date), key, line.rate);
    default:
      return plainRow(card, item, date);
  }
}

/** Pickups have tiers of their own prices: the tier the line names, else the one it was paid at, else the only one. */
function pickupRow(rows: readonly CardRow[], key: string, paid: Rate | null): CardRow | null {
  const named = rows.filter((row) => row.key !== "" && row.key === key);
  const tiers = named.length > 0 ? named : rows;
  return tiers.find((row) => row.fact.rate === paid) ?? onlyPrice(tiers);
}

/** A rate-card row as a sentence for the notes. */
export function describeRow({ fact }: CardRow): string {
  const parts = [
    fact.item,
    fact.serviceType.trim(),
    fact.blockMinutes === null ? "" : formatMinutes(fact.blockMinutes),
  ];
  const until = fact.effectiveTo === null ? "" : ` to ${formatDate(fact.effectiveTo)}`;
  const place = `${fact.source.document.name}, row ${fact.source.row}`;
  return `Rate card: ${parts.filter(Boolean).join(" · ")} at ${formatRate(fact.rate)} from ${formatDate(fact.effectiveFrom)}${until} (${place}).`;
}
