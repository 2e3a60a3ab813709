import type { z } from "zod";
import type { historyDocument } from "#shared/contract/schemas.ts";

/** A stored document as the history shows it. */
export type HistoryDocument = z.infer<typeof historyDocument>;

/** Files that were imported together. */
export interface Import {
  /** ISO instant. */
  readonly importedAt: string;
  readonly documents: readonly HistoryDocument[];
}

/** As many documents as the history shows before it is asked for all: two months of a busy week. */
const SHOWN = 120;

/** The newest imports, as many as are taken in at once; at least one. */
export function newest(imports: readonly Import[]): readonly Import[] {
  let documents = 0;
  const end = imports.findIndex((each) => {
    documents += each.documents.length;
    return documents > SHOWN;
  });
  return end < 0 ? imports : imports.slice(0, Math.max(1, end));
}

/** Stored documents by import, the newest first; the files of one in the order of their names. */
export function importsOf(documents: readonly HistoryDocument[]): Import[] {
  const byTime = Map.groupBy(documents, ({ importedAt }) => importedAt);
  return [...byTime]
    .map(([importedAt, list]) => ({ importedAt, documents: list.toSorted((a, b) => a.name.localeCompare(b.name)) }))
    .sort((a, b) => b.importedAt.localeCompare(a.importedAt));
}
