/** The originals, exactly as dropped, under the SHA-256 of their bytes. A name never becomes a path. */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";

/** The file of an original inside an archive folder. Throws for anything but a lower-case SHA-256. */
export function originalPath(folder: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError("not a SHA-256");
  return join(folder, sha256.slice(0, 2), sha256);
}

/** SHA-256 of some bytes, lower-case hex. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Keeps some bytes. Complete on disk when it returns; keeping the same bytes again does nothing. Returns their SHA-256. */
export async function keep(folder: string, bytes: Uint8Array): Promise<string> {
  const sha256 = sha256Of(bytes);
  const target = originalPath(folder, sha256);
  if (existsSync(target)) return sha256;
  await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true });
  const temporary = `${target}.part`;
  const file = await open(temporary, "w");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, target);
  return sha256;
}

/** The bytes of an original, verified against its name. Throws when the file is gone or was changed. */
export async function original(folder: string, sha256: string): Promise<Uint8Array> {
  const bytes = await readFile(originalPath(folder, sha256));
  if (sha256Of(bytes) !== sha256) throw new Error("the archived original was changed");
  return bytes;
}

/** Removes an original that no document refers to any more. */
export async function forget(folder: string, sha256: string): Promise<void> {
  await rm(originalPath(folder, sha256), { force: true });
}
