/** Which keys a workspace has after a restore. */
import { existsSync, renameSync } from "node:fs";
import { join } from "node:path";
import { isSound } from "../store/restore.ts";
import type { SoundBackup } from "./examining.ts";
import { isEncrypted, keyIdOf, readKeyFile, stillLocked, writeKeyFile } from "./keys.ts";
import { type Rooms, roomsOf } from "./rooms.ts";

/**
 * The workspace's parts with the keys it will have: its own, or those of the backup where it has lost its own. One that is only locked is
 * not taken for a damaged one.
 */
export function keptKeys(rooms: Rooms, { lock }: SoundBackup): Rooms {
  if (rooms.vault || isSound({ file: rooms.database, vault: null })) return rooms;
  const own = isEncrypted(rooms) ? keyIdOf(rooms) : null;
  if (own !== null && own !== lock?.vault.id) throw stillLocked();
  return lock === null ? rooms : roomsOf(rooms.folder, lock.vault);
}

/** A workspace that takes on a backup's keys needs its key file as well; one that cannot be read is moved aside. */
export function bringKeyFile(rooms: Rooms, { lock }: SoundBackup, when: string): void {
  if (lock === null || rooms.vault?.id !== lock.vault.id) return;
  try {
    if (readKeyFile(rooms).id === lock.vault.id) return;
  } catch {
    if (existsSync(rooms.keyFile)) renameSync(rooms.keyFile, join(rooms.folder, `damaged ${when} key.json`));
  }
  writeKeyFile(rooms.keyFile, lock.file);
}
