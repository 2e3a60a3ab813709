import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { CATALOGUE, DIRECTION_LABELS } from "#shared/catalogue.ts";
import type { Finding } from "#shared/contract/schemas.ts";
import { formatCents } from "#shared/money.ts";
import { isWorkspace } from "../workspace/workspace.ts";
import { type Command, follow, parse, printTable, RESOURCES, UsageError, withWorkspace } from "./command.ts";
import { importPaths } from "./importing.ts";

/** A planted leak of the sample company, as `truth.json` lists it. */
interface Leak {
  readonly code: string;
  readonly station: string | null;
  readonly period: string;
  readonly amountCents: number | null;
}

/** `demo`: imports the sample company, checks it, writes the packet and says what was found. */
export const demoCommand: Command = {
  name: "demo",
  usage: "demo [--out FOLDER]",
  async run(args) {
    const { values, positionals } = parse(args, { out: { type: "string" } });
    if (positionals.length > 0) throw new UsageError("demo takes no arguments.");
    const folder = resolve(values.out ?? join(tmpdir(), "backhaul-demo"));
    if (isWorkspace(folder)) {
      if (values.out !== undefined) throw new UsageError(`${values.out} already holds a workspace.`);
      await rm(folder, { recursive: true });
    } else if (values.out === undefined && existsSync(folder))
      throw new UsageError(`${folder} is in the way; name a folder with --out.`);
    const sample = join(RESOURCES, "sample-company");
    const started = process.hrtime.bigint();
    const { imported, findings, packet } = await withWorkspace(
      folder,
      { access: "write", create: true },
      async (client, engine, files) => {
        const imported = await importPaths(client, files, [sample], (next) => engine.session.readAhead(next));
        await follow(await client.findings.check({}));
        const pdf = join(folder, "sample-packet.pdf");
        const packet = await follow(await client.claims.packet({ filter: {}, to: files.offer(pdf) }));
        return { imported, findings: await client.findings.list({}), packet };
      },
    );
    const seconds = Number((process.hrtime.bigint() - started) / 100_000_000n) / 10;
    const out = (line: string) => process.stdout.write(`${line}\n`);
    out(
      `Sample company: ${imported.imported.length} documents, ${imported.imported.reduce((sum, file) => sum + file.rows, 0)} rows, in ${seconds} s\n`,
    );
    printTable([["Check", "", "Direction", "Findings", "Dollars"], ...summary(findings)], [3, 4]);
    out("");
    const leaks = JSON.parse(await readFile(join(sample, "truth.json"), "utf8")) as { leaks: Leak[] };
    const matched = matchedLeaks(leaks.leaks, findings);
    out(
      `${matched} of ${leaks.leaks.length} planted leaks found to the cent; ${findings.length - matched} findings beyond them.`,
    );
    out(`Claimable: ${formatCents(packet.totalCents)}`);
    out(`Packet:    ${packet.file} (${packet.pages} pages)`);
    out(`Workspace: ${folder}`);
    return imported.refused.length === 0 && matched === leaks.leaks.length && matched === findings.length ? 0 : 1;
  },
};

function summary(findings: readonly Finding[]): string[][] {
  const codes = [...new Set(findings.map((finding) => finding.code))].sort();
  return codes.map((code) => {
    const rows = findings.filter((finding) => finding.code === code);
    const cents = rows.reduce((sum, finding) => sum + (finding.amountCents ?? 0), 0);
    const priced = rows.some((finding) => finding.amountCents !== null);
    const [first] = rows;
    return [
      code,
      CATALOGUE[code].title,
      first ? DIRECTION_LABELS[first.direction] : "",
      String(rows.length),
      priced ? formatCents(cents) : "-",
    ];
  });
}

/** How many leaks have a finding of their code, station, period and amount of their own. */
function matchedLeaks(leaks: readonly Leak[], findings: readonly Finding[]): number {
  const left = findings.map(leakKey);
  let matched = 0;
  for (const leak of leaks) {
    const index = left.indexOf(leakKey(leak));
    if (index < 0) continue;
    left.splice(index, 1);
    matched += 1;
  }
  return matched;
}

function leakKey({ code, station, period, amountCents }: Leak): string {
  return JSON.stringify([code, station, period, amountCents]);
}
