/** Rows that say money once more which was recorded already. Pure. */
import type { Cents } from "#shared/money.ts";
import { daysBetween, type IsoDate } from "#shared/week.ts";
import type { MoneyRow } from "./money-rows.ts";

/** Money that was recorded. */
export interface Recorded {
  readonly receivedOn: IsoDate;
  readonly cents: Cents;
}

/** What was recorded, for any claim. */
export interface Said {
  /** From a document that is not here any more: a later file may say it again. */
  readonly lost: readonly Recorded[];
  /** Paid, and not known from the bank, whose statement may show it as well. */
  readonly unbanked: readonly Recorded[];
}

/** Days between a payment as its sender dates it and the line of the bank, either way: a transfer takes a few, over a weekend more. */
const TRANSFER_DAYS = 7;

/**
 * The rows without those that say recorded money again: any row of the day and amount of a payment whose document is gone, and for each
 * payment that is not known from the bank the nearest line of the bank with its amount.
 */
export function notSaidYet<Row extends MoneyRow>(rows: readonly Row[], { lost, unbanked }: Said): Row[] {
  const fresh = rows.filter(
    ({ day, cents }) => !lost.some((payment) => payment.receivedOn === day && payment.cents === cents),
  );
  const bank = fresh.filter(({ from }) => from === "bank line");
  const shown = new Set<Row>();
  for (const { receivedOn, cents } of unbanked) {
    const away = (row: Row) => Math.abs(daysBetween(receivedOn, row.day));
    const [nearest] = bank
      .filter((row) => row.cents === cents && !shown.has(row) && away(row) <= TRANSFER_DAYS)
      .sort((a, b) => away(a) - away(b));
    if (nearest !== undefined) shown.add(nearest);
  }
  return fresh.filter((row) => !shown.has(row));
}
