/**
 * Backups in a folder: `NAME.db` (the database), `NAME.json` (what it says of itself) and `files/` (originals and packets under their hash,
 * shared between all backups of the folder). Those of an encrypted workspace are encrypted with its keys.
 */
import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { basename, join } from "node:path";
import type { IsoDate } from "#shared/week.ts";
import { soundTotals, toDisk, verifiedCopyOf } from "../store/backup.ts";
import { carriedByFile } from "../store/carried.ts";
import { type Lock, type Manifest, manifestText } from "../store/manifest.ts";
import { type BackupReason, thinned } from "../store/thinning.ts";
import type { ControlTotals } from "../store/totals.ts";
import { backupDatabase, backupManifest, backupName, filesOf, instantOf, namesIn, reasonOf } from "./backup-names.ts";
import { backupsIn } from "./found-backups.ts";
import { lockOf } from "./keys.ts";
import type { Rooms } from "./rooms.ts";
import { holds, place, placeIn, removeOthers, sha256OfFile, sizeOf } from "./shared-files.ts";

/**
 * Makes a verified backup of a workspace in a folder of backups, with the originals and packets that folder lacks. In the workspace's own
 * folder they are shared with the archive; anywhere else they are copies. Throws when it could not be made; then there is none.
 */
export async function makeBackup(rooms: Rooms, to: string, reason: BackupReason, now: Date): Promise<Manifest> {
  const lock = lockOf(rooms);
  await mkdir(to, { recursive: true });
  const name = backupName(to, reason, now);
  const database = backupDatabase(to, name);
  try {
    const totals = verifiedCopyOf(rooms.database, database, rooms.vault);
    return await describe(rooms, to, { name, reason, now, totals, lock });
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
      if (reason && now) await finish(rooms, { name, reason, now });
    }
  }
}

/** One that cannot be read stays unfinished, and is listed so. */
async function finish(rooms: Rooms, copied: Omit<Copied, "totals" | "lock">): Promise<void> {
  let totals: ControlTotals;
  try {
    totals = soundTotals(backupDatabase(rooms.backups, copied.name), rooms.vault);
  } catch {
    return;
  }
  await describe(rooms, rooms.backups, { ...copied, totals, lock: lockOf(rooms) });
}

/** Removes the workspace's own backups that thinning does not keep, and the files only they referred to. `keep` stays whatever its age. */
export async function thinBackups(rooms: Rooms, now: Date, keep: readonly string[] = []): Promise<void> {
  const { backups } = rooms;
  const all = backupsIn(backups, rooms.vault);
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
  await removeOthers(filesOf(backups, rooms.vault), new Set(wanted));
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
  readonly lock: Lock | null;
}

/** Brings the files a copy refers to and writes down what it is. With that it counts. */
async function describe(rooms: Rooms, to: string, copied: Copied): Promise<Manifest> {
  const { name, reason, now, totals, lock } = copied;
  const file = backupDatabase(to, name);
  const carried = carriedByFile(file, rooms.vault);
  const share = to === rooms.backups;
  const files = filesOf(to, rooms.vault);
  const originals: Manifest["originals"] = [];
  const packets: Manifest["packets"] = [];
  const missing: string[] = [];
  for (const { sha256, name: document } of carried.originals) {
    const bytes = await place(placeIn(rooms.originals, sha256), files, sha256, share);
    if (bytes !== null) originals.push({ sha256, bytes });
    else missing.push(`The original of ${document} is missing from the archive or was changed.`);
  }
  for (const { file: packet, sha256 } of carried.packets) {
    const lying = { path: join(rooms.packets, basename(packet)), vault: null };
    const bytes = (await holds(lying, sha256)) ? await place(lying, files, sha256, share) : null;
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
  writeFileSync(`${target}.part`, manifestText(manifest, lock));
  toDisk(`${target}.part`);
  renameSync(`${target}.part`, target);
  toDisk(to);
  return manifest;
}
