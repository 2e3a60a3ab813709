/** Small claims for tests: findings with amounts, and the steps that are taken on them. */
import type { Claim, Moved, Payment } from "#main/claims/claim.ts";
import { paid } from "#main/claims/payments.ts";
import { type Step, stepped } from "#main/claims/step.ts";
import type { DraftFinding } from "#main/claims/submission.ts";
import { sumsOf } from "#main/claims/sums.ts";

export const TODAY = "2026-09-30";

/** Confirmed findings that come to these amounts. */
export function findings(...cents: readonly number[]): DraftFinding[] {
  return cents.map((amountCents, index) => ({
    id: `f${index + 1}`,
    code: "A01",
    subjectLabel: `Mon, Aug 3 · route ${index + 1}`,
    direction: "owed",
    status: "confirmed",
    amountCents,
    deadline: "2026-08-22",
  }));
}

/** A draft of some findings. */
export function draft(of: readonly DraftFinding[]): Claim {
  return {
    number: 7,
    head: {
      status: "draft",
      reference: "",
      deadline: null,
      submittedOn: null,
      closedOn: null,
      writtenOffCents: 0,
    },
    items: of.map(({ id }) => ({ findingId: id, claimedCents: null, approvedCents: null, reason: "" })),
    payments: [],
    steps: [],
  };
}

/** A claim of some amounts after some steps; each is a day's. */
export function claimAfter(cents: readonly number[], ...steps: readonly (Partial<Step> & Pick<Step, "to">)[]): Claim {
  const of = findings(...cents);
  return steps.reduce((claim, step) => stepped(claim, { on: "2026-08-20", ...step }, of, TODAY).claim, draft(of));
}

/** A payment of some cents. */
export function payment(cents: number, more: Partial<Payment> = {}): Payment {
  const said = { note: "", source: null, at: "2026-09-01T12:00:00.000Z", actor: "tester" };
  return { id: 1, kind: "paid", receivedOn: "2026-09-01", cents, ...said, ...more };
}

/** A claim after a payment. */
export function pay(claim: Claim, cents: number, more: Partial<Payment> = {}): Claim {
  return paid(claim, payment(cents, more), TODAY).claim;
}

/** What a person sees of a claim: state and sums. */
export function seen({ claim }: Pick<Moved, "claim">) {
  const { claimedCents, approvedCents, recoveredCents, writtenOffCents, outstandingCents } = sumsOf(claim);
  const sums = { claimedCents, approvedCents, recoveredCents, writtenOffCents, outstandingCents };
  return { status: claim.head.status, ...sums };
}
