/**
 * A workspace of each released version, as that version itself wrote it (the sample company's first week, decisions and a packet):
 * today's app opens it, finds it whole, and knows every finding and decision of then.
 */
import { readFileSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { clientOf, follow } from "#main/cli/command.ts";
import { createEngine } from "#main/engine/engine.ts";
import { FileGrants } from "#main/engine/grants.ts";
import { withDatabase } from "#main/store/backup.ts";
import { NEWEST } from "#main/store/migrate.ts";
import { controlTotals, totalsDiffer } from "#main/store/totals.ts";
import { roomsOf } from "#main/workspace/rooms.ts";

const RELEASED = join(import.meta.dirname, "released");
const known = z.array(
  z.strictObject({ id: z.string(), code: z.string(), amountCents: z.int().nullable(), status: z.string() }),
);
/** Schemas that were released. A release adds its own, written by the version that was released. */
const SCHEMAS = [1, 2];

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "backhaul-released-"));
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

async function unpack(schema: number): Promise<void> {
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(join(RELEASED, `schema-${schema}.zip`))))) {
    if (name.endsWith("/")) continue;
    const target = join(folder, name);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, bytes);
  }
  for (const room of ["backups", "packets"]) await mkdir(join(folder, room), { recursive: true });
}

async function open() {
  const engine = await createEngine({
    home: null,
    resources: join(import.meta.dirname, "../../resources"),
    parserWorker: new URL("../../src-main/documents/read/worker.ts", import.meta.url),
    access: "write",
    files: new FileGrants(),
    run: null,
    actor: "tester",
    version: "test",
    now: () => new Date("2026-08-20T12:00:00"),
  });
  await engine.session.open(folder);
  return { engine, client: clientOf(engine) };
}

describe.each(SCHEMAS)("the workspace of schema %i", (schema) => {
  it("opens with the same control totals, is whole, and keeps every finding with its decision", async () => {
    await unpack(schema);
    const before = withDatabase(roomsOf(folder).database, controlTotals);
    expect(before.schema).toBe(schema);
    const { engine, client } = await open();
    const findings = known.parse(JSON.parse(readFileSync(join(RELEASED, `schema-${schema}.findings.json`), "utf8")));
    const now = await client.findings.list({});
    expect(now.map(({ id, code, amountCents, status }) => ({ id, code, amountCents, status }))).toEqual(findings);
    expect(findings.filter(({ status }) => status !== "open").length).toBeGreaterThanOrEqual(6);
    const verified = await follow(await client.workspace.verify({}));
    expect(verified.lines.filter(({ state }) => state === "problem")).toEqual([]);
    await engine.close();
    const after = withDatabase(roomsOf(folder).database, controlTotals);
    expect(after.schema).toBe(NEWEST);
    expect(totalsDiffer(before, after, false)).toBeNull();
    expect((await readdir(roomsOf(folder).backups)).some((name) => name.includes("update"))).toBe(true);
  });

  it("is checked again without losing a decision on what is still found", async () => {
    await unpack(schema);
    const { engine, client } = await open();
    await follow(await client.findings.check({}));
    const findings = known.parse(JSON.parse(readFileSync(join(RELEASED, `schema-${schema}.findings.json`), "utf8")));
    const now = new Map((await client.findings.list({})).map((finding) => [finding.id, finding]));
    const same = findings.filter(({ id, amountCents }) => now.get(id)?.amountCents === amountCents);
    expect(same.length).toBeGreaterThan(findings.length / 2);
    expect(same.filter(({ id, status }) => now.get(id)?.status !== status)).toEqual([]);
    await engine.close();
  });
});
