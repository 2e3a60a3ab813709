/** Documents as stored: their rows, days and problems, what they hold now and taking them back. */

import { sql } from "kysely";
import type { DocumentKind } from "#shared/catalogue.ts";
import type { Problem } from "#shared/contract/schemas.ts";
import type { IsoDate } from "#shared/week.ts";
import type { DayCovered } from "../documents/covered-days.ts";
import { FACT_TYPES, type FactType } from "../documents/facts.ts";
import { currentRows } from "../documents/identity.ts";
import { type PackedRows, unpacked } from "../documents/packed.ts";
import { insertFacts, rowsOfScopes, setCurrent, versionOf } from "./facts.ts";
import type { ReadHandle, WriteHandle } from "./schema.ts";

/** The store's revision: it moves with every change to what is imported. */
export async function revision(db: ReadHandle): Promise<number> {
  const row = await db.selectFrom("meta").select("value").where("key", "=", "revision").executeTakeFirst();
  return row ? Number(row.value) : 0;
}

async function bumpRevision(db: WriteHandle): Promise<void> {
  const value = String((await revision(db)) + 1);
  await db
    .insertInto("meta")
    .values({ key: "revision", value })
    .onConflict((conflict) => conflict.column("key").doUpdateSet({ value }))
    .execute();
}

/** What a stored document was read as. */
export interface KnownDocument {
  readonly name: string;
  readonly kind: DocumentKind;
  readonly stations: readonly string[];
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly rows: number;
}

/** Each stored document by the SHA-256 of its bytes. */
export async function knownDocuments(db: ReadHandle): Promise<Map<string, KnownDocument>> {
  const rows = await documentHistory(db);
  return new Map(rows.map((row) => [row.sha256, row]));
}

/** A document to store. */
export interface NewDocument {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly container: string | null;
  readonly asOf: string;
  readonly stations: readonly string[];
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly sheets: readonly {
    readonly sheet: string | null;
    readonly kind: DocumentKind;
    readonly layout: string;
    readonly profile: string | null;
    readonly columns: readonly string[];
    readonly rows: PackedRows;
  }[];
  readonly covered: readonly DayCovered[];
  readonly problems: readonly Problem[];
}

/**
 * Stores documents with all that was read from them and settles which rows count. Returns the ids. `between` is awaited before each
 * document and each batch of rows; what it throws undoes all of them.
 */
