/** Whether a backup can be put back: every check that it has to pass, and what is said when one fails. */
import { existsSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { originalPath } from "../documents/archive.ts";
import { soundTotals, withDatabase } from "../store/backup.ts";
import { carriedByFile } from "../store/carried.ts";
import { StoreError } from "../store/errors.ts";
import { type Manifest, readManifest } from "../store/manifest.ts";
import { NEWEST } from "../store/migrate.ts";
import { totalsDiffer } from "../store/totals.ts";
import { auditProblem } from "../store/verify-audit.ts";
import { backupDatabase, backupManifest, filesOf } from "./backup-names.ts";
import type { Rooms } from "./rooms.ts";
import { sha256OfFile } from "./shared-files.ts";

/** A backup that passed. */
export interface SoundBackup {
  /** The folder it lies in. */
  readonly folder: string;
  readonly manifest: Manifest;
  /** Originals and packets that lie neither with it nor in the workspace any more, in words. The database is whole without them. */
  readonly missing: readonly string[];
}

/** A backup by its name in the workspace's own backups, or by the path of its `.json` or `.db`. Throws StoreError when there is none. */
export function locateBackup(rooms: Rooms, what: string): { folder: string; name: string } {
  const name = basename(what).replace(/\.(?:json|db)$/, "");
  const folder = what === name || what === basename(what) ? rooms.backups : resolve(dirname(what));
  if (!existsSync(backupManifest(folder, name)) && !existsSync(backupDatabase(folder, name)))
    throw refused(`There is no backup ${what}.`);
  return { folder, name };
}

/** Puts a backup through all checks. Throws StoreError that names the first one it fails. */
export async function examineBackup(
  rooms: Rooms,
  { folder, name }: { folder: string; name: string },
): Promise<SoundBackup> {
  const database = backupDatabase(folder, name);
  if (!existsSync(backupManifest(folder, name)))
    throw refused(`The backup ${name} has no description (${name}.json), so it was never finished.`);
  const manifest = described(folder, name);
  if (manifest.totals.schema > NEWEST) {
    const { schema } = manifest.totals;
    throw new StoreError(
      "NEWER",
      `The backup ${name} was made by a newer version of Backhaul (schema ${schema}; this one knows ${NEWEST}). Update the app; nothing was changed.`,
    );
  }
  const found = await sha256OfFile(database);
  if (found === null) throw damaged(name, "its database is missing");
  if (found !== manifest.database.sha256) throw damaged(name, "its database is not the file that was written");
  const totals = soundTotals(database);
  const difference = totalsDiffer(manifest.totals, totals);
  if (difference !== null) throw damaged(name, `control totals: ${difference}`);
  const trail = withDatabase(database, (db) => auditProblem(db, []));
  if (trail !== null) throw damaged(name, trail.replace(/\.$/, ""));
  const names = new Map(carriedByFile(database).originals.map((each) => [each.sha256, `The original of ${each.name}`]));
  const parts = [
    ...manifest.originals.map(({ sha256 }) => ({ sha256, what: names.get(sha256) ?? `The original ${sha256}` })),
    ...manifest.packets.map(({ sha256, file }) => ({ sha256, what: `The packet ${file}` })),
  ];
  const missing = [...manifest.missing];
  for (const { sha256, what } of parts) {
    if ((await sourceOf(rooms, folder, sha256)) === null)
      missing.push(`${what} is missing from the backup or was changed, and the workspace has no other.`);
  }
  return { folder, manifest, missing };
}

/** Where a sound copy of an original or a packet lies: with the backup, or still in the workspace's archive. Null when there is none. */
export async function sourceOf(rooms: Rooms, folder: string, sha256: string): Promise<string | null> {
  for (const place of [originalPath(filesOf(folder), sha256), originalPath(rooms.originals, sha256)])
    if ((await sha256OfFile(place)) === sha256) return place;
  return null;
}

function described(folder: string, name: string): Manifest {
  let manifest: Manifest;
  try {
    manifest = readManifest(backupManifest(folder, name));
  } catch {
    throw damaged(name, "its description cannot be read");
  }
  if (manifest.name !== name) throw damaged(name, `its description is that of ${manifest.name}`);
  return manifest;
}

function damaged(name: string, check: string): StoreError {
  return refused(`The backup ${name} is damaged: ${check}. Nothing was changed; choose another backup.`);
}

function refused(message: string): StoreError {
  return new StoreError("BACKUP", message);
}
