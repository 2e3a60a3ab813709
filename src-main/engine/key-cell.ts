/**
 * Where the key of the unlocked workspace lies: in memory that the engine's two threads share and nothing else does. It is in no message, no
 * log and no file; a thread that died and is started again finds it here.
 */
import { createHash } from "node:crypto";
import { KEY_BYTES, type Vault, vaultOf } from "../vault/vault.ts";

/** What is known of the folder in the cell. */
const NOTHING = 0;
const UNLOCKED = 1;
/** Somebody locked it on purpose: a key the computer remembers is not used. */
const LOCKED = 2;

const FOLDER_BYTES = 32;

/** One key at a time: another workspace's takes its place. */
export class KeyCell {
  readonly memory: SharedArrayBuffer;
  readonly #bytes: Uint8Array;

  constructor(memory = new SharedArrayBuffer(1 + FOLDER_BYTES + KEY_BYTES)) {
    this.memory = memory;
    this.#bytes = new Uint8Array(memory);
  }

  /** Remembers the key of a folder's workspace until it is closed, locked, or the app ends. */
  unlock(folder: string, { dataKey }: Vault): void {
    this.#set(UNLOCKED, folder, dataKey);
  }

  /** Forgets the key of a folder's workspace, until somebody says it again. */
  lock(folder: string): void {
    this.#set(LOCKED, folder, null);
  }

  /** Forgets everything. */
  clear(): void {
    this.#bytes.fill(0);
  }

  /** The keys of a folder's workspace; null when they are not here. */
  vaultOf(folder: string): Vault | null {
    if (this.#state(folder) !== UNLOCKED) return null;
    return vaultOf(this.#bytes.slice(1 + FOLDER_BYTES));
  }

  /** Whether somebody locked it on purpose. */
  isLocked(folder: string): boolean {
    return this.#state(folder) === LOCKED;
  }

  #state(folder: string): number {
    const same = hashOf(folder).equals(this.#bytes.slice(1, 1 + FOLDER_BYTES));
    return same ? (this.#bytes[0] ?? NOTHING) : NOTHING;
  }

  #set(state: number, folder: string, key: Uint8Array | null): void {
    this.#bytes.fill(0);
    this.#bytes.set(hashOf(folder), 1);
    if (key) this.#bytes.set(key, 1 + FOLDER_BYTES);
    this.#bytes[0] = state;
  }
}

function hashOf(folder: string): Buffer {
  return createHash("sha256").update(folder).digest();
}
