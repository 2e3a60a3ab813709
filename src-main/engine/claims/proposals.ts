/** Payments and credits found in documents that seem to be for claims. Nothing is recorded: a person takes them over. */
import type { PaymentProposal } from "#shared/contract/claims.ts";
import { addDays } from "#shared/week.ts";
import { DATED_BEFORE, moneyIndex } from "../../claims/money-rows.ts";
import { proposalsFor } from "../../claims/proposals.ts";
import { notSaidYet } from "../../claims/said-already.ts";
import type { ClaimSummary } from "../../store/claim-lists.ts";
import { moneyRows } from "../../store/claim-sources.ts";
import { paymentsSaid, takenIdentities, takenRows } from "../../store/claim-taken.ts";
import { waitingClaims } from "../../store/claim-waiting.ts";
import type { ReadHandle } from "../../store/schema.ts";

/**
 * What is proposed for some claims, by number. Money that was recorded is left out: rows that a payment of any claim rests on, the same rows
 * in a later file or in the bank, and for the claim itself rows of the day and amount of a payment that was recorded by hand.
 */
export async function claimProposals(
  db: ReadHandle,
  summaries: readonly ClaimSummary[],
): Promise<Map<number, PaymentProposal[]>> {
  const same = await takenIdentities(db);
  const waiting = await waitingClaims(db, summaries, new Set(same.values()));
  const [first] = [...waiting.values()].map(({ submittedOn }) => submittedOn).sort();
  if (first === undefined) return new Map();
  const taken = await takenRows(db);
  const free = (await moneyRows(db, addDays(first, -DATED_BEFORE))).filter(
    ({ key, identities }) => !taken.has(key) && !identities.some((identity) => same.has(identity)),
  );
  const rows = notSaidYet(free, await paymentsSaid(db, same));
  const index = moneyIndex(rows);
  const sources = new Map(rows.map(({ key, source }) => [key, source]));
  return new Map(
    [...waiting].map(([number, claim]) => [
      number,
      proposalsFor(claim, index).flatMap((proposal) => {
        const source = sources.get(proposal.key);
        return source === undefined ? [] : [{ ...proposal, source }];
      }),
    ]),
  );
}
