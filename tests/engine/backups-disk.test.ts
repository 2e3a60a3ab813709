/**
 * What a disk can do to a workspace: each ends in a sentence and exit code 1, and leaves everything as it was. Commands that meet a full
 * disk or a locked folder run as processes of their own.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, readFileSync } from "node:fs";
import { cp, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import DatabaseFile from "better-sqlite3-multiple-ciphers";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { follow } from "#main/cli/command.ts";
import { main } from "#main/cli/main.ts";
import { sha256Of } from "#main/documents/archive.ts";
import { soundTotals } from "#main/store/backup.ts";
import { backupDatabase } from "#main/workspace/backup-names.ts";
import { backupsIn } from "#main/workspace/found-backups.ts";
import { roomsOf } from "#main/workspace/rooms.ts";
import { filesIn } from "#main/workspace/shared-files.ts";
import { verifyWorkspace } from "#main/workspace/verifying.ts";
import { openWorkspace } from "#main/workspace/workspace.ts";
import { type Bench, openBench } from "../support/engine.ts";
import { at, importTogether, invoice, summary, timecard } from "../support/imports.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const BACKHAUL = fileURLToPath(new URL("../../src-main/cli/backhaul.mjs", import.meta.url));
const hours = Array.from({ length: 9_000 }, (_, index) => `3 ${String(index).padStart(6, "0")} 09:00 AM 05:30 PM`);

let bench: Bench;
let ready: string;
let backup: string;
let many: string;
beforeAll(async () => {
  bench = await openBench();
  await importTogether(bench, [
    { path: "summary.csv", text: summary("3 Standard Parcel 5"), at: at(1) },
    { path: "invoice.csv", text: invoice("INV-1", "3 Standard Parcel 4"), at: at(2) },
  ]);
  await bench.check();
  backup = (await bench.client.workspace.backUp({})).name;
  [many = ""] = await bench.put([{ path: "hours.csv", bytes: timecard(...hours) }]);
  await bench.engine.session.leave();
  ready = join(bench.root, "ready");
  await cp(bench.workspace, ready, { recursive: true });
});
afterAll(async () => bench.close());

const rooms = () => roomsOf(bench.workspace);
beforeEach(async () => {
  await rm(bench.workspace, { recursive: true, force: true });
  await cp(ready, bench.workspace, { recursive: true });
});

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

/** Runs `backhaul` with these words; `wrapped` are the words of a program that runs it as a process. */
async function backhaul(args: readonly string[], wrapped?: readonly string[]): Promise<Ended> {
  if (wrapped === undefined) {
    let said = "";
    for (const stream of [process.stdout, process.stderr]) {
      vi.spyOn(stream, "write").mockImplementation((text) => {
        said += String(text);
        return true;
      });
    }
    const code = await main(args);
    vi.restoreAllMocks();
    return { code, said };
  }
  const [program = "", ...words] = [...wrapped, process.execPath, BACKHAUL, ...args];
  const child = spawn(program, words, { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (said += text));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, said };
}

/** A disk on which no file can grow beyond some bytes. */
const diskOf = (bytes: number) => ["sh", "-c", `trap "" XFSZ; ulimit -f ${Math.ceil(bytes / 512)}; exec "$@"`, "sh"];

/** Rights count for the administrator as well, as they do for everybody else. */
const plainUser =
  process.getuid?.() === 0 ? ["setpriv", "--inh-caps=-all", "--bounding-set=-all"] : ([] as readonly string[]);

/** A failure is a sentence, not a stack trace, and never the advice to begin anew. */
function expectSentence({ code, said }: Ended, sentence: RegExp): void {
  expect(said).toMatch(sentence);
  expect(said).not.toMatch(/\n {4}at |delete|start over/i);
  expect(code).toBe(1);
}

async function expectWhole(): Promise<void> {
  const { lines } = await follow(verifyWorkspace(rooms()));
  expect(lines.filter(({ state }) => state === "problem")).toEqual([]);
}

const hashOf = (file: string) => sha256Of(readFileSync(file));

describe("a full disk", () => {
  it("under an import: nothing of it is stored", async () => {
    const before = soundTotals(rooms().database, null);
    const ended = await backhaul(["import", bench.workspace, many], diskOf(1_200_000));
    expectSentence(
      ended,
      /^(?:The disk is full|The disk did not answer as it should)\. .*Nothing of this was stored\./m,
    );
    expect(soundTotals(rooms().database, null)).toEqual(before);
    await expectWhole();
    expect((await backhaul(["import", bench.workspace, many])).code).toBe(0);
  });

  it("under the daily backup: it is reported and the command is done", async () => {
    // By the clock of these commands the only backup is long past.
    const ended = await backhaul(["profile", "list", bench.workspace], diskOf(200_000));
    expect(ended.code).toBe(0);
    const checked = await backhaul(["check", bench.workspace], diskOf(200_000));
    expect(checked.said).toMatch(/^The daily backup could not be made: .* Everything else works/m);
    expect(checked.code).toBe(0);
    expect(backupsIn(rooms().backups, null).map(({ name }) => name)).toEqual([backup]);
  });

  it("under a backup and a restore: none is made, and what was there stays", async () => {
    const before = hashOf(backupDatabase(rooms().backups, backup));
    expectSentence(await backhaul(["backup", bench.workspace], diskOf(200_000)), /The disk/);
    expectSentence(await backhaul(["restore", bench.workspace, backup], diskOf(200_000)), /The disk/);
    expect(hashOf(backupDatabase(rooms().backups, backup))).toBe(before);
    expect(backupsIn(rooms().backups, null).map(({ name }) => name)).toEqual([backup]);
    await expectWhole();
  });
});

