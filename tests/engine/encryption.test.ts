/** An encrypted workspace through the contract: what works on a plain one works on it, and nothing does while it is locked. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { createRouterClient } from "@orpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Client, clientOf, follow } from "#main/cli/command.ts";
import { createEngine, type EngineOptions } from "#main/engine/engine.ts";
import { FileGrants } from "#main/engine/grants.ts";
import { KeyCell } from "#main/engine/key-cell.ts";
import { Keychain } from "#main/engine/keychain.ts";
import type { KeychainRequest } from "#main/engine/process-messages.ts";
import { openFile } from "#main/store/connection.ts";
import { filesIn } from "#main/workspace/shared-files.ts";
import { filesWith } from "../store/support/encrypted.ts";
import { type Bench, openBench } from "../support/engine.ts";
import { at, importTogether, invoice, summary, type TimedFile } from "../support/imports.ts";

const PASSPHRASE = "four vans at dawn";
const FILES: readonly TimedFile[] = [
  { path: "summary.csv", text: summary("3 Standard Parcel 5", "4 Standard Parcel 6"), at: at(1) },
  { path: "invoice.csv", text: invoice("INV-1", "3 Standard Parcel 4"), at: at(2) },
];

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(async () => bench.close());

const encrypt = async (client: Client, passphrase = PASSPHRASE) =>
  follow(await client.workspace.encrypt({ passphrase }));
/** The rows a finding rests on, as they stand in the archived originals. */
async function sourcesOf(client: Client) {
  const [finding] = await client.findings.list({});
  const { sources } = await client.findings.get({ id: finding?.id ?? "" });
  return Promise.all(
    sources.map(({ documentId, sheet, row }) => client.documents.source({ documentId, sheet, row, around: 0 })),
  );
}

