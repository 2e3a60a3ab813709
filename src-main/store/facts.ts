/** Reading and writing facts. Types are handled alike: their own fields are columns of the same name. */
import { CompiledQuery, sql } from "kysely";
import type { DocumentKind } from "#shared/catalogue.ts";
import type { IsoDate } from "#shared/week.ts";
import { type ScopeRow, versionOf } from "../documents/current-rows.ts";
import { type DocumentRef, FACT_TYPES, type FactType, type FactTypes } from "../documents/facts.ts";
import type { FactRow } from "../documents/packed.ts";
import type { Value } from "../documents/understood.ts";
import type { FactTable, ReadHandle, WriteHandle } from "./schema.ts";

const BATCH_CELLS = 8_000;
const SOURCE_COLUMNS = ["sheetId", "row", "cells", "scope", "key", "current", "day"] as const;
const BOOLEANS: ReadonlySet<string> = new Set(["excluded", "eligible", "isRoute", "deleted", "returnDayBilled"]);
const identifier = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** Inserts facts of one sheet as rows that count. Several rows go in one statement, compiled once for each size. */
export async function insertFacts(db: WriteHandle, sheetId: number, rows: readonly FactRow[]): Promise<void> {
  const byType = new Map<FactType, FactRow[]>();
  for (const row of rows) {
    const list = byType.get(row.draft.type);
    if (list) list.push(row);
    else byType.set(row.draft.type, [row]);
  }
  for (const [type, list] of byType) {
    const fields = Object.keys(list[0]?.draft.values ?? {});
    const columns = [...SOURCE_COLUMNS, ...fields];
    const size = Math.max(1, Math.floor(BATCH_CELLS / columns.length));
    const tuple = `(${columns.map(() => "?").join(", ")})`;
    const head = `insert into ${identifier(type)} (${columns.map(identifier).join(", ")}) values `;
    for (let start = 0; start < list.length; start += size) {
      const batch = list.slice(start, start + size);
      const parameters: unknown[] = [];
      for (const { draft, scope, key, day } of batch) {
        parameters.push(sheetId, draft.row, draft.cells, scope, key, 1, day);
        const values = draft.values as unknown as Record<string, unknown>;
        for (const field of fields) {
          const value = values[field];
          parameters.push(typeof value === "boolean" ? Number(value) : (value ?? null));
        }
      }
      await db.executeQuery(CompiledQuery.raw(head + Array(batch.length).fill(tuple).join(", "), parameters));
    }
  }
}

/** Of some scopes those of which something is stored. */
export async function storedScopes(db: ReadHandle, type: FactType, scopes: readonly string[]): Promise<Set<string>> {
  const stored = new Set<string>();
  const some = await sql`select 1 from ${sql.table(type)} limit 1`.execute(db as WriteHandle);
  if (some.rows.length === 0) return stored;
  for (let start = 0; start < scopes.length; start += 500) {
    const { rows } = await sql<{ scope: string }>`
      select distinct "scope" from ${sql.table(type)}
      where "scope" in (${sql.join(scopes.slice(start, start + 500))})`.execute(db as WriteHandle);
    for (const { scope } of rows) stored.add(scope);
  }
  return stored;
}

/** A stored row of a scope, with what is needed to compare it and to decide whether it counts. */
export interface StoredScopeRow extends ScopeRow {
  readonly id: number;
  readonly key: string;
  readonly scope: string;
  readonly current: number;
  /** Name of the document it came from. */
  readonly document: string;
  readonly values: Record<string, Value>;
}

/** The stored rows of some scopes, with the version of the document each came from. */
export async function rowsOfScopes(
  db: ReadHandle,
  type: FactType,
  scopes: readonly string[],
): Promise<StoredScopeRow[]> {
  const found: StoredScopeRow[] = [];
  for (let start = 0; start < scopes.length; start += 500) {
    const { rows } = await sql<
      StoredFact & { asOf: string; sha256: string; document: string }
    >`select f.*, d."asOf", d."sha256", d."name" as "document"
       from ${sql.table(type)} f
       join "documentSheet" s on s."id" = f."sheetId" join "document" d on d."id" = s."documentId"
       where f."scope" in (${sql.join(scopes.slice(start, start + 500))})`.execute(db as WriteHandle);
    for (const { asOf, sha256, document, ...row } of rows) {
      const stored = row as unknown as StoredFact;
      const { id, scope, key, day, current } = stored;
      found.push({
        id,
        scope,
        key,
        day,
        current,
        document,
        version: versionOf(asOf, sha256),
        values: valuesOf(stored),
      });
    }
  }
  return found;
}

