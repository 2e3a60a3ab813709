/** The append-only trail of what was done by whom. Each entry carries the hash of the one before it. */
import { createHash } from "node:crypto";
import type { Database } from "better-sqlite3-multiple-ciphers";
import type { ReadHandle, WriteHandle } from "./schema.ts";

export interface AuditEntry {
  /** Instant, ISO with Z. */
  readonly at: string;
  readonly actor: string;
  readonly command: string;
  readonly subject: string;
  /** JSON of what was and what is. */
  readonly before: unknown;
  readonly after: unknown;
}

/** What stands in place of a hash before the first entry. */
export const FIRST = "0".repeat(64);
/** Where the end of the trail is remembered, so that entries cut off from its end are missed. */
export const END = "audit end";

/** The command an entry of a restore names. */
export const RESTORE = "restore";

/** The hash of an entry given the one before it. */
export function auditHash(
  previousHash: string,
  entry: { seq: number; at: string; actor: string; command: string; subject: string; before: string; after: string },
): string {
  const { seq, at, actor, command, subject, before, after } = entry;
  return createHash("sha256")
    .update(JSON.stringify([previousHash, seq, at, actor, command, subject, before, after]))
    .digest("hex");
}

/** Appends an entry inside the transaction it describes. */
export async function appendAudit(db: WriteHandle, entry: AuditEntry): Promise<void> {
  const last = await db.selectFrom("audit").select(["seq", "hash"]).orderBy("seq", "desc").limit(1).executeTakeFirst();
  const record = recordAfter(last, entry);
  await db.insertInto("audit").values(record).execute();
  const value = endOf(record);
  await db
    .insertInto("meta")
    .values({ key: END, value })
    .onConflict((conflict) => conflict.column("key").doUpdateSet({ value }))
    .execute();
}

/** Appends an entry to a database that is nobody's workspace yet: one that is about to be put in place. */
export function appendAuditTo(db: Database, entry: AuditEntry): void {
  const last = db.prepare<[], End>("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1").get();
  const record = recordAfter(last, entry);
  db.transaction(() => {
    db.prepare(
      `INSERT INTO audit (seq, at, actor, command, subject, "before", "after", previousHash, hash)
       VALUES (@seq, @at, @actor, @command, @subject, @before, @after, @previousHash, @hash)`,
    ).run(record);
    db.prepare("INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value").run(
      END,
      endOf(record),
    );
  })();
}

/** The end of a trail: its last entry. */
export interface End {
  readonly seq: number;
  readonly hash: string;
}

function recordAfter(last: End | undefined, entry: AuditEntry) {
  const record = {
    seq: (last?.seq ?? 0) + 1,
    at: entry.at,
    actor: entry.actor,
    command: entry.command,
    subject: entry.subject,
    before: JSON.stringify(entry.before ?? null),
    after: JSON.stringify(entry.after ?? null),
  };
  const previousHash = last?.hash ?? FIRST;
  return { ...record, previousHash, hash: auditHash(previousHash, record) };
}

/** The end of a trail as it is remembered. */
export function endOf({ seq, hash }: End): string {
  return `${seq} ${hash}`;
}

/** The newest entries, oldest first, and the head hash (null for an empty trail). */
export async function auditTail(db: ReadHandle, count: number) {
  const rows = await db.selectFrom("audit").selectAll().orderBy("seq", "desc").limit(count).execute();
  return { head: rows[0]?.hash ?? null, entries: rows.reverse() };
}

/** The first entry whose hash does not follow from what is before it, or null when the trail is whole. */
export async function brokenAuditEntry(db: ReadHandle): Promise<number | null> {
  let previousHash = FIRST;
  let seq = 0;
  for (const row of await db.selectFrom("audit").selectAll().orderBy("seq").execute()) {
    seq += 1;
    if (row.seq !== seq || row.previousHash !== previousHash || auditHash(previousHash, row) !== row.hash)
      return row.seq;
    previousHash = row.hash;
  }
  return null;
}
