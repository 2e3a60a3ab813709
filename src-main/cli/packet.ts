import { existsSync } from "node:fs";
import { dirname, extname, resolve } from "node:path";
import { CLAIM_KINDS, type ClaimKind, type PacketFormat, packetFormat } from "#shared/contract/claims.ts";
import { formatCents } from "#shared/money.ts";
import { type Command, follow, parse, printJson, UsageError, withWorkspace } from "./command.ts";
import { FILTER_OPTIONS, FILTER_USAGE, filterOf } from "./filters.ts";

/** `packet`: writes the packet of a claim, or of the findings that match, in the format that the file's name says. */
export const packetCommand: Command = {
  name: "packet",
  usage: `packet WORKSPACE [--claim NUMBER | ${FILTER_USAGE} [--for ${CLAIM_KINDS.join("|")}]] --out FILE.(pdf|zip|xlsx|csv) [--json]`,
  async run(args) {
    const { values, positionals } = parse(args, {
      json: { type: "boolean" },
      out: { type: "string" },
      claim: { type: "string" },
      for: { type: "string" },
      ...FILTER_OPTIONS,
    });
    const [workspace, ...rest] = positionals;
    const { out } = values;
    if (workspace === undefined || rest.length > 0 || out === undefined)
      throw new UsageError("Say one workspace and --out.");
    if (!existsSync(dirname(resolve(out)))) throw new UsageError(`There is no folder ${dirname(out)}.`);
    const filter = filterOf(values);
    const claim = values.claim === undefined ? {} : { claimNumber: claimNumberOf(values.claim) };
    if (values.claim !== undefined && (values.for !== undefined || Object.keys(filter).length > 0))
      throw new UsageError("A claim says itself which findings it has and who they are for.");
    const kind = values.for === undefined ? {} : { kind: kindOf(values.for) };
    const format = formatOf(out);
    const result = await withWorkspace(workspace, { access: "write" }, async (client, _engine, files) =>
      follow(await client.claims.packet({ filter, ...claim, ...kind, format, to: files.offer(resolve(out)) })),
    );
    const pages = result.pages > 0 ? `, ${result.pages} pages` : "";
    if (values.json) printJson(result);
    else {
      const { file, findings, totalCents, zip } = result;
      process.stdout.write(`${file}: ${findings} findings, ${formatCents(totalCents)} claimable${pages}.\n`);
      if (zip !== undefined)
        process.stdout.write(`The originals are too large for it: they are in ${zip} in the packets folder.\n`);
    }
    return 0;
  },
};

/** `7`, `C-7` and `C-0007` are the same claim. */
function claimNumberOf(text: string): number {
  const number = Number(/^(?:C-)?(\d{1,9})$/i.exec(text)?.[1]);
  if (!(number > 0)) throw new UsageError(`"${text}" is no claim's number. Write it like C-0007.`);
  return number;
}

function kindOf(text: string): ClaimKind {
  const kind = CLAIM_KINDS.find((each) => each === text);
  if (kind === undefined) throw new UsageError(`A packet is for ${CLAIM_KINDS.join(", ")}.`);
  return kind;
}

function formatOf(file: string): PacketFormat {
  const format = packetFormat.safeParse(extname(file).slice(1).toLowerCase());
  if (!format.success)
    throw new UsageError(`${file} must end in ${packetFormat.options.map((each) => `.${each}`).join(", ")}.`);
  return format.data;
}
