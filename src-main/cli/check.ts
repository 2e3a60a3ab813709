import { type Command, follow, parse, printJson, UsageError, withWorkspace } from "./command.ts";

/** `check`: checks every period that changed since it was last checked. */
export const checkCommand: Command = {
  name: "check",
  usage: "check WORKSPACE [--json]",
  async run(args) {
    const { values, positionals } = parse(args, { json: { type: "boolean" } });
    const [workspace, ...rest] = positionals;
    if (workspace === undefined || rest.length > 0) throw new UsageError("Say one workspace.");
    const result = await withWorkspace(workspace, { access: "write" }, async (client) =>
      follow(await client.findings.check({})),
    );
    if (values.json) printJson(result);
    else {
      process.stdout.write(
        `${result.periodsChecked} periods checked: ${result.findingsNew} findings new, ${result.findingsChanged} changed, ${result.findingsCleared} cleared; ${result.findingsOpen} open.\n`,
      );
      for (const { code, station, period, message } of result.crashes) {
        process.stdout.write(`${code} stopped on ${station ?? "the company"} ${period}: ${message}\n`);
      }
    }
    return result.complete ? 0 : 1;
  },
};
