/** Backing up and restoring through the contract: what changes is said before, what was there is kept, and damaged backups are refused. */
import { existsSync, readFileSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import DatabaseFile from "better-sqlite3-multiple-ciphers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { clientOf, follow } from "#main/cli/command.ts";
import { importPaths } from "#main/cli/importing.ts";
import { createEngine } from "#main/engine/engine.ts";
import { restoreFolder } from "#main/engine/safety.ts";
import { backupDatabase, backupManifest, filesOf } from "#main/workspace/backup-names.ts";
import { type Rooms, roomsOf } from "#main/workspace/rooms.ts";
import { filesIn } from "#main/workspace/shared-files.ts";
import { openWorkspace } from "#main/workspace/workspace.ts";
import { writeFirstSchema } from "../store/support/first-schema.ts";
import { type Bench, openBench } from "../support/engine.ts";
import { at, contents, importTogether, invoice, summary } from "../support/imports.ts";

const STAMP = { now: new Date("2026-08-18T11:00:00"), actor: "tester" };
const work = { path: "summary.csv", text: summary("3 Standard Parcel 5"), at: at(1) };
const bill = { path: "invoice.csv", text: invoice("INV-1", "3 Standard Parcel 4"), at: at(2) };

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let bench: Bench;
let rooms: Rooms;
beforeEach(async () => {
  bench = await openBench();
  rooms = roomsOf(bench.workspace);
});
afterEach(async () => bench.close());

const backUp = async () => (await bench.client.workspace.backUp({})).name;
const preview = (backup: string) => bench.client.workspace.previewRestore({ backup });
const restore = (backup: string) => bench.client.workspace.restore({ backup });
const verify = async () => follow(await bench.client.workspace.verify({}));
const names = async () => (await bench.client.documents.history({})).map(({ name }) => name).sort();
const decisions = async () => (await bench.client.findings.list({})).map(({ id, status }) => `${id} ${status}`);

async function decide(decision: "confirm" | "dismiss"): Promise<void> {
  const ids = (await bench.client.findings.list({})).map(({ id }) => id);
  await bench.client.findings.decide({ ids, decision, reason: "because" });
}

it("a restore says what it would change, does it, and can be undone", async () => {
  await importTogether(bench, [work]);
  const early = await backUp();
  await importTogether(bench, [bill]);
  await bench.check();
  const late = await backUp();
  await decide("dismiss");
  await follow(await bench.client.claims.packet({ filter: { status: ["dismissed"] } }));
  const before = { contents: await contents(bench), decisions: await decisions() };
  const [first] = await bench.client.findings.list({});

  expect(await preview(late)).toMatchObject({
    documents: { vanish: [], comeBack: [] },
    findings: { vanish: [], comeBack: [] },
    decisions: [`${first?.code} ${first?.period} ${first?.subject}: open instead of dismissed`],
    packets: { vanish: [expect.stringMatching(/\.pdf$/)], comeBack: [] },
    missing: [],
  });
  const told = await preview(early);
  expect(told.documents).toEqual({ vanish: ["invoice.csv"], comeBack: [] });
  expect(told.findings.vanish).toHaveLength(before.decisions.length);
  expect({ contents: await contents(bench), decisions: await decisions() }).toEqual(before);

  const { previous, setAside } = await restore(early);
  expect(setAside).toBeNull();
  expect(await names()).toEqual(["summary.csv"]);
  expect(await decisions()).toEqual([]);
  expect((await verify()).lines.filter(({ state }) => state !== "good")).toEqual([]);

  expect((await preview(previous ?? "")).documents).toEqual({ vanish: [], comeBack: ["invoice.csv"] });
  await restore(previous ?? "");
  expect({ contents: await contents(bench), decisions: await decisions() }).toEqual(before);
  expect((await verify()).lines.filter(({ state }) => state !== "good")).toEqual([]);
});

it("a restore says which claims would vanish or stand otherwise, with what they received", async () => {
  await importTogether(bench, [work, bill]);
  await bench.check();
  const none = await backUp();
  await decide("confirm");
  const draft = await backUp();
  const { rows } = await bench.client.claims.list({
    filter: {},
    sort: "number",
    descending: false,
    offset: 0,
    limit: 1,
  });
  const [claim] = rows;
  if (claim === undefined) throw new Error("the confirmed finding is in a claim");
  const name = `${claim.label} ${claim.counterparty} ${claim.invoiceNumber}`;
  await bench.client.claims.step({ number: claim.number, to: "submitted", on: "2026-08-18" });
  await bench.client.claims.pay({ number: claim.number, kind: "paid", receivedOn: "2026-08-18", cents: 150, note: "" });

  expect((await preview(none)).claims).toEqual({ vanish: [name], comeBack: [] });
  expect(await preview(draft)).toMatchObject({
    claims: { vanish: [], comeBack: [] },
    decisions: [`${name}: draft, received $0.00 instead of submitted, received $1.50`],
  });
  const { previous } = await restore(none);
  expect((await preview(previous ?? "")).claims).toEqual({ vanish: [], comeBack: [name] });
});

it("a reader that is open all the time sees the restored state", async () => {
  await importTogether(bench, [work]);
  const early = await backUp();
  const reader = openWorkspace(bench.workspace, "read");
  const count = () => reader.store.read((db) => db.selectFrom("document").selectAll().execute());
  await importTogether(bench, [bill]);
  expect(await count()).toHaveLength(2);
  await restore(early);
  expect(await count()).toHaveLength(1);
  await reader.close();
});

it("an undo makes a backup first, and restoring it brings documents and originals back", async () => {
  await importTogether(bench, [work, bill]);
  const before = await contents(bench);
  const documentIds = (await bench.client.documents.history({})).map(({ id }) => id);
  await bench.client.documents.undo({ documentIds });
  expect(await filesIn(rooms.originals.folder)).toEqual([]);
  const [newest] = (await bench.client.workspace.backups({})).backups;
  expect(newest).toMatchObject({ reason: "undo", documents: 2, problem: null, missing: [] });
  await restore(newest?.name ?? "");
  expect(await contents(bench)).toEqual(before);
  expect((await verify()).whole).toBe(true);
  expect(await filesIn(rooms.originals.folder)).toHaveLength(2);
});

it("a packet of the same number that was made since the backup is kept beside the one that comes back", async () => {
  await importTogether(bench, [work, bill]);
  await bench.check();
  const empty = await backUp();
  const { file } = await follow(await bench.client.claims.packet({ filter: {} }));
  const old = readFileSync(join(rooms.packets, file));
  const { previous } = await restore(empty);
  await decide("confirm");
  await follow(await bench.client.claims.packet({ filter: {} }));
  const newer = readFileSync(join(rooms.packets, file));
  await restore(previous ?? "");
  expect(readFileSync(join(rooms.packets, file)).equals(old)).toBe(true);
  const kept = (await filesIn(rooms.packets)).find((path) => path.includes("(until "));
  expect(readFileSync(kept ?? "").equals(newer)).toBe(true);
  expect((await verify()).whole).toBe(true);
});

describe("a backup in another folder", () => {
  it("is enough to bring a workspace back where there is nothing else", async () => {
    await importTogether(bench, [work, bill]);
    await bench.check();
    const before = { contents: await contents(bench), decisions: await decisions() };
    const drive = join(bench.root, "drive");
    const { name } = await bench.client.workspace.backUp({ to: bench.files.offer(drive) });
    await bench.engine.session.leave();
    await rm(bench.workspace, { recursive: true });
    const fresh = roomsOf(join(bench.root, "fresh"));
    await openWorkspace(fresh.folder, "write").close();
    await rm(fresh.database);
    await restoreFolder(fresh, join(drive, "workspace", `${name}.json`), STAMP);
    await bench.engine.session.open(fresh.folder);
    expect({ contents: await contents(bench), decisions: await decisions() }).toEqual(before);
    expect((await verify()).whole).toBe(true);
  });

  it("cannot go to a drive that is not there", async () => {
    const to = bench.files.offer(join(bench.root, "no drive", "folder"));
    await expect(bench.client.workspace.backUp({ to })).rejects.toThrow(/There is no folder/);
  });
});

describe("a workspace whose database is damaged or gone", () => {
  it("is restored all the same; what is left of the database is kept aside", async () => {
    await importTogether(bench, [work]);
    const before = await contents(bench);
    const name = await backUp();
    await bench.engine.session.leave();
    await writeFile(rooms.database, "what a broken disk leaves");
    await expect(bench.engine.session.open(bench.workspace)).rejects.toThrow(/Restore one of its backups/);
    const { previous, setAside } = await restoreFolder(rooms, name, STAMP);
    expect(previous).toBeNull();
    expect(await readFile(setAside ?? "", "utf8")).toBe("what a broken disk leaves");
    await bench.engine.session.open(bench.workspace);
    expect(await contents(bench)).toEqual(before);
  });

  it("is not begun anew while its backups are there", async () => {
    await importTogether(bench, [work]);
    const name = await backUp();
    await bench.engine.session.leave();
    await rm(rooms.database);
    for (const access of ["read", "write"] as const)
      expect(() => openWorkspace(bench.workspace, access)).toThrow(/The database of this workspace is missing/);
    expect(existsSync(rooms.database)).toBe(false);
    await restoreFolder(rooms, name, STAMP);
    await bench.engine.session.open(bench.workspace);
    expect(await names()).toEqual(["summary.csv"]);
  });
});

describe("a workspace of the app's folder that cannot be opened", () => {
  it("is restored by its name, and opened; no name leads out of the folder", async () => {
    const home = join(bench.root, "home");
    const engine = await createEngine({ ...bench.engine.session.options, home });
    const client = clientOf(engine);
    await engine.session.openNamed("Harbor");
    const paths = await bench.put([{ path: work.path, bytes: work.text }]);
    await importPaths(client, bench.files, paths);
    const { name: backup } = await client.workspace.backUp({});
    await client.workspace.close({});
    await writeFile(roomsOf(join(home, "Harbor")).database, "what a broken disk leaves");
    await expect(client.workspace.open({ name: "Harbor" })).rejects.toThrow(/damaged/);
    const listed = await client.workspace.backups({ workspace: "Harbor" });
    expect(listed).toMatchObject({ backups: [{ name: backup, reason: "asked" }], dueProblem: null });
    await expect(client.workspace.backups({ workspace: "../workspace" })).rejects.toThrow(/no workspace of that name/);
    await client.workspace.previewRestore({ backup, workspace: "Harbor" });
    await client.workspace.restore({ backup, workspace: "Harbor" });
    expect((await client.workspace.status({})).open?.name).toBe("Harbor");
    expect((await client.documents.history({})).map(({ name }) => name)).toEqual(["summary.csv"]);
    await engine.close();
  });
});

describe("a backup is refused", () => {
  let name: string;
  let before: unknown;
  beforeEach(async () => {
    await importTogether(bench, [work]);
    name = await backUp();
    before = await contents(bench);
  });

  /** Both the preview and the restore refuse it with a sentence, and nothing changes. */
  async function refused(sentence: RegExp): Promise<void> {
    await expect(preview(name)).rejects.toThrow(sentence);
    await expect(restore(name)).rejects.toThrow(sentence);
    expect(await contents(bench)).toEqual(before);
    expect((await bench.client.workspace.backups({})).backups).toHaveLength(1);
  }

  /** Changes its database and, if asked, writes its new hash down, as one who knows the format would. */
  async function spoil(work: (db: DatabaseFile.Database) => void, cover: boolean): Promise<void> {
    const file = backupDatabase(rooms.backups, name);
    const db = new DatabaseFile(file);
    work(db);
    db.close();
    if (!cover) return;
    const { sha256Of } = await import("#main/documents/archive.ts");
    const bytes = readFileSync(file);
    await describeAs((manifest) => ({ ...manifest, database: { sha256: sha256Of(bytes), bytes: bytes.length } }));
  }

  async function describeAs(change: (manifest: Record<string, unknown>) => unknown): Promise<void> {
    const file = backupManifest(rooms.backups, name);
    await writeFile(file, JSON.stringify(change(JSON.parse(await readFile(file, "utf8")) as Record<string, unknown>)));
  }

  it("that is not there", async () => {
    await expect(preview("2020-01-01T00-00-00-000Z-day")).rejects.toThrow(/There is no backup/);
    await expect(preview("../../secrets")).rejects.toThrow();
  });

  it("of which a byte was changed", async () => {
    await spoil((db) => db.exec("UPDATE meta SET value = value || '0'"), false);
    await refused(/is damaged: its database is not the file that was written\. Nothing was changed/);
  });

  it("that does not add up to what it says", async () => {
    await spoil((db) => db.exec("INSERT INTO meta VALUES ('added', 'later')"), true);
    await refused(/is damaged: control totals: meta: \d+ instead of \d+ rows/);
  });

  it("whose audit trail is not whole", async () => {
    await spoil((db) => db.exec("DROP TRIGGER audit_keep_update; UPDATE audit SET actor = 'x' WHERE seq = 1"), true);
    await refused(/is damaged: entry 1 of the audit trail was changed/);
  });

  it("whose database or description is gone or unreadable", async () => {
    await writeFile(backupManifest(rooms.backups, name), "{");
    await refused(/its description cannot be read/);
    await rm(backupManifest(rooms.backups, name));
    await expect(preview(name)).rejects.toThrow(/was never finished/);
  });

  it("that bears another one's description", async () => {
    await describeAs((manifest) => ({ ...manifest, name: "2026-08-01T12-00-00-000Z-day" }));
    await refused(/is damaged: its description is that of 2026-08-01T12-00-00-000Z-day/);
  });

  it("of a newer schema", async () => {
    await describeAs((manifest) => ({ ...manifest, totals: { ...(manifest.totals as object), schema: 99 } }));
    await refused(/was made by a newer version of Backhaul \(schema 99;/);
  });

  it("but not because an original is lost: that is said, and the figures are kept", async () => {
    for (const { folder } of [filesOf(rooms.backups, null), rooms.originals])
      for (const file of await filesIn(folder)) await rm(file);
    const sentence = expect.stringMatching(/^The original of summary\.csv is missing from the backup/);
    expect((await preview(name)).missing).toEqual([sentence]);
    expect((await restore(name)).missing).toEqual([sentence]);
    expect(await contents(bench)).toEqual(before);
  });
});

it("a backup of an earlier schema is brought up to date as it is restored", async () => {
  await bench.engine.session.leave();
  const old = roomsOf(join(bench.root, "old"));
  await openWorkspace(old.folder, "write").close();
  await rm(old.database);
  writeFirstSchema(old.database);
  await openWorkspace(old.folder, "write", () => STAMP.now).close();
  await bench.engine.session.open(old.folder);
  const [update] = (await bench.client.workspace.backups({})).backups;
  expect(update).toMatchObject({ reason: "update", problem: null });
  const { documents, findings, packets } = await preview(update?.name ?? "");
  for (const change of [documents, findings, packets]) expect(change).toEqual({ vanish: [], comeBack: [] });
  await restore(update?.name ?? "");
  expect((await bench.client.workspace.backups({})).backups.map(({ reason }) => reason)).toEqual(["restore", "update"]);
});
