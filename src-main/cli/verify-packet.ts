import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { type Command, parse, printJson, UsageError, withWorkspace } from "./command.ts";

const MARKS = { good: "  ok     ", note: "  note   ", problem: "  WRONG  " } as const;

/** `verify-packet`: whether a packet's files and figures match the workspace. Exit code 0: they do; 1: they do not. */
export const verifyPacketCommand: Command = {
  name: "verify-packet",
  usage: "verify-packet WORKSPACE FILE [--json]",
  async run(args) {
    const { values, positionals } = parse(args, { json: { type: "boolean" } });
    const [workspace, file, ...rest] = positionals;
    if (workspace === undefined || file === undefined || rest.length > 0)
      throw new UsageError("Say one workspace and one file.");
    if (!existsSync(file)) throw new UsageError(`There is no file ${file}.`);
    if (!statSync(file).isFile()) throw new UsageError(`${file} is no file.`);
    const result = await withWorkspace(workspace, { access: "write" }, (client, _engine, files) =>
      client.claims.verifyPacket({ file: files.offer(resolve(file)) }),
    );
    if (values.json) printJson(result);
    else {
      for (const { state, text } of result.lines) process.stdout.write(`${MARKS[state]}${text}\n`);
      process.stdout.write(
        `${result.whole ? "The packet matches the workspace." : "The packet does not match the workspace."}\n`,
      );
    }
    return result.whole ? 0 : 1;
  },
};
