/** Documents as stored: the days they speak for, their sheets and originals. */
import { sql } from "kysely";
import type { DocumentKind } from "#shared/catalogue.ts";
import type { IsoDate } from "#shared/week.ts";
import type { DayCovered } from "../documents/covered-days.ts";
import { versionOf } from "../documents/current-rows.ts";
import type { ReadHandle, WriteHandle } from "./schema.ts";

/** The store's revision: it moves with every change to what is imported. */
export async function revision(db: ReadHandle): Promise<number> {
  const row = await db.selectFrom("meta").select("value").where("key", "=", "revision").executeTakeFirst();
  return row ? Number(row.value) : 0;
}

/** Moves it, as part of a change to what is imported. */
export async function bumpRevision(db: WriteHandle): Promise<void> {
  const value = String((await revision(db)) + 1);
  await db
    .insertInto("meta")
    .values({ key: "revision", value })
    .onConflict((conflict) => conflict.column("key").doUpdateSet({ value }))
    .execute();
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

/** Whether any document was read from the archived file with this hash (itself, or a ZIP it came in), or it is attached to something. */
export async function containersInUse(db: ReadHandle, sha256: string): Promise<boolean> {
  const row = await db
    .selectFrom("document")
    .select("id")
    .where((where) => where.or([where("sha256", "=", sha256), where("container", "=", sha256)]))
    .limit(1)
    .executeTakeFirst();
  if (row !== undefined) return true;
  const attached = await db
    .selectFrom("attachment")
    .select("id")
    .where("sha256", "=", sha256)
    .where("removedAt", "is", null)
    .limit(1)
    .executeTakeFirst();
  return attached !== undefined;
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
