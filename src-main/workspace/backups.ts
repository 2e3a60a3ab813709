/**
 * Backups in a folder: `NAME.db` (the database), `NAME.json` (what it says of itself) and `files/` (originals and packets under their hash,
 * shared between all backups of the folder).
 */
import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { basename, join } from "node:path";
import type { IsoDate } from "#shared/week.ts";
import { originalPath } from "../documents/archive.ts";
import { soundTotals, toDisk, verifiedCopyOf } from "../store/backup.ts";
import { carriedByFile } from "../store/carried.ts";
import { type Manifest, readManifest } from "../store/manifest.ts";
import { type BackupReason, thinned } from "../store/thinning.ts";
import type { ControlTotals } from "../store/totals.ts";
import { backupDatabase, backupManifest, backupName, filesOf, instantOf, namesIn, reasonOf } from "./backup-names.ts";
import type { Rooms } from "./rooms.ts";
import { place, removeOthers, sha256OfFile, sizeOf } from "./shared-files.ts";

/** A backup as it is found. */
export interface FoundBackup {
  readonly name: string;
  /** Null when it cannot be read. */
  readonly manifest: Manifest | null;
  /** Why it cannot be used, as far as a look at it tells; null when nothing speaks against it. */
  readonly problem: string | null;
}

/** The backups of a folder, newest first. */
export function backupsIn(backups: string): FoundBackup[] {
  const found = namesIn(backups).map((name): FoundBackup => {
    const file = backupManifest(backups, name);
    if (!existsSync(file)) return { name, manifest: null, problem: "It was not finished." };
    try {
      const manifest = readManifest(file);
      const whole = existsSync(backupDatabase(backups, name));
      return { name, manifest, problem: whole ? null : "Its database is gone." };
    } catch {
      return { name, manifest: null, problem: "What it says of itself cannot be read." };
    }
  });
  const order = ({ name, manifest }: FoundBackup) => manifest?.madeAt ?? instantOf(name)?.toISOString() ?? "";
  return found.sort((a, b) => compare(order(b), order(a)) || b.name.length - a.name.length || compare(b.name, a.name));
}

/**
 * Makes a verified backup of a workspace in a folder of backups, with the originals and packets that folder lacks. In the workspace's own
 * folder they are shared with the archive; anywhere else they are copies. Throws when it could not be made; then there is none.
 */
export async function makeBackup(rooms: Rooms, to: string, reason: BackupReason, now: Date): Promise<Manifest> {
  await mkdir(to, { recursive: true });
  const name = backupName(to, reason, now);
  const database = backupDatabase(to, name);
  try {
    return await describe(rooms, to, { name, reason, now, totals: verifiedCopyOf(rooms.database, database) });
  } catch (error) {
    rmSync(database, { force: true });
    throw error;
  }
}

/** Finishes what was interrupted: copies that were whole but not yet described. Removes unfinished ones and descriptions without a copy. */
export async function tidyBackups(rooms: Rooms): Promise<void> {
  const { backups } = rooms;
  if (!existsSync(backups)) return;
  for (const file of readdirSync(backups)) if (file.endsWith(".part")) rmSync(join(backups, file), { force: true });
  for (const name of namesIn(backups)) {
    const database = backupDatabase(backups, name);
    const described = existsSync(backupManifest(backups, name));
    if (!existsSync(database)) rmSync(backupManifest(backups, name), { force: true });
    else if (!described) {
      const reason = reasonOf(name);
      const now = instantOf(name);
      if (reason && now) await describe(rooms, backups, { name, reason, now, totals: soundTotals(database) });
    }
  }
}

/** Removes the workspace's own backups that thinning does not keep, and the files only they referred to. `keep` stays whatever its age. */
export async function thinBackups(rooms: Rooms, now: Date, keep: readonly string[] = []): Promise<void> {
  const { backups } = rooms;
  const all = backupsIn(backups);
  const known = all.flatMap(({ manifest }) => (manifest ? [manifest] : []));
  const gone = new Set(thinned(known, localDay(now)).filter((name) => !keep.includes(name)));
  if (gone.size === 0) return;
  for (const name of gone) {
    rmSync(backupDatabase(backups, name), { force: true });
    rmSync(backupManifest(backups, name), { force: true });
  }
  // One that cannot be read may refer to anything: then nothing is removed.
  if (known.length < all.length) return;
  const wanted = known
    .filter(({ name }) => !gone.has(name))
    .flatMap(({ originals, packets }) => [...originals, ...packets].map((file) => file.sha256));
  await removeOthers(filesOf(backups), new Set(wanted));
}

/** The calendar day of an instant where this machine is. */
function localDay(now: Date): IsoDate {
  return now.toLocaleDateString("sv-SE");
}

interface Copied {
  readonly name: string;
  readonly reason: BackupReason;
  readonly now: Date;
  readonly totals: ControlTotals;
}

/** Brings the files a copy refers to and writes down what it is. With that it counts. */
async function describe(rooms: Rooms, to: string, { name, reason, now, totals }: Copied): Promise<Manifest> {
  const file = backupDatabase(to, name);
  const carried = carriedByFile(file);
  const share = to === rooms.backups;
  const files = filesOf(to);
  const originals: Manifest["originals"] = [];
  const packets: Manifest["packets"] = [];
  const missing: string[] = [];
  for (const { sha256, name: document } of carried.originals) {
    const bytes = await place(originalPath(rooms.originals, sha256), files, sha256, share);
    if (bytes !== null) originals.push({ sha256, bytes });
    else missing.push(`The original of ${document} is missing from the archive or was changed.`);
  }
  for (const { file: packet, sha256 } of carried.packets) {
    const path = join(rooms.packets, basename(packet));
    const bytes = (await sha256OfFile(path)) === sha256 ? await place(path, files, sha256, share) : null;
    if (bytes !== null) packets.push({ file: packet, sha256, bytes });
    else missing.push(`The packet ${packet} is missing or was changed.`);
  }
  const manifest: Manifest = {
    format: 1,
    name,
    workspace: basename(rooms.folder),
    madeAt: now.toISOString(),
    day: localDay(now),
    reason,
    database: { sha256: (await sha256OfFile(file)) ?? "", bytes: (await sizeOf(file)) ?? 0 },
    totals: { ...totals, rows: { ...totals.rows }, cents: { ...totals.cents } },
    originals,
    packets,
    missing,
  };
  const target = backupManifest(to, name);
  writeFileSync(`${target}.part`, `${JSON.stringify(manifest, null, 2)}\n`);
  toDisk(`${target}.part`);
  renameSync(`${target}.part`, target);
  toDisk(to);
  return manifest;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