describe("a folder that may not be written", () => {
  it("is said, for a new workspace and for one that is there", async () => {
    const locked = join(bench.root, "locked");
    await cp(bench.workspace, locked, { recursive: true });
    for (const folder of [locked, roomsOf(locked).originals.folder, roomsOf(locked).backups]) chmodSync(folder, 0o555);
    const sentence = /^Backhaul may not write to this workspace's folder\./m;
    expectSentence(await backhaul(["import", locked, many], plainUser), sentence);
    expectSentence(await backhaul(["import", join(locked, "new"), many], plainUser), sentence);
    for (const folder of [locked, roomsOf(locked).originals.folder, roomsOf(locked).backups]) chmodSync(folder, 0o755);
  });
});

describe("a workspace that is in use", () => {
  it("by another Backhaul", async () => {
    const opened = openWorkspace(bench.workspace, "write");
    for (const args of [
      ["check", bench.workspace],
      ["backup", bench.workspace],
      ["restore", bench.workspace, backup],
    ])
      expectSentence(await backhaul(args), /^This workspace is open in another window or command\. Close it there/m);
    expect((await backhaul(["findings", bench.workspace])).code).toBe(0);
    await opened.close();
  });

  it("by another program that holds its database", async () => {
    const other = new DatabaseFile(rooms().database);
    other.exec("BEGIN EXCLUSIVE");
    expectSentence(await backhaul(["import", bench.workspace, many]), /^Another program is using this workspace\./m);
    other.exec("ROLLBACK");
    other.close();
    await expectWhole();
  });
});

describe("a database that is", () => {
  /** Every command that reads or writes says so and leaves the file alone; verify finds it. */
  async function expectLeftAlone(sentence: RegExp): Promise<void> {
    const before = hashOf(rooms().database);
    expectSentence(await backhaul(["check", bench.workspace]), sentence);
    expectSentence(await backhaul(["findings", bench.workspace]), sentence);
    expect((await backhaul(["verify", bench.workspace])).code).toBe(1);
    expect(hashOf(rooms().database)).toBe(before);
  }

  it("cut off", async () => {
    await truncate(rooms().database, 60_000);
    await expectLeftAlone(/The workspace's database is damaged.* [Rr]estore one of its backups\./);
    const restored = await backhaul(["restore", bench.workspace, backup]);
    expect(restored).toMatchObject({ code: 0, said: expect.stringMatching(/^The damaged database was kept as /m) });
    expect((await backhaul(["verify", bench.workspace])).code).toBe(0);
  });

  it("no database", async () => {
    await writeFile(rooms().database, "a letter to the editor ".repeat(1_000));
    await expectLeftAlone(/The workspace's database is damaged.* [Rr]estore one of its backups\./);
  });

  it("of a newer version", async () => {
    const db = new DatabaseFile(rooms().database);
    db.pragma("user_version = 99");
    db.close();
    await expectLeftAlone(
      /^This workspace was last opened by a newer version of Backhaul \(schema 99;.*nothing was changed\./m,
    );
  });

  it("missing", async () => {
    await rm(rooms().database);
    for (const command of ["check", "findings"])
      expectSentence(
        await backhaul([command, bench.workspace]),
        /^The database of this workspace is missing\. Its backups/m,
      );
    expectSentence(await backhaul(["import", bench.workspace, many]), /^The database of this workspace is missing/m);
  });
});

it("an original that is missing keeps the figures: verify names it, everything else works", async () => {
  for (const file of await filesIn(rooms().originals.folder)) await rm(file);
  const verified = await backhaul(["verify", bench.workspace]);
  expect(verified.code).toBe(1);
  expect(verified.said).toMatch(/^problem +The original of summary\.csv is missing from the archive\. The figures/m);
  expect((await backhaul(["check", bench.workspace])).code).toBe(0);
  expect((await backhaul(["packet", bench.workspace, "--out", join(bench.root, "packet.pdf")])).code).toBe(0);
  const restored = await backhaul(["restore", bench.workspace, backup]);
  expect(restored.code).toBe(0);
  expect((await backhaul(["verify", bench.workspace])).code).toBe(0);
});

describe("the commands", () => {
  it("list backups, and restore one after saying what that changes", async () => {
    const listed = await backhaul(["backups", bench.workspace, "--json"]);
    expect(JSON.parse(listed.said)).toMatchObject([{ name: backup, reason: "asked", documents: 2, problem: null }]);
    expect((await backhaul(["backups", bench.workspace])).said).toMatch(
      /^Backup +Made +Why +Documents +Findings +Packets/,
    );
    await backhaul(["undo", bench.workspace, "summary.csv"]);
    const told = await backhaul(["restore", bench.workspace, backup, "--dry-run"]);
    expect(told.said).toMatch(/^documents: 0 would vanish, 1 would come back\n {2}\+ summary\.csv$/m);
    expect((await backhaul(["history", bench.workspace])).said).not.toContain("summary.csv");
    const done = await backhaul(["restore", bench.workspace, backup]);
    expect(done.said).toMatch(/^To undo: +restore \S+ \S+-restore$/m);
    expect((await backhaul(["history", bench.workspace])).said).toContain("summary.csv");
  });

  it("say how they are used", async () => {
    for (const args of [
      ["backup"],
      ["backups"],
      ["restore", bench.workspace],
      ["verify"],
      ["verify", join(bench.root, "no")],
    ])
      expect(await backhaul(args)).toMatchObject({ code: 2, said: expect.stringContaining("Usage: backhaul ") });
    const { code, said } = await backhaul(["verify", bench.workspace, "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(said)).toMatchObject({ whole: true });
  });
});
