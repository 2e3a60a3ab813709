/** Files the window may read or write once: the shell hands out a token for a path, the engine redeems it. */
import { randomBytes } from "node:crypto";

/** How long a token lives, in milliseconds. */
const LIFETIME = 10 * 60_000;

/** Single-use permissions. The window only ever holds tokens; a used, unknown or expired one opens nothing. */
export class FileGrants {
  readonly #paths = new Map<string, { path: string; expires: number }>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** A new token for a path. */
  offer(path: string): string {
    const token = randomBytes(18).toString("base64url");
    this.register(token, path);
    return token;
  }

  /** Takes over a token that the shell made. */
  register(token: string, path: string): void {
    const now = this.#now();
    for (const [old, grant] of this.#paths) if (grant.expires <= now) this.#paths.delete(old);
    this.#paths.set(token, { path, expires: now + LIFETIME });
  }

  /** Redeems a token: its path the first time, undefined ever after. */
  take(token: string): string | undefined {
    const grant = this.#paths.get(token);
    this.#paths.delete(token);
    return grant && grant.expires > this.#now() ? grant.path : undefined;
  }
}
