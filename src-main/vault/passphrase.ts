/** From a passphrase to a key: scrypt, away from the thread that asked. */
import { scrypt } from "node:crypto";
import { z } from "zod";
import { MIN_PASSPHRASE } from "#shared/passphrase.ts";
import { VaultError } from "./errors.ts";
import { KEY_BYTES } from "./vault.ts";

/**
 * How much work a guess costs: N=2^17, r=8, p=1 takes 128 MB and a good third of a second of one core, what OWASP's password storage page
 * asks for. They are written down with every key, so that later versions may ask for more.
 */
export const STRENGTH = { N: 2 ** 17, r: 8, p: 1 } as const;

/** Strengths that are accepted from a key file: one that was tampered with must not exhaust the memory. */
export const strength = z.strictObject({
  N: z.union([z.literal(2 ** 17), z.literal(2 ** 18), z.literal(2 ** 19), z.literal(2 ** 20)]),
  r: z.literal(8),
  p: z.int().min(1).max(4),
});
export type Strength = z.infer<typeof strength>;

/** The key a passphrase stands for. The same letters typed on another system's keyboard give the same one. */
export function passphraseKey(passphrase: string, salt: Uint8Array, { N, r, p }: Strength): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const text = Buffer.from(passphrase.normalize("NFKC"));
  scrypt(text, salt, KEY_BYTES, { N, r, p, maxmem: 256 * N * r }, (error, key) => {
    text.fill(0);
    if (error) reject(error);
    else resolve(key);
  });
  return promise;
}

/** Throws VaultError `PASSPHRASE_TOO_SHORT`. */
export function refuseShort(passphrase: string): void {
  if ([...passphrase.normalize("NFKC")].length < MIN_PASSPHRASE)
    throw new VaultError("PASSPHRASE_TOO_SHORT", `A passphrase needs at least ${MIN_PASSPHRASE} characters.`);
}
