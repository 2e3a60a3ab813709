/** The files a database refers to and that belong to it: originals, and packets in the workspace's own folder. */
import { isAbsolute } from "node:path";
import type { Database } from "better-sqlite3-multiple-ciphers";
import type { Vault } from "../vault/vault.ts";
import { withDatabase } from "./backup.ts";

export interface Carried {
  /** SHA-256 of every archived original with the name of a document read from it, and of every attached file with its own. */
  readonly originals: readonly { readonly sha256: string; readonly name: string }[];
  /** Packets of the workspace's folder; one a person placed elsewhere is theirs. */
  readonly packets: readonly { readonly file: string; readonly sha256: string }[];
}

/** What an open database refers to. */
export function carriedBy(db: Database): Carried {
  return {
    originals: db
      .prepare<[], Carried["originals"][number]>(
        `SELECT sha256, min(name) AS name FROM (
           SELECT coalesce(container, sha256) AS sha256, name FROM document
           ${hasAttachments(db) ? "UNION ALL SELECT sha256, name FROM attachment WHERE removedAt IS NULL" : ""}
         ) GROUP BY sha256 ORDER BY sha256`,
      )
      .all(),
    packets: db
      .prepare<[], Carried["packets"][number]>("SELECT file, sha256 FROM packet ORDER BY number")
      .all()
      .filter(({ file }) => !isAbsolute(file)),
  };
}

/** Databases of the first schemas have none. */
function hasAttachments(db: Database): boolean {
  return db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'attachment'").get() !== undefined;
}

/** What a database file refers to. */
export function carriedByFile(file: string, vault: Vault | null): Carried {
  return withDatabase(file, carriedBy, vault);
}
