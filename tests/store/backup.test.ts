/** A backup counts only when it is a faithful copy: made by SQLite, opened, checked and added up. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { appendFile, mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import DatabaseFile, { type Database } from "better-sqlite3-multiple-ciphers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keep, originalPath } from "#main/documents/archive.ts";
import { appendAuditTo } from "#main/store/audit.ts";
import { soundTotals, verifiedCopy } from "#main/store/backup.ts";
import { readManifest } from "#main/store/manifest.ts";
import { controlTotals, totalsDiffer } from "#main/store/totals.ts";
import { backUpWhenDue } from "#main/workspace/automatic-backups.ts";
import { backupManifest, filesOf } from "#main/workspace/backup-names.ts";
import { makeBackup, thinBackups } from "#main/workspace/backups.ts";
import { backupsIn } from "#main/workspace/found-backups.ts";
import { roomsOf } from "#main/workspace/rooms.ts";
import { openWorkspace, type Workspace } from "#main/workspace/workspace.ts";

let root: string;
let workspace: Workspace;
let db: Database;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "backhaul-backup-"));
  workspace = openWorkspace(join(root, "Harbor"), "write");
  db = new DatabaseFile(rooms().database);
});
afterEach(async () => {
  db.close();
  await workspace.close();
  await rm(root, { recursive: true, force: true });
});

const rooms = () => roomsOf(join(root, "Harbor"));
const at = (day: string, time = "12:00") => new Date(`${day}T${time}:00.000Z`);

/** Stores a document of which only the original matters. */
async function addDocument(name: string, text: string): Promise<string> {
  const sha256 = await keep(rooms().originals, Buffer.from(text));
  db.prepare(
    `INSERT INTO document (name, sha256, bytes, asOf, importedAt, stations, rows) VALUES (?, ?, ?, '2026-08-01', '2026-08-02', '[]', 0)`,
  ).run(name, sha256, text.length);
  const entry = { at: "2026-08-18T12:00:00.000Z", actor: "tester", command: "import", subject: sha256 };
  appendAuditTo(db, { ...entry, before: null, after: name });
  return sha256;
}

describe("control totals", () => {
  it("are exact where SQLite's own sum gives up", () => {
    const odd = new DatabaseFile(":memory:");
    odd.exec(`CREATE TABLE "a ""b" (xCents INTEGER, other INTEGER)`);
    const insert = odd.prepare(`INSERT INTO "a ""b" VALUES (?, 1)`);
    for (const cents of [2n ** 63n - 1n, 2n ** 63n - 1n, -5n, null]) insert.run(cents);
    expect(controlTotals(odd)).toMatchObject({
      rows: { 'a "b': 4 },
      cents: { 'a "b.xCents': String(2n ** 64n - 7n) },
      auditHead: null,
    });
    odd.close();
  });

  it("differ by a cent, a row, a table, a schema or another end of the trail", async () => {
    await addDocument("a.csv", "a");
    const totals = controlTotals(db);
    expect(totalsDiffer(totals, controlTotals(db))).toBeNull();
    const { rows, cents } = totals;
    const others = [
      { ...totals, cents: { ...cents, "packet.totalCents": "1" } },
      { ...totals, rows: { ...rows, document: 2 } },
      { ...totals, rows: { ...rows, added: 0 } },
      { ...totals, schema: 1 },
      { ...totals, auditHead: "0".repeat(64) },
    ];
    for (const other of others) expect(totalsDiffer(totals, other)).not.toBeNull();
  });
});

describe("a copy", () => {
  it("holds what a file copy of a database in use would lose", () => {
    db.prepare("INSERT INTO meta VALUES ('fresh', 'in the log')").run();
    const totals = verifiedCopy(db, join(root, "copy.db"), null);
    expect(totals.rows.meta).toBe(1);
    expect(soundTotals(join(root, "copy.db"), null)).toEqual(totals);
    expect(existsSync(join(root, "copy.db-wal"))).toBe(false);
  });

  it("that is not sound is called so: cut off, overwritten, with a row that refers to nothing", async () => {
    const copy = join(root, "copy.db");
    for (const spoil of [
      async () => writeFile(copy, readFileSync(copy).subarray(0, 9_000)),
      async () => writeFile(copy, "no database ".repeat(2_000)),
      async () => {
        const spoilt = new DatabaseFile(copy);
        spoilt.pragma("foreign_keys = OFF");
        spoilt.prepare(`INSERT INTO coveredDay VALUES (77, 'timecard', NULL, '2026-08-03', 'covered')`).run();
        spoilt.close();
      },
    ]) {
      verifiedCopy(db, copy, null);
      await spoil();
      expect(() => soundTotals(copy, null)).toThrow();
      await rm(copy);
    }
  });

  it("that cannot be written leaves nothing behind", () => {
    expect(() => verifiedCopy(db, join(root, "nowhere", "copy.db"), null)).toThrow();
    expect(readdirSync(root)).toEqual(["Harbor"]);
  });
});

