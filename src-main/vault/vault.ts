/** The keys of an encrypted workspace. One random key is kept under lock; everything else is derived from it, and lives in memory only. */
import { createHmac, hkdfSync } from "node:crypto";

/** Bytes of every key. */
export const KEY_BYTES = 32;

/** An unlocked workspace's keys. */
export interface Vault {
  /** Names the data key and tells nothing of it: 32 hex digits. */
  readonly id: string;
  /** What the passphrase and the recovery key unlock: 32 random bytes. */
  readonly dataKey: Uint8Array;
  /** For the database, as SQLite's cipher takes a raw key. */
  readonly databaseKey: Buffer;
  /** For sealed files: each has a key of its own, derived from this one. */
  readonly fileKey: Uint8Array;
  /** Under which name a sealed file lies: who has the same file cannot tell from the names that it is here. 64 hex digits. */
  nameOf(sha256: string): string;
}

/** The keys that follow from a data key. Throws RangeError for one of another length. */
export function vaultOf(dataKey: Uint8Array): Vault {
  if (dataKey.length !== KEY_BYTES) throw new RangeError("a data key has 32 bytes");
  const derived = (purpose: string, bytes = KEY_BYTES) =>
    Buffer.from(hkdfSync("sha256", dataKey, Buffer.alloc(0), `backhaul 1 ${purpose}`, bytes));
  const nameKey = derived("names");
  return {
    id: derived("id", 16).toString("hex"),
    dataKey,
    databaseKey: Buffer.from(`x'${derived("database").toString("hex")}'`),
    fileKey: derived("files"),
    nameOf: (sha256) => createHmac("sha256", nameKey).update(sha256).digest("hex"),
  };
}