describe("one workspace, from plain to encrypted and back", () => {
  let recoveryKey = "";
  let before: Awaited<ReturnType<Client["findings"]["list"]>>;

  it("is encrypted with everything in it", async () => {
    const { client } = bench;
    await importTogether(bench, FILES);
    await bench.check();
    before = await client.findings.list({});
    expect(before.length).toBeGreaterThan(0);
    expect((await client.workspace.status({})).open).toMatchObject({ encrypted: false });
    expect(await filesWith(bench.workspace, "Standard Parcel")).not.toEqual([]);
    const made = await encrypt(client);
    recoveryKey = made.recoveryKey;
    expect(made.left).toEqual([]);
    expect(await filesWith(bench.workspace, "Standard Parcel")).toEqual([]);
    expect(await client.workspace.status({})).toMatchObject({ locked: null, open: { encrypted: true, documents: 2 } });
    expect(await client.findings.list({})).toEqual(before);
    await expect(encrypt(client)).rejects.toThrow(
      "This workspace is encrypted already. Change its passphrase instead.",
    );
  });

  it("goes on as before: imports, checks, undo, backup, restore and verify", async () => {
    const { client } = bench;
    await importTogether(bench, [{ path: "more.csv", text: summary("5 Standard Parcel 7"), at: at(3) }]);
    await bench.check();
    const backup = await client.workspace.backUp({});
    expect(backup).toMatchObject({ documents: 3, problem: null, missing: [] });
    const documents = await client.documents.history({});
    await client.documents.undo({
      documentIds: documents.filter(({ name }) => name === "more.csv").map(({ id }) => id),
    });
    expect(await client.documents.history({})).toHaveLength(2);
    expect((await client.workspace.previewRestore({ backup: backup.name })).documents.comeBack).toEqual(["more.csv"]);
    await client.workspace.restore({ backup: backup.name });
    expect(await client.documents.history({})).toHaveLength(3);
    const { lines } = await follow(await client.workspace.verify({}));
    expect(lines.filter(({ state }) => state !== "good")).toEqual([]);
    expect(lines[0]?.text).toBe("The workspace is encrypted, and its key file is whole.");
    expect(await filesWith(bench.workspace, "Standard Parcel")).toEqual([]);
    // The index of words fits the findings it was made of.
    const { database, vault } = bench.engine.session.workspace.rooms;
    const db = openFile(database, { readonly: false, mustExist: true, vault });
    db.exec(`INSERT INTO "findingSearch" ("findingSearch", rank) VALUES ('integrity-check', 1)`);
    db.close();
  });

  it("shows the rows of its originals, and puts them into packets", async () => {
    const { client } = bench;
    const sources = await sourcesOf(client);
    expect(sources.length).toBeGreaterThan(0);
    expect(JSON.stringify(sources)).toContain("Standard Parcel");
    const packet = join(bench.root, "packet.pdf");
    const made = await follow(await client.claims.packet({ filter: {}, to: bench.files.offer(packet) }));
    expect(made.findings).toBeGreaterThan(0);
  });

  it("answers nothing while it is locked, and says so", async () => {
    const { client } = bench;
    const { engine } = bench;
    expect(await client.workspace.lock({})).toMatchObject({ open: null, locked: "workspace" });
    const refused = {
      code: "LOCKED",
      message: "This workspace is locked. Unlock it with its passphrase or its recovery key.",
    };
    await expect(client.findings.list({})).rejects.toMatchObject(refused);
    await expect(client.documents.history({})).rejects.toMatchObject(refused);
    await expect(client.workspace.backUp({})).rejects.toMatchObject(refused);
    await expect(follow(await client.workspace.verify({}))).rejects.toMatchObject(refused);
    expect(engine.session.keys.vaultOf(bench.workspace)).toBeNull();
    await expect(
      client.workspace.unlock({ secret: { passphrase: "four vans at dusk" }, remember: false }),
    ).rejects.toMatchObject({
      code: "LOCKED",
      message: "That is not the passphrase of this workspace. Try again, or use the recovery key.",
    });
    await expect(client.workspace.unlock({ secret: { recoveryKey: "ABC" }, remember: false })).rejects.toMatchObject({
      message: "A recovery key has eight groups of five characters; this one has 3 characters.",
    });
    expect((await client.workspace.status({})).locked).toBe("workspace");
    expect(await client.workspace.unlock({ secret: { recoveryKey }, remember: true })).toMatchObject({ locked: null });
    expect(await client.documents.history({})).toHaveLength(3);
    await expect(client.workspace.unlock({ secret: { passphrase: PASSPHRASE }, remember: false })).rejects.toThrow(
      /no locked workspace/,
    );
  });

  it("changes its passphrase and its recovery key, if who asks knows one", async () => {
    const { client } = bench;
    const wrong = client.workspace.changePassphrase({
      secret: { passphrase: "wrong wrong" },
      passphrase: "vans at noon 77",
    });
    await expect(wrong).rejects.toMatchObject({ code: "LOCKED" });
    const short = client.workspace.changePassphrase({ secret: { recoveryKey }, passphrase: "short" });
    await expect(short).rejects.toMatchObject({
      code: "REFUSED",
      message: "A passphrase needs at least 8 characters.",
    });
    await client.workspace.changePassphrase({ secret: { recoveryKey }, passphrase: "vans at noon 77" });
    const made = await client.workspace.newRecoveryKey({ passphrase: "vans at noon 77" });
    expect(made.recoveryKey).not.toBe(recoveryKey);
    await client.workspace.lock({});
    await expect(client.workspace.unlock({ secret: { recoveryKey }, remember: false })).rejects.toMatchObject({
      code: "LOCKED",
    });
    await client.workspace.unlock({ secret: { recoveryKey: made.recoveryKey }, remember: false });
  });

  it("says in its audit trail what was done, and never a key", async () => {
    const { store } = bench.engine.session.workspace;
    const trail = await store.read((db) => db.selectFrom("audit").selectAll().orderBy("seq").execute());
    expect(trail.filter(({ command }) => command === "encrypt")).toMatchObject([{ actor: "tester", before: "null" }]);
    expect(JSON.stringify(trail)).not.toContain(recoveryKey.slice(0, 11));
  });

  it("is decrypted with its passphrase, and is what it was", async () => {
    const { client } = bench;
    await expect(follow(await client.workspace.decrypt({ passphrase: PASSPHRASE }))).rejects.toMatchObject({
      code: "LOCKED",
    });
    expect(await follow(await client.workspace.decrypt({ passphrase: "vans at noon 77" }))).toEqual({ left: [] });
    expect((await client.workspace.status({})).open).toMatchObject({ encrypted: false, documents: 3 });
    expect(await readdir(bench.workspace)).not.toContain("key.json");
    const { lines } = await follow(await client.workspace.verify({}));
    expect(lines.filter(({ state }) => state === "problem")).toEqual([]);
    await expect(client.workspace.lock({})).rejects.toThrow(/is not encrypted/);
  });
});

