/** The import command: read, plan, and commit exactly what was planned. */
import { readFile } from "node:fs/promises";
import type { ImportResult, Plan, Progress } from "#shared/contract/schemas.ts";
import { keep, sha256Of } from "../documents/archive.ts";
import { type FileRead, makePlan, type PreparedDocument, type PreparedPlan } from "../documents/plan.ts";
import type { UnderstoodFile } from "../documents/understand.ts";
import { appendAudit } from "../store/audit.ts";
import { revision } from "../store/documents.ts";
import { addDocuments } from "../store/imports.ts";
import { touchedBy, unmark } from "../store/scopes.ts";
import { breathe } from "./breathe.ts";
import { refusal, stalePlan } from "./errors.ts";
import { type FoundFile, findFiles } from "./files.ts";
import { reach } from "./reach.ts";
import type { Session } from "./session.ts";
import { forgetUnused } from "./undoing.ts";

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
  const prepared = await session.workspace.store.read((db) => makePlan(db, reads, () => breathe(signal)));
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
  const { store, originals } = session.workspace;
  let stored = false;
  try {
    yield* keepOriginals(session, prepared, signal);
    await breathe(signal);
    const total = prepared.documents.length;
    yield { type: "progress", stage: "Storing", done: total, total, detail: "" };
    await storePlan(session, prepared, signal);
    stored = true;
  } finally {
    // An original that is left over harms nobody; what went wrong before is what has to be said.
    if (!stored)
      await forgetUnused(store, originals, new Set(prepared.documents.map(originalOf))).catch(() => undefined);
  }
  yield { type: "done", result: resultOf(prepared) };
}

/** The file that is kept for a document: itself, or the ZIP it came in. */
const originalOf = ({ container, sha256 }: PreparedDocument) => container ?? sha256;

async function* keepOriginals(
  session: Session,
  { documents }: PreparedPlan,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress> {
  const total = documents.length;
  let done = 0;
  const files = [...Map.groupBy(documents, (document) => document.path)];
  for (let start = 0; start < files.length; start += AT_ONCE) {
    await breathe(signal);
    const some = files.slice(start, start + AT_ONCE);
    yield { type: "progress", stage: "Keeping the originals", done, total, detail: some[0]?.[1][0]?.name ?? "" };
    const kept = await Promise.allSettled(some.map(([path, ofPath]) => keepOriginal(session, path, ofPath)));
    for (const each of kept) if (each.status === "rejected") throw each.reason;
    done += some.reduce((sum, [, ofPath]) => sum + ofPath.length, 0);
  }
}

/** All of the plan in one transaction. Cancelling rolls everything back, up to the moment it ends. */
async function storePlan(session: Session, prepared: PreparedPlan, signal: AbortSignal | undefined): Promise<void> {
  const { at, actor } = session.stamp();
  await session.workspace.store.write(async (db) => {
    if ((await revision(db)) !== prepared.revision) throw stalePlan();
    if (prepared.documents.length === 0) return;
    const { ids, affected } = await addDocuments(db, prepared.documents, at, () => breathe(signal));
    // What others lost or won is checked anew as well: it may stand on days that the new documents do not speak of.
    await unmark(db, await touchedBy(db, [...new Set([...ids, ...affected])]), reach);
    for (const document of prepared.documents) {
      const { name, problems, sha256 } = document;
      const after = { name, rows: rowsOf(document), problems: problems.length, batch: prepared.planId };
      await appendAudit(db, { at, actor, command: "import", subject: sha256, before: null, after });
    }
  });
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
  if (first && sha256 !== originalOf(first)) {
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