describe("a backup", () => {
  it("says what it is: date, schema, totals, end of the trail, originals with hash and size", async () => {
    const sha256 = await addDocument("a.csv", "four");
    const now = at("2026-08-18");
    const made = await makeBackup(rooms(), rooms().backups, "asked", now);
    expect(made).toEqual(readManifest(backupManifest(rooms().backups, made.name)));
    expect(made).toMatchObject({
      format: 1,
      name: "2026-08-18T12-00-00-000Z-asked",
      workspace: "Harbor",
      madeAt: "2026-08-18T12:00:00.000Z",
      originals: [{ sha256, bytes: 4 }],
      missing: [],
      totals: { ...controlTotals(db), auditEntries: 1 },
    });
    expect((await makeBackup(rooms(), rooms().backups, "asked", now)).name).toBe("2026-08-18T12-00-00-000Z-asked-2");
  });

  it("in the workspace shares the originals with the archive; elsewhere it brings those that are not there yet", async () => {
    const first = await addDocument("a.csv", "first");
    const inside = await makeBackup(rooms(), rooms().backups, "asked", at("2026-08-18"));
    const archived = await stat(originalPath(rooms().originals, first));
    expect((await stat(originalPath(filesOf(rooms().backups, null), first))).ino).toBe(archived.ino);
    const elsewhere = join(root, "drive");
    await makeBackup(rooms(), elsewhere, "asked", at("2026-08-18"));
    const carried = await stat(originalPath(filesOf(elsewhere, null), first));
    expect(carried.ino).not.toBe(archived.ino);
    const second = await addDocument("b.csv", "second");
    await makeBackup(rooms(), elsewhere, "asked", at("2026-08-19"));
    expect((await stat(originalPath(filesOf(elsewhere, null), first))).ino).toBe(carried.ino);
    expect(readFileSync(originalPath(filesOf(elsewhere, null), second), "utf8")).toBe("second");
    expect(inside.originals).toHaveLength(1);
  });

  it("names what was missing or changed, and is made all the same", async () => {
    const [gone, changed] = [await addDocument("gone.csv", "gone"), await addDocument("changed.csv", "changed")];
    await rm(originalPath(rooms().originals, gone));
    await appendFile(originalPath(rooms().originals, changed), "!");
    const made = await makeBackup(rooms(), join(root, "drive"), "asked", at("2026-08-18"));
    expect(made.originals).toEqual([]);
    expect([...made.missing].sort()).toEqual([
      "The original of changed.csv is missing from the archive or was changed.",
      "The original of gone.csv is missing from the archive or was changed.",
    ]);
  });

  it("that was copied but not described when the process died is described later; halves of one are cleared away", async () => {
    await addDocument("a.csv", "a");
    const made = await makeBackup(rooms(), rooms().backups, "undo", at("2026-08-18"));
    await rm(backupManifest(rooms().backups, made.name));
    await writeFile(join(rooms().backups, "2026-08-18T13-00-00-000Z-day.db.part"), "half");
    expect(backupsIn(rooms().backups, null)).toMatchObject([{ name: made.name, problem: "It was not finished." }]);
    expect(await backUpWhenDue(rooms(), at("2026-08-18", "14:00"))).toBeNull();
    expect(backupsIn(rooms().backups, null).map(({ manifest }) => manifest)).toEqual([made]);
    expect(readdirSync(rooms().backups).sort()).toEqual([`${made.name}.db`, `${made.name}.json`, "files"]);
  });
});

describe("the daily backup", () => {
  it("is made when the last one is over a day old, of a workspace in which something was done", async () => {
    const names = () => backupsIn(rooms().backups, null).map(({ name }) => name);
    expect(await backUpWhenDue(rooms(), at("2026-08-01"))).toBeNull();
    expect(names()).toEqual([]);
    await addDocument("a.csv", "a");
    for (const [day, time, count] of [
      ["2026-08-01", "12:00", 1],
      ["2026-08-02", "11:59", 1],
      ["2026-08-02", "12:00", 2],
      ["2026-08-03", "11:00", 2],
    ] as const) {
      expect(await backUpWhenDue(rooms(), at(day, time))).toBeNull();
      expect(names()).toHaveLength(count);
    }
  });

  it("is made although a clock that ran ahead left one of next year", async () => {
    await addDocument("a.csv", "a");
    await makeBackup(rooms(), rooms().backups, "day", at("2027-08-01"));
    await backUpWhenDue(rooms(), at("2026-08-01"));
    expect(backupsIn(rooms().backups, null)).toHaveLength(2);
  });

  it("that cannot be made is reported and keeps nobody out", async () => {
    await addDocument("a.csv", "a");
    await rm(rooms().backups, { recursive: true });
    await writeFile(rooms().backups, "a file where the folder should be");
    expect(await backUpWhenDue(rooms(), at("2026-08-01"))).toMatch(
      /^The daily backup could not be made: .*\. Everything else works/,
    );
  });

  it("takes the files with it that only thinned backups referred to", async () => {
    const first = await addDocument("a.csv", "first");
    await makeBackup(rooms(), rooms().backups, "day", at("2026-01-01"));
    db.prepare("DELETE FROM document").run();
    const second = await addDocument("b.csv", "second");
    await makeBackup(rooms(), rooms().backups, "day", at("2026-01-02"));
    await mkdir(join(root, "drive"));
    await thinBackups(rooms(), at("2026-01-20"), ["2026-01-01T12-00-00-000Z-day"]);
    expect(existsSync(originalPath(filesOf(rooms().backups, null), first))).toBe(true);
    await thinBackups(rooms(), at("2026-01-20"));
    expect(existsSync(originalPath(filesOf(rooms().backups, null), first))).toBe(false);
    expect(existsSync(originalPath(filesOf(rooms().backups, null), second))).toBe(true);
    expect(existsSync(originalPath(rooms().originals, first))).toBe(true);
  });
});
