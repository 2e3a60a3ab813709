/** A workspace's database as the first version of the app left it, full of what no sensible office would write. */
import DatabaseFile, { type Database } from "better-sqlite3-multiple-ciphers";
import { appendAuditTo } from "#main/store/audit.ts";
import { foundation } from "#main/store/migrations/0001-foundation.ts";
import { quoted, tablesOf } from "#main/store/totals.ts";

/** Rows of every table. */
const ROWS = 6;

const TEXTS = [
  "",
  "x".repeat(100_000),
  "👩‍👩‍👧‍👦 Zoë Ångström 🚚",
  `it's "quoted"; DROP TABLE document; --`,
  "line\nline\ttab\u0000after nothing",
  "‮right to left שלום‬ ﷽",
] as const;

const INTEGERS = [2n ** 63n - 1n, -(2n ** 63n), 0n, -1n, 2n ** 53n + 1n, 7n] as const;

type Value = string | bigint | null;

const hash = (row: number) => String(row).repeat(64).slice(0, 64);
const day = (row: number) => `2026-08-0${row + 1}`;
const flag = (row: number) => BigInt(row % 2);
const oneOf =
  (...values: Value[]) =>
  (row: number): Value =>
    values[row % values.length] ?? null;

/** Columns that are checked by the schema: what they may hold at its edges. */
const CHECKED: Record<string, (row: number) => Value> = {
  id: (row) => BigInt(row + 1),
  sheetId: (row) => BigInt(row + 1),
  documentId: (row) => BigInt(row + 1),
  row: oneOf(1n, 2n ** 63n - 1n, 5n),
  current: flag,
  day: oneOf("2026-08-03", null),
  "coveredDay.day": day,
  "coveredDay.state": oneOf("covered", "unreadable"),
  sha256: hash,
  "document.name": (row) => `${row}${TEXTS[row] ?? ""}`,
  container: oneOf(null, hash(9)),
  bytes: oneOf(0n, 2n ** 63n - 1n),
  rows: oneOf(0n, 2n ** 63n - 1n),
  "rate.effectiveFrom": day,
  effectiveTo: oneOf(null, "9999-12-31"),
  payRate: oneOf(null, 2n ** 63n - 1n, 0n),
  proration: oneOf("actual", "30", "none"),
  isRoute: flag,
  excluded: flag,
  eligible: flag,
  "packageCount.kind": oneOf("delivered", "pickup"),
  "outcome.outcome": oneOf("agrees", "finding", "cannot-verify", "not-applicable"),
  "finding.id": (row) => `finding ${row}`,
  findingId: (row) => `finding ${row}`,
  direction: oneOf("owed", "overcharged", "overpaid", "exposure", "watch"),
  estimated: flag,
  reopened: flag,
  status: oneOf("open", "confirmed", "dismissed", "cleared"),
  "invoice.status": (row) => TEXTS[row] ?? "",
  evidence: () => '[{"document":"gone 🚚.csv","sha256":"","sheet":null,"row":1,"cells":{}}]',
  sides: () => "[]",
  notes: () => "[]",
  explains: () => "[]",
  action: oneOf("found", "confirmed", "dismissed", "reopened", "cleared", "changed", "undone"),
  "packet.number": (row) => BigInt(row + 1),
};

interface Column {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly pk: number;
}

/** Writes such a database to a file. Every column that may be empty is empty in some row. */
export function writeFirstSchema(file: string): void {
  const db = new DatabaseFile(file);
  db.pragma("journal_mode = WAL");
  db.pragma("foreign_keys = ON");
  db.transaction(() => {
    for (const statement of foundation.statements) db.exec(statement);
    db.pragma(`user_version = ${foundation.version}`);
    const tables = tablesOf(db).filter((table) => table !== "audit");
    // What others refer to comes first.
    const first = ["document", "documentSheet", "finding"];
    for (const table of [...first, ...tables.filter((name) => !first.includes(name))]) fill(db, table);
    for (const [index, text] of TEXTS.entries()) {
      appendAuditTo(db, {
        at: "2026-08-18T12:00:00.000Z",
        actor: text,
        command: `command ${index}`,
        subject: text,
        before: text,
        after: null,
      });
    }
  })();
  db.close();
}

function fill(db: Database, table: string): void {
  const columns = db.pragma(`table_info(${quoted(table)})`) as Column[];
  const names = columns.map(({ name }) => quoted(name)).join(", ");
  const insert = db.prepare(`INSERT INTO ${quoted(table)} (${names}) VALUES (${columns.map(() => "?").join(", ")})`);
  for (let row = 0; row < ROWS; row += 1) insert.run(...columns.map((column) => valueIn(table, column, row)));
}

function valueIn(table: string, { name, type, notnull, pk }: Column, row: number): Value {
  const checked = CHECKED[`${table}.${name}`] ?? CHECKED[name];
  if (checked) return checked(row);
  if (notnull === 0 && pk === 0 && row % 3 === 1) return null;
  if (type === "INTEGER") return INTEGERS[row] ?? 0n;
  return pk > 0 ? `${row}${TEXTS[row] ?? ""}` : (TEXTS[row] ?? "");
}
