/** Which state a claim can reach next. Pure. */
import { CLAIM_STATES, type ClaimState } from "#shared/contract/claims.ts";
import type { Claim } from "./claim.ts";
import { sumsOf } from "./sums.ts";

const ANSWERS = ["approved", "partly approved", "rejected"] as const satisfies ClaimState[];

/** The steps of the life cycle. A later answer takes the place of an earlier one; a rejected claim can be sent again as an appeal. */
const NEXT: Record<ClaimState, readonly ClaimState[]> = {
  draft: ["submitted"],
  submitted: ["acknowledged", ...ANSWERS, "closed"],
  acknowledged: [...ANSWERS, "closed"],
  approved: ["partly approved", "rejected", "closed"],
  "partly approved": [...ANSWERS, "closed"],
  rejected: ["submitted", "approved", "partly approved", "closed"],
  // More can be granted after everything that was granted is paid, and an answer can come after the money.
  paid: ["approved", "partly approved", "closed"],
  closed: [],
};

/** What a claim can become next, in the order of the life cycle: `paid` by a payment, a draft without findings can only be closed. */
export function nextStates(claim: Claim): ClaimState[] {
  const { status } = claim.head;
  if (status === "draft" && claim.items.length === 0) return ["closed"];
  const next = new Set(NEXT[status]);
  if (takesPayments(claim)) next.add("paid");
  return CLAIM_STATES.filter((state) => next.has(state) && isOpen(claim, state));
}

/** Whether what was paid so far leaves room for an answer: nothing that was received can be less than what was granted. */
function isOpen(claim: Claim, state: ClaimState): boolean {
  const { claimedCents, approvedCents, recoveredCents } = sumsOf(claim);
  if (state === "approved") return approvedCents !== claimedCents;
  if (state === "partly approved") return Math.max(recoveredCents, 1) < claimedCents;
  return state !== "rejected" || recoveredCents === 0;
}

/** Whether money can come in for it: it was submitted, is not closed, and something is outstanding. */
function takesPayments(claim: Claim): boolean {
  const { status } = claim.head;
  return status !== "draft" && status !== "closed" && sumsOf(claim).outstandingCents > 0;
}
