/** Whether the audit trail is whole: nothing changed, removed, moved, cut off or written anew. */
import type { Database } from "better-sqlite3-multiple-ciphers";
import { auditHash, END, type End, endOf, FIRST, RESTORE } from "./audit.ts";

/** An end of the trail that was written down elsewhere: it had so many entries at that instant, the last with this hash. */
export interface KnownEnd {
  readonly at: string;
  readonly entries: number;
  readonly head: string | null;
}

interface AuditRow extends End {
  readonly at: string;
  readonly actor: string;
  readonly command: string;
  readonly subject: string;
  readonly before: string;
  readonly after: string;
  readonly previousHash: string;
}

/**
 * What is wrong with a trail, as a sentence; null when it is whole. `known` are ends of it that backups wrote down: what was put back from
 * a backup since then goes on from an earlier one, so those are not asked for.
 */
export function auditProblem(db: Database, known: readonly KnownEnd[]): string | null {
  const rows = db.prepare<[], AuditRow>("SELECT * FROM audit ORDER BY seq");
  const hashes = [FIRST];
  let restoredAt = "";
  for (const row of rows.iterate()) {
    const previous = hashes[hashes.length - 1] ?? FIRST;
    const place = `entry ${hashes.length} of the audit trail`;
    if (row.seq !== hashes.length) return `${place} was removed.`;
    if (auditHash(row.previousHash, row) !== row.hash) return `${place} was changed after it was written.`;
    if (row.previousHash !== previous) return `${place} does not follow from the one before it: entries were moved.`;
    hashes.push(row.hash);
    if (row.command === RESTORE && row.at > restoredAt) restoredAt = row.at;
  }
  const entries = hashes.length - 1;
  const end = db.prepare<[string], string>("SELECT value FROM meta WHERE key = ?").pluck().get(END);
  if (end !== undefined && end !== endOf({ seq: entries, hash: hashes[entries] ?? FIRST })) {
    return `the audit trail has ${entries} entries, but its end was at entry ${Number.parseInt(end, 10)}: entries were cut off or added.`;
  }
  for (const { at, entries: had, head } of known) {
    if (at > restoredAt && had > 0 && hashes[had] !== head) {
      return `a backup of ${at} knows entry ${had} of the audit trail as another one, or it is gone: the trail was rewritten.`;
    }
  }
  return null;
}
