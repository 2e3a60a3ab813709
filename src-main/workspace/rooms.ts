/** Where everything lies in a workspace's folder. */
import { join } from "node:path";

export interface Rooms {
  readonly folder: string;
  readonly database: string;
  readonly originals: string;
  readonly packets: string;
  readonly backups: string;
}

/** The paths of a workspace's parts. */
export function roomsOf(folder: string): Rooms {
  return {
    folder,
    database: join(folder, "backhaul.db"),
    originals: join(folder, "originals"),
    packets: join(folder, "packets"),
    backups: join(folder, "backups"),
  };
}
