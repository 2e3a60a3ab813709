/**
 * Who keeps the money. Checks that could explain the same dollars share one partition of them (route pairing, lease line shares): each
 * reports only its own part, so no dollar can be counted twice. What remains to settle over all checks together is identity: no subject
 * twice, every place that is taken named by its id, and one order whatever order the documents came in.
 */
import { createHash } from "node:crypto";
import type { CheckCode } from "#shared/catalogue.ts";
import type { CheckedFinding, FindingBeforeSettling } from "./run.ts";

/** Stable id of a finding: from its code, station, period and subject, never from its amount. */
export function findingId(code: CheckCode, station: string | null, period: string, subject: string): string {
  const hash = createHash("sha256")
    .update(JSON.stringify([code, station, period, subject]))
    .digest("hex");
  return `${code}-${hash.slice(0, 16)}`;
}

/** Gives findings their ids and order. Throws when two findings of one check claim the same subject: that money would count twice. */
export function settle(findings: readonly FindingBeforeSettling[]): CheckedFinding[] {
  const settled = new Map<string, CheckedFinding>();
  for (const finding of findings) {
    const { code, station, period } = finding;
    const id = findingId(code, station, period, finding.subject);
    if (settled.has(id)) throw new Error(`${code} reports "${finding.subject}" twice in ${period}`);
    const explains = finding.explains.map((other) => ({
      ...other,
      id: findingId(other.code, station, period, other.subject),
    }));
    settled.set(id, { ...finding, id, explains });
  }
  return [...settled.values()].sort(
    (a, b) => compare(a.code, b.code) || compare(a.subject, b.subject) || compare(a.id, b.id),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
