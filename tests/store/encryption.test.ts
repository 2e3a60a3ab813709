/** An encrypted workspace: nothing of it can be read without its keys, and with them it is what it was. */
import { existsSync, readFileSync } from "node:fs";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { keep, original, originalPath } from "#main/documents/archive.ts";
import { withDatabase } from "#main/store/backup.ts";
import { openFile } from "#main/store/connection.ts";
import type { Lock } from "#main/store/manifest.ts";
import { NEWEST } from "#main/store/migrate.ts";
import { controlTotals, totalsDiffer } from "#main/store/totals.ts";
import { newKeyFile } from "#main/vault/key-file.ts";
import { backUpWhenDue } from "#main/workspace/automatic-backups.ts";
import { backupDatabase, backupManifest, filesOf } from "#main/workspace/backup-names.ts";
import { makeBackup, thinBackups } from "#main/workspace/backups.ts";
import { examineBackup } from "#main/workspace/examining.ts";
import { backupsIn } from "#main/workspace/found-backups.ts";
import { changePassphrase, isEncrypted, unlockFolder } from "#main/workspace/keys.ts";
import { type Rooms, roomsOf } from "#main/workspace/rooms.ts";
import { filesIn } from "#main/workspace/shared-files.ts";
import { isSwitching } from "#main/workspace/switching.ts";
import { openWorkspace } from "#main/workspace/workspace.ts";
import { addDocument, filesWith, makeWorkspace, problemsOf, STAMP, turn, turnBit, WAGE } from "./support/encrypted.ts";
import { writeFirstSchema } from "./support/first-schema.ts";

const PASSPHRASE = "four vans at dawn";
let made: Awaited<ReturnType<typeof newKeyFile>>;
let lock: Lock;
beforeAll(async () => {
  made = await newKeyFile(PASSPHRASE);
  lock = made;
});

let root: string;
let plain: Rooms;
let locked: Rooms;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "backhaul-encryption-"));
  plain = roomsOf(join(root, "Harbor"));
  locked = roomsOf(plain.folder, made.vault);
  await makeWorkspace(plain);
});
afterEach(async () => rm(root, { recursive: true, force: true }));

const totalsOf = (rooms: Rooms) => withDatabase(rooms.database, controlTotals, rooms.vault);
const documentsOf = (rooms: Rooms) =>
  withDatabase(
    rooms.database,
    (db) => db.prepare<[], string>("SELECT sha256 FROM document ORDER BY id").pluck().all(),
    rooms.vault,
  );

describe("encrypting", () => {
  it("leaves nothing that can be read, and keeps everything", async () => {
    const before = totalsOf(plain);
    const documents = documentsOf(plain);
    expect((await filesWith(plain.folder, WAGE)).length).toBe(4);
    expect(isEncrypted(plain)).toBe(false);
    const left = await turn(plain, lock);

    expect(await filesWith(plain.folder, WAGE)).toEqual([]);
    expect(await filesWith(plain.folder, "SQLite format 3")).toEqual([]);
    expect(await filesWith(plain.folder, "Rivers")).toEqual([]);
    for (const sha256 of documents)
      expect((await filesIn(plain.folder)).filter((path) => path.includes(sha256))).toEqual([]);
    expect(left).toEqual([
      expect.stringMatching(/^The file in the packets folder was made to be handed out and is not encrypted/),
    ]);
    expect(isEncrypted(plain)).toBe(true);
    expect(isSwitching(plain.folder)).toBe(false);
    expect(existsSync(join(plain.folder, "switching"))).toBe(false);

    const after = totalsOf(locked);
    expect(after).toMatchObject({ cents: before.cents, auditEntries: before.auditEntries + 1 });
    expect(documentsOf(locked)).toEqual(documents);
    for (const [week, sha256] of documents.entries())
      expect(Buffer.from(await original(locked.originals, sha256)).toString()).toBe(`${WAGE}, week ${31 + week}`);
    expect(await problemsOf(locked)).toEqual([]);
    const backups = backupsIn(locked.backups, made.vault);
    expect(backups.map(({ manifest, problem }) => [manifest?.reason, problem])).toEqual([
      ["update", null],
      ["asked", null],
    ]);
    for (const { name } of backups)
      expect(await examineBackup(locked, { folder: locked.backups, name })).toMatchObject({ missing: [] });
  });

  it("keeps the archive's bytes once, shared with the backups", async () => {
    await turn(plain, lock);
    const [sha256 = ""] = documentsOf(locked);
    const one = originalPath(locked.originals, sha256);
    const other = originalPath(filesOf(locked.backups, made.vault), sha256);
    expect(readFileSync(one).equals(readFileSync(other))).toBe(true);
    await turnBit(one, 50);
    expect(readFileSync(one).equals(readFileSync(other))).toBe(true);
  });

  it("says of whatever else lies in the folder that it is not encrypted", async () => {
    await writeFile(join(plain.folder, "damaged 2026-08-01 12-00-00.db"), WAGE);
    const left = await turn(plain, lock);
    expect(left[0]).toMatch(/^damaged 2026-08-01 12-00-00\.db is no part of the workspace and is not encrypted\./);
  });

  it("leaves a backup that is damaged as it is, and says so; what it may refer to is there and encrypted", async () => {
    const name = backupsIn(plain.backups, null)[0]?.name ?? "";
    await turnBit(backupDatabase(plain.backups, name), 5000);
    const left = await turn(plain, lock);
    expect(left[0]).toBe(`The backup ${name} is damaged and was left as it is.`);
    expect(existsSync(backupManifest(locked.backups, name))).toBe(true);
    expect(await filesWith(plain.folder, `${WAGE}, week`)).toEqual([]);
    const [sha256 = ""] = documentsOf(locked);
    expect(existsSync(originalPath(filesOf(locked.backups, made.vault), sha256))).toBe(true);
  });

  it("takes an original along that was changed: it is still told from a sound one", async () => {
    const [sha256 = ""] = documentsOf(plain);
    await writeFile(originalPath(plain.originals, sha256), "something else");
    await turn(plain, lock);
    expect(await problemsOf(locked)).toEqual([
      "The original of hours.csv was changed since it was imported. The figures read from it are kept.",
    ]);
  });

  it("of a workspace that is read meanwhile in another program does not disturb it", async () => {
    const reader = openFile(plain.database, { readonly: true, vault: null });
    const count = () => reader.prepare<[], number>("SELECT count(*) FROM document").pluck().get();
    expect(count()).toBe(2);
    await turn(plain, lock);
    expect(count()).toBe(2);
    reader.close();
    expect(await problemsOf(locked)).toEqual([]);
  });
});

