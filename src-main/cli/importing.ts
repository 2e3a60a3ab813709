/** Importing paths, however many files they lead to. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { ImportResult, Plan, PlannedFile } from "#shared/contract/schemas.ts";
import { type FoundFile, findFiles } from "../engine/files.ts";
import type { FileGrants } from "../engine/grants.ts";
import { type Client, follow } from "./command.ts";

/** Files that are planned and committed together, so that years of files do not have to fit into memory at once. */
const BATCH = 48;

/** What happened to a file: what became of its rows, and of which documents it takes the place. */
export type FileReport = Pick<PlannedFile, "name" | "state" | "kind" | "message" | "rows" | "supersedes">;

/** What an import did, all batches together. */
export interface ImportReport extends ImportResult {
  readonly files: FileReport[];
}

/**
 * Imports paths in batches, each read while the one before is stored, and adds up what happened. A path that is not there is refused
 * like a file that cannot be read. `mapped` may answer what the files of a plan ask before it is committed.
 */
export async function importPaths(
  client: Client,
  grants: FileGrants,
  paths: readonly string[],
  readAhead: (files: readonly FoundFile[]) => void = () => undefined,
  mapped: (plan: Plan) => Promise<Plan> = async (plan) => plan,
): Promise<ImportReport> {
  const report: ImportReport = { files: [], imported: [], already: [], refused: [], mapping: [], problems: [] };
  const found: FoundFile[] = [];
  for (const path of paths) {
    if (existsSync(path)) found.push(...(await findFiles([resolve(path)])));
    else report.refused.push({ name: path, reason: "There is no such file or folder." });
  }
  for (let start = 0; start < found.length; start += BATCH) {
    const tokens = found.slice(start, start + BATCH).map((file) => grants.offer(file.path));
    const plan = await mapped(await follow(await client.documents.plan({ files: tokens })));
    readAhead(found.slice(start + BATCH, start + 2 * BATCH));
    const done = await follow(await client.documents.commit({ planId: plan.planId, hash: plan.hash }));
    for (const { name, state, kind, message, rows, supersedes } of plan.files)
      report.files.push({ name, state, kind, message, rows, supersedes });
    report.imported.push(...done.imported);
    report.already.push(...done.already);
    report.refused.push(...done.refused);
    report.mapping.push(...done.mapping);
    for (const problem of done.problems) report.problems.push(problem);
  }
  return report;
}