describe("two engines of one app", () => {
  const kept = new Map<string, string>();
  /** A keychain of the system that works, or does not. */
  const keychain = (problem: string | null = null) =>
    new Keychain(async (request: KeychainRequest) => {
      if (request.do === "problem") return problem;
      if (request.do === "recall") return kept.get(request.id) ?? null;
      if (request.do === "keep") kept.set(request.id, request.secret);
      else kept.delete(request.id);
      return null;
    });

  async function start(home: string, more: Partial<EngineOptions> = {}) {
    const keys = new KeyCell();
    const options = {
      home,
      resources: join(import.meta.dirname, "../../resources"),
      parserWorker: new URL("../../src-main/documents/read/worker.ts", import.meta.url),
      files: new FileGrants(),
      actor: "tester",
      run: null,
      version: "test",
      now: () => new Date("2026-08-18T12:00:00"),
      ...more,
    };
    const reader = await createEngine({ ...options, access: "read", keys });
    const writer = await createEngine({ ...options, access: "write", keys: new KeyCell(keys.memory) });
    return {
      reader,
      writer,
      read: createRouterClient(reader.router, { context: {} }),
      write: clientOf(writer),
      async stop() {
        await writer.close();
        await reader.close();
      },
    };
  }
  const OPEN = { dspCode: "HLNE", station: "DXA4", stationName: "Memphis", state: "TN", timeZone: "America/Chicago" };

  it("share the key in memory: what one unlocks, the other reads, and what one locks, neither does", async () => {
    const home = join(bench.root, "home");
    const app = await start(home);
    await app.write.workspace.create(OPEN);
    await app.reader.release();
    await encrypt(app.write);
    await app.reader.refresh();
    expect((await app.read.workspace.status({})).open).toMatchObject({ name: "HLNE", encrypted: true });
    await app.write.workspace.lock({});
    await app.reader.refresh();
    expect(await app.read.workspace.status({})).toMatchObject({ open: null, locked: "HLNE" });
    await app.write.workspace.unlock({ secret: { passphrase: PASSPHRASE }, remember: true });
    await app.reader.refresh();
    expect((await app.read.workspace.status({})).open?.documents).toBe(1);
    await app.write.workspace.close({});
    await app.reader.refresh();
    expect((await app.write.workspace.open({ name: "HLNE" })).locked).toBe("HLNE");
    await app.stop();
  });

  it("start locked, and open what the computer remembers", async () => {
    const home = join(bench.root, "home");
    const without = await start(home, { keychain: keychain("This computer offers no keychain.") });
    expect(await without.read.workspace.status({})).toMatchObject({ open: null, locked: "HLNE" });
    await without.write.workspace.unlock({ secret: { passphrase: PASSPHRASE }, remember: true });
    expect(await without.write.workspace.remembering({})).toEqual({
      problem: "This computer offers no keychain.",
      remembered: false,
    });
    await expect(without.write.workspace.remember({ on: true })).rejects.toThrow("This computer offers no keychain.");
    await without.stop();

    const first = await start(home, { keychain: keychain() });
    expect((await first.read.workspace.status({})).locked).toBe("HLNE");
    await first.write.workspace.unlock({ secret: { passphrase: PASSPHRASE }, remember: true });
    expect(await first.write.workspace.remembering({})).toEqual({ problem: null, remembered: true });
    await first.stop();

    const second = await start(home, { keychain: keychain() });
    expect((await second.read.workspace.status({})).open).toMatchObject({ name: "HLNE", encrypted: true });
    expect((await second.write.workspace.status({})).open).toMatchObject({ name: "HLNE" });
    // Who locks it wants it locked, whatever the computer remembers.
    await second.write.workspace.lock({});
    await second.reader.refresh();
    expect((await second.read.workspace.status({})).locked).toBe("HLNE");
    await second.write.workspace.unlock({ secret: { passphrase: PASSPHRASE }, remember: false });
    expect(await second.write.workspace.remember({ on: false })).toEqual({ problem: null, remembered: false });
    expect(kept.size).toBe(0);
    await second.stop();
  });

  it("never write the passphrase or a key to the disk", async () => {
    const everything = await Promise.all((await filesIn(bench.root)).map((path) => readFile(path)));
    const all = Buffer.concat(everything);
    expect(all.includes(PASSPHRASE)).toBe(false);
  });
});