/** The own values of some stored rows, by id. */
export async function valuesById(
  db: ReadHandle,
  type: FactType,
  ids: readonly number[],
): Promise<Map<number, Record<string, Value>>> {
  const found = new Map<number, Record<string, Value>>();
  for (let start = 0; start < ids.length; start += 1_000) {
    const { rows } = await sql<StoredFact>`
      select * from ${sql.table(type)} where "id" in (${sql.join(ids.slice(start, start + 1_000))})`.execute(
      db as WriteHandle,
    );
    for (const row of rows) found.set(row.id, valuesOf(row));
  }
  return found;
}

/** Of some documents' sheets the scopes that rows of a type stand in. */
export async function scopesOfDocument(db: ReadHandle, type: FactType, documentId: number): Promise<string[]> {
  const { rows } = await sql<{ scope: string }>`
    select distinct "scope" from ${sql.table(type)}
    where "sheetId" in (select "id" from "documentSheet" where "documentId" = ${documentId})`.execute(
    db as WriteHandle,
  );
  return rows.map((row) => row.scope);
}

/** Which days of facts to load. Lists that hold from date to date are always loaded whole. */
export interface DayRange {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

const LISTS: ReadonlySet<FactType> = new Set([
  "station",
  "rate",
  "person",
  "leaseTerm",
  "rentalRate",
  "vehicle",
  "alias",
  "chargeWord",
]);

/** The facts that count on some days (and the whole lists), each with its source. A handful of queries, whatever the number of rows. */
export async function loadFacts(
  db: ReadHandle,
  types: readonly FactType[],
  range: DayRange,
  which: "counting" | "superseded" = "counting",
): Promise<{ [T in FactType]: FactTypes[T][] }> {
  const loaded: { type: FactType; rows: StoredFact[] }[] = [];
  const sheetIds = new Set<number>();
  for (const type of types) {
    const days = LISTS.has(type)
      ? sql``
      : type === "training"
        ? trainingDays(range)
        : sql`and "day" between ${range.from} and ${range.to}`;
    const { rows } = await sql<StoredFact>`
      select * from ${sql.table(type)} where "current" = ${which === "counting" ? 1 : 0} ${days} order by "id"`.execute(
      db as WriteHandle,
    );
    for (const row of rows) sheetIds.add(row.sheetId);
    loaded.push({ type, rows });
  }
  const sheets = await loadSheets(db, [...sheetIds]);
  const facts = Object.fromEntries(FACT_TYPES.map((type) => [type, []])) as unknown as {
    [T in FactType]: FactTypes[T][];
  };
  for (const { type, rows } of loaded) facts[type] = rows.map((row) => restore(row, sheets)) as never;
  return facts;
}

type StoredFact = FactTable<FactType> & { id: number };

/** A training session belongs to its payment date, but shows work on its assignment date. */
function trainingDays({ from, to }: DayRange) {
  return sql`and ("day" between ${from} and ${to} or "assignmentDate" between ${from} and ${to})`;
}

interface SheetRef {
  readonly document: DocumentRef;
  readonly sheet: string | null;
  readonly columns: readonly string[];
}

async function loadSheets(db: ReadHandle, ids: readonly number[]): Promise<Map<number, SheetRef>> {
  const sheets = new Map<number, SheetRef>();
  for (let start = 0; start < ids.length; start += 500) {
    const rows = await db
      .selectFrom("documentSheet as s")
      .innerJoin("document as d", "d.id", "s.documentId")
      .select(["s.id", "s.sheet", "s.kind", "s.columns", "d.name", "d.sha256", "d.asOf"])
      .where("s.id", "in", ids.slice(start, start + 500))
      .execute();
    for (const row of rows) {
      sheets.set(row.id, {
        document: { name: row.name, sha256: row.sha256, kind: row.kind as DocumentKind, asOf: row.asOf },
        sheet: row.sheet,
        columns: JSON.parse(row.columns) as string[],
      });
    }
  }
  return sheets;
}

function restore(row: StoredFact, sheets: ReadonlyMap<number, SheetRef>): FactTypes[FactType] {
  const sheet = sheets.get(row.sheetId);
  if (!sheet) throw new Error(`row ${row.id} has lost its document`);
  return { ...valuesOf(row), source: { ...sheet, row: row.row, cells: row.cells } } as unknown as FactTypes[FactType];
}

const SOURCE_FIELDS: ReadonlySet<string> = new Set(["id", ...SOURCE_COLUMNS]);

/** A stored row's own fields, without the source columns. */
function valuesOf(row: StoredFact): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const [name, value] of Object.entries(row)) {
    if (!SOURCE_FIELDS.has(name)) values[name] = BOOLEANS.has(name) ? value === 1 : value;
  }
  return values;
}
