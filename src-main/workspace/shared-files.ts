/** Files under the SHA-256 of their content, shared between backups and with the archive: the same bytes are kept once. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { copyFile, link, mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Archive, contentOf, originalPath, sealedAs } from "../documents/archive.ts";
import { toDisk } from "../store/backup.ts";
import { VaultError } from "../vault/errors.ts";
import { contentBytes, sealedBytes, sealing } from "../vault/sealed.ts";
import type { Vault } from "../vault/vault.ts";

/** A file, and with which keys its content is sealed there (null: not at all). */
export interface Lying {
  readonly path: string;
  readonly vault: Vault | null;
}

/** Where a content has its place in an archive. */
export function placeIn(archive: Archive, sha256: string): Lying {
  return { path: originalPath(archive, sha256), vault: archive.vault };
}

/** SHA-256 of a file as it lies there, lower-case hex; null when there is none. */
export async function sha256OfFile(file: string): Promise<string | null> {
  return hashOf(() => createReadStream(file));
}

/** Whether a file is there and its content is what the hash says. One that was sealed must open, too. */
export async function holds({ path, vault }: Lying, sha256: string): Promise<boolean> {
  return (await hashOf(() => contentOf(path, vault, sha256))) === sha256;
}

/** Bytes of a file; null when there is none. */
export async function sizeOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}

/**
 * Puts a file where its content has its place in an archive, if it is what its hash says. `share` lets both names stand for the same bytes
 * where the disk can do that; otherwise it is copied. Returns the bytes it has there; null when it is not there or not what its hash says.
 */
export async function place(source: Lying, archive: Archive, sha256: string, share: boolean): Promise<number | null> {
  const there = await sizeOf(source.path);
  if (there === null) return null;
  const content = source.vault ? contentBytes(there) : there;
  const bytes = archive.vault ? sealedBytes(content) : content;
  const target = placeIn(archive, sha256);
  if ((await sizeOf(target.path)) === bytes) return bytes;
  return (await put(source, target, sha256, share)) ? bytes : null;
}

/** Puts a content at a path, whole or not at all, if it is what its hash says. Returns whether it is. */
export async function put(source: Lying, target: Lying, sha256: string, share: boolean): Promise<boolean> {
  const part = `${target.path}.part`;
  await mkdir(dirname(target.path), { recursive: true });
  await rm(part, { force: true });
  try {
    await bring(source, { path: part, vault: target.vault }, sha256, share);
    if (!(await holds({ path: part, vault: target.vault }, sha256))) {
      await rm(part, { force: true });
      return false;
    }
    toDisk(part);
    await rename(part, target.path);
    // Two names of the same bytes: moving one onto the other does nothing and leaves both.
    await rm(part, { force: true });
    toDisk(dirname(target.path));
    return true;
  } catch (error) {
    await rm(part, { force: true });
    if (error instanceof VaultError) return false;
    throw error;
  }
}

/**
 * Writes a content anew under other keys, whatever it is: also one that is not what its hash says any more. Returns false for one that was
 * sealed and does not open. Throws when what was written does not read as what was there.
 */
export async function carry(source: Lying, target: Lying, sha256: string): Promise<boolean> {
  await mkdir(dirname(target.path), { recursive: true });
  const there = await hashOf(() => contentOf(source.path, source.vault, sha256));
  if (there === null) return false;
  await bring(source, target, sha256, false);
  if ((await hashOf(() => contentOf(target.path, target.vault, sha256))) !== there)
    throw new Error(`the file ${target.path} does not read as it was written`);
  return true;
}

/** The same keys: the bytes as they are. Others: the content is sealed anew, a piece at a time, or unsealed. */
async function bring(source: Lying, target: Lying, sha256: string, share: boolean): Promise<void> {
  if (source.vault?.id === target.vault?.id) {
    if (!(share && (await linked(source.path, target.path)))) await copyFile(source.path, target.path);
    return;
  }
  const content = contentOf(source.path, source.vault, sha256);
  await writeFile(target.path, target.vault ? sealing(target.vault, sealedAs(sha256), content) : content);
}

/** Everything that lies in such a folder, by path below it. */
export async function filesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    if (isAbsent(error)) return [];
    throw error;
  }
}

/** Removes what nothing refers to any more. */
export async function removeOthers(archive: Archive, wanted: ReadonlySet<string>): Promise<void> {
  const kept = new Set([...wanted].map((sha256) => originalPath(archive, sha256)));
  for (const file of await filesIn(archive.folder)) if (!kept.has(file)) await rm(file, { force: true });
}

/** Hash of what comes; null when the file is not there or was sealed otherwise. */
async function hashOf(pieces: () => AsyncIterable<Uint8Array>): Promise<string | null> {
  const hash = createHash("sha256");
  try {
    for await (const piece of pieces()) hash.update(piece);
  } catch (error) {
    if (isAbsent(error) || error instanceof VaultError) return null;
    throw error;
  }
  return hash.digest("hex");
}

async function linked(source: string, target: string): Promise<boolean> {
  try {
    await link(source, target);
    return true;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    // Another disk, or one that has no second names: then it is copied.
    if (["EXDEV", "EPERM", "ENOTSUP", "EOPNOTSUPP", "EMLINK", "ENOSYS"].includes(code)) return false;
    throw error;
  }
}

/** A name that no file can have is that of no file. */
const ABSENT = ["ENOENT", "ENOTDIR", "EISDIR", "ENAMETOOLONG", "ERR_INVALID_ARG_VALUE"];

function isAbsent(error: unknown): boolean {
  return error instanceof Error && "code" in error && ABSENT.includes(String(error.code));
}
