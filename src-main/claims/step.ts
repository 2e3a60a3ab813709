/** One step of a claim's life cycle: sent, acknowledged, answered. Pure: today is an argument. */
import type { ClaimState } from "#shared/contract/claims.ts";
import { type Cents, formatCents } from "#shared/money.ts";
import type { IsoDate } from "#shared/week.ts";
import { answered, type Granted } from "./answer.ts";
import type { Claim, Head, Item, Moved, StepAction } from "./claim.ts";
import { happened } from "./day.ts";
import { nextStates } from "./moves.ts";
import { ClaimRefused } from "./refused.ts";
import { statusFrom } from "./standing.ts";
import { type DraftFinding, frozen } from "./submission.ts";
import { sumsOf } from "./sums.ts";

/** What is said of a step. */
export interface Step {
  readonly to: ClaimState;
  readonly on: IsoDate;
  readonly reference?: string | undefined;
  readonly note?: string | undefined;
  readonly approved?: readonly Granted[] | undefined;
}

/** A claim after a step. `findings` are those of the claim as they stand now. Throws ClaimRefused. */
export function stepped(claim: Claim, step: Step, findings: readonly DraftFinding[], today: IsoDate): Moved {
  const { to, on } = step;
  if (to === "paid" || to === "closed" || to === "draft" || !nextStates(claim).includes(to))
    throw refusedStep(claim, to);
  const appeal = claim.head.status === "rejected" && to === "submitted";
  happened(on, today, { day: claim.head.submittedOn, what: "submitted" });
  if (to !== "submitted" && to !== "acknowledged") return answer(claim, { ...step, to });
  const note = noteOf(step, appeal ? "Appeal." : "");
  const head: Head = { ...claim.head, status: to, reference: step.reference || claim.head.reference };
  if (to === "acknowledged") return moved(claim, { head, items: claim.items }, { action: to, on, note, cents: null });
  const sent = appeal
    ? { items: claim.items.map((item) => ({ ...item, approvedCents: null, reason: "" })), deadline: head.deadline }
    : frozen(claim.items, findings);
  const after = { head: { ...head, submittedOn: on, deadline: sent.deadline }, items: sent.items };
  const cents = sumsOf({ ...claim, ...after }).claimedCents;
  return moved(claim, after, { action: to, on, note, cents });
}

function answer(claim: Claim, step: Step & { to: "approved" | "partly approved" | "rejected" }): Moved {
  const { to, on } = step;
  const items = answered(claim.items, to, step.approved ?? []);
  const { approvedCents, outstandingCents, recoveredCents } = sumsOf({ ...claim, items });
  if (outstandingCents < 0) throw tooMuch(recoveredCents);
  const head: Head = { ...claim.head, reference: step.reference || claim.head.reference };
  return moved(claim, { head, items }, { action: to, on, note: noteOf(step, ""), cents: approvedCents });
}

/** The claim with a step on top of those that stand; its state follows from them and from what was paid. */
function moved(
  claim: Claim,
  { head, items }: { head: Head; items: readonly Item[] },
  event: { action: StepAction; on: IsoDate; note: string; cents: number | null },
): Moved {
  const changed = claim.items.filter((item, index) => !same(item, items[index]));
  const before = { head: claim.head, items: changed, payment: null };
  const after = { ...claim, head, items, steps: [...claim.steps, { action: event.action, on: event.on, before }] };
  return { claim: { ...after, head: { ...head, status: statusFrom(after) } }, event };
}

function same(item: Item, other: Item | undefined): boolean {
  return (
    item.claimedCents === other?.claimedCents &&
    item.approvedCents === other.approvedCents &&
    item.reason === other.reason
  );
}

function noteOf({ reference, note }: Step, begin: string): string {
  return [begin, reference ? `Reference ${reference}.` : "", note ?? ""].filter(Boolean).join(" ");
}

function refusedStep(claim: Claim, to: ClaimState): ClaimRefused {
  const { status } = claim.head;
  if (to === "paid")
    return new ClaimRefused(
      "A claim is paid by what comes in. Record the payment or credit: once nothing is outstanding, the claim is paid.",
    );
  if (status === "closed") return new ClaimRefused("The claim is closed. Take that back first.");
  if (status === "draft" && claim.items.length === 0)
    return new ClaimRefused("There is no finding in this claim. Add one first, or close the claim.");
  if (status === "draft") return new ClaimRefused(`A draft cannot be ${to}. Submit it first.`);
  if (to === "draft") return new ClaimRefused("A claim becomes a draft again by taking its steps back one by one.");
  const { recoveredCents } = sumsOf(claim);
  return recoveredCents > 0 && (to === "rejected" || to === "partly approved")
    ? tooMuch(recoveredCents)
    : new ClaimRefused(`A claim that is ${status} cannot become ${to}.`);
}

function tooMuch(recovered: Cents): ClaimRefused {
  const sentence = `${formatCents(recovered)} was received already, which is more than that.`;
  return new ClaimRefused(`${sentence} Remove the payment that is not for this claim first.`);
}
