/** The key file of a workspace's folder: whether there is one, unlocking with it, and writing it. */
import { closeSync, existsSync, openSync, readFileSync, readSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { toDisk } from "../store/backup.ts";
import { StoreError } from "../store/errors.ts";
import type { Lock } from "../store/manifest.ts";
import { VaultError } from "../vault/errors.ts";
import { type KeyFile, parseKeyFile, type Secret, unlocked, withPassphrase } from "../vault/key-file.ts";
import type { Vault } from "../vault/vault.ts";
import { backupsIn } from "./found-backups.ts";
import type { Rooms } from "./rooms.ts";

/** What every database that is not encrypted begins with. */
const PLAIN = "SQLite format 3\0";

/**
 * Whether a workspace is encrypted: it has a key file, or it had one, since its database is unreadable and its backups are encrypted.
 * Reads no more than a few bytes of one that is not.
 */
export function isEncrypted(rooms: Rooms): boolean {
  return existsSync(rooms.keyFile) || (isUnreadable(rooms.database) && keyOfBackups(rooms) !== null);
}

/**
 * The keys of an encrypted workspace. A key file that is lost or damaged is replaced by the one the newest backup carries, with the
 * passphrase of that day. Throws VaultError with what is wrong.
 */
export async function unlockFolder(rooms: Rooms, secret: Secret): Promise<Vault> {
  const { file, from } = usableKeyFile(rooms);
  const vault = await unlocked(file, secret).catch((error: unknown) => {
    if (from === null || !(error instanceof VaultError)) throw error;
    const told = `The key file of this workspace is lost; the one of the backup of ${from.slice(0, 10)} is used, with the passphrase of that day.`;
    throw new VaultError(error.code, `${error.message} ${told}`);
  });
  if (from !== null) writeKeyFile(rooms.keyFile, file);
  return vault;
}

/** The id of the keys a workspace wants; null when that cannot be told. */
export function keyIdOf(rooms: Rooms): string | null {
  try {
    return usableKeyFile(rooms).file.id;
  } catch {
    return null;
  }
}

/** Wraps the workspace's key under another passphrase. Nothing else has to be written anew. Throws VaultError for one that is too short. */
export async function changePassphrase(rooms: Rooms, vault: Vault, passphrase: string): Promise<void> {
  writeKeyFile(rooms.keyFile, await withPassphrase(readKeyFile(rooms), vault, passphrase));
}

/** With what backups of a workspace are locked: null for one that is not encrypted. Throws when it is and cannot be. */
export function lockOf(rooms: Rooms): Lock | null {
  if (rooms.vault) return { vault: rooms.vault, file: readKeyFile(rooms) };
  if (existsSync(rooms.keyFile)) throw stillLocked();
  return null;
}

/** The key file in a workspace's folder. Throws VaultError `KEY_FILE` when it is missing or damaged. */
export function readKeyFile({ keyFile }: Rooms): KeyFile {
  if (existsSync(keyFile)) return parseKeyFile(readFileSync(keyFile, "utf8"));
  throw new VaultError(
    "KEY_FILE",
    "The key file of this workspace (key.json) is missing, so it cannot be unlocked. Nothing was changed. Put back a copy of key.json, or restore a backup: each holds its own.",
  );
}

/** Writes a key file, whole or not at all. */
export function writeKeyFile(path: string, file: KeyFile): void {
  const part = `${path}.part`;
  rmSync(part, { force: true });
  writeFileSync(part, `${JSON.stringify(file, null, 2)}\n`);
  toDisk(part);
  renameSync(part, path);
  toDisk(dirname(path));
}

/** A workspace that needs its passphrase. */
export function stillLocked(): StoreError {
  return new StoreError("ENCRYPTED", "This workspace is encrypted. Unlock it with its passphrase or its recovery key.");
}

/** The key file, and the instant of the backup it had to be taken from. */
function usableKeyFile(rooms: Rooms): { file: KeyFile; from: string | null } {
  try {
    return { file: readKeyFile(rooms), from: null };
  } catch (error) {
    const carried = keyOfBackups(rooms);
    if (!carried) throw error;
    return carried;
  }
}

function keyOfBackups({ backups }: Rooms): { file: KeyFile; from: string } | null {
  const newest = backupsIn(backups, null).find(({ sealed }) => sealed !== null)?.sealed;
  return newest ? { file: newest.key, from: newest.madeAt } : null;
}

function isUnreadable(database: string): boolean {
  if (!existsSync(database)) return true;
  const head = Buffer.alloc(PLAIN.length);
  const file = openSync(database, "r");
  try {
    const read = readSync(file, head, 0, head.length, 0);
    return read > 0 && head.toString("latin1") !== PLAIN;
  } finally {
    closeSync(file);
  }
}
