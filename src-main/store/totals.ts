/** What a database adds up to: compared before and after it is copied, updated or put back. */
import type { Database } from "better-sqlite3-multiple-ciphers";

/** Control totals of a database. Two databases with the same content have the same ones. */
export interface ControlTotals {
  readonly schema: number;
  /** Rows of every table. */
  readonly rows: Record<string, number>;
  /** The sum of every column of money, `table.column`, in cents. As text: a sum can be larger than a number is exact. */
  readonly cents: Record<string, string>;
  readonly auditEntries: number;
  /** Hash of the last entry of the audit trail; null when there is none. */
  readonly auditHead: string | null;
}

/** Adds up a database. */
export function controlTotals(db: Database): ControlTotals {
  const rows: Record<string, number> = {};
  const cents: Record<string, string> = {};
  for (const table of tablesOf(db)) {
    rows[table] = Number(
      db
        .prepare(`SELECT count(*) FROM ${quoted(table)}`)
        .pluck()
        .get(),
    );
    for (const column of moneyColumns(db, table)) cents[`${table}.${column}`] = sumOf(db, table, column);
  }
  const head = rows.audit === undefined ? undefined : auditHead(db);
  return {
    schema: Number(db.pragma("user_version", { simple: true })),
    rows,
    cents,
    auditEntries: rows.audit ?? 0,
    auditHead: head ?? null,
  };
}

/** The first thing two totals differ in, in words; null when they agree. A table or column that only `found` has may be new: `exact` minds it. */
export function totalsDiffer(expected: ControlTotals, found: ControlTotals, exact = true): string | null {
  if (exact && expected.schema !== found.schema) return `schema ${found.schema} instead of ${expected.schema}`;
  for (const what of ["rows", "cents"] as const) {
    const names = new Set([...Object.keys(expected[what]), ...(exact ? Object.keys(found[what]) : [])]);
    for (const name of names) {
      const [before, after] = [expected[what][name], found[what][name]];
      if (before !== after) return `${name}: ${after ?? "none"} instead of ${before ?? "none"} ${what}`;
    }
  }
  return expected.auditHead === found.auditHead ? null : "another end of the audit trail";
}

/** Names of the tables, in order. */
export function tablesOf(db: Database): string[] {
  return db
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck()
    .all();
}

/** A name as SQL takes it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function moneyColumns(db: Database, table: string): string[] {
  const columns = db.pragma(`table_info(${quoted(table)})`) as { name: string; type: string }[];
  return columns.filter(({ name, type }) => type === "INTEGER" && /^cents$|Cents$/.test(name)).map(({ name }) => name);
}

/** Exact whatever the integers are: SQLite's own sum gives up beyond 64 bits, so the two halves of each are summed apart. */
function sumOf(db: Database, table: string, column: string): string {
  const name = quoted(column);
  const halves = db
    .prepare<[], { high: bigint | null; low: bigint | null }>(
      `SELECT sum(${name} >> 32) AS high, sum(${name} & 4294967295) AS low FROM ${quoted(table)}`,
    )
    .safeIntegers(true)
    .get();
  return String((halves?.high ?? 0n) * 4_294_967_296n + (halves?.low ?? 0n));
}

function auditHead(db: Database): string | undefined {
  return db.prepare<[], string>("SELECT hash FROM audit ORDER BY seq DESC LIMIT 1").pluck().get();
}
