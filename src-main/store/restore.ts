/** Putting a backup's content in the place of the present one. */
import { rmSync } from "node:fs";
import SqliteDatabase, { type Database } from "better-sqlite3";
import { type AuditEntry, appendAuditTo } from "./audit.ts";
import { toDisk, verifiedCopyOf, withDatabase } from "./backup.ts";
import { StoreError } from "./errors.ts";
import { migrate } from "./migrate.ts";
import { controlTotals, totalsDiffer } from "./totals.ts";

/**
 * Makes, beside the workspace, the database that a restore will put in place: the backup's content, brought to this app's schema (the
 * backup itself is what a migration asks for) and with the restore in its audit trail. Throws StoreError.
 */
export function prepareRestored(backup: string, target: string, entry: AuditEntry): void {
  rmSync(target, { force: true });
  const before = verifiedCopyOf(backup, target);
  const db = new SqliteDatabase(target);
  try {
    migrate(db, () => undefined);
    const difference = totalsDiffer(before, controlTotals(db), false);
    if (difference !== null) throw new StoreError("BACKUP", `The backup cannot be brought up to date (${difference}).`);
    appendAuditTo(db, entry);
    const check = String(db.pragma("integrity_check(1)", { simple: true }));
    if (check !== "ok") throw new StoreError("BACKUP", `The backup cannot be put back (${check}).`);
  } finally {
    db.close();
  }
  toDisk(target);
}

/**
 * Replaces all that a live database holds by what another file holds, as one transaction of SQLite: whoever is killed meanwhile leaves the
 * old content or the new, and connections that are open see the new one from their next query on.
 */
export async function replaceContent(prepared: string, live: string): Promise<void> {
  const source = new SqliteDatabase(prepared, { readonly: true });
  try {
    // All pages in one step: nobody has to wait in between.
    await source.backup(live, { progress: () => 0x7fff_ffff });
  } finally {
    source.close();
  }
  const db = new SqliteDatabase(live, { timeout: 5_000 });
  try {
    db.pragma("journal_mode = WAL");
    db.pragma("wal_checkpoint(TRUNCATE)");
  } finally {
    db.close();
  }
}

/** Whether a file is a database whose content can be read and replaced. */
export function isSound(file: string): boolean {
  try {
    return withDatabase(file, (db) => String(db.pragma("quick_check(1)", { simple: true })) === "ok" && hasTables(db));
  } catch {
    return false;
  }
}

function hasTables(db: Database): boolean {
  return db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'document'").get() !== undefined;
}
