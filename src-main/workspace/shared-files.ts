/** Files under the SHA-256 of their content, shared between backups and with the archive: the same bytes are kept once. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { copyFile, link, mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { originalPath } from "../documents/archive.ts";
import { toDisk } from "../store/backup.ts";

/** SHA-256 of a file, lower-case hex; null when there is none. */
export async function sha256OfFile(file: string): Promise<string | null> {
  const hash = createHash("sha256");
  try {
    for await (const chunk of createReadStream(file)) hash.update(chunk);
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
  return hash.digest("hex");
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
 * Puts a file where its content has its place in `folder`, if it is what its hash says. `share` lets both names stand for the same bytes
 * where the disk can do that; otherwise it is copied. Returns its bytes; null when it is not there or not what its hash says.
 */
export async function place(source: string, folder: string, sha256: string, share: boolean): Promise<number | null> {
  const bytes = await sizeOf(source);
  if (bytes === null) return null;
  const target = originalPath(folder, sha256);
  if ((await sizeOf(target)) === bytes) return bytes;
  return (await put(source, target, sha256, share)) ? bytes : null;
}

/** Puts a file at a path, whole or not at all, if it is what its hash says. Returns whether it is. */
export async function put(source: string, target: string, sha256: string, share: boolean): Promise<boolean> {
  const part = `${target}.part`;
  await mkdir(dirname(target), { recursive: true });
  await rm(part, { force: true });
  try {
    if (!(share && (await linked(source, part)))) await copyFile(source, part);
    if ((await sha256OfFile(part)) !== sha256) {
      await rm(part, { force: true });
      return false;
    }
    toDisk(part);
    await rename(part, target);
    // Two names of the same bytes: moving one onto the other does nothing and leaves both.
    await rm(part, { force: true });
    toDisk(dirname(target));
    return true;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
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
export async function removeOthers(folder: string, wanted: ReadonlySet<string>): Promise<void> {
  const kept = new Set([...wanted].map((sha256) => originalPath(folder, sha256)));
  for (const file of await filesIn(folder)) if (!kept.has(file)) await rm(file, { force: true });
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
