/** Rows of stored documents as they stand, read again from the archived originals. */
import { original, originalPath } from "../documents/archive.ts";
import type { FileAt } from "../documents/read/path.ts";
import type { RowsOfSheet } from "../documents/read/worker.ts";
import type { Cell } from "../documents/table.ts";
import { documentById } from "../store/documents.ts";
import { notFound, refusal } from "./errors.ts";
import type { Session } from "./session.ts";

/** Which rows of a stored document. */
interface RowsRequest {
  readonly documentId: number;
  readonly sheet: string | null;
  /** Counted from 0. */
  readonly from: number;
  readonly count: number;
}

/**
 * Some rows of a document of the archive. Throws NOT_FOUND when it was taken back or has no such sheet, REFUSED when its original is gone
 * or was changed.
 */
export async function archivedRows(
  session: Session,
  { documentId, ...which }: RowsRequest,
  signal?: AbortSignal,
): Promise<RowsOfSheet & { readonly sha256: string }> {
  const { row, name, at } = await archivedFile(session, documentId);
  const rows = await session.parser.rows(name, at, { sha256: row.sha256, ...which }, signal);
  if (!rows) throw notFound(`The original of ${row.name} can no longer be read, or has no such sheet.`);
  return { ...rows, sha256: row.sha256 };
}

/** A stored document with the original it came in. Throws NOT_FOUND when it was taken back, REFUSED when its original is gone or was changed. */
export async function archivedFile(session: Session, documentId: number) {
  const { store, originals } = session.workspace;
  const row = await store.read((db) => documentById(db, documentId));
  if (!row) throw notFound("This document was taken back.");
  const archived = row.container ?? row.sha256;
  let bytes: Uint8Array;
  try {
    bytes = await original(originals, archived);
  } catch {
    throw refusal(
      `The original of ${row.name} is missing from the archive or was changed. The figures read from it are kept.`,
    );
  }
  const name = row.container === null ? row.name : (row.name.split("/")[0] ?? row.name);
  // What is sealed on the disk is unsealed in memory only.
  const at: FileAt = originals.vault ? bytes : originalPath(originals, archived);
  return { row, name, at };
}

/** Cells as texts. */
export function texts(cells: readonly Cell[]): string[] {
  return cells.map(String);
}
