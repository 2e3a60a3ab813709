/** Backups that are encrypted and workspaces that are, in every combination: what was backed up comes back, as the workspace keeps it. */
import { existsSync } from "node:fs";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { original } from "#main/documents/archive.ts";
import { withDatabase } from "#main/store/backup.ts";
import type { Secret } from "#main/vault/key-file.ts";
import { newKeyFile } from "#main/vault/key-file.ts";
import { backupManifest } from "#main/workspace/backup-names.ts";
import { makeBackup } from "#main/workspace/backups.ts";
import { isEncrypted, unlockFolder } from "#main/workspace/keys.ts";
import { previewRestore, restoreBackup } from "#main/workspace/restoring.ts";
import { type Rooms, roomsOf } from "#main/workspace/rooms.ts";
import { openWorkspace } from "#main/workspace/workspace.ts";
import { addDocument, filesWith, makeWorkspace, problemsOf, STAMP, turn, WAGE } from "./support/encrypted.ts";

const PASSPHRASE = "four vans at dawn";
type Made = Awaited<ReturnType<typeof newKeyFile>>;
let made: Made;
let other: Made;
beforeAll(async () => {
  made = await newKeyFile(PASSPHRASE);
  other = await newKeyFile("other vans at noon");
});

let root: string;
let plain: Rooms;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "backhaul-encryption-"));
  plain = roomsOf(join(root, "Harbor"));
  await makeWorkspace(plain);
});
afterEach(async () => rm(root, { recursive: true, force: true }));

const namesIn = (rooms: Rooms) =>
  withDatabase(
    rooms.database,
    (db) => db.prepare<[], string>("SELECT name FROM document ORDER BY id").pluck().all(),
    rooms.vault,
  );
const BOTH = ["hours.csv", `${WAGE}.csv`];

/** A backup in another folder, with the state of now. Returns the path that names it. */
async function backUpElsewhere(rooms: Rooms): Promise<string> {
  const to = join(root, "second");
  const { name } = await makeBackup(rooms, to, "asked", STAMP.now);
  return backupManifest(to, name);
}

/** Restores, and looks whether all is there and whole. */
async function restored(rooms: Rooms, what: string, secret: Secret | null, keys: Made | null): Promise<void> {
  const { changes } = await previewRestore(rooms, what, STAMP, secret);
  expect(changes.documents.vanish).toContain("lost.csv");
  const { missing } = await restoreBackup(rooms, what, STAMP, secret);
  expect(missing).toEqual([]);
  const now = roomsOf(rooms.folder, keys?.vault ?? null);
  expect(isEncrypted(now)).toBe(keys !== null);
  expect(namesIn(now)).toEqual(BOTH);
  expect(await problemsOf(now)).toEqual([]);
  if (keys !== null) expect(await filesWith(now.folder, WAGE)).toEqual([]);
  const workspace = openWorkspace(now.folder, "write", () => STAMP.now, now.vault);
  const [first] = await workspace.store.read((db) => db.selectFrom("document").select("sha256").execute());
  expect(Buffer.from(await original(workspace.originals, first?.sha256 ?? "")).toString()).toBe(`${WAGE}, week 31`);
  await workspace.close();
}

