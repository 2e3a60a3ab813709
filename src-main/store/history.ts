/** Every import as the history shows it, and what is known of the files that were imported. */
import { sql } from "kysely";
import type { DocumentKind } from "#shared/catalogue.ts";
import type { IsoDate } from "#shared/week.ts";
import { FACT_TYPES } from "../documents/facts.ts";
import type { ReadHandle, WriteHandle } from "./schema.ts";

/** What a stored document was read as. */
export interface KnownDocument {
  readonly name: string;
  readonly kind: DocumentKind;
  readonly stations: readonly string[];
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

/** Each stored document by the SHA-256 of its bytes. */
export async function knownDocuments(db: ReadHandle): Promise<Map<string, KnownDocument>> {
  const rows = await storedDocuments(db);
  return new Map(rows.map((row) => [row.sha256, row]));
}

/** Every import, newest first, with how many of its rows count and how many cells could not be read. */
export async function documentHistory(db: ReadHandle) {
  const documents = await storedDocuments(db);
  const superseded = await supersededRows(db);
  const problems = await db
    .selectFrom("documentProblem")
    .select(["documentId", sql<number>`count(*)`.as("n")])
    .groupBy("documentId")
    .execute();
  const unread = new Map(problems.map((row) => [row.documentId, row.n]));
  return documents.map((document) => ({
    ...document,
    currentRows: document.rows - (superseded.get(document.id) ?? 0),
    problems: unread.get(document.id) ?? 0,
  }));
}

/** Of each document that has any, the rows that do not count. */
async function supersededRows(db: ReadHandle): Promise<Map<number, number>> {
  const superseded = new Map<number, number>();
  for (const type of FACT_TYPES) {
    const { rows } = await sql<{ documentId: number; n: number }>`
      select s."documentId" as "documentId", count(*) as "n"
      from ${sql.table(type)} f join "documentSheet" s on s."id" = f."sheetId"
      where f."current" = 0 group by s."documentId"`.execute(db as WriteHandle);
    for (const { documentId, n } of rows) superseded.set(documentId, (superseded.get(documentId) ?? 0) + n);
  }
  return superseded;
}

/** Stored documents, newest first; kind, layout and mapping are those of the first sheet. */
async function storedDocuments(db: ReadHandle) {
  const rows = await db
    .selectFrom("document as d")
    .innerJoin("documentSheet as s", "s.documentId", "d.id")
    .selectAll("d")
    .select(["s.kind", "s.layout", "s.profile"])
    .where("s.id", "in", (first) =>
      first
        .selectFrom("documentSheet")
        .select((select) => select.fn.min("id").as("id"))
        .groupBy("documentId"),
    )
    .orderBy("d.id", "desc")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind as DocumentKind,
    sha256: row.sha256,
    stations: JSON.parse(row.stations) as string[],
    from: row.fromDay,
    to: row.toDay,
    rows: row.rows,
    layout: row.layout,
    profile: row.profile,
    importedAt: row.importedAt,
  }));
}
