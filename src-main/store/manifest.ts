/** What a backup says of itself, in a file of its own beside the database. */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { BACKUP_REASONS } from "./thinning.ts";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().nonnegative();

const manifest = z.strictObject({
  format: z.literal(1),
  /** Of the backup: its database and this file are named so. */
  name: z.string().regex(/^[A-Za-z0-9-]{1,80}$/),
  workspace: z.string(),
  /** Instant, ISO with Z. */
  madeAt: z.iso.datetime({ precision: 3 }),
  day: z.iso.date(),
  reason: z.enum(BACKUP_REASONS),
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

/** Reads a manifest. Throws for a file that is none, or one of a later app. */
export function readManifest(file: string): Manifest {
  return manifest.parse(JSON.parse(readFileSync(file, "utf8")));
}
