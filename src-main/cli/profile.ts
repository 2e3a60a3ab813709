import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { documentKind, type MappingProfile, mappingProfile } from "#shared/contract/schemas.ts";
import {
  type Client,
  type Command,
  follow,
  parse,
  printJson,
  printTable,
  UsageError,
  withWorkspace,
} from "./command.ts";

const SUGGEST = "suggest WORKSPACE FILE [--kind KIND]";

/** `profile`: the saved mappings of unknown tables: to look at, to edit as JSON, to take to another workspace. */
export const profileCommand: Command = {
  name: "profile",
  usage: `profile (list WORKSPACE | show WORKSPACE NAME | save WORKSPACE FILE.json | remove WORKSPACE NAME | export WORKSPACE NAME --out FILE | ${SUGGEST}) [--json]`,
  async run(args) {
    const { values, positionals } = parse(args, {
      json: { type: "boolean" },
      out: { type: "string" },
      kind: { type: "string" },
    });
    const [action, workspace, what, ...rest] = positionals;
    if (
      action === undefined ||
      workspace === undefined ||
      rest.length > 0 ||
      (what === undefined) !== (action === "list")
    ) {
      throw new UsageError("Say what to do, the workspace, and which mapping or file.");
    }
    const name = what ?? "";
    switch (action) {
      case "list":
        return list(workspace, values.json === true);
      case "show":
        printJson(await named(workspace, name));
        return 0;
      case "save":
        return save(workspace, name);
      case "remove":
        await withWorkspace(workspace, { access: "write" }, (client) => client.reference.removeProfile({ name }));
        process.stdout.write(`removed  ${name}\n`);
        return 0;
      case "export":
        return write(await named(workspace, name), values.out);
      case "suggest":
        return suggest(workspace, name, values.kind);
      default:
        throw new UsageError(`There is no "profile ${action}".`);
    }
  },
};

async function list(workspace: string, json: boolean): Promise<number> {
  const profiles = await withWorkspace(workspace, { access: "read" }, (client) => client.reference.profiles({}));
  if (json) printJson(profiles);
  else {
    const rows = profiles.map(({ name, kind, layout, columns }) => [
      name,
      kind,
      layout || "-",
      Object.values(columns).join(", "),
    ]);
    printTable([["Name", "Kind", "Layout", "Columns"], ...rows]);
  }
  return 0;
}

async function named(workspace: string, name: string): Promise<MappingProfile> {
  return withWorkspace(workspace, { access: "read" }, (client) => profileOf(client, name));
}

/** The saved mapping of a name. Throws UsageError where there is none. */
export async function profileOf(client: Client, name: string): Promise<MappingProfile> {
  const found = (await client.reference.profiles({})).find((profile) => profile.name === name);
  if (!found) throw new UsageError(`There is no mapping "${name}".`);
  return found;
}

async function save(workspace: string, file: string): Promise<number> {
  const profile = await profileIn(file);
  await withWorkspace(workspace, { access: "write" }, (client) => client.reference.saveProfile({ profile }));
  process.stdout.write(`saved  ${profile.name}  (${profile.kind})\n`);
  return 0;
}

async function profileIn(file: string): Promise<MappingProfile> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    throw new UsageError(`${file} cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const read = mappingProfile.safeParse(json);
  if (read.success) return read.data;
  const problems = read.error.issues.map(({ path, message }) => `${path.join(".") || "the whole"}: ${message}`);
  throw new UsageError(`${file} is no mapping. ${problems.join("; ")}.`);
}

async function write(profile: MappingProfile, out: string | undefined): Promise<number> {
  if (out === undefined) throw new UsageError("Say the file to write with --out.");
  await writeFile(out, `${JSON.stringify(profile, null, 2)}\n`);
  process.stdout.write(`written  ${out}\n`);
  return 0;
}

/** Prints a draft for `save`; what a person has to look at goes to standard error. */
async function suggest(workspace: string, file: string, kindText: string | undefined): Promise<number> {
  if (!existsSync(file)) throw new UsageError(`There is no file ${file}.`);
  const kind = kindText === undefined ? undefined : documentKind.safeParse(kindText.toLowerCase()).data;
  if (kindText !== undefined && kind === undefined) {
    throw new UsageError(`There is no kind "${kindText}". Kinds are ${documentKind.options.join(", ")}.`);
  }
  return withWorkspace(workspace, { access: "read" }, async (client, _engine, grants) => {
    const { planId, files } = await follow(await client.documents.plan({ files: [grants.offer(resolve(file))] }));
    const note = (line: string) => process.stderr.write(`${line}\n`);
    let code = 3;
    for (const { sha256, name, state, message, mapping } of files) {
      if (state !== "mapping") note(`${name} needs no mapping: ${message}`);
      for (const { sheet, headerRow } of mapping?.tables ?? []) {
        const asked = { planId, sha256, sheet, headerRow, ...(kind === undefined ? {} : { kind, layout: "" }) };
        const { profile, fields, guessed, datesAmbiguous, numbersAmbiguous } =
          await client.documents.suggestMapping(asked);
        note(`${name}${sheet === null ? "" : `, sheet ${sheet}`}: ${message}`);
        const open = fields.filter(({ field, required }) => required && profile.columns[field] === undefined);
        if (open.length > 0)
          note(`  still to be said: ${open.map(({ field }) => field).join(", ")} (in columns or constants)`);
        if (guessed.length > 0) note(`  only guessed: ${guessed.join(", ")}`);
        if (datesAmbiguous) note("  dates can be read both ways: check dates");
        if (numbersAmbiguous) note("  numbers can be read both ways: check numbers");
        const others = fields.filter(({ field, required }) => !required && profile.columns[field] === undefined);
        if (others.length > 0) note(`  also known: ${others.map(({ field }) => field).join(", ")}`);
        printJson(profile);
        code = 0;
      }
    }
    return code;
  });
}
