/** What restoring would change, from the two databases. */
import type { Database } from "better-sqlite3";
import { withDatabase } from "./backup.ts";

/** Of one kind of thing: what would go and what would come back, by name, sorted. */
export interface Change {
  readonly vanish: readonly string[];
  readonly comeBack: readonly string[];
}

export interface RestoreChanges {
  readonly documents: Change;
  readonly findings: Change;
  /** Findings that are there before and after, and on which another decision stands: `label: dismissed instead of open`. */
  readonly decisions: readonly string[];
  readonly packets: Change;
}

const QUERIES = {
  documents: "SELECT sha256 AS id, name AS label, '' AS state FROM document ORDER BY id",
  findings:
    "SELECT id, code || ' ' || period || ' ' || subjectLabel AS label, status AS state FROM finding WHERE status <> 'cleared' ORDER BY id",
  packets: "SELECT number || ' ' || sha256 AS id, file AS label, '' AS state FROM packet ORDER BY id",
} as const;

/** Compares the present database (null when there is none that can be read) with the one that would take its place. */
export function restoreChanges(present: string | null, restored: string): RestoreChanges {
  const before = present === null ? null : withDatabase(present, holdings);
  const after = withDatabase(restored, holdings);
  const change = (what: keyof typeof QUERIES): Change => ({
    vanish: missingIn(after[what], before?.[what] ?? []),
    comeBack: missingIn(before?.[what] ?? [], after[what]),
  });
  const then = new Map(after.findings.map(({ id, state }) => [id, state]));
  const decisions = (before?.findings ?? []).flatMap(({ id, label, state }) => {
    const other = then.get(id);
    return other === undefined || other === state ? [] : [`${label}: ${other} instead of ${state}`];
  });
  return { documents: change("documents"), findings: change("findings"), decisions, packets: change("packets") };
}

interface Thing {
  readonly id: string;
  readonly label: string;
  readonly state: string;
}

function holdings(db: Database) {
  const all = (what: keyof typeof QUERIES) => db.prepare<[], Thing>(QUERIES[what]).all();
  return { documents: all("documents"), findings: all("findings"), packets: all("packets") };
}

function missingIn(there: readonly Thing[], things: readonly Thing[]): string[] {
  const ids = new Set(there.map(({ id }) => id));
  return things
    .filter(({ id }) => !ids.has(id))
    .map(({ label }) => label)
    .sort();
}
