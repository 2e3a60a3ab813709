/** Documents on their way in and out: all that was read from them, and taking them back exactly. */
import type { DocumentKind } from "#shared/catalogue.ts";
import type { Problem } from "#shared/contract/schemas.ts";
import type { IsoDate } from "#shared/week.ts";
import type { DayCovered } from "../documents/covered-days.ts";
import { FACT_TYPES, type FactType } from "../documents/facts.ts";
import { type PackedRows, unpacked } from "../documents/packed.ts";
import { bumpRevision } from "./documents.ts";
import { insertFacts, scopesOfDocument } from "./facts.ts";
import type { WriteHandle } from "./schema.ts";
import { settle } from "./settling.ts";

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
  readonly sheets: readonly NewSheet[];
  readonly covered: readonly DayCovered[];
  readonly problems: readonly Problem[];
}

interface NewSheet {
  readonly sheet: string | null;
  readonly kind: DocumentKind;
  readonly layout: string;
  readonly profile: string | null;
  readonly columns: readonly string[];
  readonly rows: PackedRows;
}

type Scopes = Map<FactType, Set<string>>;

/**
 * Stores documents with all that was read from them and settles which rows count. Returns their ids, and those of the documents of which
 * rows began or ceased to count. `between` is awaited before each document and each batch of rows; what it throws undoes all of them.
 */
export async function addDocuments(
  db: WriteHandle,
  documents: readonly NewDocument[],
  importedAt: string,
  between: () => Promise<void> = () => Promise.resolve(),
): Promise<{ ids: number[]; affected: ReadonlySet<number> }> {
  const ids: number[] = [];
  const touched: Scopes = new Map();
  for (const document of documents) {
    await between();
    const id = await insertDocument(db, document, importedAt);
    ids.push(id);
    for (const sheet of document.sheets) {
      const sheetId = await insertSheet(db, id, sheet);
      for (const rows of unpacked(sheet.rows)) {
        await between();
        await insertFacts(db, sheetId, rows);
        for (const { draft, scope } of rows) scopesOf(touched, draft.type).add(scope);
      }
    }
    await insertDays(db, id, document.covered);
    for (const { sheet, row, column, text, reason } of document.problems) {
      await db.insertInto("documentProblem").values({ documentId: id, sheet, row, column, text, reason }).execute();
    }
  }
  const affected = await settle(db, touched, between);
  await bumpRevision(db);
  return { ids, affected };
}

/**
 * Removes documents and exactly what they brought; rows they had replaced count again. Returns the ids of the documents of which rows
 * began or ceased to count.
 */
export async function removeDocuments(db: WriteHandle, ids: readonly number[]): Promise<ReadonlySet<number>> {
  const touched: Scopes = new Map();
  for (const id of ids) {
    for (const type of FACT_TYPES) {
      for (const scope of await scopesOfDocument(db, type, id)) scopesOf(touched, type).add(scope);
    }
    await db.deleteFrom("document").where("id", "=", id).execute();
  }
  const affected = await settle(db, touched);
  await bumpRevision(db);
  return affected;
}

function scopesOf(touched: Scopes, type: FactType): Set<string> {
  const known = touched.get(type);
  if (known) return known;
  const scopes = new Set<string>();
  touched.set(type, scopes);
  return scopes;
}

async function insertDocument(db: WriteHandle, document: NewDocument, importedAt: string): Promise<number> {
  const { name, sha256, bytes, container, asOf, from, to, stations, sheets } = document;
  const { id } = await db
    .insertInto("document")
    .values({
      name,
      sha256,
      bytes,
      container,
      asOf,
      importedAt,
      fromDay: from,
      toDay: to,
      stations: JSON.stringify(stations),
      rows: sheets.reduce((sum, sheet) => sum + sheet.rows.count, 0),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

async function insertSheet(
  db: WriteHandle,
  documentId: number,
  { sheet, kind, layout, profile, columns }: NewSheet,
): Promise<number> {
  const { id } = await db
    .insertInto("documentSheet")
    .values({ documentId, sheet, kind, columns: JSON.stringify(columns), layout, profile })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

async function insertDays(db: WriteHandle, documentId: number, days: readonly DayCovered[]): Promise<void> {
  for (let start = 0; start < days.length; start += 500) {
    const rows = days
      .slice(start, start + 500)
      .map(({ kind, station, day, state }) => ({ documentId, kind, station, day, state }));
    await db.insertInto("coveredDay").values(rows).execute();
  }
}
