/** Pages of stored PDFs, to be shown in the window with a line marked. */
import type { PdfPage } from "#shared/contract/schemas.ts";
import type { Session } from "./session.ts";
import { archivedFile } from "./sources.ts";

interface PageRequest {
  readonly documentId: number;
  /** Counted from 1, as are rows. */
  readonly page: number;
  readonly row: number;
}

/**
 * The archived PDF and where the line stands on the page; null where the document is no PDF or has no such page. Throws NOT_FOUND when
 * it was taken back, REFUSED when its original is gone or was changed.
 */
export async function archivedPage(
  session: Session,
  { documentId, ...which }: PageRequest,
  signal?: AbortSignal,
): Promise<PdfPage | null> {
  const { row, name, at } = await archivedFile(session, documentId);
  const found = await session.parser.page(name, at, { sha256: row.sha256, ...which }, signal);
  if (!found) return null;
  const { document, content, pages, line } = found;
  const file = new Blob([content], { type: "application/pdf" });
  return { document, sha256: row.sha256, pages, line: [...line], file };
}
