/** What lines a check has an opinion on, and on which of their days. Pure. */
import { addDays, type IsoDate } from "#shared/week.ts";
import { isFullPeriod } from "./contract-rent.ts";
import { isRecurring, isRent, type LeaseLine } from "./lines.ts";
import { unlistedDays } from "./listed-days.ts";

/** Lines of a recurring charge that name no van that could be looked up: nothing of the contract can be held against them. */
export function namesNoVan(line: LeaseLine): boolean {
  return isRecurring(line) && line.vanKey === null && line.fact.amountCents > 0;
}

/** Whether a line charges rent for whole months. */
export function isFullRent(line: LeaseLine): boolean {
  return isRent(line) && line.rental === null && isFullPeriod(line.days);
}

/** The first day that a line bills beyond the off-lease date, or null. */
export function firstDayAfterReturn(line: LeaseLine): IsoDate | null {
  if (line.term === null) return unlistedDays(line).after?.from ?? null;
  const off = line.chain.at(-1)?.offLease ?? null;
  if (off === null || off >= line.days.to) return null;
  return off >= line.days.from ? addDays(off, 1) : line.days.from;
}

/** The last day that a line bills before the on-lease date, or null. */
export function lastDayBeforeDelivery(line: LeaseLine): IsoDate | null {
  if (line.term === null) return unlistedDays(line).before?.to ?? null;
  const on = line.chain[0]?.onLease ?? null;
  if (on === null || on <= line.days.from) return null;
  return on <= line.days.to ? addDays(on, -1) : line.days.to;
}
