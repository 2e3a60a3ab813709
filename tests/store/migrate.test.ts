/** Bringing a file to this app's schema: all or nothing, never a newer file, never without a backup. */
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import DatabaseFile from "better-sqlite3-multiple-ciphers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { verifiedCopy } from "#main/store/backup.ts";
import { migrate, schemaVersion } from "#main/store/migrate.ts";
import { MIGRATIONS, type Migration } from "#main/store/migrations/index.ts";
import { Store } from "#main/store/store.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "backhaul-store-"));
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

const file = () => join(folder, "backhaul.db");
const noBackup = () => {
  throw new Error("no backup can be made");
};
const tables = (path: string) => {
  const db = new DatabaseFile(path, { readonly: true });
  try {
    return db.prepare("select name from sqlite_schema where type = 'table' order by name").pluck().all();
  } finally {
    db.close();
  }
};
const next: Migration = {
  version: (MIGRATIONS.at(-1)?.version ?? 0) + 1,
  name: "next",
  statements: [`CREATE TABLE "added" ("a" TEXT) STRICT`],
};

describe("a new workspace file", () => {
  it("gets every schema in turn without asking for a backup", () => {
    const db = new DatabaseFile(file());
    migrate(db, noBackup);
    expect(schemaVersion(db)).toBe(MIGRATIONS.at(-1)?.version);
    db.close();
  });

  it("versions count up by one from the first", () => {
    expect(MIGRATIONS.map((migration) => migration.version)).toEqual(MIGRATIONS.map((_, index) => index + 1));
  });
});

describe("a file of this app", () => {
  beforeEach(() => {
    const db = new DatabaseFile(file());
    migrate(db, noBackup);
    db.close();
  });

  it("is backed up and verified before the next schema", () => {
    const db = new DatabaseFile(file());
    db.prepare("insert into meta values ('revision', '7')").run();
    const copy = join(folder, "copy.db");
    migrate(db, () => verifiedCopy(db, copy, null), [...MIGRATIONS, next]);
    expect(schemaVersion(db)).toBe(next.version);
    db.close();
    const kept = new DatabaseFile(copy, { readonly: true });
    expect(kept.prepare("select value from meta").pluck().get()).toBe("7");
    expect(schemaVersion(kept)).toBe(MIGRATIONS.length);
    kept.close();
  });

  it("is not touched when no backup can be made", () => {
    const before = tables(file());
    const db = new DatabaseFile(file());
    expect(() => migrate(db, noBackup, [...MIGRATIONS, next])).toThrow("no backup");
    db.close();
    expect(tables(file())).toEqual(before);
  });

  it("is as it was after a schema that fails half way: no table of it stays behind", () => {
    const before = tables(file());
    const db = new DatabaseFile(file());
    const broken: Migration = { ...next, statements: [...next.statements, "CREATE TABLE nonsense ("] };
    expect(() => migrate(db, () => undefined, [...MIGRATIONS, broken])).toThrow(/could not be brought up to date/);
    expect(schemaVersion(db)).toBe(MIGRATIONS.length);
    db.close();
    expect(tables(file())).toEqual(before);
  });

  it("of a later app is refused and left alone", () => {
    const db = new DatabaseFile(file());
    db.pragma(`user_version = ${next.version}`);
    db.close();
    expect(() => Store.open(file(), { access: "write", backupFile: () => join(folder, "b.db") })).toThrow(
      /newer version of Backhaul/,
    );
    expect(existsSync(join(folder, "b.db"))).toBe(false);
  });
});

describe("a file that is no sound database", () => {
  it("is called damaged, not replaced", async () => {
    await writeFile(file(), "this is not a database, and it is longer than a header would be".repeat(40));
    expect(() => Store.open(file(), { access: "write", backupFile: () => join(folder, "b.db") })).toThrow(/damaged/);
  });
});

describe("the store's door", () => {
  const open = () => Store.open(file(), { access: "write", backupFile: () => join(folder, "b.db") });

  it("refuses a write inside a write instead of hanging", async () => {
    const store = open();
    await expect(store.write(() => store.write(async () => undefined))).rejects.toMatchObject({ code: "NESTED_WRITE" });
    await store.close();
  });

  it("reads inside a write see what was there before it, and do not hang", async () => {
    const store = open();
    const seen = await store.write(async (db) => {
      await db.insertInto("meta").values({ key: "k", value: "v" }).execute();
      return store.read((reader) => reader.selectFrom("meta").selectAll().execute());
    });
    expect(seen).toEqual([]);
    expect(await store.read((db) => db.selectFrom("meta").selectAll().execute())).toEqual([{ key: "k", value: "v" }]);
    await store.close();
  });

  it("a reading store cannot write", async () => {
    await open().close();
    const reader = Store.open(file(), { access: "read", backupFile: noBackup as () => string });
    await expect(reader.write(async () => undefined)).rejects.toThrow(/only read/);
    await reader.close();
  });

  it("a failed write leaves nothing, and the next one goes on", async () => {
    const store = open();
    await expect(
      store.write(async (db) => {
        await db.insertInto("meta").values({ key: "half", value: "v" }).execute();
        throw new Error("half way");
      }),
    ).rejects.toThrow("half way");
    await store.write(async (db) => db.insertInto("meta").values({ key: "whole", value: "v" }).execute());
    expect((await store.read((db) => db.selectFrom("meta").selectAll().execute())).map((row) => row.key)).toEqual([
      "whole",
    ]);
    await store.close();
  });
});
