/** How long Amazon usually takes: learned from the station's own papers, else what the owner set. Pure. */
import { addDays, daysBetween, formatDate, type IsoDate } from "#shared/week.ts";
import type { ParameterSpec } from "../../check.ts";

/** A number of days that is usual, with where it comes from. */
export interface UsualLag {
  readonly days: number;
  /** A sentence for the notes. */
  readonly note: string;
}

/** Days added to the usual ones before anything is called late. */
export const GRACE: ParameterSpec = { title: "Days of grace after the usual day", unit: "count", value: 3 };

/**
 * Days of grace for an invoice to appear. Its date is its period's last day (documents page, section 2), while it can be downloaded days
 * later: longer than the grace for a payment.
 */
export const GRACE_TO_APPEAR: ParameterSpec = { ...GRACE, value: 7 };

/** How many earlier invoices make a habit. */
export const HISTORY: ParameterSpec = {
  title: "Earlier invoices needed to learn the usual number of days",
  unit: "count",
  value: 3,
};

/** The upper median of earlier lags (so that half of them were no slower), or the parameter where there are too few. */
export function usualLag(
  earlier: readonly number[],
  { history, usual }: { readonly history: number; readonly usual: number },
): UsualLag {
  if (earlier.length === 0 || earlier.length < history) {
    return { days: usual, note: `Usual lag: ${usual} days, a setting (fewer than ${history} earlier ones are known).` };
  }
  const sorted = [...earlier].sort((a, b) => a - b);
  const days = sorted[Math.floor(sorted.length / 2)] ?? usual;
  return { days, note: `Usual lag: ${days} days, the middle of ${sorted.length} earlier ones.` };
}

/** The last day on which something is not late yet. */
export function lastDay(from: IsoDate, lag: UsualLag, grace: number): IsoDate {
  return addDays(from, lag.days + grace);
}

/** The lag and the grace as notes. */
export function lagNotes(lag: UsualLag, grace: number, due: IsoDate): string[] {
  return [lag.note, `Grace: ${grace} days; late after ${formatDate(due)}.`];
}

/** Days from one day to another, as a list that a missing day leaves empty. */
export function lagOf(from: IsoDate, to: IsoDate | undefined): number[] {
  return to === undefined ? [] : [daysBetween(from, to)];
}
