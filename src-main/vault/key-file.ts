/**
 * The key file of an encrypted workspace: its data key, wrapped once under the passphrase and once under the recovery key. It holds nothing
 * that opens the workspace without one of the two.
 */
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
import { z } from "zod";
import { VaultError } from "./errors.ts";
import { passphraseKey, refuseShort, STRENGTH, strength } from "./passphrase.ts";
import { RECOVERY_BYTES, recoveryBytes, recoveryText } from "./recovery-key.ts";
import { KEY_BYTES, type Vault, vaultOf } from "./vault.ts";

const base64 = (bytes: number) => z.base64().refine((text) => Buffer.from(text, "base64").length === bytes);
const wrapped = { salt: base64(16), nonce: base64(12), key: base64(KEY_BYTES + 16) };
const content = z.strictObject({
  format: z.literal(1),
  /** Of the data key. */
  id: z.string().regex(/^[0-9a-f]{32}$/),
  passphrase: z.strictObject({ kdf: z.literal("scrypt"), ...strength.shape, ...wrapped }),
  recovery: z.strictObject(wrapped),
});

/** The format of a key file. `sum` tells a damaged one from a wrong passphrase. */
export const keyFile = content
  .extend({ sum: z.string() })
  .refine(({ sum, ...rest }) => sumOf(rest) === sum, "The key file was changed or damaged.");
export type KeyFile = z.infer<typeof keyFile>;
type Content = z.infer<typeof content>;
type Wrapped = Content["recovery"];

/** What unlocks a workspace. */
export type Secret = { readonly passphrase: string } | { readonly recoveryKey: string };

/** A new data key under a passphrase. The recovery key is known only now. Throws VaultError for a passphrase that is too short. */
export async function newKeyFile(passphrase: string): Promise<{ file: KeyFile; vault: Vault; recoveryKey: string }> {
  const vault = vaultOf(randomBytes(KEY_BYTES));
  const recovery = randomBytes(RECOVERY_BYTES);
  const file = summed({
    format: 1,
    id: vault.id,
    passphrase: await underPassphrase(vault, passphrase),
    recovery: underRecovery(vault, recovery),
  });
  return { file, vault, recoveryKey: recoveryText(recovery) };
}

/** The key file with another passphrase. The data key and the recovery key stay, so nothing else has to be written anew. */
export async function withPassphrase(file: KeyFile, vault: Vault, passphrase: string): Promise<KeyFile> {
  const { sum: _, ...rest } = file;
  return summed({ ...rest, passphrase: await underPassphrase(vault, passphrase) });
}

/** The key file with another recovery key, which is known only now. */
export function withRecoveryKey(file: KeyFile, vault: Vault): { file: KeyFile; recoveryKey: string } {
  const { sum: _, ...rest } = file;
  const recovery = randomBytes(RECOVERY_BYTES);
  return { file: summed({ ...rest, recovery: underRecovery(vault, recovery) }), recoveryKey: recoveryText(recovery) };
}

/** Unlocks. Throws VaultError with what is wrong. */
export async function unlocked(file: KeyFile, secret: Secret): Promise<Vault> {
  const byPassphrase = "passphrase" in secret;
  const key = byPassphrase
    ? await passphraseKey(secret.passphrase, bytes(file.passphrase.salt), file.passphrase)
    : recoveryWrap(recoveryBytes(secret.recoveryKey), bytes(file.recovery.salt));
  const dataKey = unwrap(key, byPassphrase ? file.passphrase : file.recovery, aadOf(byPassphrase, file.id));
  if (dataKey === null || vaultOf(dataKey).id !== file.id)
    throw byPassphrase
      ? new VaultError(
          "WRONG_PASSPHRASE",
          "That is not the passphrase of this workspace. Try again, or use the recovery key.",
        )
      : new VaultError("WRONG_RECOVERY_KEY", "That is the recovery key of another workspace.");
  return vaultOf(dataKey);
}

/** Reads a key file. Throws VaultError `KEY_FILE`. */
export function parseKeyFile(text: string): KeyFile {
  try {
    return keyFile.parse(JSON.parse(text));
  } catch {
    throw new VaultError(
      "KEY_FILE",
      "The key file of this workspace (key.json) is damaged, so it cannot be unlocked. Nothing was changed. Put back a copy of key.json, or restore a backup: each holds its own.",
    );
  }
}

async function underPassphrase(vault: Vault, passphrase: string): Promise<Content["passphrase"]> {
  refuseShort(passphrase);
  const salt = randomBytes(16);
  const key = await passphraseKey(passphrase, salt, STRENGTH);
  return { kdf: "scrypt", ...STRENGTH, ...wrap(key, salt, vault, true) };
}

function underRecovery(vault: Vault, recovery: Uint8Array): Wrapped {
  const salt = randomBytes(16);
  return wrap(recoveryWrap(recovery, salt), salt, vault, false);
}

/** A recovery key is random: it needs no stretching. */
function recoveryWrap(recovery: Uint8Array, salt: Uint8Array): Buffer {
  return Buffer.from(hkdfSync("sha256", recovery, salt, "backhaul 1 recovery", KEY_BYTES));
}

function wrap(key: Buffer, salt: Buffer, vault: Vault, byPassphrase: boolean): Wrapped {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(aadOf(byPassphrase, vault.id));
  const sealed = Buffer.concat([cipher.update(vault.dataKey), cipher.final(), cipher.getAuthTag()]);
  return { salt: salt.toString("base64"), nonce: nonce.toString("base64"), key: sealed.toString("base64") };
}

function unwrap(key: Buffer, { nonce, key: sealed }: Wrapped, aad: Buffer): Buffer | null {
  const all = bytes(sealed);
  const decipher = createDecipheriv("aes-256-gcm", key, bytes(nonce), { authTagLength: 16 }).setAAD(aad);
  decipher.setAuthTag(all.subarray(KEY_BYTES));
  try {
    return Buffer.concat([decipher.update(all.subarray(0, KEY_BYTES)), decipher.final()]);
  } catch {
    return null;
  }
}

const aadOf = (byPassphrase: boolean, id: string) =>
  Buffer.from(`backhaul key 1 ${byPassphrase ? "passphrase" : "recovery"} ${id}`);

const bytes = (text: string) => Buffer.from(text, "base64");

function summed(rest: Content): KeyFile {
  return { ...rest, sum: sumOf(rest) };
}

function sumOf({ format, id, passphrase: { kdf, N, r, p, salt, nonce, key }, recovery }: Content): string {
  const parts = [format, id, kdf, N, r, p, salt, nonce, key, recovery.salt, recovery.nonce, recovery.key];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}
