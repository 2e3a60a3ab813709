import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { formatCents } from "#shared/money.ts";
import { type Command, follow, parse, printJson, UsageError, withWorkspace } from "./command.ts";
import { FILTER_OPTIONS, FILTER_USAGE, filterOf } from "./filters.ts";

/** `packet`: writes the audit packet of the findings that match as PDF. */
export const packetCommand: Command = {
  name: "packet",
  usage: `packet WORKSPACE ${FILTER_USAGE} --out FILE.pdf [--json]`,
  async run(args) {
    const { values, positionals } = parse(args, {
      json: { type: "boolean" },
      out: { type: "string" },
      ...FILTER_OPTIONS,
    });
    const [workspace, ...rest] = positionals;
    const { out } = values;
    if (workspace === undefined || rest.length > 0 || out === undefined)
      throw new UsageError("Say one workspace and --out.");
    if (!existsSync(dirname(resolve(out)))) throw new UsageError(`There is no folder ${dirname(out)}.`);
    const filter = filterOf(values);
    const result = await withWorkspace(workspace, { access: "write" }, async (client, _engine, files) =>
      follow(await client.claims.packet({ filter, to: files.offer(resolve(out)) })),
    );
    if (values.json) printJson(result);
    else
      process.stdout.write(
        `${result.file}: ${result.findings} findings, ${formatCents(result.totalCents)} claimable, ${result.pages} pages.\n`,
      );
    return 0;
  },
};
