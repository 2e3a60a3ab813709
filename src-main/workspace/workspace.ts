/** A workspace is a folder: backhaul.db, originals/, backups/, packets/, and key.json where it is encrypted. Everything the owner has is in it. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Archive } from "../documents/archive.ts";
import { withDatabase } from "../store/backup.ts";
import { StoreError } from "../store/errors.ts";
import { NEWEST, schemaVersion } from "../store/migrate.ts";
import { Store } from "../store/store.ts";
import type { Vault } from "../vault/vault.ts";
import { backupDatabase, backupName } from "./backup-names.ts";
import { backupsIn } from "./found-backups.ts";
import { isEncrypted, stillLocked } from "./keys.ts";
import { type Rooms, roomsOf } from "./rooms.ts";
import { dropNext, finishSwitch, isSwitching } from "./switching.ts";

/** An open workspace. */
export interface Workspace {
  readonly folder: string;
  /** Folder name, as the title bar shows it. */
  readonly name: string;
  readonly store: Store;
  readonly rooms: Rooms;
  readonly originals: Archive;
  readonly packets: string;
  close(): Promise<void>;
}

const LOCK = "backhaul.lock";

/** Whether a folder holds a workspace. */
export function isWorkspace(folder: string): boolean {
  return existsSync(roomsOf(folder).database) || isSwitching(folder);
}

/** Finishes what was interrupted while everything of a workspace was being replaced. Throws StoreError `LOCKED` when it is still going on. */
export function settleWorkspace(folder: string): void {
  if (!isSwitching(folder)) return;
  const unlock = lockWorkspace(folder);
  try {
    finishSwitch(folder);
  } finally {
    unlock();
  }
}

/** Whether a folder has lost its database and still holds backups of it: a new one must not take its place. */
export function hasOnlyBackups(folder: string): boolean {
  const { database, backups } = roomsOf(folder);
  return !existsSync(database) && !isSwitching(folder) && backupsIn(backups, null).length > 0;
}

/** Whether a workspace is of an earlier schema: opening it to write brings it up to date. One that cannot be read is not said to be. */
export function isOutdated(folder: string, vault: Vault | null): boolean {
  try {
    return withDatabase(roomsOf(folder).database, schemaVersion, vault) < NEWEST;
  } catch {
    return false;
  }
}

/**
 * Opens a workspace; with `write` access it is created where absent, brought up to date and locked against a second writer. Throws
 * StoreError with a sentence for the user (locked, damaged, from a newer app; `ENCRYPTED` for one whose keys are not given). `now` names the
 * backup that an update makes first.
 */
export function openWorkspace(
  folder: string,
  access: "read" | "write",
  now: () => Date = () => new Date(),
  vault: Vault | null = null,
): Workspace {
  const rooms = roomsOf(folder, vault);
  const { database, originals, packets, backups } = rooms;
  if (isSwitching(folder))
    throw new StoreError("LOCKED", "This workspace is being encrypted or decrypted. Try again when that is done.");
  if (hasOnlyBackups(folder))
    throw new StoreError(
      "DAMAGED",
      "The database of this workspace is missing. Its backups are there: restore one of them.",
    );
  if (!vault && isEncrypted(rooms)) throw stillLocked();
  if (access === "write")
    for (const path of [folder, originals.folder, packets, backups]) mkdirSync(path, { recursive: true });
  const unlock = access === "write" ? lockWorkspace(folder) : () => undefined;
  try {
    if (access === "write") dropNext(rooms);
    const store = Store.open(database, {
      access,
      vault,
      backupFile: () => backupDatabase(backups, backupName(backups, "update", now())),
    });
    return {
      folder,
      name: basename(folder),
      store,
      rooms,
      originals,
      packets,
      async close() {
        await store.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** Folders this thread has open for writing. */
const held = new Set<string>();

/**
 * Takes the folder's write lock, a file naming the process; one left by a process that is gone is taken over. Returns its release. Throws
 * StoreError `LOCKED`.
 */
export function lockWorkspace(folder: string): () => void {
  const path = join(folder, LOCK);
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(path, String(process.pid), { flag: "wx" });
      held.add(path);
      return () => {
        held.delete(path);
        rmSync(path, { force: true });
      };
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
      if (holderLives(path)) break;
      rmSync(path, { force: true });
    }
  }
  throw new StoreError("LOCKED", "This workspace is open in another window or command. Close it there and try again.");
}

function holderLives(path: string): boolean {
  const pid = Number(readFileSync(path, "utf8"));
  // Our own process with a lock this thread does not hold: it was left by a writer thread that died.
  if (pid === process.pid) return held.has(path);
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