describe("decrypting", () => {
  it("brings back what there was, to the byte", async () => {
    const before = totalsOf(plain);
    const files = async (rooms: Rooms) =>
      (await filesIn(rooms.originals.folder)).map((path) => [basename(path), readFileSync(path, "utf8")]).sort();
    const archived = await files(plain);
    await turn(plain, lock);
    expect(await turn(locked, null)).toEqual([]);
    expect(isEncrypted(plain)).toBe(false);
    expect(existsSync(plain.keyFile)).toBe(false);
    expect(await files(plain)).toEqual(archived);
    const after = totalsOf(plain);
    expect(
      totalsDiffer({ ...before, rows: { ...before.rows, audit: 4 }, auditHead: after.auditHead }, after),
    ).toBeNull();
    expect(after.auditEntries).toBe(4);
    expect(await problemsOf(plain)).toEqual([]);
    for (const { name, problem } of backupsIn(plain.backups, null)) {
      expect(problem).toBeNull();
      await examineBackup(plain, { folder: plain.backups, name });
    }
  });

  it("says which original it could not take along", async () => {
    await turn(plain, lock);
    const [sha256 = ""] = documentsOf(locked);
    await turnBit(originalPath(locked.originals, sha256), 50);
    expect(await turn(locked, null)).toEqual([
      "The original of hours.csv was changed since it was encrypted, so it could not be taken along.",
    ]);
    expect(await problemsOf(plain)).toEqual([
      expect.stringMatching(/^The original of hours\.csv is missing from the archive/),
    ]);
  });
});

it("other keys can take the place of keys that became known", async () => {
  await turn(plain, lock);
  const other = await newKeyFile("other vans at noon");
  await turn(locked, other);
  const rooms = roomsOf(plain.folder, other.vault);
  expect(await problemsOf(rooms)).toEqual([]);
  await expect(unlockFolder(plain, { passphrase: PASSPHRASE })).rejects.toMatchObject({ code: "WRONG_PASSPHRASE" });
  expect((await unlockFolder(plain, { passphrase: "other vans at noon" })).id).toBe(other.vault.id);
  expect(() => totalsOf(locked)).toThrow(/not a database/);
});

