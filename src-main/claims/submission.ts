/** What is claimed, fixed at the moment a claim is sent. Pure. */
import { type CheckCode, DIRECTION_LABELS, type Direction } from "#shared/catalogue.ts";
import type { FindingStatus } from "#shared/contract/schemas.ts";
import type { Cents } from "#shared/money.ts";
import type { IsoDate } from "#shared/week.ts";
import type { Item } from "./claim.ts";
import { isOwedToUs } from "./place.ts";
import { ClaimRefused } from "./refused.ts";

/** A finding of a claim as it stands now. */
export interface DraftFinding {
  readonly id: string;
  readonly code: CheckCode;
  readonly subjectLabel: string;
  readonly direction: Direction;
  readonly status: FindingStatus;
  readonly amountCents: Cents | null;
  readonly deadline: IsoDate | null;
}

/** What a finding adds to a draft: nothing once it is cleared, open again, without an amount, or money that nobody else owes. */
export function draftCents(finding: Pick<DraftFinding, "status" | "amountCents" | "direction">): Cents {
  const { status, amountCents, direction } = finding;
  return status === "confirmed" && isOwedToUs(direction) && amountCents !== null && amountCents > 0 ? amountCents : 0;
}

/** The deadline of a draft: the earliest of its findings'; null where none has one. */
export function draftDeadline(findings: readonly Pick<DraftFinding, "status" | "deadline">[]): IsoDate | null {
  const days = findings.flatMap(({ status, deadline }) =>
    status === "confirmed" && deadline !== null ? [deadline] : [],
  );
  return days.sort()[0] ?? null;
}

/** The items with their amounts as they are claimed, and the deadline they are claimed by. Throws ClaimRefused, naming the first finding that cannot be claimed as it stands. */
export function frozen(
  items: readonly Item[],
  findings: readonly DraftFinding[],
): { items: Item[]; deadline: IsoDate | null } {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  return {
    deadline: draftDeadline(findings),
    items: items.map((item) => {
      const finding = byId.get(item.findingId);
      const claimedCents = finding === undefined ? 0 : draftCents(finding);
      if (claimedCents === 0) throw unfit(finding);
      return { ...item, claimedCents };
    }),
  };
}

function unfit(finding: DraftFinding | undefined): ClaimRefused {
  if (finding === undefined)
    return new ClaimRefused("A finding of this claim is not here any more. Take it out first.");
  const name = `${finding.code} ${finding.subjectLabel}`;
  const { status, direction } = finding;
  if (status === "confirmed" && !isOwedToUs(direction))
    return new ClaimRefused(`${name} is "${DIRECTION_LABELS[direction]}" now: nobody else owes it. Take it out first.`);
  if (status === "confirmed") return new ClaimRefused(`${name} has no amount to claim any more. Take it out first.`);
  const now = status === "cleared" ? "cleared: the documents agree now" : status;
  return new ClaimRefused(`${name} is ${now}. Take it out of the claim, or confirm it, before you submit.`);
}
