/** What the counterparty granted, as it is typed: an amount and a reason for each finding. */
import type { ClaimItem, ClaimStep } from "#shared/contract/claims.ts";
import { parseCents, plainCents } from "#shared/money.ts";

/** One finding's line of the answer. */
export interface Granted {
  /** The amount as typed. */
  readonly typed: string;
  readonly reason: string;
}

/** The answer by finding. */
export type Answer = Readonly<Record<string, Granted>>;

/** What an answer begins with, and what the shortcuts make of it: everything granted, or nothing. */
export function grantedAll(items: readonly ClaimItem[], all: boolean, before: Answer = {}): Answer {
  return Object.fromEntries(
    items.map(({ findingId, claimedCents }) => [
      findingId,
      { typed: plainCents(all ? claimedCents : 0), reason: before[findingId]?.reason ?? "" },
    ]),
  );
}

/** The amount of a line in cents: from nothing to what was claimed. Undefined for anything else. */
export function centsOf({ claimedCents }: Pick<ClaimItem, "claimedCents">, typed: string): number | undefined {
  const cents = typed.trim() === "" ? 0 : parseCents(typed);
  return cents !== undefined && cents >= 0 && cents <= claimedCents ? cents : undefined;
}

/** What was granted in all; undefined while a line cannot be read. */
export function sumOf(items: readonly ClaimItem[], answer: Answer): number | undefined {
  let sum = 0;
  for (const item of items) {
    const cents = centsOf(item, answer[item.findingId]?.typed ?? "");
    if (cents === undefined) return undefined;
    sum += cents;
  }
  return sum;
}

/** The answer as the engine takes it. A line that cannot be read counts as nothing: `sumOf` says beforehand that there is one. */
export function approvedOf(items: readonly ClaimItem[], answer: Answer): NonNullable<ClaimStep["approved"]> {
  return items.map((item) => {
    const { typed, reason } = answer[item.findingId] ?? { typed: "", reason: "" };
    return { findingId: item.findingId, cents: centsOf(item, typed) ?? 0, reason: reason.trim() };
  });
}
