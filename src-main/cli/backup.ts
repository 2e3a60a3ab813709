import { resolve } from "node:path";
import { type Command, parse, printJson, UsageError, withWorkspace } from "./command.ts";

/** `backup`: makes a verified backup of a workspace, in its own folder or, complete with all originals, in another. */
export const backupCommand: Command = {
  name: "backup",
  usage: "backup WORKSPACE [--to FOLDER] [--json]",
  async run(args) {
    const { values, positionals } = parse(args, { to: { type: "string" }, json: { type: "boolean" } });
    const [workspace, ...rest] = positionals;
    if (workspace === undefined || rest.length > 0) throw new UsageError("Say one workspace.");
    const { to } = values;
    const made = await withWorkspace(workspace, { access: "write" }, (client, _engine, files) =>
      client.workspace.backUp(to === undefined ? {} : { to: files.offer(resolve(to)) }),
    );
    if (values.json) printJson(made);
    else {
      const { name, documents, findings, packets, missing } = made;
      process.stdout.write(`backed up  ${name}  (${documents} documents, ${findings} findings, ${packets} packets)\n`);
      for (const sentence of missing) process.stdout.write(`missing    ${sentence}\n`);
    }
    return made.missing.length === 0 ? 0 : 1;
  },
};
