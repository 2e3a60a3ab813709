/** A claim as its life cycle sees it. Pure: plain values, cents and ISO days. */
import type { ClaimState } from "#shared/contract/claims.ts";
import type { Cents } from "#shared/money.ts";
import type { IsoDate } from "#shared/week.ts";

/** One finding of a claim. */
export interface Item {
  readonly findingId: string;
  /** What was claimed when it was submitted; null while it is a draft, which follows the finding. */
  readonly claimedCents: Cents | null;
  /** What was granted; null until the counterparty has answered. */
  readonly approvedCents: Cents | null;
  /** What the counterparty said of it. */
  readonly reason: string;
}

/** A row of a document that a payment rests on. */
export interface PaymentRow {
  readonly sha256: string;
  readonly sheet: string | null;
  readonly row: number;
}

/** Money or a credit that came in for the claim. */
export interface Payment {
  readonly id: number;
  readonly kind: "paid" | "credited";
  readonly receivedOn: IsoDate;
  readonly cents: Cents;
  readonly note: string;
  readonly source: PaymentRow | null;
  readonly at: string;
  readonly actor: string;
}

/** What a step can change of a claim itself. */
export interface Head {
  readonly status: ClaimState;
  readonly reference: string;
  /** Frozen when it was submitted; null while it is a draft, whose deadline is that of its findings. */
  readonly deadline: IsoDate | null;
  readonly submittedOn: IsoDate | null;
  readonly closedOn: IsoDate | null;
  readonly writtenOffCents: Cents;
}

/** What taking a step back has to restore: the head, the items that were changed, and the payment that came or went. */
export interface Before {
  readonly head: Head;
  readonly items: readonly Item[];
  readonly payment: { readonly added: number } | { readonly removed: Payment } | null;
}

/** Steps that can be taken back. Payments are `paid` and `credited`, one that was removed `payment removed`. */
export const STEPS = [
  "submitted",
  "acknowledged",
  "approved",
  "partly approved",
  "rejected",
  "paid",
  "credited",
  "payment removed",
  "closed",
] as const;
export type StepAction = (typeof STEPS)[number];

/** A step that was taken and still stands. */
export interface Taken {
  readonly action: StepAction;
  readonly on: IsoDate;
  readonly before: Before;
}

/** A claim with its findings, payments and the steps that still stand, oldest first. */
export interface Claim {
  readonly number: number;
  readonly head: Head;
  readonly items: readonly Item[];
  readonly payments: readonly Payment[];
  readonly steps: readonly Taken[];
}

/** A claim after a step, and what its history says of it. */
export interface Moved {
  readonly claim: Claim;
  readonly event: {
    readonly action: StepAction | "undone";
    readonly on: IsoDate | null;
    readonly note: string;
    readonly cents: Cents | null;
  };
}
