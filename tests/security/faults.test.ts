/** Faults nobody expected: written down without their words, and still an error for whoever asked. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3-multiple-ciphers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { clientOf } from "#main/cli/command.ts";
import { createEngine, type Engine } from "#main/engine/engine.ts";
import { faultsFile, recordedFaults } from "#main/engine/error-log.ts";
import { FileGrants } from "#main/engine/grants.ts";

let home: string;
let engine: Engine;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "backhaul-home-"));
  engine = await createEngine({
    home,
    resources: join(import.meta.dirname, "../../resources"),
    parserWorker: new URL("../../src-main/documents/read/worker.ts", import.meta.url),
    access: "write",
    files: new FileGrants(),
    actor: "tester",
    run: null,
    version: "0.1.0",
    now: () => new Date("2026-08-18T12:00:00Z"),
  });
  await engine.session.openNamed("Harbor Line");
});
afterEach(async () => {
  await engine.close();
  await rm(home, { recursive: true });
});

/** Takes a table away under the engine, which is no error anybody has words for. */
function breakTable(name: string): void {
  const db = new Database(join(home, "Harbor Line", "backhaul.db"));
  db.pragma("foreign_keys = OFF");
  db.exec(`DROP TABLE "${name}"`);
  db.close();
}

describe("a fault", () => {
  it("of a call is recorded with its place and code", async () => {
    breakTable("parameter");
    await expect(clientOf(engine).reference.checks({})).rejects.toThrow();
    expect(recordedFaults(home)).toMatchObject([
      { at: "2026-08-18T12:00:00.000Z", version: "0.1.0", part: "reference.checks", code: "SQLITE_ERROR" },
    ]);
    expect(await readFile(faultsFile(home), "utf8")).not.toMatch(/no such table|Harbor|[\\/]/);
  });

  it("of a long command is recorded as well", async () => {
    breakTable("outcome");
    breakTable("scopeState");
    const events = await clientOf(engine).findings.check({});
    await expect(
      (async () => {
        for await (const event of events) void event;
      })(),
    ).rejects.toThrow();
    expect(recordedFaults(home)).toMatchObject([{ part: "findings.check" }]);
  });

  it("is not what the contract has words for, nor a cancelled command", async () => {
    const client = clientOf(engine);
    await expect(client.findings.get({ id: "nothing" })).rejects.toThrow();
    const abort = new AbortController();
    abort.abort();
    const cancelled = async () => {
      for await (const event of await client.findings.check({}, { signal: abort.signal })) void event;
    };
    await cancelled().catch(() => "it may say that it was cancelled");
    expect(recordedFaults(home)).toEqual([]);
  });
});
