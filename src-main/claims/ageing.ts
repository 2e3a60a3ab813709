/** How long a claim has been waiting. Pure: today is an argument. */
import { AGES } from "#shared/contract/claims.ts";
import type { Cents } from "#shared/money.ts";
import { daysBetween, type IsoDate } from "#shared/week.ts";
import type { Head } from "./claim.ts";

/** A class of ageing, as the contract names it. */
export type Age = (typeof AGES)[number];

const LAST_DAYS = [7, 14, 30, 60] as const;

/** The class of a number of days: 0-7, 8-14, 15-30, 31-60, over 60. */
export function ageOf(days: number): Age {
  const index = LAST_DAYS.findIndex((last) => days <= last);
  return AGES[index === -1 ? LAST_DAYS.length : index] ?? "over 60";
}

/** Whole days since a claim was submitted, as long as an answer or money is outstanding; else null. */
export function waitingDays(
  { status, submittedOn }: Pick<Head, "status" | "submittedOn">,
  outstandingCents: Cents,
  today: IsoDate,
): number | null {
  if (submittedOn === null || status === "draft" || status === "closed" || outstandingCents <= 0) return null;
  return Math.max(0, daysBetween(submittedOn, today));
}
