/** Where a session has the keys of a workspace from. */
import type { Vault } from "../vault/vault.ts";
import { isEncrypted, keyIdOf, stillLocked } from "../workspace/keys.ts";
import type { Rooms } from "../workspace/rooms.ts";
import type { KeyCell } from "./key-cell.ts";
import type { Keychain } from "./keychain.ts";

/**
 * The keys of an encrypted workspace: those that were said, or those this computer remembers. Null for one that is not encrypted. Throws
 * StoreError `ENCRYPTED` when they are not at hand.
 */
export async function vaultFor(rooms: Rooms, keys: KeyCell, keychain: Keychain | undefined): Promise<Vault | null> {
  if (!isEncrypted(rooms)) return null;
  const { folder } = rooms;
  const id = keyIdOf(rooms);
  const said = keys.vaultOf(folder);
  if (said !== null && said.id === id) return said;
  if (id === null || keys.isLocked(folder)) throw stillLocked();
  // A keychain that fails is none: the passphrase opens, too.
  const remembered = (await keychain?.recall(id).catch(() => null)) ?? null;
  if (remembered === null) throw stillLocked();
  keys.unlock(folder, remembered);
  return remembered;
}
