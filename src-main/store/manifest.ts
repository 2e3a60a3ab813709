/** What a backup says of itself, in a file of its own beside the database. */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { type KeyFile, keyFile } from "../vault/key-file.ts";
import { sealedText, unsealedText } from "../vault/sealed.ts";
import type { Vault } from "../vault/vault.ts";
import { BACKUP_REASONS } from "./thinning.ts";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().nonnegative();

/** What is said of an encrypted backup, too: as much as its file's name tells. */
const outside = {
  /** Of the backup: its database and this file are named so. */
  name: z.string().regex(/^[A-Za-z0-9-]{1,80}$/),
  /** Instant, ISO with Z. */
  madeAt: z.iso.datetime({ precision: 3 }),
  day: z.iso.date(),
  reason: z.enum(BACKUP_REASONS),
};

const manifest = z.strictObject({
  format: z.literal(1),
  ...outside,
  workspace: z.string(),
  /** The database file as it lies there. */
  database: z.strictObject({ sha256, bytes: count }),
  totals: z.strictObject({
    schema: count,
    rows: z.record(z.string(), count),
    cents: z.record(z.string(), z.string().regex(/^-?\d+$/)),
    auditEntries: count,
    auditHead: sha256.nullable(),
  }),
  /** The originals the database refers to, and the packets. They lie under their hash and are shared between backups. */
  originals: z.array(z.strictObject({ sha256, bytes: count })),
  packets: z.array(z.strictObject({ file: z.string(), sha256, bytes: count })),
  /** What was missing or changed when the backup was made, in words. */
  missing: z.array(z.string()),
});
export type Manifest = z.infer<typeof manifest>;

/** An encrypted backup: it carries the key file it can be unlocked with, wherever it is carried to. */
const sealed = z.strictObject({ format: z.literal(2), ...outside, key: keyFile, sealed: z.base64() });
export type SealedManifest = z.infer<typeof sealed>;

/** The keys a backup is made with, and the file that unlocks them. */
export interface Lock {
  readonly vault: Vault;
  readonly file: KeyFile;
}

/** Reads a manifest; an encrypted one as it lies there. Throws for a file that is none, or one of a later app. */
export function readManifest(file: string): Manifest | SealedManifest {
  return z.union([manifest, sealed]).parse(JSON.parse(readFileSync(file, "utf8")));
}

/** What an encrypted manifest holds. Throws for one that was changed, or is sealed with other keys. */
export function unsealedManifest({ name, sealed: text }: SealedManifest, vault: Vault): Manifest {
  const inside = manifest.parse(JSON.parse(unsealedText(vault, sealedAs(name), text)));
  if (inside.name !== name) throw new Error("the manifest of another backup");
  return inside;
}

/** A manifest as it is written. */
export function manifestText(inside: Manifest, lock: Lock | null): string {
  if (!lock) return `${JSON.stringify(inside, null, 2)}\n`;
  const { name, madeAt, day, reason } = inside;
  const text = sealedText(lock.vault, sealedAs(name), JSON.stringify(inside));
  const outer: SealedManifest = { format: 2, name, madeAt, day, reason, key: lock.file, sealed: text };
  return `${JSON.stringify(outer, null, 2)}\n`;
}

const sealedAs = (name: string) => `backup ${name}`;
