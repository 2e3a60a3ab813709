/** Keys of workspaces that this computer remembers for its user, encrypted with the system's own keychain. */
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { safeStorage } from "electron";
import type { KeychainRequest } from "../engine/process-messages.ts";

const NONE =
  "This computer offers no keychain that Backhaul could keep the key in. The passphrase is asked for at every start.";
const OPEN =
  "This computer's keychain would not protect the key (no keyring such as GNOME Keyring or KWallet is running). The passphrase is asked for at every start.";

/** Answers the engine. What is written to the disk only this user of this computer can read. */
export class Keychain {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The answer to a question. Rejects with a sentence where a key cannot be kept. */
  async answer(request: KeychainRequest): Promise<string | null> {
    switch (request.do) {
      case "problem":
        return problem();
      case "recall":
        return this.#recall(request.id);
      case "keep":
        await this.#keep(request.id, request.secret);
        return null;
      case "forget":
        await rm(this.#file(request.id), { force: true });
        return null;
    }
  }

  async #recall(id: string): Promise<string | null> {
    if (problem() !== null) return null;
    try {
      return safeStorage.decryptString(await readFile(this.#file(id)));
    } catch {
      // None is kept, or the system's own key has changed: then it is of no use.
      return null;
    }
  }

  async #keep(id: string, secret: string): Promise<void> {
    const reason = problem();
    if (reason !== null) throw new Error(reason);
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const file = this.#file(id);
    await writeFile(`${file}.part`, safeStorage.encryptString(secret), { mode: 0o600 });
    await rename(`${file}.part`, file);
  }

  #file(id: string): string {
    if (!/^[0-9a-f]{32}$/.test(id)) throw new Error("Refused: that names no key.");
    return join(this.#folder, id);
  }
}

/** Why keys cannot be kept; null when they can. What Linux without a keyring does is no protection, so it does not count. */
function problem(): string | null {
  if (!safeStorage.isEncryptionAvailable()) return NONE;
  const isOpen = process.platform === "linux" && safeStorage.getSelectedStorageBackend() === "basic_text";
  return isOpen ? OPEN : null;
}
