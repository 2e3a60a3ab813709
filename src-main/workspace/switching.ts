/**
 * The moment in which everything of a workspace is replaced at once. What is to come lies complete under `switching/next`; the marker
 * `switching.json` makes it count. Killed before the marker, the workspace is as it was; killed after it, whoever opens the workspace next
 * finishes moving, and nothing else can be opened before that.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { toDisk } from "../store/backup.ts";
import type { Vault } from "../vault/vault.ts";
import { type Rooms, roomsOf } from "./rooms.ts";

const stageOf = (folder: string) => join(folder, "switching");
const markerOf = (folder: string) => join(folder, "switching.json");

const marker = z.strictObject({ isEncrypted: z.boolean() });

/** Whether a workspace was being replaced, and is now either. */
export function isSwitching(folder: string): boolean {
  return existsSync(markerOf(folder));
}

/** Empty rooms for what is to come, in place of any that were left over. */
export function nextRooms({ folder }: Rooms, vault: Vault | null): Rooms {
  const stage = stageOf(folder);
  rmSync(stage, { recursive: true, force: true });
  const rooms = roomsOf(join(stage, "next"), vault);
  for (const path of [rooms.originals.folder, rooms.backups]) mkdirSync(path, { recursive: true });
  return rooms;
}

/** Throws away what was to come and does not count: what a process left that was killed before it did. */
export function dropNext({ folder }: Rooms): void {
  if (!isSwitching(folder)) rmSync(stageOf(folder), { recursive: true, force: true });
}

/** Puts what was built in the place of what is there. The caller holds the workspace's lock and has closed its database. */
export function switchOver(rooms: Rooms, isEncrypted: boolean): void {
  const file = markerOf(rooms.folder);
  writeFileSync(`${file}.part`, JSON.stringify({ isEncrypted }));
  toDisk(`${file}.part`);
  renameSync(`${file}.part`, file);
  toDisk(rooms.folder);
  finishSwitch(rooms.folder);
}

/** Finishes a replacement that was interrupted after it counted. The caller holds the workspace's lock. */
export function finishSwitch(folder: string): void {
  const { isEncrypted } = marker.parse(JSON.parse(readFileSync(markerOf(folder), "utf8")));
  const rooms = roomsOf(folder);
  const stage = stageOf(folder);
  const next = roomsOf(join(stage, "next"));
  const old = join(stage, "old");
  mkdirSync(old, { recursive: true });
  moveIn(next.originals.folder, rooms.originals.folder, join(old, "originals"));
  moveIn(next.backups, rooms.backups, join(old, "backups"));
  if (existsSync(next.keyFile)) renameSync(next.keyFile, rooms.keyFile);
  else if (!isEncrypted) rmSync(rooms.keyFile, { force: true });
  if (existsSync(next.database)) {
    // What they hold is in the copy; beside the new database they would be another one's.
    for (const tail of ["-wal", "-shm"]) rmSync(rooms.database + tail, { force: true });
    renameSync(next.database, rooms.database);
  }
  toDisk(folder);
  rmSync(stage, { recursive: true, force: true });
  rmSync(markerOf(folder), { force: true });
}

/** Each step can have been the last one before the process was killed, so each is taken only where it was not yet. */
function moveIn(next: string, present: string, old: string): void {
  if (!existsSync(next)) return;
  if (existsSync(present)) renameSync(present, old);
  renameSync(next, present);
}
