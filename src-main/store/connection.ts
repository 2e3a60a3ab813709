/** How every database file is opened: with its key where it is encrypted, and so that nothing of it is written beside it. */
import DatabaseFile, { type Database } from "better-sqlite3-multiple-ciphers";
import type { Vault } from "../vault/vault.ts";

/** How long a connection waits for another process's lock, in milliseconds. */
const BUSY_TIMEOUT = 5_000;

interface Opening {
  readonly readonly: boolean;
  /** Throws for a file that is not there instead of making one. */
  readonly mustExist?: boolean;
  /** Null for a database that is not encrypted. */
  readonly vault: Vault | null;
}

/** Opens a database file. That a key is wrong, or the file no database, SQLite says at the first look into it. */
export function openFile(file: string, { readonly, mustExist = false, vault }: Opening): Database {
  const db = new DatabaseFile(file, { readonly, fileMustExist: mustExist, timeout: BUSY_TIMEOUT });
  if (vault) {
    setCipher(db);
    db.key(vault.databaseKey);
  }
  // What SQLite sorts or keeps for a while would otherwise lie on the disk as it is, encrypted or not.
  db.pragma("temp_store = MEMORY");
  return db;
}

/**
 * Has a database file that nobody else has open written anew under another key, or under none. A file of the disk is only ever changed so
 * while it is still a copy beside the workspace: this is no transaction.
 */
export function rekey(file: string, from: Vault | null, to: Vault | null): void {
  if (from?.id === to?.id) return;
  const db = openFile(file, { readonly: false, mustExist: true, vault: from });
  try {
    if (!from) setCipher(db);
    db.rekey(to ? to.databaseKey : Buffer.alloc(0));
  } finally {
    db.close();
  }
}

/**
 * SQLCipher 4's format (AES-256 in CBC mode with an HMAC-SHA512 of every page): its own tools and DB Browser open such a file with the key,
 * so that the figures do not depend on this app. The keys are random, so its work factor for passphrases is not used.
 */
function setCipher(db: Database): void {
  db.pragma("cipher = 'sqlcipher'");
  db.pragma("legacy = 4");
}
