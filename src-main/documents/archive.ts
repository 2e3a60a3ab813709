/** The originals, exactly as dropped, under the SHA-256 of their bytes; sealed where the workspace is encrypted. A name never becomes a path. */
import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { all, sealing, unsealing } from "../vault/sealed.ts";
import type { Vault } from "../vault/vault.ts";

/** Bytes that are read from the disk at once: few turns for a large file, little memory for any. */
const READ_BYTES = 512 * 1024;

/** A folder of files under their hash. */
export interface Archive {
  readonly folder: string;
  /** The keys the files are sealed with; null where they lie as they are. */
  readonly vault: Vault | null;
}

/** The file of an original inside an archive. Throws for anything but a lower-case SHA-256. */
export function originalPath({ folder, vault }: Archive, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError("not a SHA-256");
  const name = vault ? vault.nameOf(sha256) : sha256;
  return join(folder, name.slice(0, 2), name);
}

/** SHA-256 of some bytes, lower-case hex. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Keeps some bytes. Complete on disk when it returns; keeping the same bytes again does nothing. Returns their SHA-256. */
export async function keep(archive: Archive, bytes: Uint8Array): Promise<string> {
  const sha256 = sha256Of(bytes);
  const target = originalPath(archive, sha256);
  if (existsSync(target)) return sha256;
  await mkdir(dirname(target), { recursive: true });
  const temporary = `${target}.part`;
  const file = await open(temporary, "w");
  try {
    if (archive.vault)
      for await (const piece of sealing(archive.vault, sealedAs(sha256), [bytes])) await file.write(piece);
    else await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, target);
  return sha256;
}

/** The bytes of an original, verified against its name. Throws when the file is gone or was changed. */
export async function original(archive: Archive, sha256: string): Promise<Uint8Array> {
  const path = originalPath(archive, sha256);
  const bytes = archive.vault ? await all(contentOf(path, archive.vault, sha256)) : await readFile(path);
  if (sha256Of(bytes) !== sha256) throw new Error("the archived original was changed");
  return bytes;
}

/** Removes an original that no document refers to any more. */
export async function forget(archive: Archive, sha256: string): Promise<void> {
  await rm(originalPath(archive, sha256), { force: true });
}

/** What a file says, in pieces: unsealed where it was sealed with the keys as the content of this hash. Throws VaultError `TAMPERED`. */
export function contentOf(path: string, vault: Vault | null, sha256: string): AsyncIterable<Uint8Array> {
  const stream: AsyncIterable<Uint8Array> = createReadStream(path, { highWaterMark: READ_BYTES });
  return vault ? unsealing(vault, sealedAs(sha256), stream) : stream;
}

/** The name that is authenticated with a sealed file: what it is the content of. */
export function sealedAs(sha256: string): string {
  return `file ${sha256}`;
}