describe("an encrypted workspace", () => {
  beforeEach(async () => {
    await turn(plain, lock);
  });

  it("opens with its passphrase and with its recovery key", async () => {
    for (const secret of [{ passphrase: PASSPHRASE }, { recoveryKey: made.recoveryKey }]) {
      const vault = await unlockFolder(plain, secret);
      const workspace = openWorkspace(plain.folder, "write", () => STAMP.now, vault);
      expect(await workspace.store.read((db) => db.selectFrom("document").selectAll().execute())).toHaveLength(2);
      await workspace.close();
    }
  });

  it("is not opened without its keys, and not with others: nothing is changed", async () => {
    const bytes = readFileSync(plain.database);
    for (const access of ["read", "write"] as const)
      expect(() => openWorkspace(plain.folder, access)).toThrow(expect.objectContaining({ code: "ENCRYPTED" }));
    const other = (await newKeyFile("other vans at noon")).vault;
    expect(() => openWorkspace(plain.folder, "write", () => STAMP.now, other)).toThrow(
      expect.objectContaining({ code: "DAMAGED" }),
    );
    await expect(unlockFolder(plain, { passphrase: "four vans at dusk" })).rejects.toThrow(
      "That is not the passphrase of this workspace. Try again, or use the recovery key.",
    );
    expect(readFileSync(plain.database).equals(bytes)).toBe(true);
    expect(existsSync(join(plain.folder, "backhaul.lock"))).toBe(false);
    await expect(problemsOf(plain)).rejects.toMatchObject({ code: "ENCRYPTED" });
    await expect(makeBackup(plain, plain.backups, "asked", STAMP.now)).rejects.toMatchObject({ code: "ENCRYPTED" });
  });

  it("keeps what is written into it unreadable: in the database, its log, the archive and the backups", async () => {
    const mark = "Maria Quill 33.75 an hour";
    const workspace = openWorkspace(plain.folder, "write", () => STAMP.now, made.vault);
    await keep(workspace.originals, Buffer.from(mark.repeat(9)));
    await workspace.store.write(async (db) => {
      for (let number = 0; number < 200; number += 1)
        await db
          .insertInto("profile")
          .values({ name: `${mark} ${number}`, fingerprint: mark, kind: "timecard", body: "{}", savedAt: "2026" })
          .execute();
    });
    const log = `${plain.database}-wal`;
    expect(readFileSync(log).length).toBeGreaterThan(10_000);
    expect(await filesWith(plain.folder, mark)).toEqual([]);
    await makeBackup(locked, locked.backups, "asked", STAMP.now);
    await makeBackup(locked, join(root, "second"), "asked", STAMP.now);
    expect(await filesWith(root, mark)).toEqual([]);
    expect(await filesWith(root, WAGE)).toEqual([]);
    await workspace.close();
    expect(await filesWith(root, mark)).toEqual([]);
  });

  it("is backed up by the day, and thinned, as any other", async () => {
    await addDocument(locked, "later.csv", "later");
    const later = new Date("2026-08-20T12:00:00.000Z");
    expect(await backUpWhenDue(locked, later)).toBeNull();
    await rm(backupManifest(locked.backups, backupsIn(locked.backups, made.vault)[0]?.name ?? ""));
    expect(await backUpWhenDue(locked, later)).toBeNull();
    expect(backupsIn(locked.backups, made.vault)[0]).toMatchObject({ problem: null, manifest: { reason: "day" } });
    const files = async () => (await filesIn(filesOf(locked.backups, null).folder)).length;
    expect(await files()).toBe(4);
    await thinBackups(locked, new Date("2028-01-01T12:00:00.000Z"));
    await makeBackup(locked, locked.backups, "day", new Date("2028-01-02T12:00:00.000Z"));
    await thinBackups(locked, new Date("2028-01-02T12:00:00.000Z"));
    expect(backupsIn(locked.backups, made.vault).map(({ manifest }) => manifest?.reason)).toEqual([
      "day",
      "update",
      "asked",
    ]);
    expect(await files()).toBe(4);
  });

  it("of the first schema is brought up to date after a backup, which is encrypted as well", async () => {
    const old = roomsOf(join(root, "Old"));
    await mkdir(old.backups, { recursive: true });
    writeFirstSchema(old.database);
    await turn(old, lock);
    const rooms = roomsOf(old.folder, made.vault);
    const before = totalsOf(rooms);
    expect(before.schema).toBe(1);
    await openWorkspace(old.folder, "write", () => STAMP.now, made.vault).close();
    expect(totalsOf(rooms).schema).toBe(NEWEST);
    expect(totalsDiffer(before, totalsOf(rooms), false)).toBeNull();
    expect(await backUpWhenDue(rooms, STAMP.now)).toBeNull();
    expect(backupsIn(rooms.backups, made.vault).map(({ manifest }) => manifest?.totals.schema)).toEqual([1, 1]);
    expect(await filesWith(old.folder, "SQLite format 3")).toEqual([]);
  });

  it("lists its backups by what their names tell while it is locked", () => {
    const found = backupsIn(plain.backups, null);
    expect(found.map(({ manifest, sealed, problem }) => [manifest, sealed?.reason, problem])).toEqual([
      [null, "update", null],
      [null, "asked", null],
    ]);
    for (const { name } of found)
      expect(readFileSync(backupManifest(plain.backups, name), "utf8")).not.toMatch(/hours\.csv|totals|Cents/);
  });

  it("takes another passphrase without being written anew; its recovery key and its backups stay good", async () => {
    const before = readFileSync(plain.database);
    await changePassphrase(plain, made.vault, "vans at noon 77");
    expect(readFileSync(plain.database).equals(before)).toBe(true);
    await expect(unlockFolder(plain, { passphrase: PASSPHRASE })).rejects.toMatchObject({ code: "WRONG_PASSPHRASE" });
    for (const secret of [{ passphrase: "vans at noon 77" }, { recoveryKey: made.recoveryKey }])
      expect((await unlockFolder(plain, secret)).id).toBe(made.vault.id);
    await expect(changePassphrase(plain, made.vault, "short")).rejects.toMatchObject({ code: "PASSPHRASE_TOO_SHORT" });
    const name = backupsIn(locked.backups, made.vault)[0]?.name ?? "";
    await examineBackup(locked, { folder: locked.backups, name });
  });

  it.each(["lost", "damaged"])("whose key file is %s is unlocked with the one of its newest backup", async (what) => {
    if (what === "lost") await rm(plain.keyFile);
    else await writeFile(plain.keyFile, "{}");
    expect(isEncrypted(plain)).toBe(true);
    expect(await problemsOf(locked)).toEqual([
      expect.stringMatching(/^The key file \(key\.json\) is missing, damaged/),
    ]);
    await expect(unlockFolder(plain, { passphrase: "wrong wrong" })).rejects.toThrow(
      /the one of the backup of 2026-08-18 is used, with the passphrase of that day/,
    );
    expect((await unlockFolder(plain, { passphrase: PASSPHRASE })).id).toBe(made.vault.id);
    expect(await problemsOf(locked)).toEqual([]);
  });

  it("without a key file and without backups says what is missing", async () => {
    await rm(plain.backups, { recursive: true });
    await writeFile(plain.keyFile, "{}");
    await expect(unlockFolder(plain, { passphrase: PASSPHRASE })).rejects.toThrow(
      /key\.json\) is damaged, so it cannot be unlocked\. Nothing was changed\./,
    );
    await rm(plain.keyFile);
    await expect(unlockFolder(plain, { passphrase: PASSPHRASE })).rejects.toThrow(
      /key\.json\) is missing, so it cannot be unlocked/,
    );
  });

  it.each([0, 15, 16, 20, 100, 4000, 4096, 4100, 8192 + 50, -1])(
    "is found to be damaged when byte %i of its database was changed",
    async (place) => {
      await turnBit(plain.database, place);
      expect((await problemsOf(locked)).join()).toMatch(/^The database (?:cannot be read|is damaged)/);
      expect(() => openWorkspace(plain.folder, "write", () => STAMP.now, made.vault)).toThrow(
        expect.objectContaining({ code: "DAMAGED" }),
      );
    },
  );

  it.each([2, 30, 45, -1])("is found to have a changed original when byte %i of it was", async (place) => {
    const [sha256 = ""] = documentsOf(locked);
    await turnBit(originalPath(locked.originals, sha256), place);
    expect(await problemsOf(locked)).toEqual([
      "The original of hours.csv was changed since it was imported. The figures read from it are kept.",
    ]);
    await expect(original(locked.originals, sha256)).rejects.toThrow();
  });

  it("does not take one original for another", async () => {
    const [one = "", other = ""] = documentsOf(locked);
    await copyFile(originalPath(locked.originals, one), originalPath(locked.originals, other));
    await expect(original(locked.originals, other)).rejects.toMatchObject({ code: "TAMPERED" });
  });

  it("refuses a backup whose database, description or place was changed", async () => {
    const [one = "", other = ""] = backupsIn(locked.backups, made.vault).map(({ name }) => name);
    const examine = (name: string) => examineBackup(locked, { folder: locked.backups, name });
    const whole = readFileSync(backupManifest(locked.backups, one), "utf8");
    await turnBit(backupDatabase(locked.backups, one), 4100);
    await expect(examine(one)).rejects.toThrow(/its database is not the file that was written/);
    const sealedOf = (text: string) => JSON.parse(text) as { sealed: string };
    const text = sealedOf(readFileSync(backupManifest(locked.backups, other), "utf8")).sealed;
    await writeFile(backupManifest(locked.backups, one), JSON.stringify({ ...sealedOf(whole), sealed: text }));
    await expect(examine(one)).rejects.toThrow(/its description was changed/);
    expect(backupsIn(locked.backups, made.vault).find(({ name }) => name === one)?.problem).toBe(
      "What it says of itself cannot be read.",
    );
  });
});
