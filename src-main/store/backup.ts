/** A copy of the database that is known to be good: made with SQLite's own means, opened, checked and counted before it counts. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import type { Database } from "better-sqlite3-multiple-ciphers";
import type { Vault } from "../vault/vault.ts";
import { openFile } from "./connection.ts";
import { StoreError } from "./errors.ts";
import { type ControlTotals, controlTotals, totalsDiffer } from "./totals.ts";

/**
 * Copies an open database to a new file and verifies the copy: it bears its name only once it is whole and on the disk. Returns what it adds
 * up to. The copy has the key that the database was opened with. Throws StoreError `BACKUP` when the copy is not a faithful one.
 */
export function verifiedCopy(db: Database, target: string, vault: Vault | null): ControlTotals {
  const part = `${target}.part`;
  rmSync(part, { force: true });
  try {
    db.prepare("VACUUM INTO ?").run(part);
    const totals = soundTotals(part, vault);
    const difference = totalsDiffer(controlTotals(db), totals);
    if (difference !== null) throw unsound(difference);
    toDisk(part);
    renameSync(part, target);
    toDisk(dirname(target));
    return totals;
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** Copies a database file that may be open elsewhere, as `verifiedCopy` does. */
export function verifiedCopyOf(file: string, target: string, vault: Vault | null): ControlTotals {
  return withDatabase(file, (db) => verifiedCopy(db, target, vault), vault);
}

/** Runs something on a database file that is opened only to read. */
export function withDatabase<T>(file: string, work: (db: Database) => T, vault: Vault | null = null): T {
  const db = openFile(file, { readonly: true, mustExist: true, vault });
  try {
    return work(db);
  } finally {
    db.close();
  }
}

/** What a sound database file adds up to. Throws StoreError `BACKUP` with what is wrong with any other. */
export function soundTotals(file: string, vault: Vault | null): ControlTotals {
  return withDatabase(
    file,
    (db) => {
      const check = String(db.pragma("integrity_check(1)", { simple: true }));
      if (check !== "ok") throw unsound(check);
      const broken = db.pragma("foreign_key_check") as unknown[];
      if (broken.length > 0) throw unsound(`${broken.length} rows refer to nothing`);
      return controlTotals(db);
    },
    vault,
  );
}

/** Waits until a file or a folder's list of files is on the disk. A folder cannot be opened for that everywhere. */
export function toDisk(path: string): void {
  let handle: number;
  try {
    handle = openSync(path, "r");
  } catch {
    return;
  }
  try {
    fsyncSync(handle);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code !== "EPERM" && code !== "EINVAL" && code !== "EISDIR") throw error;
  } finally {
    closeSync(handle);
  }
}

function unsound(reason: string): StoreError {
  return new StoreError(
    "BACKUP",
    `The backup is not sound (${reason}), so it does not count. Nothing else was changed.`,
  );
}
