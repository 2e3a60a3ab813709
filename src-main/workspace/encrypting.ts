/** Encrypting a whole workspace, its backups included; taking that back; and giving it new keys. All or nothing, wherever it is killed. */
import { existsSync } from "node:fs";
import { basename } from "node:path";
import type { Progress } from "#shared/contract/schemas.ts";
import { appendAuditTo } from "../store/audit.ts";
import { soundTotals, toDisk, verifiedCopyOf } from "../store/backup.ts";
import { carriedByFile } from "../store/carried.ts";
import { openFile, rekey } from "../store/connection.ts";
import type { Lock } from "../store/manifest.ts";
import { controlTotals } from "../store/totals.ts";
import { makeBackup, tidyBackups } from "./backups.ts";
import { bringBackups, mustAgree } from "./encrypting-backups.ts";
import { writeKeyFile } from "./keys.ts";
import { leftAsItIs } from "./leftovers.ts";
import type { Stamp } from "./restoring.ts";
import type { Rooms } from "./rooms.ts";
import { carry, filesIn, placeIn } from "./shared-files.ts";
import { dropNext, nextRooms, switchOver } from "./switching.ts";

/** Files between two reports of progress. */
const AT_ONCE = 20;

/**
 * Writes everything of a workspace anew under other keys (null: under none) and puts it in place as one step, with a verified backup of the
 * present state among what is written. `rooms` has the present keys. The caller holds the workspace's lock, and nobody has it open. What was
 * there before is removed. Returns what lies in the folder as it did before, in words. Throws StoreError, and whatever the disk says.
 */
export async function* changeKeys(
  rooms: Rooms,
  lock: Lock | null,
  stamp: Stamp,
  signal?: AbortSignal,
): AsyncGenerator<Progress, string[]> {
  const next = nextRooms(rooms, lock?.vault ?? null);
  try {
    yield progress("Backing up", 0, 1);
    await tidyBackups(rooms);
    await makeBackup(rooms, rooms.backups, "update", stamp.now);
    yield progress(lock ? "Encrypting the database" : "Writing the database", 0, 1);
    bringDatabase(rooms, next, lock, stamp);
    const left = yield* bringOriginals(rooms, next, signal);
    left.push(...(yield* bringBackups(rooms, next, lock, signal)));
    if (lock) writeKeyFile(next.keyFile, lock.file);
    signal?.throwIfAborted();
    for (const file of [...(await filesIn(next.folder)), next.originals.folder, next.backups, next.folder])
      toDisk(file);
    switchOver(rooms, lock !== null);
    return [...left, ...(lock ? leftAsItIs(rooms) : [])];
  } finally {
    dropNext(rooms);
  }
}

function progress(stage: string, done: number, total: number): Progress {
  return { type: "progress", stage, done, total, detail: "" };
}

/** The database under the new keys, with what was done in its audit trail. */
function bringDatabase(rooms: Rooms, next: Rooms, lock: Lock | null, { now, actor }: Stamp): void {
  const before = verifiedCopyOf(rooms.database, next.database, rooms.vault);
  rekey(next.database, rooms.vault, next.vault);
  const db = openFile(next.database, { readonly: false, mustExist: true, vault: next.vault });
  try {
    mustAgree(before, controlTotals(db));
    const command = lock === null ? "decrypt" : rooms.vault === null ? "encrypt" : "new keys";
    const id = (keys: Rooms["vault"]) => (keys === null ? null : { keys: keys.id });
    const subject = basename(rooms.folder);
    appendAuditTo(db, {
      at: now.toISOString(),
      actor,
      command,
      subject,
      before: id(rooms.vault),
      after: id(next.vault),
    });
  } finally {
    db.close();
  }
  soundTotals(next.database, next.vault);
}

/** Everything of the archive, be it as it should or not: what was changed or is not referred to stays so. Returns what cannot be read any more. */
async function* bringOriginals(rooms: Rooms, next: Rooms, signal?: AbortSignal): AsyncGenerator<Progress, string[]> {
  const names = new Map(carriedByFile(rooms.database, rooms.vault).originals.map((each) => [each.sha256, each.name]));
  const extra = rooms.vault ? [] : (await filesIn(rooms.originals.folder)).map((path) => basename(path));
  const all = [...new Set([...names.keys(), ...extra.filter((name) => /^[0-9a-f]{64}$/.test(name))])];
  const left: string[] = [];
  for (const [index, sha256] of all.entries()) {
    if (index % AT_ONCE === 0) {
      signal?.throwIfAborted();
      yield progress("Originals", index, all.length);
    }
    const source = placeIn(rooms.originals, sha256);
    if (!existsSync(source.path) || (await carry(source, placeIn(next.originals, sha256), sha256))) continue;
    left.push(
      `The original of ${names.get(sha256) ?? sha256} was changed since it was encrypted, so it could not be taken along.`,
    );
  }
  return left;
}
