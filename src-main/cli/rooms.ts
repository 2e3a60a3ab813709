/** Folders of commands that must work when a workspace cannot be opened. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Rooms } from "../workspace/rooms.ts";
import { settleWorkspace } from "../workspace/workspace.ts";
import { UsageError } from "./command.ts";
import { unlockedRooms } from "./secret.ts";

/**
 * The parts of a folder that holds a workspace, or at least the backups of one, unlocked where a passphrase was said. Throws UsageError, and
 * VaultError for a wrong passphrase.
 */
export async function existingRooms(folder: string): Promise<Rooms> {
  const path = resolve(folder);
  settleWorkspace(path);
  const rooms = await unlockedRooms(path);
  if (!existsSync(rooms.database) && !existsSync(rooms.backups))
    throw new UsageError(`${folder} is no workspace and holds no backups of one.`);
  return rooms;
}
