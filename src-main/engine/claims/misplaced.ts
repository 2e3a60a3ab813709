/** Findings of a draft that a later check gave to somebody else: a bill turned out to be another lessor's. */
import { placeOf } from "../../claims/place.ts";
import { joiningFindings } from "../../store/claim-items.ts";
import type { claimFindings } from "../../store/claim-lists.ts";
import type { ReadHandle } from "../../store/schema.ts";

/** Why a draft with some findings cannot go to its counterparty, as a sentence; null where all of them are theirs. */
export async function misplaced(
  db: ReadHandle,
  counterparty: string,
  findings: Awaited<ReturnType<typeof claimFindings>>,
): Promise<string | null> {
  const labels = new Map(findings.map(({ findingId, code, subjectLabel }) => [findingId, `${code} ${subjectLabel}`]));
  for (const finding of await joiningFindings(db, [...labels.keys()])) {
    const theirs = placeOf(finding).counterparty;
    if (theirs !== counterparty)
      return `${labels.get(finding.id) ?? finding.code} is with ${theirs} now, and this claim is with ${counterparty}. Take it out first.`;
  }
  return null;
}
