/** What the counterparty granted, finding by finding. Pure. */
import { type Cents, formatCents } from "#shared/money.ts";
import type { Item } from "./claim.ts";
import { ClaimRefused } from "./refused.ts";

/** What was granted of one finding, in cents, and what was said of it. */
export interface Granted {
  readonly findingId: string;
  readonly cents: Cents;
  readonly reason: string;
}

/**
 * The items with what was granted. Findings that are left out were granted in full where the claim was approved, and not at all where it was
 * approved in part or rejected, so that nothing is overstated. Throws ClaimRefused where the answer and its figures disagree.
 */
export function answered(
  items: readonly Item[],
  answer: "approved" | "partly approved" | "rejected",
  granted: readonly Granted[],
): Item[] {
  const byId = new Map(granted.map((each) => [each.findingId, each]));
  if (byId.size < granted.length) throw new ClaimRefused("One finding is named twice. Say one amount for each.");
  const result = items.map((item) => {
    const said = byId.get(item.findingId);
    byId.delete(item.findingId);
    const claimed = item.claimedCents ?? 0;
    const approvedCents = said?.cents ?? (answer === "approved" ? claimed : 0);
    if (approvedCents > claimed)
      throw new ClaimRefused(
        `${formatCents(approvedCents)} is more than the ${formatCents(claimed)} that were claimed for a finding.`,
      );
    return { ...item, approvedCents, reason: said?.reason ?? "" };
  });
  if (byId.size > 0) throw new ClaimRefused("The answer names a finding that is not in this claim.");
  agrees(answer, sum(result, "approvedCents"), sum(result, "claimedCents"));
  return result;
}

function agrees(answer: string, approved: Cents, claimed: Cents): void {
  const [part, whole] = [formatCents(approved), formatCents(claimed)];
  if (answer === "approved" && approved < claimed)
    throw new ClaimRefused(`${part} of ${whole} is not all of it. Record it as partly approved.`);
  if (answer === "rejected" && approved > 0)
    throw new ClaimRefused(`A rejected claim grants nothing, but ${part} was entered. Record it as partly approved.`);
  if (answer === "partly approved" && approved === 0)
    throw new ClaimRefused("Say what was granted of each finding. If it was nothing, record the claim as rejected.");
  if (answer === "partly approved" && approved === claimed)
    throw new ClaimRefused(`${part} is all that was claimed. Record it as approved.`);
}

function sum(items: readonly Item[], field: "approvedCents" | "claimedCents"): Cents {
  return items.reduce((total, item) => total + (item[field] ?? 0), 0);
}
