/** How claims came out, by counterparty and by check. Pure. */
import type { CheckCode } from "#shared/catalogue.ts";
import type { ClaimState } from "#shared/contract/claims.ts";
import { type Cents, divideHalfUp } from "#shared/money.ts";
import { sharesOf } from "./shares.ts";

/** A claim that was submitted, as far as its outcome asks. */
export interface Ended {
  readonly counterparty: string;
  readonly status: ClaimState;
  readonly recoveredCents: Cents;
  readonly items: readonly {
    readonly findingId: string;
    readonly code: CheckCode;
    readonly claimedCents: Cents;
    readonly approvedCents: Cents | null;
  }[];
}

/** What became of one finding that was claimed. */
export interface ItemOutcome {
  readonly findingId: string;
  readonly code: CheckCode;
  readonly claimedCents: Cents;
  /** What of the claimed money was answered; nothing as long as the counterparty is silent. */
  readonly answeredCents: Cents;
  readonly approvedCents: Cents;
  readonly recoveredCents: Cents;
}

/** Sums of a group. The success rate is money approved per money answered in hundredths of a percent; null where nothing was answered. */
export interface Outcome {
  readonly claims: number;
  readonly claimedCents: Cents;
  readonly answeredCents: Cents;
  readonly approvedCents: Cents;
  readonly recoveredCents: Cents;
  readonly successRate: number | null;
}

/**
 * The findings of a claim with their shares of what came in. Money is an answer too: a claim that was paid, or closed after some money came,
 * without any other answer was granted what came.
 */
export function itemOutcomes({ status, recoveredCents, items }: Ended): ItemOutcome[] {
  const shares = sharesOf(
    recoveredCents,
    items.map(({ claimedCents, approvedCents }) => approvedCents ?? claimedCents),
  );
  const settled = recoveredCents > 0 && (status === "paid" || status === "closed");
  return items.map(({ findingId, code, claimedCents, approvedCents }, index) => {
    const recovered = shares[index] ?? 0;
    const granted = approvedCents ?? (settled ? recovered : null);
    const [answeredCents, approved] = granted === null ? [0, 0] : [claimedCents, granted];
    return { findingId, code, claimedCents, answeredCents, approvedCents: approved, recoveredCents: recovered };
  });
}

/** Outcomes by some key of a finding and its claim, in the order of the keys. A claim counts once in each group it has a finding in. */
export function outcomesBy<K extends string>(
  claims: readonly Ended[],
  keyOf: (item: ItemOutcome, claim: Ended) => K,
): { key: K; outcome: Outcome }[] {
  const groups = new Map<K, { items: ItemOutcome[]; claims: Set<Ended> }>();
  for (const claim of claims) {
    for (const item of itemOutcomes(claim)) {
      const key = keyOf(item, claim);
      const group = groups.get(key) ?? { items: [], claims: new Set() };
      group.items.push(item);
      group.claims.add(claim);
      groups.set(key, group);
    }
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, group]) => ({ key, outcome: outcomeOf(group.items, group.claims.size) }));
}

function outcomeOf(items: readonly ItemOutcome[], claims: number): Outcome {
  const sum = (of: (item: ItemOutcome) => Cents) => items.reduce((total, item) => total + of(item), 0);
  const answeredCents = sum((item) => item.answeredCents);
  const approvedCents = sum((item) => item.approvedCents);
  return {
    claims,
    claimedCents: sum((item) => item.claimedCents),
    answeredCents,
    approvedCents,
    recoveredCents: sum((item) => item.recoveredCents),
    successRate: answeredCents === 0 ? null : divideHalfUp(approvedCents * 10_000, answeredCents),
  };
}
