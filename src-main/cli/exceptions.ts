import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { formatCents } from "#shared/money.ts";
import { isIsoDate } from "#shared/week.ts";
import { type Command, parse, printJson, printTable, UsageError, withWorkspace } from "./command.ts";

/** `exceptions`: what needs a look after a day, as text, JSON or a page of PDF. */
export const exceptionsCommand: Command = {
  name: "exceptions",
  usage: "exceptions WORKSPACE --day 2026-08-05 [--station DXA4] [--json] [--out FILE.pdf]",
  async run(args) {
    const { values, positionals } = parse(args, {
      json: { type: "boolean" },
      day: { type: "string" },
      station: { type: "string" },
      out: { type: "string" },
    });
    const [workspace, ...rest] = positionals;
    const { day, out } = values;
    if (workspace === undefined || rest.length > 0 || day === undefined)
      throw new UsageError("Say one workspace and --day.");
    if (!isIsoDate(day)) throw new UsageError(`${day} is no day; write it as 2026-08-05.`);
    const which = { day, station: values.station?.toUpperCase() ?? null };
    if (out !== undefined) {
      if (!existsSync(dirname(resolve(out)))) throw new UsageError(`There is no folder ${dirname(out)}.`);
      const made = await withWorkspace(workspace, { access: "read" }, (client, _engine, files) =>
        client.findings.exceptionsPage({ ...which, to: files.offer(resolve(out)) }),
      );
      if (values.json) printJson(made);
      else process.stdout.write(`${made.file}: ${made.exceptions} exceptions on ${made.pages} page.\n`);
      return 0;
    }
    const report = await withWorkspace(workspace, { access: "read" }, (client) => client.findings.exceptions(which));
    if (values.json) printJson(report);
    else {
      const rows = report.parts.flatMap(({ kind, rows, unverified }) => [
        ...rows.map((row) => [
          kind,
          row.station,
          row.who,
          row.amountCents === null ? "" : formatCents(row.amountCents),
          row.what,
        ]),
        ...unverified.map((text) => [kind, "", "not verified", "", text]),
      ]);
      printTable([["Part", "Station", "Who", "In question", "What"], ...rows], [3]);
    }
    return 0;
  },
};
