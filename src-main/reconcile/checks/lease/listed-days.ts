/** Recurring charges of a van that no row of the lease schedule is for, against the days that Amazon's vehicle list has it. Pure. */
import { type Cents, divideHalfUp, plainCents } from "#shared/money.ts";
import { addDays, formatDate } from "#shared/week.ts";
import { counted, type Days, dayCount, overlap } from "./contract-rent.ts";
import type { WrongPart } from "./judge.ts";
import type { LeaseLine } from "./lines.ts";
import { listedDays } from "./terms.ts";

/** The days of a line after the list's last day of its van and before its first; null where none are. */
export function unlistedDays(line: LeaseLine): { readonly after: Days | null; readonly before: Days | null } {
  const { days, fact, term, vehicle } = line;
  const listed = term === null ? listedDays(vehicle, fact.provider) : null;
  const after = listed?.to == null ? null : overlap(days, { from: addDays(listed.to, 1), to: days.to });
  const before = listed?.from == null ? null : overlap(days, { from: days.from, to: addDays(listed.from, -1) });
  return { after, before };
}

/** What such a line charges for days that the van was not ours by that list, at the line's own rate a day. */
export function judgeListed(line: LeaseLine): WrongPart[] {
  const { after, before } = unlistedDays(line);
  const parts: WrongPart[] = [];
  let left: Cents = line.fact.amountCents;
  for (const [code, days] of [["E02", after] as const, ["E03", before] as const]) {
    if (days === null || left <= 0) continue;
    const [gone, all] = [dayCount(days), dayCount(line.days)];
    const billed = plainCents(line.fact.amountCents);
    const cents = Math.min(
      left,
      gone === all ? line.fact.amountCents : divideHalfUp(line.fact.amountCents * gone, all),
    );
    const text = gone === all ? `billed ${billed}` : `billed ${billed} x ${gone} of ${counted(all, "day")}`;
    parts.push({ code, below: false, cents, text, notes: notesOf(line) });
    left -= cents;
  }
  return parts;
}

function notesOf({ vehicle }: LeaseLine): string[] {
  const [from, to] = [vehicle?.ownershipStart ?? null, vehicle?.ownershipEnd ?? null];
  const days = [from === null ? "" : ` from ${formatDate(from)}`, to === null ? "" : ` to ${formatDate(to)}`].join("");
  return [`No row of the lease schedule is for this van; its days are those of Amazon's vehicle list,${days}.`];
}
