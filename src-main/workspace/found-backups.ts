/** The backups that lie in a folder, and what they say of themselves. */
import { existsSync } from "node:fs";
import { type Manifest, readManifest, type SealedManifest, unsealedManifest } from "../store/manifest.ts";
import type { Vault } from "../vault/vault.ts";
import { backupDatabase, backupManifest, instantOf, namesIn } from "./backup-names.ts";

/** A backup as it is found. */
export interface FoundBackup {
  readonly name: string;
  /** Null when it cannot be read, be it for want of its keys. */
  readonly manifest: Manifest | null;
  /** What an encrypted one says before it is unlocked. */
  readonly sealed: SealedManifest | null;
  /** Why it cannot be used, as far as a look at it tells; null when nothing speaks against it. */
  readonly problem: string | null;
}

/** The backups of a folder, newest first, as far as they can be read with some keys. */
export function backupsIn(backups: string, vault: Vault | null): FoundBackup[] {
  const found = namesIn(backups).map((name) => foundBackup(backups, name, vault));
  const order = ({ name, manifest, sealed }: FoundBackup) =>
    manifest?.madeAt ?? sealed?.madeAt ?? instantOf(name)?.toISOString() ?? "";
  return found.sort((a, b) => compare(order(b), order(a)) || b.name.length - a.name.length || compare(b.name, a.name));
}

function foundBackup(backups: string, name: string, vault: Vault | null): FoundBackup {
  const nothing = { name, manifest: null, sealed: null };
  const file = backupManifest(backups, name);
  if (!existsSync(file)) return { ...nothing, problem: "It was not finished." };
  try {
    const read = readManifest(file);
    const sealed = read.format === 2 ? read : null;
    const problem = existsSync(backupDatabase(backups, name)) ? null : "Its database is gone.";
    if (read.format === 1) return { name, manifest: read, sealed: null, problem };
    if (vault?.id !== read.key.id) return { name, manifest: null, sealed, problem };
    return { name, manifest: unsealedManifest(read, vault), sealed, problem };
  } catch {
    return { ...nothing, problem: "What it says of itself cannot be read." };
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
