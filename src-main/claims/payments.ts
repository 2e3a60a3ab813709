/** Money that came in for a claim, the end of a claim, and taking the last step back. Pure: today is an argument. */
import { type Cents, formatCents } from "#shared/money.ts";
import type { IsoDate } from "#shared/week.ts";
import type { Before, Claim, Moved, Payment, StepAction } from "./claim.ts";
import { happened } from "./day.ts";
import { nextStates } from "./moves.ts";
import { ClaimRefused } from "./refused.ts";
import { statusFrom } from "./standing.ts";
import { sumsOf } from "./sums.ts";

/** The claim with a payment or credit. Throws ClaimRefused: more than is outstanding belongs somewhere else, or to another answer. */
export function paid(claim: Claim, payment: Payment, today: IsoDate): Moved {
  const { status } = claim.head;
  if (status === "draft") throw new ClaimRefused("The claim was not submitted yet. Submit it before you record money.");
  if (status === "closed") throw new ClaimRefused("The claim is closed. Take that back before you record money.");
  happened(payment.receivedOn, today);
  const { outstandingCents } = sumsOf(claim);
  if (outstandingCents === 0) throw new ClaimRefused("Nothing is outstanding on this claim.");
  if (payment.cents > outstandingCents)
    throw new ClaimRefused(
      `Only ${formatCents(outstandingCents)} is outstanding, and this is ${formatCents(payment.cents)}. Record that much here and the rest ` +
        "on the claim it belongs to; where more was granted, record that answer first.",
    );
  const { kind, cents, receivedOn, note, id } = payment;
  const after = { ...claim, payments: [...claim.payments, payment] };
  return moved(claim, after, { action: kind, on: receivedOn, note, cents }, { added: id });
}

/** The claim without a payment that was recorded by mistake. Throws ClaimRefused. */
export function unpaid(claim: Claim, id: number): Moved {
  const removed = claim.payments.find((payment) => payment.id === id);
  if (removed === undefined) throw new ClaimRefused("This payment is not here any more.");
  if (claim.head.status === "closed") throw new ClaimRefused("The claim is closed. Take that back first.");
  const after = { ...claim, payments: claim.payments.filter((payment) => payment !== removed) };
  const event = { action: "payment removed" as const, on: removed.receivedOn, note: "", cents: removed.cents };
  return moved(claim, after, event, { removed });
}

/** The claim closed; what is outstanding is written off, for which a reason is needed. Throws ClaimRefused. */
export function closed(claim: Claim, { on, reason }: { on: IsoDate; reason: string }, today: IsoDate): Moved {
  const { status, submittedOn } = claim.head;
  if (!nextStates(claim).includes("closed"))
    throw new ClaimRefused(
      status === "closed"
        ? "The claim is closed already."
        : "A draft is not closed. Take its findings out, and it is gone.",
    );
  happened(on, today, { day: submittedOn, what: "submitted" });
  const { outstandingCents } = sumsOf(claim);
  if (outstandingCents > 0 && reason === "")
    throw new ClaimRefused(`${formatCents(outstandingCents)} is still outstanding. Say why it is written off.`);
  const writtenOffCents = claim.head.writtenOffCents + outstandingCents;
  const head = { ...claim.head, closedOn: on, writtenOffCents, status: "closed" as const };
  const before: Before = { head: claim.head, items: [], payment: null };
  const after = { ...claim, head, steps: [...claim.steps, { action: "closed" as const, on, before }] };
  return { claim: after, event: { action: "closed", on, note: reason, cents: outstandingCents } };
}

/** The claim as it was before its last step that still stands. Throws ClaimRefused where there is none. */
export function undone(claim: Claim): Moved {
  const last = claim.steps.at(-1);
  if (last === undefined) throw new ClaimRefused("There is no step to take back.");
  const { head, items, payment } = last.before;
  const former = new Map(items.map((item) => [item.findingId, item]));
  const payments =
    payment === null
      ? claim.payments
      : "added" in payment
        ? claim.payments.filter(({ id }) => id !== payment.added)
        : [...claim.payments, payment.removed].sort((a, b) => a.id - b.id);
  return {
    claim: {
      ...claim,
      head,
      items: claim.items.map((item) => former.get(item.findingId) ?? item),
      payments,
      steps: claim.steps.slice(0, -1),
    },
    event: { action: "undone", on: null, note: `${STEP_WORDS[last.action]}.`, cents: null },
  };
}

/** A step in words, as what is taken back: `Taken back: the submission`. */
export const STEP_WORDS: Record<StepAction, string> = {
  submitted: "The submission",
  acknowledged: "The acknowledgment",
  approved: "The approval",
  "partly approved": "The partial approval",
  rejected: "The rejection",
  paid: "The payment",
  credited: "The credit",
  "payment removed": "The removal of a payment",
  closed: "The closing",
};

function moved(
  claim: Claim,
  after: Claim,
  event: { action: StepAction; on: IsoDate; note: string; cents: Cents },
  payment: Before["payment"],
): Moved {
  const before: Before = { head: claim.head, items: [], payment };
  const next = { ...after, steps: [...claim.steps, { action: event.action, on: event.on, before }] };
  return { claim: { ...next, head: { ...next.head, status: statusFrom(next) } }, event };
}
