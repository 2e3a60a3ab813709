/** Putting a backup's content in the place of the present one. */
import { rmSync } from "node:fs";
import type { Database } from "better-sqlite3-multiple-ciphers";
import type { Vault } from "../vault/vault.ts";
import { type AuditEntry, appendAuditTo } from "./audit.ts";
import { toDisk, verifiedCopyOf, withDatabase } from "./backup.ts";
import { openFile, rekey } from "./connection.ts";
import { StoreError } from "./errors.ts";
import { migrate } from "./migrate.ts";
import { controlTotals, quoted, totalsDiffer } from "./totals.ts";

/** A database file with the keys it is read with, null for one that is not encrypted. */
export interface KeyedFile {
  readonly file: string;
  readonly vault: Vault | null;
}

/**
 * Makes, beside the workspace, the database that a restore will put in place: the backup's content under the workspace's own key, brought
 * to this app's schema (the backup itself is what a migration asks for) and with the restore in its audit trail. Throws StoreError.
 */
export function prepareRestored(backup: KeyedFile, target: KeyedFile, entry: AuditEntry): void {
  rmSync(target.file, { force: true });
  const before = verifiedCopyOf(backup.file, target.file, backup.vault);
  rekey(target.file, backup.vault, target.vault);
  const db = openFile(target.file, { readonly: false, vault: target.vault });
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
  toDisk(target.file);
}

/**
 * Replaces all that a live database holds by what another file of the same key holds, as one transaction of SQLite: whoever is killed
 * meanwhile leaves the old content or the new, and connections that are open see the new one from their next query on.
 */
export async function replaceContent(prepared: string, live: string, vault: Vault | null): Promise<void> {
  if (vault) replaceRows(prepared, live, vault);
  else await replacePages(prepared, live);
  const db = openFile(live, { readonly: false, vault });
  try {
    db.pragma("journal_mode = WAL");
    db.pragma("wal_checkpoint(TRUNCATE)");
  } finally {
    db.close();
  }
}

async function replacePages(prepared: string, live: string): Promise<void> {
  const source = openFile(prepared, { readonly: true, vault: null });
  try {
    // All pages in one step: nobody has to wait in between.
    await source.backup(live, { progress: () => 0x7fff_ffff });
  } finally {
    source.close();
  }
}

/** Page by page does not work between encrypted files, each of which has a salt of its own: everything is made anew in a transaction. */
function replaceRows(prepared: string, live: string, vault: Vault): void {
  const expected = withDatabase(prepared, controlTotals, vault);
  const db = openFile(live, { readonly: false, mustExist: true, vault });
  try {
    db.pragma("synchronous = FULL");
    db.pragma("foreign_keys = OFF");
    db.prepare("ATTACH ? AS restored KEY ?").run(prepared, vault.databaseKey.toString());
    // The tables behind an index of words are written as they are.
    db.unsafeMode(true);
    db.transaction(() => {
      for (const { type, name, kind } of partsOf(db, "main").reverse())
        if (kind !== "shadow") db.exec(`DROP ${type} IF EXISTS main.${quoted(name)}`);
      for (const { name, kind, sql } of partsOf(db, "restored")) {
        // It is there with the index of words that it belongs to, which made it.
        if (kind === "shadow") db.exec(`DELETE FROM main.${quoted(name)}`);
        else db.exec(sql);
        if (kind === "table" || kind === "shadow")
          db.exec(`INSERT INTO main.${quoted(name)} SELECT * FROM restored.${quoted(name)}`);
      }
      db.pragma(`main.user_version = ${expected.schema}`);
      const difference = totalsDiffer(expected, controlTotals(db));
      if (difference !== null) throw new StoreError("BACKUP", `The backup cannot be put back (${difference}).`);
    }).immediate();
  } finally {
    db.close();
  }
}

interface Part {
  readonly type: "table" | "index" | "trigger" | "view";
  /** Of a table: `virtual` for an index of words, `shadow` for a table behind one. */
  readonly kind: "table" | "virtual" | "shadow" | null;
  readonly name: string;
  readonly sql: string;
}

/** In the order in which they can be made; tables with their rows before triggers: rows that are brought must not set anything off. */
function partsOf(db: Database, schema: "main" | "restored"): Part[] {
  return db
    .prepare<[], Part>(
      `SELECT s.type, t.type AS kind, s.name, s.sql FROM ${schema}.sqlite_schema s
       LEFT JOIN pragma_table_list t ON t.schema = '${schema}' AND t.name = s.name AND s.type = 'table'
       WHERE s.sql IS NOT NULL AND s.name NOT LIKE 'sqlite_%'
       ORDER BY CASE s.type WHEN 'table' THEN 1 WHEN 'index' THEN 3 WHEN 'view' THEN 4 ELSE 5 END,
         CASE t.type WHEN 'shadow' THEN 3 WHEN 'virtual' THEN 2 ELSE 1 END, s.rowid`,
    )
    .all();
}

/** Whether a file is a database whose content can be read and replaced. */
export function isSound({ file, vault }: KeyedFile): boolean {
  const look = (db: Database) => String(db.pragma("quick_check(1)", { simple: true })) === "ok" && hasTables(db);
  try {
    return withDatabase(file, look, vault);
  } catch {
    return false;
  }
}

function hasTables(db: Database): boolean {
  return db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'document'").get() !== undefined;
}
