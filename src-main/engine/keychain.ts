/** Keys the computer remembers for its user. The shell keeps them with the system's keychain; the engine asks it on their private channel. */
import { KEY_BYTES, type Vault, vaultOf } from "../vault/vault.ts";
import type { KeychainRequest } from "./process-messages.ts";

/** Asks the shell. Rejects with a sentence. */
export type AskKeychain = (request: KeychainRequest) => Promise<string | null>;

/** What an engine asks of the keychain. */
export class Keychain {
  readonly #ask: AskKeychain;

  constructor(ask: AskKeychain) {
    this.#ask = ask;
  }

  /** Why keys cannot be remembered on this computer, as a sentence; null when they can. */
  problem(): Promise<string | null> {
    return this.#ask({ do: "problem" });
  }

  /** Whether the keys of this id are remembered. */
  async has(id: string): Promise<boolean> {
    return (await this.recall(id)) !== null;
  }

  /** The keys of this id; null when they are not remembered, or what is remembered are others. */
  async recall(id: string): Promise<Vault | null> {
    const text = await this.#ask({ do: "recall", id });
    if (text === null) return null;
    const dataKey = Buffer.from(text, "base64");
    const vault = dataKey.length === KEY_BYTES ? vaultOf(dataKey) : null;
    return vault?.id === id ? vault : null;
  }

  /** Remembers keys. Throws with a sentence when the computer cannot. */
  async keep({ id, dataKey }: Vault): Promise<void> {
    await this.#ask({ do: "keep", id, secret: Buffer.from(dataKey).toString("base64") });
  }

  /** Forgets keys. */
  async forget(id: string): Promise<void> {
    await this.#ask({ do: "forget", id });
  }
}
