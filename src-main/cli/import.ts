import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { ImportResult } from "#shared/contract/schemas.ts";
import { type FoundFile, findFiles } from "../engine/files.ts";
import type { FileGrants } from "../engine/grants.ts";
import { type Client, type Command, follow, parse, printJson, UsageError, withWorkspace } from "./command.ts";

/** Files that are planned and committed together, so that years of files do not have to fit into memory at once. */
const BATCH = 48;

/** `import`: stores whatever is recognised among files, folders and ZIPs, in whatever order. */
export const importCommand: Command = {
  name: "import",
  usage: "import WORKSPACE PATH... [--json]",
  async run(args) {
    const { values, positionals } = parse(args, { json: { type: "boolean" } });
    const [workspace, ...paths] = positionals;
    if (workspace === undefined || paths.length === 0) throw new UsageError("Say the workspace and what to import.");
    if (existsSync(workspace) && !statSync(workspace).isDirectory()) {
      throw new UsageError(`${workspace} is a file, not a workspace.`);
    }
    const result = await withWorkspace(workspace, { access: "write", create: true }, (client, engine, files) =>
      importPaths(client, files, paths, (next) => engine.session.readAhead(next)),
    );
    if (values.json) printJson(result);
    else print(result);
    return result.refused.length > 0 ? 3 : 0;
  },
};

/**
 * Imports paths in batches, each read while the one before is stored, and adds up what happened. A path that is not there is refused
 * like a file that cannot be read.
 */
export async function importPaths(
  client: Client,
  files: FileGrants,
  paths: readonly string[],
  readAhead: (files: readonly FoundFile[]) => void = () => undefined,
): Promise<ImportResult> {
  const sum: ImportResult = { imported: [], already: [], refused: [], mapping: [], problems: [] };
  const found: FoundFile[] = [];
  for (const path of paths) {
    if (existsSync(path)) found.push(...(await findFiles([resolve(path)])));
    else sum.refused.push({ name: path, reason: "There is no such file or folder." });
  }
  for (let start = 0; start < found.length; start += BATCH) {
    const tokens = found.slice(start, start + BATCH).map((file) => files.offer(file.path));
    const plan = await follow(await client.documents.plan({ files: tokens }));
    readAhead(found.slice(start + BATCH, start + 2 * BATCH));
    const done = await follow(await client.documents.commit({ planId: plan.planId, hash: plan.hash }));
    for (const name of ["imported", "already", "refused", "problems"] as const)
      (sum[name] as unknown[]).push(...done[name]);
  }
  return sum;
}

function print({ imported, already, refused, problems }: ImportResult): void {
  const out = (line: string) => process.stdout.write(`${line}\n`);
  for (const file of imported) out(`imported  ${file.name}  (${file.kind}, ${file.rows} rows)`);
  for (const name of already) out(`already   ${name}`);
  for (const { name, reason } of refused) out(`refused   ${name}: ${reason}`);
  for (const { file, sheet, row, column, text, reason } of problems) {
    const place = [sheet, row === null ? null : `row ${row}`, column].filter((part) => part !== null).join(", ");
    out(`unread    ${file}, ${place}: ${JSON.stringify(text)}. ${reason}`);
  }
  out(
    `${imported.length} imported, ${already.length} already there, ${refused.length} refused, ${problems.length} cells unread.`,
  );
}
