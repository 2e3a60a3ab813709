import { type Command, parse, printJson, printTable, UsageError, withWorkspace } from "./command.ts";
import { periodOf } from "./filters.ts";

/** `coverage`: what each check could say of each station's period, and which documents it lacked. */
export const coverageCommand: Command = {
  name: "coverage",
  usage: "coverage WORKSPACE [--station DXA4] [--period 2026-08-02] [--json]",
  async run(args) {
    const { values, positionals } = parse(args, {
      json: { type: "boolean" },
      station: { type: "string" },
      period: { type: "string" },
    });
    const [workspace, ...rest] = positionals;
    if (workspace === undefined || rest.length > 0) throw new UsageError("Say one workspace.");
    const rows = await withWorkspace(workspace, { access: "read" }, (client) =>
      client.findings.coverage({
        ...(values.station === undefined ? {} : { station: values.station.toUpperCase() }),
        ...(values.period === undefined ? {} : { period: periodOf(values.period) }),
      }),
    );
    if (values.json) printJson(rows.map(({ why: _why, ...row }) => row));
    else {
      const cells = rows.map((row) => [
        row.station ?? "-",
        row.period,
        row.code,
        row.outcome,
        [row.missing.join(", "), row.why].filter(Boolean).join(": "),
      ]);
      printTable([["Station", "Period", "Code", "Outcome", "Missing"], ...cells]);
    }
    return 0;
  },
};
