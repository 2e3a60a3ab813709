/** The files a database refers to and that belong to it: originals, and packets in the workspace's own folder. */
import { isAbsolute } from "node:path";
import type { Database } from "better-sqlite3";
import { withDatabase } from "./backup.ts";

export interface Carried {
  /** SHA-256 of every archived original with the name of a document read from it. */
  readonly originals: readonly { readonly sha256: string; readonly name: string }[];
  /** Packets of the workspace's folder; one a person placed elsewhere is theirs. */
  readonly packets: readonly { readonly file: string; readonly sha256: string }[];
}

/** What an open database refers to. */
export function carriedBy(db: Database): Carried {
  return {
    originals: db
      .prepare<[], Carried["originals"][number]>(
        "SELECT coalesce(container, sha256) AS sha256, min(name) AS name FROM document GROUP BY 1 ORDER BY 1",
      )
      .all(),
    packets: db
      .prepare<[], Carried["packets"][number]>("SELECT file, sha256 FROM packet ORDER BY number")
      .all()
      .filter(({ file }) => !isAbsolute(file)),
  };
}

/** What a database file refers to. */
export function carriedByFile(file: string): Carried {
  return withDatabase(file, carriedBy);
}
