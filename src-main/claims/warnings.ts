/** Warnings of deadlines: seven, three and one day before, each once. Pure: today is an argument. */
import { type Cents, formatCents } from "#shared/money.ts";
import { formatDate, type IsoDate } from "#shared/week.ts";
import { daysLeft } from "./deadlines.ts";

/** How many days before a deadline it is warned of. */
export const DISTANCES = [7, 3, 1] as const;
export type Distance = (typeof DISTANCES)[number];

/** What has a deadline: a draft, or an invoice with findings that are in no claim. */
export interface Subject {
  /** Names it for as long as it lives. */
  readonly subject: string;
  /** As a person reads it: `Claim C-0007 with Amazon`, `Invoice INV-1 of Amazon`. */
  readonly words: string;
  readonly deadline: IsoDate;
  readonly cents: Cents;
  readonly claim: number | null;
}

/** A warning that was given. */
export interface Told {
  readonly subject: string;
  readonly deadline: IsoDate;
  readonly days: number;
}

/** A warning to give. */
export interface Warning extends Subject {
  readonly days: Distance;
  readonly text: string;
}

/**
 * The warnings that are due and were not given yet. Where the app was not opened for days and several distances went by, only the nearest is
 * given; a deadline that is past is warned of no more.
 */
export function warningsDue(subjects: readonly Subject[], told: readonly Told[], today: IsoDate): Warning[] {
  const given = new Set(told.map(({ subject, deadline, days }) => `${subject}|${deadline}|${days}`));
  return subjects.flatMap((subject) => {
    const left = daysLeft(subject.deadline, today);
    const days = distanceOf(left);
    if (days === null || given.has(`${subject.subject}|${subject.deadline}|${days}`)) return [];
    return [{ ...subject, days, text: sentence(subject, left) }];
  });
}

/** The nearest distance that a number of days left has reached; null while there is more time, and once it is past. */
export function distanceOf(left: number): Distance | null {
  return left < 0 ? null : (DISTANCES.findLast((distance) => left <= distance) ?? null);
}

function sentence({ words, cents, deadline, claim }: Subject, left: number): string {
  const when = left === 0 ? "today is the last day" : left === 1 ? "1 day left" : `${left} days left`;
  const what = claim === null ? "to claim it" : "to submit it";
  return `${words}: ${formatCents(cents)}, ${when} ${what} (${formatDate(deadline)}).`;
}
