/** Taking imports back. */
import { randomUUID } from "node:crypto";
import { type Archive, forget } from "../documents/archive.ts";
import { appendAudit } from "../store/audit.ts";
import { containersInUse, documentById } from "../store/documents.ts";
import { removeDocuments } from "../store/imports.ts";
import { touchedBy, unmark } from "../store/scopes.ts";
import type { Store } from "../store/store.ts";
import { notFound } from "./errors.ts";
import { reach } from "./reach.ts";
import type { Session } from "./session.ts";

/**
 * Takes back some imports as one: exactly what they brought goes, what they had replaced counts again, originals that nothing else was
 * read from are forgotten. Throws NOT_FOUND, and does nothing, when one of them is not there any more.
 */
export async function undoImports(session: Session, documentIds: readonly number[]): Promise<void> {
  const { store, originals } = session.workspace;
  const { at, actor } = session.stamp();
  const ids = [...new Set(documentIds)];
  const batch = randomUUID();
  const removed = await store.write(async (db) => {
    const files = new Set<string>();
    for (const id of ids) {
      const document = await documentById(db, id);
      if (!document) throw notFound("This import was already taken back.");
      const { name, rows, importedAt } = document;
      const before = { name, rows, importedAt };
      await appendAudit(db, { at, actor, command: "undo import", subject: document.sha256, before, after: { batch } });
      files.add(document.container ?? document.sha256);
    }
    const touched = await touchedBy(db, ids);
    const affected = await removeDocuments(db, ids);
    await unmark(db, touched, reach);
    await unmark(db, await touchedBy(db, [...affected]), reach);
    return files;
  });
  await forgetUnused(store, originals, removed);
}

/** Forgets originals that no stored document was read from. */
export async function forgetUnused(store: Store, originals: Archive, files: Iterable<string>): Promise<void> {
  const unused = await store.read(async (db) => {
    const found: string[] = [];
    for (const file of files) if (!(await containersInUse(db, file))) found.push(file);
    return found;
  });
  for (const file of unused) await forget(originals, file);
}
