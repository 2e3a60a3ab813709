/** Folders of commands that must work when a workspace cannot be opened. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type Rooms, roomsOf } from "../workspace/rooms.ts";
import { UsageError } from "./command.ts";

/** The parts of a folder that holds a workspace, or at least the backups of one. Throws UsageError. */
export function existingRooms(folder: string): Rooms {
  const rooms = roomsOf(resolve(folder));
  if (!existsSync(rooms.database) && !existsSync(rooms.backups))
    throw new UsageError(`${folder} is no workspace and holds no backups of one.`);
  return rooms;
}
