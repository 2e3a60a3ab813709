/** A copy of the database that is known to be good: made with SQLite's own means, opened, checked and counted before it counts. */
import SqliteDatabase, { type Database } from "better-sqlite3";
import { StoreError } from "./errors.ts";

/** Copies an open database to a new file and verifies the copy. Throws StoreError `MIGRATION` when the copy is not a faithful one. */
export function verifiedCopy(db: Database, target: string): void {
  db.prepare("VACUUM INTO ?").run(target);
  const copy = new SqliteDatabase(target, { readonly: true });
  try {
    const check = String(copy.pragma("integrity_check(1)", { simple: true }));
    if (check !== "ok" || counts(copy) !== counts(db)) {
      throw new StoreError(
        "MIGRATION",
        `The backup made before the update is not sound (${check}). Nothing was changed.`,
      );
    }
  } finally {
    copy.close();
  }
}

/** Row counts of every table, as one comparable text. */
function counts(db: Database): string {
  const tables = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .pluck()
    .all() as string[];
  return tables
    .map(
      (name) =>
        `${name}=${String(
          db
            .prepare(`SELECT count(*) FROM "${name.replaceAll('"', '""')}"`)
            .pluck()
            .get(),
        )}`,
    )
    .join(" ");
}
