/** Putting a backup back in the place of the present state, which becomes a backup itself. */
import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { forget } from "../documents/archive.ts";
import { type AuditEntry, RESTORE } from "../store/audit.ts";
import { toDisk } from "../store/backup.ts";
import { carriedByFile } from "../store/carried.ts";
import type { Manifest } from "../store/manifest.ts";
import { isSound, type KeyedFile, prepareRestored, replaceContent } from "../store/restore.ts";
import { type RestoreChanges, restoreChanges } from "../store/restore-preview.ts";
import type { Secret } from "../vault/key-file.ts";
import { backupDatabase } from "./backup-names.ts";
import { makeBackup, thinBackups, tidyBackups } from "./backups.ts";
import { examineBackup, locateBackup, type SoundBackup, sourceOf } from "./examining.ts";
import { bringKeyFile, keptKeys } from "./restoring-keys.ts";
import type { Rooms } from "./rooms.ts";
import { holds, placeIn, put, sha256OfFile } from "./shared-files.ts";

/** Who restores, and when. */
export interface Stamp {
  readonly now: Date;
  readonly actor: string;
}

/** What was put back. */
export interface Restored {
  readonly backup: string;
  /** The backup that holds what was there before; null when that was damaged or nothing. */
  readonly previous: string | null;
  /** The file what was there was moved to when it was damaged; null otherwise. */
  readonly setAside: string | null;
  /** Originals and packets that could not be brought back, in words. */
  readonly missing: readonly string[];
}

/**
 * What restoring a backup would change. Nothing is. `secret` opens a backup that is encrypted with other keys than the workspace. Throws
 * StoreError for one that would be refused, VaultError for a wrong secret.
 */
export async function previewRestore(
  rooms: Rooms,
  what: string,
  stamp: Stamp,
  secret: Secret | null = null,
): Promise<{ manifest: Manifest; changes: RestoreChanges; missing: readonly string[] }> {
  const sound = await examineBackup(rooms, locateBackup(rooms, what), secret);
  const { manifest, missing } = sound;
  const { vault } = keptKeys(rooms, sound);
  const temporary = mkdtempSync(join(tmpdir(), "backhaul-preview-"));
  try {
    const prepared = join(temporary, "restored.db");
    prepareRestored(databaseOf(sound), { file: prepared, vault }, entryOf(manifest, stamp, null));
    const present = isSound({ file: rooms.database, vault }) ? rooms.database : null;
    return { manifest, missing, changes: restoreChanges(present, prepared, vault) };
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/**
 * Restores a backup. The caller holds the workspace's lock. The present state is backed up first; a database too damaged for that is moved
 * aside. Files come first and the database last, as one step: killed at any moment, the workspace is the old one or the new one. A workspace
 * stays encrypted or not, whichever the backup is; one that is gone takes on the backup's keys and its key file.
 */
export async function restoreBackup(
  given: Rooms,
  what: string,
  stamp: Stamp,
  secret: Secret | null = null,
): Promise<Restored> {
  const sound = await examineBackup(given, locateBackup(given, what), secret);
  const { manifest, missing } = sound;
  const rooms = keptKeys(given, sound);
  await mkdir(rooms.backups, { recursive: true });
  bringKeyFile(rooms, sound, stampText(stamp.now));
  await tidyBackups(rooms);
  const live = isSound({ file: rooms.database, vault: rooms.vault });
  const previous = live ? await makeBackup(rooms, rooms.backups, "restore", stamp.now) : null;
  const prepared = join(rooms.backups, "restoring.db.part");
  prepareRestored(databaseOf(sound), { file: prepared, vault: rooms.vault }, entryOf(manifest, stamp, previous));
  await bringFiles(rooms, sound, stamp);
  let setAside: string | null = null;
  if (live) await replaceContent(prepared, rooms.database, rooms.vault);
  else setAside = putInPlace(rooms, prepared, stamp);
  rmSync(prepared, { force: true });
  // Only what the backup of the previous state holds may leave the archive.
  const wanted = new Set(carriedByFile(rooms.database, rooms.vault).originals.map(({ sha256 }) => sha256));
  for (const { sha256 } of previous?.originals ?? []) if (!wanted.has(sha256)) await forget(rooms.originals, sha256);
  const kept = [manifest.name, ...(previous ? [previous.name] : [])];
  await thinBackups(rooms, stamp.now, kept);
  return { backup: manifest.name, previous: previous?.name ?? null, setAside, missing };
}

function databaseOf({ folder, manifest, lock }: SoundBackup): KeyedFile {
  return { file: backupDatabase(folder, manifest.name), vault: lock?.vault ?? null };
}

function entryOf(manifest: Manifest, { now, actor }: Stamp, previous: Manifest | null): AuditEntry {
  const { auditEntries, auditHead } = previous?.totals ?? { auditEntries: 0, auditHead: null };
  return {
    at: now.toISOString(),
    actor,
    command: RESTORE,
    subject: manifest.name,
    before: previous === null ? null : { backup: previous.name, auditEntries, auditHead },
    after: {
      madeAt: manifest.madeAt,
      auditEntries: manifest.totals.auditEntries,
      auditHead: manifest.totals.auditHead,
    },
  };
}

/** Puts originals and packets where the restored database will look for them. */
async function bringFiles(rooms: Rooms, sound: SoundBackup, { now }: Stamp): Promise<void> {
  const { folder, manifest } = sound;
  const share = folder === rooms.backups;
  for (const { sha256 } of manifest.originals) {
    const target = placeIn(rooms.originals, sha256);
    if (await holds(target, sha256)) continue;
    const source = await sourceOf(rooms, sound, sha256);
    if (source !== null) await put(source, target, sha256, share);
  }
  for (const { file, sha256 } of manifest.packets) {
    const target = join(rooms.packets, basename(file));
    const there = await sha256OfFile(target);
    if (there === sha256) continue;
    // A packet of the same number that was made since is not overwritten.
    if (there !== null) renameSync(target, target.replace(/(\.pdf)?$/, ` (until ${stampText(now)})$1`));
    const source = await sourceOf(rooms, sound, sha256);
    // A packet has its own copy: unlike an original it may be opened and saved by another program.
    if (source !== null) await put(source, { path: target, vault: null }, sha256, false);
  }
}

/** Moves a database that cannot be read aside, if there is one, and the prepared one into its place. Returns where it went. */
function putInPlace(rooms: Rooms, prepared: string, { now }: Stamp): string | null {
  const { database, folder } = rooms;
  let aside: string | null = null;
  if (existsSync(database)) {
    aside = join(folder, `damaged ${stampText(now)}.db`);
    for (const tail of ["", "-wal"]) if (existsSync(database + tail)) copyFileSync(database + tail, aside + tail);
    toDisk(aside);
  }
  for (const tail of ["-wal", "-shm"]) rmSync(database + tail, { force: true });
  renameSync(prepared, database);
  toDisk(folder);
  return aside;
}

function stampText(now: Date): string {
  return now.toISOString().slice(0, 19).replace("T", " ").replaceAll(":", "-");
}
