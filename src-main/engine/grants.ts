/** Files the window may read or write once: the shell hands out a token for a path, the engine redeems it. */
import { randomBytes } from "node:crypto";
import type { FileUse, Grant } from "./process-messages.ts";

/** How long a token lives, in milliseconds. */
const LIFETIME = 10 * 60_000;

/** Single-use permissions. The window only ever holds tokens; a used, unknown or expired one opens nothing, nor one for another use. */
export class FileGrants {
  readonly #paths = new Map<string, { path: string; use: FileUse | "any"; expires: number }>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** A new token for a path, for whoever runs in the same process and may do with its own paths what it likes. */
  offer(path: string): string {
    const token = randomBytes(18).toString("base64url");
    this.#keep(token, path, "any");
    return token;
  }

  /** Takes over a token that the shell made. */
  register({ token, path, use }: Grant): void {
    this.#keep(token, path, use);
  }

  /** Redeems a token for a use: its path the first time, undefined ever after. One that was given for another use is spent as well. */
  take(token: string, use: FileUse): string | undefined {
    const grant = this.#paths.get(token);
    this.#paths.delete(token);
    if (!grant || grant.expires <= this.#now()) return undefined;
    return grant.use === "any" || grant.use === use ? grant.path : undefined;
  }

  #keep(token: string, path: string, use: FileUse | "any"): void {
    const now = this.#now();
    for (const [old, grant] of this.#paths) if (grant.expires <= now) this.#paths.delete(old);
    this.#paths.set(token, { path, use, expires: now + LIFETIME });
  }
}
