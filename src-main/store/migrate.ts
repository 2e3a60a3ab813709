/** Brings a database file to this app's schema: all pending migrations in one transaction, the version set inside it. */
import type { Database } from "better-sqlite3-multiple-ciphers";
import { StoreError } from "./errors.ts";
import { MIGRATIONS, type Migration } from "./migrations/index.ts";

/** The schema this app works with. */
export const NEWEST = MIGRATIONS.at(-1)?.version ?? 0;

/** The schema version a file is at; 0 for a new one. */
export function schemaVersion(db: Database): number {
  return Number(db.pragma("user_version", { simple: true }));
}

/** Throws StoreError `NEWER` for a file of a later app. */
export function refuseNewer(db: Database, newest: number = NEWEST): void {
  const version = schemaVersion(db);
  if (version <= newest) return;
  throw new StoreError(
    "NEWER",
    `This workspace was last opened by a newer version of Backhaul (schema ${version}; this one knows ${newest}). Update the app; nothing was changed.`,
  );
}

/**
 * Runs what is pending. `backup` must leave a verified copy behind before anything is changed, or throw; it is not called for a new file.
 * Throws StoreError `NEWER` for a file of a later app. A migration that fails leaves the file as it was.
 */
export function migrate(db: Database, backup: () => void, migrations: readonly Migration[] = MIGRATIONS): void {
  const from = schemaVersion(db);
  refuseNewer(db, migrations.at(-1)?.version);
  const pending = migrations.filter((migration) => migration.version > from);
  if (pending.length === 0) return;
  if (from > 0) backup();
  db.exec("BEGIN IMMEDIATE");
  try {
    for (const migration of pending) {
      for (const statement of migration.statements) db.exec(statement);
      db.pragma(`user_version = ${migration.version}`);
    }
    const broken = db.pragma("foreign_key_check") as unknown[];
    if (broken.length > 0) throw new Error(`${broken.length} rows would lose what they refer to`);
    db.exec("COMMIT");
  } catch (error) {
    db.exec("ROLLBACK");
    const reason = error instanceof Error ? error.message : String(error);
    throw new StoreError("MIGRATION", `The workspace could not be brought up to date (${reason}). It is as it was.`);
  }
}