export async function addDocuments(
  db: WriteHandle,
  documents: readonly NewDocument[],
  importedAt: string,
  between: () => Promise<void> = () => Promise.resolve(),
): Promise<number[]> {
  const ids: number[] = [];
  const touched = new Map<FactType, Set<string>>();
  for (const document of documents) {
    await between();
    const { id } = await db
      .insertInto("document")
      .values({
        name: document.name,
        sha256: document.sha256,
        bytes: document.bytes,
        container: document.container,
        asOf: document.asOf,
        importedAt,
        fromDay: document.from,
        toDay: document.to,
        stations: JSON.stringify(document.stations),
        rows: document.sheets.reduce((sum, sheet) => sum + sheet.rows.count, 0),
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    ids.push(id);
    for (const sheet of document.sheets) {
      const { id: sheetId } = await db
        .insertInto("documentSheet")
        .values({
          documentId: id,
          sheet: sheet.sheet,
          kind: sheet.kind,
          columns: JSON.stringify(sheet.columns),
          layout: sheet.layout,
          profile: sheet.profile,
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      for (const rows of unpacked(sheet.rows)) {
        await between();
        await insertFacts(db, sheetId, rows);
        for (const { draft, scope } of rows) {
          const scopes = touched.get(draft.type);
          if (scopes) scopes.add(scope);
          else touched.set(draft.type, new Set([scope]));
        }
      }
    }
    await insertDays(db, id, document.covered);
    for (const { sheet, row, column, text, reason } of document.problems) {
      await db.insertInto("documentProblem").values({ documentId: id, sheet, row, column, text, reason }).execute();
    }
  }
  for (const [type, scopes] of touched) await settleScopes(db, type, [...scopes]);
  await bumpRevision(db);
  return ids;
}

async function insertDays(db: WriteHandle, documentId: number, days: readonly DayCovered[]): Promise<void> {
  for (let start = 0; start < days.length; start += 500) {
    const rows = days
      .slice(start, start + 500)
      .map(({ kind, station, day, state }) => ({ documentId, kind, station, day, state }));
    await db.insertInto("coveredDay").values(rows).execute();
  }
}

/** Decides anew which rows of some scopes count. What counts is a function of the documents that are there, not of their order. */
async function settleScopes(db: WriteHandle, type: FactType, scopes: readonly string[]): Promise<void> {
  const contested = await scopesOfSeveralDocuments(db, type, scopes);
  const byScope = new Map<string, Awaited<ReturnType<typeof rowsOfScopes>>>();
  for (const row of await rowsOfScopes(db, type, contested)) {
    const list = byScope.get(row.scope);
    if (list) list.push(row);
    else byScope.set(row.scope, [row]);
  }
  const changes: { id: number; current: number }[] = [];
  for (const [scope, rows] of byScope) {
    const chosen = currentRows(scope, rows);
    for (const row of rows) {
      const current = chosen.has(row.id) ? 1 : 0;
      if (current !== row.current) changes.push({ id: row.id, current });
    }
  }
  await setCurrent(db, type, changes);
}

/** Of some scopes those with rows of more than one sheet, or with a row that does not count: only they need settling. */
async function scopesOfSeveralDocuments(db: ReadHandle, type: FactType, scopes: readonly string[]): Promise<string[]> {
  const several: string[] = [];
  for (let start = 0; start < scopes.length; start += 500) {
    const list = scopes.slice(start, start + 500);
    const { rows } = await sql<{
      scope: string;
    }>`select "scope" from ${sql.table(type)} where "scope" in (${sql.join(list)})
       group by "scope" having min("sheetId") <> max("sheetId") or min("current") = 0`.execute(db as WriteHandle);
    for (const row of rows) several.push(row.scope);
  }
  return several;
}

/** Removes a document and exactly what it brought; rows it had replaced count again. False when there is no such document. */
export async function removeDocument(db: WriteHandle, documentId: number): Promise<boolean> {
  const sheets = db.selectFrom("documentSheet").select("id").where("documentId", "=", documentId);
  const touched = new Map<FactType, string[]>();
  for (const type of FACT_TYPES) {
    const rows = await db.selectFrom(type).select("scope").distinct().where("sheetId", "in", sheets).execute();
    if (rows.length > 0)
      touched.set(
        type,
        rows.map((row) => row.scope),
      );
  }
  const { numDeletedRows } = await db.deleteFrom("document").where("id", "=", documentId).executeTakeFirstOrThrow();
  if (numDeletedRows === 0n) return false;
  for (const [type, scopes] of touched) await settleScopes(db, type, scopes);
  await bumpRevision(db);
  return true;
}

/** Days covered by stored documents within a range: where several speak for a day, the latest one's word counts. */
export async function loadCoveredDays(db: ReadHandle, from: IsoDate, to: IsoDate) {
  const rows = await db
    .selectFrom("coveredDay as c")
    .innerJoin("document as d", "d.id", "c.documentId")
    .select(["c.kind", "c.station", "c.day", "c.state", "d.sha256", "d.name", "d.asOf"])
    .where("c.day", ">=", from)
    .where("c.day", "<=", to)
    .execute();
  return latestWord(
    rows.map(({ kind, station, day, state, sha256, name, asOf }) => ({
      kind: kind as DocumentKind,
      station,
      day,
      state,
      document: { sha256, name },
      version: versionOf(asOf, sha256),
    })),
  );
}

/**
 * Of entries for one kind, station and day: the covering documents, unless a later one could not read that day. Files that name no station
 * (timecards of two companies, say) are not versions of each other: one unreadable row spoils the day.
 */
export function latestWord<T extends DayCovered & { version: string }>(entries: readonly T[]): T[] {
  const groups = new Map<string, T[]>();
  for (const entry of entries) {
    const key = `${entry.kind}|${entry.station}|${entry.day}`;
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return [...groups.values()].flatMap((group) => {
    const latest = group.reduce((a, b) => (b.version > a.version ? b : a));
    const spoilt =
      latest.station === null ? group.some((entry) => entry.state === "unreadable") : latest.state === "unreadable";
    return group.filter((entry) => (entry.state === "unreadable") === spoilt);
  });
}

/** The distinct days of coverage by kind and station: what periods there are to check. */
export async function coveredPeriods(
  db: ReadHandle,
): Promise<{ kind: DocumentKind; station: string | null; day: IsoDate }[]> {
  const rows = await db.selectFrom("coveredDay").select(["kind", "station", "day"]).distinct().execute();
  return rows.map((row) => ({ ...row, kind: row.kind as DocumentKind }));
}

/** One stored document, or undefined. */
export async function documentById(db: ReadHandle, id: number) {
  return db.selectFrom("document").selectAll().where("id", "=", id).executeTakeFirst();
}

/** Whether any document was read from the original with this hash (itself, or a ZIP it came in). */
export async function containersInUse(db: ReadHandle, sha256: string): Promise<boolean> {
  const row = await db
    .selectFrom("document")
    .select("id")
    .where((where) => where.or([where("sha256", "=", sha256), where("container", "=", sha256)]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Every import, newest first, with its kinds and the number of cells that could not be read. */
export async function documentHistory(db: ReadHandle) {
  const rows = await db
    .selectFrom("document as d")
    .selectAll("d")
    .select((select) => [
      select
        .selectFrom("documentProblem as p")
        .whereRef("p.documentId", "=", "d.id")
        .select(sql<number>`count(*)`.as("n"))
        .as("problems"),
      select
        .selectFrom("documentSheet as s")
        .whereRef("s.documentId", "=", "d.id")
        .select("s.kind")
        .orderBy("s.id")
        .limit(1)
        .as("kind"),
      select
        .selectFrom("documentSheet as s")
        .whereRef("s.documentId", "=", "d.id")
        .select("s.layout")
        .orderBy("s.id")
        .limit(1)
        .as("layout"),
      select
        .selectFrom("documentSheet as s")
        .whereRef("s.documentId", "=", "d.id")
        .select("s.profile")
        .orderBy("s.id")
        .limit(1)
        .as("profile"),
    ])
    .orderBy("d.id", "desc")
    .execute();
  return rows.map(({ kind, layout, profile, ...row }) => {
    if (kind === null) throw new Error(`document ${row.id} has lost its sheets`);
    return {
      id: row.id,
      name: row.name,
      kind: kind as DocumentKind,
      sha256: row.sha256,
      stations: JSON.parse(row.stations) as string[],
      from: row.fromDay,
      to: row.toDay,
      rows: row.rows,
      currentRows: row.rows,
      layout: layout ?? "",
      profile,
      problems: row.problems ?? 0,
      importedAt: row.importedAt,
    };
  });
}

/** Ids of documents by the SHA-256 of their bytes. */
export async function documentIds(db: ReadHandle, hashes: readonly string[]): Promise<Map<string, number>> {
  if (hashes.length === 0) return new Map();
  const rows = await db
    .selectFrom("document")
    .select(["id", "sha256"])
    .where("sha256", "in", [...hashes])
    .execute();
  return new Map(rows.map((row) => [row.sha256, row.id]));
}

/** Column titles of every stored sheet, by `documentId|sheet`. */
export async function sheetColumns(db: ReadHandle): Promise<Map<string, string[]>> {
  const rows = await db.selectFrom("documentSheet").select(["documentId", "sheet", "columns"]).execute();
  return new Map(rows.map((row) => [`${row.documentId}|${row.sheet ?? ""}`, JSON.parse(row.columns) as string[]]));
}

/** How many documents are stored. */
export async function countDocuments(db: ReadHandle): Promise<number> {
  const row = await db.selectFrom("document").select(sql<number>`count(*)`.as("n")).executeTakeFirstOrThrow();
  return row.n;
}
