/** What lies in an encrypted workspace's folder and is not encrypted: it is said, never hidden. */
import { readdirSync } from "node:fs";
import { basename } from "node:path";
import type { Rooms } from "./rooms.ts";

/** What the workspace itself puts into its folder. */
function own({ database, keyFile, originals, backups, packets }: Rooms): Set<string> {
  const files = [database, `${database}-wal`, `${database}-shm`, keyFile, originals.folder, backups, packets];
  return new Set([...files.map((file) => basename(file)), "backhaul.lock", "switching", "switching.json"]);
}

/** Sentences on everything in the folder that is not encrypted. */
export function leftAsItIs(rooms: Rooms): string[] {
  const known = own(rooms);
  const others = readdirSync(rooms.folder)
    .filter((name) => !known.has(name))
    .sort();
  const packets = listed(rooms.packets).length;
  const left = others.map(
    (name) =>
      `${name} is no part of the workspace and is not encrypted. Delete it if it holds wages or names and is not needed.`,
  );
  if (packets > 0)
    left.push(
      `The ${packets === 1 ? "file" : `${packets} files`} in the packets folder ${packets === 1 ? "was" : "were"} made to be handed out and ${packets === 1 ? "is" : "are"} not encrypted. Move or delete what is not needed any more.`,
    );
  return left;
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
