/** Whatever is done with a claim, in whatever order: money is never lost, and every step can be taken back exactly. */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Claim, Moved } from "#main/claims/claim.ts";
import { nextStates } from "#main/claims/moves.ts";
import { closed, paid, undone, unpaid } from "#main/claims/payments.ts";
import { ClaimRefused } from "#main/claims/refused.ts";
import { standingOf } from "#main/claims/standing.ts";
import { stepped } from "#main/claims/step.ts";
import { sumsOf } from "#main/claims/sums.ts";
import { CLAIM_STATES, type ClaimState } from "#shared/contract/claims.ts";
import { draft, findings, payment, TODAY } from "./support.ts";

const on = "2026-09-01";
const cents = fc.integer({ min: 1, max: 400 });
const percent = fc.integer({ min: 0, max: 100 });
/** What is done: numbers say which of the possible, so that most commands fit and some do not. */
const command = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("step" as const), to: fc.nat(40), granted: percent }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("pay" as const), percent: fc.integer({ min: 1, max: 110 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("unpay" as const), which: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("close" as const), reason: fc.constantFrom("", "given up") }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("undo" as const) }) },
);
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

function run(claim: Claim, amounts: readonly number[], asked: Command, id: number): Moved {
  switch (asked.kind) {
    case "step": {
      const next = nextStates(claim);
      const to = next[asked.to] ?? CLAIM_STATES[asked.to % CLAIM_STATES.length] ?? "draft";
      const part = (whole: number | null) => Math.floor(((whole ?? 0) * asked.granted) / 100);
      const each = claim.items.map((item) => ({ ...item, cents: part(item.claimedCents), reason: "" }));
      const approved = to === "partly approved" ? each : [];
      return stepped(claim, { to, on, approved }, findings(...amounts), TODAY);
    }
    case "pay": {
      const share = Math.ceil((sumsOf(claim).outstandingCents * asked.percent) / 100);
      return paid(claim, payment(Math.max(1, share), { id }), TODAY);
    }
    case "unpay":
      return unpaid(claim, claim.payments[asked.which]?.id ?? 0);
    case "close":
      return closed(claim, { on, reason: asked.reason }, TODAY);
    default:
      return undone(claim);
  }
}

/** The state a claim is in after the plainest way to reach one. */
function reach(claim: Claim, state: ClaimState): ClaimState {
  const { outstandingCents, recoveredCents } = sumsOf(claim);
  if (state === "closed") return closed(claim, { on, reason: "x" }, TODAY).claim.head.status;
  if (state === "paid") return paid(claim, payment(outstandingCents, { id: 999 }), TODAY).claim.head.status;
  let left = Math.max(recoveredCents, 1);
  const approved = claim.items.map(({ findingId, claimedCents }) => {
    const granted = Math.min(left, claimedCents ?? 0);
    left -= granted;
    return { findingId, cents: granted, reason: "" };
  });
  const amounts = claim.items.map(() => 100);
  const step = state === "partly approved" ? { to: state, on, approved } : { to: state, on };
  const { claim: after } = stepped(claim, step, findings(...amounts), TODAY);
  return after.head.status === "paid" ? standingOf(after) : after.head.status;
}

function invariants(claim: Claim): void {
  const sums = sumsOf(claim);
  const { claimedCents, recoveredCents, writtenOffCents, outstandingCents, declinedCents } = sums;
  expect(claimedCents).toBe(recoveredCents + writtenOffCents + outstandingCents + declinedCents);
  for (const part of [recoveredCents, writtenOffCents, outstandingCents, declinedCents])
    expect(part).toBeGreaterThanOrEqual(0);
  const { status } = claim.head;
  expect(status === "draft").toBe(claim.items.every((item) => item.claimedCents === null));
  if (status === "closed") expect(outstandingCents).toBe(0);
  if (status === "paid") expect([outstandingCents, recoveredCents > 0]).toEqual([0, true]);
  if (status === "approved" || status === "partly approved" || status === "rejected")
    expect(sums.approvedCents).not.toBeNull();
  for (const item of claim.items) expect(item.approvedCents ?? 0).toBeLessThanOrEqual(item.claimedCents ?? 0);
  for (const state of nextStates(claim)) expect(reach(claim, state), state).toBe(state);
}

it("keeps claimed = recovered + written off + outstanding + declined, and undo restores the state before, exactly", () => {
  const moves = new Map<string, number>();
  fc.assert(
    fc.property(
      fc.array(cents, { minLength: 1, maxLength: 4 }),
      fc.array(command, { minLength: 1, maxLength: 40 }),
      (amounts, commands) => {
        let claim = draft(findings(...amounts));
        const past: Claim[] = [];
        for (const [index, asked] of commands.entries()) {
          try {
            const { claim: after } = run(claim, amounts, asked, index + 1);
            moves.set(asked.kind, (moves.get(asked.kind) ?? 0) + 1);
            if (asked.kind === "undo") expect(after).toEqual(past.pop());
            else past.push(claim);
            claim = after;
          } catch (error) {
            if (!(error instanceof ClaimRefused)) throw error;
            expect(error.message).toMatch(/^[A-Z$].*\.$/s);
          }
          invariants(claim);
        }
        while (past.length > 0) {
          claim = undone(claim).claim;
          expect(claim).toEqual(past.pop());
        }
      },
    ),
    { numRuns: 400 },
  );
  // The property is about something: every kind of command was carried out, not only refused.
  expect([...moves.keys()].sort()).toEqual(["close", "pay", "step", "undo", "unpay"]);
});
