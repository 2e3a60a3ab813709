/** When an invoice can still be disputed. Pure: today is an argument. */
import { addDays, daysBetween, type IsoDate } from "#shared/week.ts";

/** Days after the invoice's date when no dispute window is printed on it. */
const DEFAULT_DISPUTE_DAYS = 14;

/** How pressing a deadline is: warnings begin 7, 3 and 1 days before it. */
export type DeadlineState = "past" | "urgent" | "soon" | "near" | "open";

/** Last day an invoice can be disputed: the printed one, else `days` after its date. */
export function disputeDeadline(
  invoice: { readonly disputeCloses: IsoDate | null; readonly issuedOn: IsoDate },
  days: number = DEFAULT_DISPUTE_DAYS,
): IsoDate {
  return invoice.disputeCloses ?? addDays(invoice.issuedOn, days);
}

/** Whole days from today to a deadline: 0 on its last day, negative once it is past. */
export function daysLeft(deadline: IsoDate, today: IsoDate): number {
  return daysBetween(today, deadline);
}

/** The state of a deadline by the days that are left. */
export function deadlineState(left: number): DeadlineState {
  if (left < 0) return "past";
  if (left <= 1) return "urgent";
  if (left <= 3) return "soon";
  return left <= 7 ? "near" : "open";
}
