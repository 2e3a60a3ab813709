/** The day a step happened on. Pure. */
import { formatDate, type IsoDate, isIsoDate } from "#shared/week.ts";
import { ClaimRefused } from "./refused.ts";

/** Lets a day pass that is one, is not in the future, and is not before `from` (what happened then, in words). Throws ClaimRefused. */
export function happened(on: IsoDate, today: IsoDate, from: { day: IsoDate | null; what: string } | null = null): void {
  if (!isIsoDate(on)) throw new ClaimRefused(`${on} is no day. Write it as ${today}.`);
  if (on > today) throw new ClaimRefused(`${formatDate(on)} lies in the future. Say the day it happened.`);
  if (from?.day && on < from.day)
    throw new ClaimRefused(`${formatDate(on)} is before the claim was ${from.what} on ${formatDate(from.day)}.`);
}
