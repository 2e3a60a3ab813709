import { existsSync, statSync } from "node:fs";
import { ROW_STATES, type RowState } from "#shared/contract/schemas.ts";
import { type Command, parse, printJson, UsageError, withWorkspace } from "./command.ts";
import { type FileReport, type ImportReport, importPaths } from "./importing.ts";
import { mappedWith } from "./mapped.ts";

/** `import`: stores whatever is recognised among files, folders and ZIPs, in whatever order. */
export const importCommand: Command = {
  name: "import",
  usage: "import WORKSPACE PATH... [--profile NAME] [--json]",
  async run(args) {
    const { values, positionals } = parse(args, { json: { type: "boolean" }, profile: { type: "string" } });
    const [workspace, ...paths] = positionals;
    if (workspace === undefined || paths.length === 0) throw new UsageError("Say the workspace and what to import.");
    if (existsSync(workspace) && !statSync(workspace).isDirectory()) {
      throw new UsageError(`${workspace} is a file, not a workspace.`);
    }
    const { profile } = values;
    const say = (line: string) => process.stderr.write(`${line}\n`);
    const report = await withWorkspace(workspace, { access: "write", create: true }, async (client, engine, files) => {
      const mapped = profile === undefined ? undefined : await mappedWith(client, profile, say);
      return importPaths(client, files, paths, (next) => engine.session.readAhead(next), mapped);
    });
    if (values.json) printJson(report);
    else print(report);
    return report.refused.length + report.mapping.length > 0 ? 3 : 0;
  },
};

const ROW_WORDS: Record<RowState, string> = {
  new: "new",
  changed: "changed",
  already: "already there",
  superseded: "superseded",
  conflict: "in conflict",
  error: "in error",
};

function print({ files, imported, already, refused, mapping, problems }: ImportReport): void {
  const out = (line: string) => process.stdout.write(`${line}\n`);
  for (const file of files) {
    if (file.state === "ready") {
      out(`imported  ${file.name}  (${file.kind}; ${rowsOf(file)})`);
      for (const { document, added, removed, changed } of file.supersedes)
        out(`          in place of ${document}: ${added} lines added, ${removed} removed, ${changed} changed`);
    } else if (file.state === "already") out(`already   ${file.name}`);
    else if (file.state === "mapping") out(`to map    ${file.name}: ${file.message}`);
  }
  for (const { name, reason } of refused) out(`refused   ${name}: ${reason}`);
  for (const { file, sheet, row, column, text, reason } of problems) {
    const place = [sheet, row === null ? null : `row ${row}`, column].filter((part) => part !== null).join(", ");
    out(`unread    ${file}, ${place}: ${JSON.stringify(text)}. ${reason}`);
  }
  out(
    `${imported.length} imported, ${already.length} already there, ${mapping.length} to map, ${refused.length} refused, ${problems.length} cells unread.`,
  );
}

/** `12 rows new, 3 changed`. */
function rowsOf({ rows }: FileReport): string {
  const parts = ROW_STATES.flatMap((state) => (rows[state] > 0 ? [`${rows[state]} ${ROW_WORDS[state]}`] : []));
  return parts.length === 0 ? "no rows" : `rows: ${parts.join(", ")}`;
}
