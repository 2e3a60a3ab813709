/** Looks whether a database is whole: SQLite's own checks, the audit trail, and that every finding's evidence is still there. */
import type { Database } from "better-sqlite3-multiple-ciphers";
import { FACT_TYPES } from "../documents/facts.ts";
import type { Vault } from "../vault/vault.ts";
import { withDatabase } from "./backup.ts";
import { type Carried, carriedBy } from "./carried.ts";
import { NEWEST, schemaVersion } from "./migrate.ts";
import { quoted, tablesOf } from "./totals.ts";
import { auditProblem, type KnownEnd } from "./verify-audit.ts";

/** One thing that was looked at. A note is worth knowing and no fault. */
export interface VerifyLine {
  readonly state: "good" | "note" | "problem";
  readonly text: string;
}

/** What was found in a database. */
export interface VerifiedDatabase {
  readonly lines: readonly VerifyLine[];
  /** The files it refers to; null when that cannot be read. */
  readonly carried: Carried | null;
  /** Packets a person placed outside of the workspace: absolute paths. */
  readonly elsewhere: readonly { readonly file: string; readonly sha256: string }[];
}

const good = (text: string): VerifyLine => ({ state: "good", text });
const problem = (text: string): VerifyLine => ({ state: "problem", text });

/** Examines a database file. Never throws for what is wrong with the file: that is a problem among the lines. */
export function verifyDatabase(file: string, known: readonly KnownEnd[], vault: Vault | null): VerifiedDatabase {
  try {
    return withDatabase(file, (db) => examine(db, known), vault);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { lines: [problem(`The database cannot be read (${reason}).`)], carried: null, elsewhere: [] };
  }
}

function examine(db: Database, known: readonly KnownEnd[]): VerifiedDatabase {
  const version = schemaVersion(db);
  if (version > NEWEST) {
    const text = `The database was made by a newer version of Backhaul (schema ${version}; this one knows ${NEWEST}). Update the app to verify it.`;
    return { lines: [problem(text)], carried: null, elsewhere: [] };
  }
  const faults = (db.pragma("integrity_check(10)") as { integrity_check: string }[]).map((row) => row.integrity_check);
  const broken = (db.pragma("foreign_key_check") as unknown[]).length;
  if (faults.join() !== "ok" || broken > 0) {
    const lines = faults.join() === "ok" ? [] : faults.map((fault) => problem(`The database is damaged: ${fault}.`));
    if (broken > 0) lines.push(problem(`The database has ${counted(broken, "row")} that refer to nothing.`));
    return { lines, carried: null, elsewhere: [] };
  }
  const tables = tablesOf(db).length;
  const trail = auditProblem(db, known);
  const entries = db.prepare<[], number>("SELECT count(*) FROM audit").pluck().get() ?? 0;
  const packets = db.prepare<[], { file: string; sha256: string }>("SELECT file, sha256 FROM packet").all();
  const carried = carriedBy(db);
  const own = new Set(carried.packets.map(({ file }) => file));
  return {
    lines: [
      good(`The database is whole: ${counted(tables, "table")}, every reference leads to a row.`),
      trail === null
        ? good(`The audit trail is whole: ${counted(entries, "entry", "entries")}.`)
        : problem(`The audit trail is not whole: ${trail}`),
      ...evidence(db),
    ],
    carried,
    elsewhere: packets.filter(({ file }) => !own.has(file)),
  };
}

interface Unproven {
  readonly finding: string;
  readonly code: string;
  readonly label: string;
  readonly checked: number;
  readonly document: string;
  readonly row: number;
}

/** Whether each row a finding stands on is still stored. */
function evidence(db: Database): VerifyLine[] {
  db.exec(`CREATE TEMP TABLE need AS
    SELECT f.id AS finding, f.code, f.subjectLabel AS label, coalesce(st.fingerprint, '') <> '' AS checked,
      json_extract(e.value, '$.document') AS document, json_extract(e.value, '$.row') AS "row", d.id AS documentId, s.id AS sheetId, 0 AS found
    FROM finding f JOIN json_each(f.evidence) e
    LEFT JOIN document d ON d.sha256 = json_extract(e.value, '$.sha256')
    LEFT JOIN documentSheet s ON s.documentId = d.id AND s.sheet IS json_extract(e.value, '$.sheet')
    LEFT JOIN scopeState st ON st.station = coalesce(f.station, '') AND st.period = f.period
    WHERE f.status <> 'cleared'`);
  db.exec(`CREATE INDEX temp.need_row ON need (sheetId, "row")`);
  const tables = new Set(tablesOf(db));
  for (const type of FACT_TYPES.filter((name) => tables.has(name))) {
    db.exec(`UPDATE temp.need SET found = 1 WHERE rowid IN (
      SELECT n.rowid FROM ${quoted(type)} x CROSS JOIN temp.need n ON n.sheetId = x.sheetId AND n."row" = x."row")`);
  }
  db.exec(`UPDATE temp.need SET found = 1 WHERE found = 0 AND EXISTS (
    SELECT 1 FROM documentProblem p WHERE p.documentId = need.documentId AND p."row" = need."row")`);
  const findings = db.prepare<[], number>("SELECT count(DISTINCT finding) FROM temp.need").pluck().get() ?? 0;
  const lost = db
    .prepare<[], Unproven>(
      `SELECT finding, code, label, checked, document, "row" FROM temp.need
       GROUP BY finding, document, "row" HAVING max(found) = 0 ORDER BY code, label, document, "row"`,
    )
    .all();
  db.exec("DROP TABLE temp.need");
  const waiting = lost.filter(({ checked }) => checked === 0);
  const gone = lost.filter(({ checked }) => checked === 1);
  const lines = gone.map(({ code, label, document, row }) =>
    problem(`${code} ${label} stands on row ${row} of ${document}, which is not stored any more.`),
  );
  const unproven = new Set(lost.map(({ finding }) => finding)).size;
  lines.push(good(`The evidence of ${counted(findings - unproven, "finding")} leads to stored rows.`));
  if (waiting.length > 0) {
    const text = `${counted(waiting.length, "row")} of evidence went with documents that were taken back: check again, and those findings are cleared.`;
    lines.push({ state: "note", text });
  }
  return lines;
}

/** `1 row`, `12 rows`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
}
