/** Taking a workspace's backups along when everything of it is written under other keys. */
import { copyFileSync, existsSync, linkSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Progress } from "#shared/contract/schemas.ts";
import { soundTotals } from "../store/backup.ts";
import { rekey } from "../store/connection.ts";
import { StoreError } from "../store/errors.ts";
import { type Lock, type Manifest, manifestText } from "../store/manifest.ts";
import { type ControlTotals, totalsDiffer } from "../store/totals.ts";
import { backupDatabase, backupManifest, filesOf } from "./backup-names.ts";
import { backupsIn } from "./found-backups.ts";
import type { Rooms } from "./rooms.ts";
import { carry, filesIn, type Lying, placeIn, sha256OfFile, sizeOf } from "./shared-files.ts";

/** Writes every backup anew, with the files they refer to. Returns those that cannot be read and stay as they are, in words. */
export async function* bringBackups(
  rooms: Rooms,
  next: Rooms,
  lock: Lock | null,
  signal?: AbortSignal,
): AsyncGenerator<Progress, string[]> {
  const left: string[] = [];
  const backups = backupsIn(rooms.backups, rooms.vault);
  for (const [index, { name, manifest, sealed }] of backups.entries()) {
    signal?.throwIfAborted();
    yield { type: "progress", stage: "Backups", done: index, total: backups.length, detail: "" };
    if (manifest !== null && (await bringBackup(rooms, next, lock, manifest))) continue;
    for (const path of [backupDatabase(rooms.backups, name), backupManifest(rooms.backups, name)])
      if (existsSync(path)) copyFileSync(path, join(next.backups, basename(path)));
    const why = sealed && !manifest ? "is encrypted with other keys" : "is damaged";
    left.push(`The backup ${name} ${why} and was left as it is.`);
  }
  if (left.length > 0) await bringOthers(rooms, next);
  return left;
}

/** What a backup that cannot be read may refer to: the other shared files, sealed where they are still as they should be. */
async function bringOthers(rooms: Rooms, next: Rooms): Promise<void> {
  const files = filesOf(rooms.backups, rooms.vault);
  for (const path of await filesIn(files.folder)) {
    const name = basename(path);
    const isWhole = rooms.vault === null && (await sha256OfFile(path)) === name;
    if (isWhole) await bringShared(rooms, next, name);
    const raw = path.replace(rooms.backups, next.backups);
    if (isWhole || existsSync(raw)) continue;
    mkdirSync(dirname(raw), { recursive: true });
    copyFileSync(path, raw);
  }
}

/** A backup under the new keys, with the files it refers to. Returns whether it could be read. */
async function bringBackup(rooms: Rooms, next: Rooms, lock: Lock | null, manifest: Manifest): Promise<boolean> {
  const source = backupDatabase(rooms.backups, manifest.name);
  const target = backupDatabase(next.backups, manifest.name);
  if ((await sha256OfFile(source)) !== manifest.database.sha256) return false;
  copyFileSync(source, target);
  rekey(target, rooms.vault, next.vault);
  mustAgree(manifest.totals, soundTotals(target, next.vault));
  const bring = async <T extends { sha256: string; bytes: number }>(files: readonly T[]): Promise<T[]> => {
    const brought: T[] = [];
    for (const file of files) {
      const bytes = await bringShared(rooms, next, file.sha256);
      brought.push(bytes === null ? file : { ...file, bytes });
    }
    return brought;
  };
  const described: Manifest = {
    ...manifest,
    database: { sha256: (await sha256OfFile(target)) ?? "", bytes: (await sizeOf(target)) ?? 0 },
    originals: await bring(manifest.originals),
    packets: await bring(manifest.packets),
  };
  writeFileSync(backupManifest(next.backups, manifest.name), manifestText(described, lock));
  return true;
}

/** A file that backups share: the archive's own bytes where it has it as well. Returns its bytes; null when it cannot be read. */
async function bringShared(rooms: Rooms, next: Rooms, sha256: string): Promise<number | null> {
  const target = placeIn(filesOf(next.backups, next.vault), sha256);
  if (existsSync(target.path)) return sizeOf(target.path);
  const source = placeIn(filesOf(rooms.backups, rooms.vault), sha256);
  if (!existsSync(source.path)) return null;
  const archived = placeIn(next.originals, sha256);
  if (sameFile(source, placeIn(rooms.originals, sha256), archived)) {
    mkdirSync(dirname(target.path), { recursive: true });
    linkSync(archived.path, target.path);
  } else if (!(await carry(source, target, sha256))) return null;
  return sizeOf(target.path);
}

/** Whether a backup's file and the archive's were two names of the same bytes, and the archive's was taken along. */
function sameFile(source: Lying, original: Lying, archived: Lying): boolean {
  if (!existsSync(original.path) || !existsSync(archived.path)) return false;
  const [one, other] = [statSync(source.path), statSync(original.path)];
  return one.ino === other.ino && one.dev === other.dev;
}

/** Throws StoreError `BACKUP` unless what was written adds up to what was there. */
export function mustAgree(before: ControlTotals, after: ControlTotals): void {
  const difference = totalsDiffer(before, after);
  if (difference !== null)
    throw new StoreError("BACKUP", `The workspace could not be written anew (${difference}). It is as it was.`);
}
