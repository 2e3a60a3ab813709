/**
 * What unlocks an encrypted workspace on the command line: the first line of the file after `--passphrase-file`, or the environment's
 * BACKHAUL_PASSPHRASE. Never a word of the call: other programs see those, and the shell writes them down.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { readFileSync } from "node:fs";
import type { Secret } from "../vault/key-file.ts";
import { looksLikeRecoveryKey } from "../vault/recovery-key.ts";
import { isEncrypted, unlockFolder } from "../workspace/keys.ts";
import { type Rooms, roomsOf } from "../workspace/rooms.ts";

const OPTION = "--passphrase-file";
const said = new AsyncLocalStorage<string>();

/** Takes the option out of the words of a call. `file` is "" for an option without a file. */
export function passphraseFileOf(words: readonly string[]): { file: string | null; words: string[] } {
  const at = words.indexOf(OPTION);
  if (at < 0) return { file: null, words: [...words] };
  return { file: words[at + 1] ?? "", words: words.toSpliced(at, 2) };
}

/** Runs a command with what was said; null: nothing but what the environment says. Throws where the file cannot be read. */
export function saying<T>(file: string | null, work: () => Promise<T>): Promise<T> {
  const text = file === null ? (process.env.BACKHAUL_PASSPHRASE ?? null) : firstLine(file);
  // No program that this one starts has to know it.
  delete process.env.BACKHAUL_PASSPHRASE;
  return text === null || text === "" ? work() : said.run(text, work);
}

/** The first line of a file, without its end. */
export function firstLine(file: string): string {
  return readFileSync(file, "utf8").split(/\r?\n/, 1)[0] ?? "";
}

/** The passphrase that was said; null when none was. */
export function passphraseSaid(): string | null {
  return said.getStore() ?? null;
}

/** What was said, as what it looks like: a passphrase or a recovery key. */
export function secretSaid(): Secret | null {
  const text = passphraseSaid();
  if (text === null) return null;
  return looksLikeRecoveryKey(text) ? { recoveryKey: text } : { passphrase: text };
}

/** A folder's parts, unlocked with what was said where they are encrypted. Without anything said they stay locked. Throws VaultError. */
export async function unlockedRooms(folder: string): Promise<Rooms> {
  const rooms = roomsOf(folder);
  const secret = secretSaid();
  if (secret === null || !isEncrypted(rooms)) return rooms;
  return roomsOf(folder, await unlockFolder(rooms, secret));
}
