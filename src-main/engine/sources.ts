/** Rows of stored documents as they stand, read again from the archived originals. */
import { original, originalPath } from "../documents/archive.ts";
import type { Cell, ReadDocument, Table } from "../documents/table.ts";
import { documentById } from "../store/documents.ts";
import { notFound, refusal } from "./errors.ts";
import type { Session } from "./session.ts";

/** How many documents stay parsed, so that walking through evidence is quick. */
const KEPT = 8;
const parsed = new Map<string, ReadDocument>();

/** A document of the archive, parsed. Throws NOT_FOUND when it was taken back, REFUSED when its original is gone or was changed. */
export async function archivedDocument(
  session: Session,
  documentId: number,
  signal?: AbortSignal,
): Promise<ReadDocument> {
  const { store, originals } = session.workspace;
  const row = await store.read((db) => documentById(db, documentId));
  if (!row) throw notFound("This document was taken back.");
  const known = parsed.get(row.sha256);
  if (known) return known;
  const archived = row.container ?? row.sha256;
  try {
    await original(originals, archived);
  } catch {
    throw refusal(
      `The original of ${row.name} is missing from the archive or was changed. The figures read from it are kept.`,
    );
  }
  const name = row.container === null ? row.name : (row.name.split("/")[0] ?? row.name);
  const result = await session.parser.read(name, originalPath(originals, archived), signal);
  const document = result.documents.find((candidate) => candidate.sha256 === row.sha256);
  if (!document) throw refusal(`The original of ${row.name} can no longer be read.`);
  parsed.set(row.sha256, document);
  const [oldest] = parsed.keys();
  if (parsed.size > KEPT && oldest !== undefined) parsed.delete(oldest);
  return document;
}

/** The sheet of a document. */
export function sheetOf(document: ReadDocument, sheet: string | null): Table {
  const table = document.tables.find((candidate) => candidate.sheet === sheet);
  if (!table) throw notFound("This sheet is not in the document.");
  return table;
}

/** Cells as texts. */
export function texts(cells: readonly Cell[]): string[] {
  return cells.map(String);
}
