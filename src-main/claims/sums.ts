/** What a claim comes to. Pure. */
import type { Cents } from "#shared/money.ts";
import type { Claim, Item } from "./claim.ts";

/**
 * What a claim comes to, in cents. Once it was submitted
 *
 *     claimed = recovered + writtenOff + outstanding + declined
 *
 * holds at all times and none of them is negative. `declined` is what the counterparty did not grant (nothing until it has answered), so
 * of the part it granted recovered + writtenOff + outstanding is all. A closed claim has nothing outstanding.
 */
export interface Sums {
  readonly claimedCents: Cents;
  /** Null until the counterparty has answered. */
  readonly approvedCents: Cents | null;
  readonly declinedCents: Cents;
  readonly recoveredCents: Cents;
  readonly writtenOffCents: Cents;
  readonly outstandingCents: Cents;
}

/** Adds up a claim that was submitted. */
export function sumsOf({ head, items, payments }: Pick<Claim, "head" | "items" | "payments">): Sums {
  return sumsFrom({
    claimedCents: items.reduce((sum, { claimedCents: cents }) => sum + (cents ?? 0), 0),
    approvedCents: approvedOf(items),
    recoveredCents: payments.reduce((sum, { cents }) => sum + cents, 0),
    writtenOffCents: head.writtenOffCents,
  });
}

/** What a claim comes to, from its parts that were added up already. */
export function sumsFrom(parts: Omit<Sums, "declinedCents" | "outstandingCents">): Sums {
  const due = parts.approvedCents ?? parts.claimedCents;
  return {
    ...parts,
    declinedCents: parts.claimedCents - due,
    outstandingCents: due - parts.recoveredCents - parts.writtenOffCents,
  };
}

/** What was granted of all items; null until there was an answer. */
function approvedOf(items: readonly Item[]): Cents | null {
  if (items.length === 0 || items.some(({ approvedCents }) => approvedCents === null)) return null;
  return items.reduce((sum, { approvedCents }) => sum + (approvedCents ?? 0), 0);
}
