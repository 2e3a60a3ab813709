/** How a finding lives on when its period is checked again: decisions stay, unless the money they were made on has moved. Pure. */
import type { FindingStatus } from "#shared/contract/schemas.ts";
import { type Cents, formatCents } from "#shared/money.ts";

/** What is known of a finding from before. */
export interface KnownFinding {
  readonly status: FindingStatus;
  readonly amountCents: Cents | null;
}

export type FindingAction = "found" | "confirmed" | "dismissed" | "reopened" | "cleared" | "changed" | "undone";

/** What a new check makes of a finding: its status now and what to write into its history (null: nothing). */
export interface NextLife {
  readonly status: FindingStatus;
  readonly reopened: boolean;
  readonly event: { readonly action: FindingAction; readonly reason: string } | null;
}

const amount = (cents: Cents | null) => (cents === null ? "no amount" : formatCents(cents));

/** The next life of a finding that the check reports (again). */
export function lifeWhenFound(known: KnownFinding | null, amountCents: Cents | null): NextLife {
  if (known === null) return { status: "open", reopened: false, event: { action: "found", reason: "" } };
  const moved = known.amountCents !== amountCents;
  const reason = `The amount moved from ${amount(known.amountCents)} to ${amount(amountCents)}.`;
  switch (known.status) {
    case "cleared":
      return { status: "open", reopened: true, event: { action: "reopened", reason: "The cause is there again." } };
    case "dismissed":
      return moved
        ? {
            status: "open",
            reopened: true,
            event: { action: "reopened", reason: `${reason} It was dismissed at the old amount.` },
          }
        : { status: "dismissed", reopened: false, event: null };
    default:
      return { status: known.status, reopened: false, event: moved ? { action: "changed", reason } : null };
  }
}

/** The next life of a finding that the check no longer reports, or that nobody asks for any more. */
export function lifeWhenGone(known: KnownFinding, switchedOff = false): NextLife {
  if (known.status === "cleared") return { status: "cleared", reopened: false, event: null };
  return {
    status: "cleared",
    reopened: false,
    event: {
      action: "cleared",
      reason: switchedOff ? "The check was switched off in Setup." : "The documents agree now; the cause is gone.",
    },
  };
}
