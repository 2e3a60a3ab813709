/** The history of claims: what was done, and what taking it back restores. */
import type { Selectable } from "kysely";
import type { ClaimState } from "#shared/contract/claims.ts";
import { type Before, STEPS, type StepAction, type Taken } from "../claims/claim.ts";
import type { Schema, WriteHandle } from "./schema.ts";

export type ClaimEventRecord = Selectable<Schema["claimEvent"]>;

/** The steps among some events that were not taken back. */
export function standingSteps(events: readonly ClaimEventRecord[]): Taken[] {
  const steps: Taken[] = [];
  for (const { action, onDay, at, before } of events) {
    if (action === "undone") steps.pop();
    else if (isStep(action)) steps.push({ action, on: onDay ?? at.slice(0, 10), before: JSON.parse(before) as Before });
  }
  return steps;
}

function isStep(action: string): action is StepAction {
  return STEPS.some((step) => step === action);
}

/** What an event says. A state that is left out is the draft's. */
interface NewEvent {
  readonly action: string;
  readonly note: string;
  readonly onDay?: string | null;
  readonly statusBefore?: ClaimState;
  readonly statusAfter?: ClaimState;
  readonly cents?: number | null;
  readonly before?: Before;
}

/** Appends to a claim's history. */
export async function addClaimEvent(
  db: WriteHandle,
  claimNumber: number,
  { at, actor }: { at: string; actor: string },
  event: NewEvent,
): Promise<void> {
  const { action, note, onDay = null, statusBefore = "draft", statusAfter = "draft", cents = null, before } = event;
  await db
    .insertInto("claimEvent")
    .values({
      ...{ claimNumber, at, actor, action, onDay, note, statusBefore, statusAfter, cents },
      before: JSON.stringify(before ?? null),
    })
    .execute();
}
