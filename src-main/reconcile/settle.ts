/**
 * Who keeps the money. Checks that could explain the same dollars share one partition of them (route pairing, lease line shares): each
 * reports only its own part, so no dollar can be counted twice. What remains to settle over all checks together is identity: no subject
 * twice, every place that is taken named by its id, and one order whatever order the documents came in.
 */
import type { CheckCode } from "#shared/catalogue.ts";
import type { CheckedFinding, FindingBeforeSettling } from "./run.ts";

/**
 * Stable id of a finding: from its code, station, period and subject, never from its amount. A 64-bit FNV-1a hash; the checks are pure,
 * so the platform's own hashes are not used here.
 */
export function findingId(code: CheckCode, station: string | null, period: string, subject: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(JSON.stringify([code, station, period, subject]))) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return `${code}-${hash.toString(16).padStart(16, "0")}`;
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
