/** The state of a claim, from the steps that stand and the money that came. Pure. */
import type { ClaimState } from "#shared/contract/claims.ts";
import type { Claim, StepAction } from "./claim.ts";
import { sumsOf } from "./sums.ts";

/** What stands after a step, without regard to payments: `paid` and `closed` rest on it. */
export type Standing = Exclude<ClaimState, "paid" | "closed">;

/** The last thing the counterparty said (or that it was sent), whatever was paid since. */
export function standingOf({ steps }: Pick<Claim, "steps">): Standing {
  for (const { action } of steps.toReversed()) if (isStanding(action)) return action;
  return "draft";
}

function isStanding(action: StepAction): action is StepAction & Standing {
  return ["submitted", "acknowledged", "approved", "partly approved", "rejected"].includes(action);
}

/** The state that follows from what stands and what was paid: paid once something came in and nothing is outstanding. */
export function statusFrom(claim: Pick<Claim, "head" | "items" | "payments" | "steps">): ClaimState {
  const { recoveredCents, outstandingCents } = sumsOf(claim);
  return recoveredCents > 0 && outstandingCents === 0 ? "paid" : standingOf(claim);
}
