import { CATALOGUE, isCheckCode } from "#shared/catalogue.ts";
import { formatParameter, PARAMETER_FORMS, parseParameter } from "#shared/parameters.ts";
import { isIsoDate } from "#shared/week.ts";
import { type Command, parse, printJson, printTable, UsageError, withWorkspace } from "./command.ts";

/** `parameters`: every number the owner can change, with what holds today and what was set from which day. */
export const parametersCommand: Command = {
  name: "parameters",
  usage: "parameters WORKSPACE [--json]",
  async run(args) {
    const { values, positionals } = parse(args, { json: { type: "boolean" } });
    const [workspace, ...rest] = positionals;
    if (workspace === undefined || rest.length > 0) throw new UsageError("Say one workspace.");
    const checks = await withWorkspace(workspace, { access: "read" }, (client) => client.reference.checks({}));
    const all = checks.flatMap(({ code, parameters }) => parameters.map((parameter) => ({ code, ...parameter })));
    if (values.json) printJson(all);
    else {
      const rows = all.map(({ code, name, title, unit, usual, inForce, values: set }) => [
        code,
        name,
        formatParameter(unit, inForce),
        formatParameter(unit, usual),
        title,
        set.map(({ effectiveFrom, value }) => `${formatParameter(unit, value)} from ${effectiveFrom}`).join(", "),
      ]);
      printTable([["Code", "Name", "Today", "Usual", "What it is", "Set"], ...rows], [2, 3]);
    }
    return 0;
  },
};

/** `set`: gives a parameter another value for the periods that begin on a day (today, if none is said) or later. */
export const setCommand: Command = {
  name: "set",
  usage: "set WORKSPACE CODE NAME VALUE [--from 2026-08-02]",
  async run(args) {
    const { values, positionals } = parse(args, { from: { type: "string" } });
    const [workspace, written, name, text, ...rest] = positionals;
    if (workspace === undefined || written === undefined || name === undefined || text === undefined || rest.length > 0)
      throw new UsageError("Say a workspace, a check, the name of a parameter and its value.");
    const code = written.toUpperCase();
    if (!isCheckCode(code)) throw new UsageError(`There is no check ${written}.`);
    if (values.from !== undefined && !isIsoDate(values.from))
      throw new UsageError(`${values.from} is no day; write it as 2026-08-02.`);
    const said = await withWorkspace(workspace, { access: "write" }, async (client) => {
      const found = (await client.reference.checks({})).find((check) => check.code === code);
      if (!found) throw new UsageError(`This version does not run ${code}.`);
      const parameter = found.parameters.find((each) => each.name === name);
      if (!parameter) {
        const names = found.parameters.map((each) => each.name);
        throw new UsageError(`${code} has no parameter "${name}". It has: ${names.join(", ")}.`);
      }
      const value = parseParameter(parameter.unit, text);
      if (value === undefined) throw new UsageError(`"${text}" is not ${PARAMETER_FORMS[parameter.unit]}.`);
      const effectiveFrom = values.from ?? (await client.workspace.status({})).today;
      await client.reference.setParameter({ code, name, effectiveFrom, value });
      return `${code} ${CATALOGUE[code].title}: ${parameter.title}: ${formatParameter(parameter.unit, value)} from ${effectiveFrom}.`;
    });
    process.stdout.write(`${said}\nRun check to compare the periods it touches again.\n`);
    return 0;
  },
};
