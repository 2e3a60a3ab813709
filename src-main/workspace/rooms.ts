/** Where everything lies in a workspace's folder, and with which keys. */
import { join } from "node:path";
import type { Archive } from "../documents/archive.ts";
import type { Vault } from "../vault/vault.ts";

export interface Rooms {
  readonly folder: string;
  /** The keys of an encrypted workspace; null for one that is not encrypted, or was not unlocked. */
  readonly vault: Vault | null;
  readonly database: string;
  /** The key file; there is one where the workspace is encrypted. */
  readonly keyFile: string;
  readonly originals: Archive;
  /** What was made to be handed out lies here as it is, encrypted workspace or not. */
  readonly packets: string;
  readonly backups: string;
}

/** The paths of a workspace's parts. */
export function roomsOf(folder: string, vault: Vault | null = null): Rooms {
  return {
    folder,
    vault,
    database: join(folder, "backhaul.db"),
    keyFile: join(folder, "key.json"),
    originals: { folder: join(folder, "originals"), vault },
    packets: join(folder, "packets"),
    backups: join(folder, "backups"),
  };
}
