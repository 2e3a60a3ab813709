/** Whether a backup can be put back: every check that it has to pass, and what is said when one fails. */
import { existsSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { soundTotals, withDatabase } from "../store/backup.ts";
import { carriedByFile } from "../store/carried.ts";
import { StoreError } from "../store/errors.ts";
import { type Manifest, readManifest, type SealedManifest, unsealedManifest } from "../store/manifest.ts";
import { NEWEST } from "../store/migrate.ts";
import { totalsDiffer } from "../store/totals.ts";
import { auditProblem } from "../store/verify-audit.ts";
import { type KeyFile, type Secret, unlocked } from "../vault/key-file.ts";
import type { Vault } from "../vault/vault.ts";
import { backupDatabase, backupManifest, filesOf } from "./backup-names.ts";
import type { Rooms } from "./rooms.ts";
import { holds, type Lying, placeIn, sha256OfFile } from "./shared-files.ts";

/** A backup that passed. */
export interface SoundBackup {
  /** The folder it lies in. */
  readonly folder: string;
  readonly manifest: Manifest;
  /** The keys it is encrypted with, and the file that unlocks them; null for one that is not encrypted. */
  readonly lock: { readonly vault: Vault; readonly file: KeyFile } | null;
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

/**
 * Puts a backup through all checks. An encrypted one opens with the workspace's keys, or with a secret of its own. Throws StoreError that
 * names the first check it fails, and VaultError when the secret is wrong.
 */
export async function examineBackup(
  rooms: Rooms,
  { folder, name }: { folder: string; name: string },
  secret: Secret | null = null,
): Promise<SoundBackup> {
  const database = backupDatabase(folder, name);
  if (!existsSync(backupManifest(folder, name)))
    throw refused(`The backup ${name} has no description (${name}.json), so it was never finished.`);
  const read = described(folder, name);
  const lock = read.format === 2 ? { vault: await keysOf(rooms, read, secret), file: read.key } : null;
  const vault = lock?.vault ?? null;
  const manifest = read.format === 2 ? inside(read, vault) : read;
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
  const totals = soundTotals(database, vault);
  const difference = totalsDiffer(manifest.totals, totals);
  if (difference !== null) throw damaged(name, `control totals: ${difference}`);
  const trail = withDatabase(database, (db) => auditProblem(db, []), vault);
  if (trail !== null) throw damaged(name, trail.replace(/\.$/, ""));
  const carried = carriedByFile(database, vault).originals;
  const names = new Map(carried.map((each) => [each.sha256, `The original of ${each.name}`]));
  const parts = [
    ...manifest.originals.map(({ sha256 }) => ({ sha256, what: names.get(sha256) ?? `The original ${sha256}` })),
    ...manifest.packets.map(({ sha256, file }) => ({ sha256, what: `The packet ${file}` })),
  ];
  const missing = [...manifest.missing];
  for (const { sha256, what } of parts) {
    if ((await sourceOf(rooms, { folder, lock }, sha256)) === null)
      missing.push(`${what} is missing from the backup or was changed, and the workspace has no other.`);
  }
  return { folder, manifest, lock, missing };
}

/** Where a sound copy of an original or a packet lies: with the backup, or still in the workspace's archive. Null when there is none. */
export async function sourceOf(
  rooms: Rooms,
  { folder, lock }: Pick<SoundBackup, "folder" | "lock">,
  sha256: string,
): Promise<Lying | null> {
  for (const archive of [filesOf(folder, lock?.vault ?? null), rooms.originals]) {
    const lying = placeIn(archive, sha256);
    if (await holds(lying, sha256)) return lying;
  }
  return null;
}

async function keysOf(rooms: Rooms, { name, key }: SealedManifest, secret: Secret | null): Promise<Vault> {
  if (rooms.vault?.id === key.id) return rooms.vault;
  if (secret !== null) return unlocked(key, secret);
  throw new StoreError(
    "ENCRYPTED",
    `The backup ${name} is encrypted. Say the passphrase of the day it was made, or its recovery key. Nothing was changed.`,
  );
}

function inside(sealed: SealedManifest, vault: Vault | null): Manifest {
  try {
    if (vault) return unsealedManifest(sealed, vault);
  } catch {
    // Said below.
  }
  throw damaged(sealed.name, "its description was changed");
}

function described(folder: string, name: string): Manifest | SealedManifest {
  let manifest: Manifest | SealedManifest;
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
