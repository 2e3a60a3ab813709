/** The import command: read, plan, and commit exactly what was planned. */
import { readFile } from "node:fs/promises";
import type { ImportResult, Plan, Progress } from "#shared/contract/schemas.ts";
import { forget, keep, sha256Of } from "../documents/archive.ts";
import { type FileRead, makePlan, type PreparedDocument, type PreparedPlan } from "../documents/plan.ts";
import type { UnderstoodFile } from "../documents/understand.ts";
import { appendAudit } from "../store/audit.ts";
import { addDocuments, containersInUse, documentById, removeDocument, revision } from "../store/documents.ts";
import { touchedBy, unmark } from "../store/scopes.ts";
import { breathe } from "./breathe.ts";
import { notFound, refusal, stalePlan } from "./errors.ts";
import { type FoundFile, findFiles } from "./files.ts";
import type { Session } from "./session.ts";

export type Event<T> = Progress | { readonly type: "done"; readonly result: T };

/** How many originals are written at once: each waits for the disk to say that it has it. */
const AT_ONCE = 8;

/** How many files are read ahead of the one that is being understood. */
const READ_AHEAD = 3;

/** Reads files and says what importing them would do. Nothing is stored; the plan is kept until it is committed or discarded. */
export async function* plan(
  session: Session,
  paths: readonly string[],
  signal?: AbortSignal,
): AsyncGenerator<Event<Plan>> {
  const files = await findFiles(paths);
  if (files.length === 0) throw refusal("There is no file in what was dropped.");
  const reads = yield* readAll(session, files, signal);
  const prepared = await session.workspace.store.read((db) => makePlan(db, reads));
  session.plans.set(prepared.planId, { prepared, reads });
  const { planId, hash } = prepared;
  yield { type: "done", result: { planId, hash, files: [...prepared.files] } };
}

async function* readAll(
  session: Session,
  files: readonly FoundFile[],
  signal?: AbortSignal,
): AsyncGenerator<Progress, FileRead[]> {
  const reads: FileRead[] = [];
  const ahead: Promise<UnderstoodFile>[] = [];
  const start = (file: FoundFile) => {
    const reading = session.read(file, signal);
    // A read that fails is reported when its turn comes; until then its rejection is not unhandled.
    reading.catch(() => undefined);
    ahead.push(reading);
  };
  files.slice(0, READ_AHEAD).forEach(start);
  for (const [index, file] of files.entries()) {
    yield { type: "progress", stage: "Reading", done: index, total: files.length, detail: file.name };
    const next = files[index + READ_AHEAD];
    if (next) start(next);
    const result = await ahead[index];
    if (result) reads.push({ ...result, path: file.path, asOf: file.asOf });
  }
  return reads;
}

/** Commits a plan as it was shown: everything or nothing. Throws STALE_PLAN when the workspace changed in between. */
export async function* commit(
  session: Session,
  planId: string,
  hash: string,
  signal?: AbortSignal,
): AsyncGenerator<Event<ImportResult>> {
  const { promise, resolve } = Promise.withResolvers<void>();
  session.committing = promise;
  try {
    yield* commitPlan(session, planId, hash, signal);
  } finally {
    resolve();
  }
}

async function* commitPlan(
  session: Session,
  planId: string,
  hash: string,
  signal?: AbortSignal,
): AsyncGenerator<Event<ImportResult>> {
  const prepared = session.plans.get(planId)?.prepared;
  if (!prepared || prepared.hash !== hash) throw stalePlan();
  session.plans.delete(planId);
  const { store } = session.workspace;
  const total = prepared.documents.length;
  let done = 0;
  const originals = [...byPath(prepared.documents)];
  for (let start = 0; start < originals.length; start += AT_ONCE) {
    await breathe(signal);
    const some = originals.slice(start, start + AT_ONCE);
    yield { type: "progress", stage: "Keeping the originals", done, total, detail: some[0]?.[1][0]?.name ?? "" };
    await Promise.all(some.map(([path, documents]) => keepOriginal(session, path, documents)));
    done += some.reduce((sum, [, documents]) => sum + documents.length, 0);
  }
  await breathe(signal);
  yield { type: "progress", stage: "Storing", done: total, total, detail: "" };
  const { at, actor } = session.stamp();
  await store.write(async (db) => {
    if ((await revision(db)) !== prepared.revision) throw stalePlan();
    if (total === 0) return;
    // Cancelling rolls everything back, up to the moment the transaction ends.
    const ids = await addDocuments(db, prepared.documents, at, () => breathe(signal));
    await unmark(db, await touchedBy(db, ids));
    for (const document of prepared.documents) {
      const after = { name: document.name, rows: rowsOf(document), problems: document.problems.length };
      await appendAudit(db, { at, actor, command: "import", subject: document.sha256, before: null, after });
    }
  });
  yield { type: "done", result: resultOf(prepared) };
}

function byPath(documents: readonly PreparedDocument[]): Map<string, PreparedDocument[]> {
  const paths = new Map<string, PreparedDocument[]>();
  for (const document of documents) {
    const list = paths.get(document.path);
    if (list) list.push(document);
    else paths.set(document.path, [document]);
  }
  return paths;
}

/** Archives the file a plan's documents were read from, if it is still the one that was read. */
async function keepOriginal(session: Session, path: string, documents: readonly PreparedDocument[]): Promise<void> {
  const [first] = documents;
  const bytes = await readFile(path).catch(() => {
    throw refusal(
      `${first?.name ?? "A file"} is no longer where it was. Nothing was imported; preview the files again.`,
    );
  });
  const sha256 = sha256Of(bytes);
  if (first && sha256 !== (first.container ?? first.sha256)) {
    throw refusal(`${first.name} changed since it was previewed. Nothing was imported; preview the files again.`);
  }
  await keep(session.workspace.originals, bytes);
}

const rowsOf = (document: PreparedDocument) => document.sheets.reduce((sum, sheet) => sum + sheet.rows.count, 0);

function resultOf(prepared: PreparedPlan): ImportResult {
  const of = (state: string) => prepared.files.filter((file) => file.state === state);
  return {
    imported: prepared.documents.map((document) => ({
      name: document.name,
      kind: document.kind,
      rows: rowsOf(document),
      sha256: document.sha256,
    })),
    already: of("already").map((file) => file.name),
    refused: of("refused").map((file) => ({ name: file.name, reason: file.message })),
    mapping: of("mapping").map((file) => file.name),
    problems: prepared.documents.flatMap((document) => [...document.problems]),
  };
}

/** Takes back some imports as one: exactly what they brought goes, what they had replaced counts again. */
export async function undoImports(session: Session, documentIds: readonly number[]): Promise<void> {
  const { store, originals } = session.workspace;
  const { at, actor } = session.stamp();
  const orphans = await store.write(async (db) => {
    const originalsLeft = new Set<string>();
    for (const documentId of new Set(documentIds)) {
      const document = await documentById(db, documentId);
      if (!document) throw notFound("This import was already taken back.");
      const touched = await touchedBy(db, [documentId]);
      await removeDocument(db, documentId);
      await unmark(db, touched);
      const before = { name: document.name, rows: document.rows };
      await appendAudit(db, { at, actor, command: "undo import", subject: document.sha256, before, after: null });
      originalsLeft.add(document.container ?? document.sha256);
    }
    const unused: string[] = [];
    for (const original of originalsLeft) if (!(await containersInUse(db, original))) unused.push(original);
    return unused;
  });
  for (const orphan of orphans) await forget(originals, orphan);
}
