import { DIRECTION_LABELS } from "#shared/catalogue.ts";
import { plainCents } from "#shared/money.ts";
import { type Command, parse, printJson, printTable, UsageError, withWorkspace } from "./command.ts";
import { FILTER_OPTIONS, FILTER_USAGE, filterOf } from "./filters.ts";

/** `findings`: lists what was found. */
export const findingsCommand: Command = {
  name: "findings",
  usage: `findings WORKSPACE ${FILTER_USAGE} [--json]`,
  async run(args) {
    const { values, positionals } = parse(args, { json: { type: "boolean" }, ...FILTER_OPTIONS });
    const [workspace, ...rest] = positionals;
    if (workspace === undefined || rest.length > 0) throw new UsageError("Say one workspace.");
    const filter = filterOf(values);
    const findings = await withWorkspace(workspace, { access: "read" }, (client) => client.findings.list(filter));
    if (values.json) printJson(findings);
    else {
      const rows = findings.map((finding) => [
        finding.code,
        finding.station ?? "-",
        finding.period,
        DIRECTION_LABELS[finding.direction],
        finding.amountCents === null ? "-" : plainCents(finding.amountCents),
        finding.status,
        finding.sentence,
      ]);
      printTable([["Code", "Station", "Period", "Direction", "Amount", "State", "Finding"], ...rows], [4]);
    }
    return 0;
  },
};
