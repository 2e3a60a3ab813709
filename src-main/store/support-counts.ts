/** How much of what is in a database: numbers and the app's own words, for the support bundle. Nothing a document said. */
import type { Database } from "better-sqlite3-multiple-ciphers";
import type { Vault } from "../vault/vault.ts";
import { withDatabase } from "./backup.ts";
import { schemaVersion } from "./migrate.ts";
import { quoted, tablesOf } from "./totals.ts";

/** A count by one or two words of the app. Whoever shows them makes sure that they are words of the app. */
export interface Tally {
  readonly by: readonly string[];
  readonly count: number;
}

/** Counts of a database. One that an earlier schema has no table for is empty. */
export interface SupportCounts {
  readonly schema: number;
  readonly sqlite: string;
  readonly rows: readonly Tally[];
  readonly sheets: readonly Tally[];
  readonly problems: readonly Tally[];
  readonly findings: readonly Tally[];
  readonly outcomes: readonly Tally[];
  readonly claims: readonly Tally[];
  readonly parameters: readonly { code: string; name: string; effectiveFrom: string; value: number }[];
}

/** Counts what a database file holds. Throws what SQLite throws for one that cannot be read. */
export function supportCounts(file: string, vault: Vault | null): SupportCounts {
  return withDatabase(
    file,
    (db) => ({
      schema: schemaVersion(db),
      sqlite: String(db.prepare("SELECT sqlite_version()").pluck().get()),
      rows: tablesOf(db).map((table) => ({
        by: [table],
        count: Number(
          db
            .prepare(`SELECT count(*) FROM ${quoted(table)}`)
            .pluck()
            .get(),
        ),
      })),
      sheets: tally(db, "SELECT kind, count(*) FROM documentSheet GROUP BY kind"),
      problems: tally(
        db,
        `SELECT s.kind, count(*) FROM documentProblem p
         JOIN documentSheet s ON s.documentId = p.documentId AND s.sheet IS p.sheet GROUP BY s.kind`,
      ),
      findings: tally(db, "SELECT code, status, count(*) FROM finding GROUP BY code, status"),
      outcomes: tally(db, "SELECT code, outcome, count(*) FROM outcome GROUP BY code, outcome"),
      claims: tally(db, "SELECT kind, status, count(*) FROM claim GROUP BY kind, status"),
      parameters: parametersOf(db),
    }),
    vault,
  );
}

function tally(db: Database, query: string): Tally[] {
  const rows = prepared(db, query)?.raw().all() ?? [];
  return rows.map((row) => {
    const cells = row as unknown[];
    return { by: cells.slice(0, -1).map(String), count: Number(cells.at(-1)) };
  });
}

function parametersOf(db: Database): SupportCounts["parameters"] {
  const rows = prepared(db, "SELECT code, name, effectiveFrom, value FROM parameter")?.raw().all() ?? [];
  return rows.map((row) => {
    const [code, name, effectiveFrom, value] = row as unknown[];
    return { code: String(code), name: String(name), effectiveFrom: String(effectiveFrom), value: Number(value) };
  });
}

/** A query, or undefined where the database has no such table. */
function prepared(db: Database, query: string) {
  try {
    return db.prepare(query);
  } catch {
    return undefined;
  }
}