describe("restoring", () => {
  it("an encrypted backup into the workspace it was made of", async () => {
    await turn(plain, made);
    const rooms = roomsOf(plain.folder, made.vault);
    const backup = await makeBackup(rooms, rooms.backups, "asked", STAMP.now);
    await addDocument(rooms, "lost.csv", "lost");
    await restored(rooms, backup.name, null, made);
  });

  it("while the workspace is open: what is open sees the new state", async () => {
    await turn(plain, made);
    const rooms = roomsOf(plain.folder, made.vault);
    const backup = await makeBackup(rooms, rooms.backups, "asked", STAMP.now);
    await addDocument(rooms, "lost.csv", "lost");
    const workspace = openWorkspace(rooms.folder, "write", () => STAMP.now, made.vault);
    const names = () => workspace.store.read((db) => db.selectFrom("document").select("name").orderBy("id").execute());
    expect((await names()).map(({ name }) => name)).toEqual([...BOTH, "lost.csv"]);
    await restoreBackup(rooms, backup.name, STAMP);
    expect((await names()).map(({ name }) => name)).toEqual(BOTH);
    await workspace.store.write((db) => db.deleteFrom("packet").execute());
    await expect(workspace.store.write((db) => db.deleteFrom("audit").execute())).rejects.toThrow(/append/i);
    await workspace.close();
  });

  it("a plain backup into an encrypted workspace: it is encrypted", async () => {
    const backup = await backUpElsewhere(plain);
    await turn(plain, made);
    const rooms = roomsOf(plain.folder, made.vault);
    await addDocument(rooms, "lost.csv", "lost");
    await restored(rooms, backup, null, made);
  });

  it("an encrypted backup into a plain workspace: with its passphrase, and it is plain", async () => {
    await cp(plain.folder, join(root, "Copy"), { recursive: true });
    const copy = roomsOf(join(root, "Copy"));
    await turn(copy, made);
    const backup = await backUpElsewhere(roomsOf(copy.folder, made.vault));
    await addDocument(plain, "lost.csv", "lost");
    await expect(restoreBackup(plain, backup, STAMP)).rejects.toThrow(
      /is encrypted\. Say the passphrase of the day it was made/,
    );
    await expect(restoreBackup(plain, backup, STAMP, { passphrase: "wrong wrong" })).rejects.toMatchObject({
      code: "WRONG_PASSPHRASE",
    });
    expect(namesIn(plain)).toContain("lost.csv");
    await restored(plain, backup, { recoveryKey: made.recoveryKey }, null);
  });

  it("a backup with other keys into an encrypted workspace: it has the workspace's keys", async () => {
    await cp(plain.folder, join(root, "Copy"), { recursive: true });
    await turn(roomsOf(join(root, "Copy")), other);
    const backup = await backUpElsewhere(roomsOf(join(root, "Copy"), other.vault));
    await turn(plain, made);
    const rooms = roomsOf(plain.folder, made.vault);
    await addDocument(rooms, "lost.csv", "lost");
    await restored(rooms, backup, { passphrase: "other vans at noon" }, made);
    expect((await unlockFolder(plain, { passphrase: PASSPHRASE })).id).toBe(made.vault.id);
  });

  it("into a folder that has lost everything brings the backup's key file, too", async () => {
    await turn(plain, made);
    const backup = await backUpElsewhere(roomsOf(plain.folder, made.vault));
    await rm(plain.folder, { recursive: true });
    await restoreBackup(plain, backup, STAMP, { passphrase: PASSPHRASE });
    const rooms = roomsOf(plain.folder, await unlockFolder(plain, { passphrase: PASSPHRASE }));
    expect(namesIn(rooms)).toEqual(BOTH);
    expect(await problemsOf(rooms)).toEqual([]);
  });

  it("a plain backup into a folder that has lost everything leaves it plain", async () => {
    const backup = await backUpElsewhere(plain);
    await rm(plain.folder, { recursive: true });
    await restoreBackup(plain, backup, STAMP);
    expect(isEncrypted(plain)).toBe(false);
    expect(namesIn(plain)).toEqual(BOTH);
  });

  it("in place of a database and a key file that are damaged moves both aside", async () => {
    await turn(plain, made);
    const backup = await backUpElsewhere(roomsOf(plain.folder, made.vault));
    await writeFile(plain.database, "nothing of worth");
    await writeFile(plain.keyFile, "{}");
    await rm(plain.backups, { recursive: true });
    const { setAside } = await restoreBackup(plain, backup, STAMP, { passphrase: PASSPHRASE });
    expect(setAside).toMatch(/damaged 2026-08-18 12-00-00\.db$/);
    expect(existsSync(join(plain.folder, "damaged 2026-08-18 12-00-00 key.json"))).toBe(true);
    expect(await problemsOf(roomsOf(plain.folder, made.vault))).toEqual([]);
  });

  it("never takes a workspace that is only locked for a damaged one", async () => {
    const backup = await backUpElsewhere(plain);
    await cp(plain.folder, join(root, "Copy"), { recursive: true });
    await turn(roomsOf(join(root, "Copy")), other);
    const foreign = await backUpElsewhere(roomsOf(join(root, "Copy"), other.vault));
    await turn(plain, made);
    await expect(restoreBackup(plain, backup, STAMP)).rejects.toMatchObject({ code: "ENCRYPTED" });
    await expect(restoreBackup(plain, foreign, STAMP, { passphrase: "other vans at noon" })).rejects.toMatchObject({
      code: "ENCRYPTED",
    });
    expect(namesIn(roomsOf(plain.folder, made.vault))).toEqual(BOTH);
  });
});
