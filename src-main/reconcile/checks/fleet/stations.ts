/** A company's month is the months of its stations: their answers become one. Pure. */
import type { DocumentKind } from "#shared/catalogue.ts";
import type { IsoDate } from "#shared/week.ts";
import type { Answer, Scope } from "../../check.ts";
import type { Coverage } from "../../coverage.ts";
import type { FindingDraft } from "../../finding.ts";

/** The answer where a line of the month's fleet invoice could not be read: it may be just the one that pays. */
export const UNREAD = {
  outcome: "cannot-verify",
  missing: ["fleet invoice"],
  why: "A line of this month's fleet invoice could not be read.",
} as const;

/** Whether no fleet invoice of the month was read whole. */
export function isUnread(scope: Scope, coverage: Coverage): boolean {
  return !coverage.covers("fleet invoice", scope.from);
}

/** One answer of several: findings before gaps, gaps before agreement. A gap names its station in its reason. */
export function together<V>(answers: readonly Answer<V>[]): Answer<V> {
  const findings: FindingDraft<V>[] = [];
  const missing: DocumentKind[] = [];
  const reasons: string[] = [];
  let agrees = false;
  let holdsUntil: IsoDate | undefined;
  for (const answer of answers) {
    const until = answer.holdsUntil;
    if (until !== undefined && (holdsUntil === undefined || until < holdsUntil)) holdsUntil = until;
    if (answer.outcome === "finding") findings.push(...answer.findings);
    if (answer.outcome === "agrees") agrees = true;
    if ("missing" in answer && answer.missing) missing.push(...answer.missing);
    if (answer.outcome === "cannot-verify" && answer.why) reasons.push(answer.why);
  }
  const until = holdsUntil === undefined ? {} : { holdsUntil };
  if (findings.length > 0) return { outcome: "finding", findings, missing, ...until };
  if (missing.length > 0)
    return { outcome: "cannot-verify", missing, ...(reasons.length > 0 ? { why: reasons.join(" ") } : {}), ...until };
  return { outcome: agrees ? "agrees" : "not-applicable", ...until };
}
