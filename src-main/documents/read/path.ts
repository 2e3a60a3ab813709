/** A file for the worker: by its path, or by its bytes where it must not lie on the disk as it is. */
import { createHash } from "node:crypto";
import { createReadStream, readFileSync, statSync } from "node:fs";
import type { ReadResult, Refusal } from "../table.ts";
import { MAX_FILE_BYTES } from "./limits.ts";
import { readWhole } from "./read.ts";
import { tooLarge } from "./unreadable.ts";

/** Where a file lies, or what it holds: an original that is sealed is unsealed in memory only. */
export type FileAt = string | Uint8Array;

/** What a file holds. Throws where it cannot be read. */
export function bytesAt(file: FileAt): Uint8Array {
  return typeof file === "string" ? readFileSync(file) : file;
}

/** How many bytes a file has. Throws where that cannot be told. */
export function sizeAt(file: FileAt): number {
  return typeof file === "string" ? statSync(file).size : file.byteLength;
}

/** Reads a file. Never throws. A refusal of bytes that were never read has an empty `sha256`. */
export async function readPath(name: string, file: FileAt): Promise<ReadResult> {
  let size = 0;
  try {
    if (typeof file === "string" && statSync(file).isDirectory())
      return refused(name, 0, "This is a folder. Drop the files in it.");
    size = sizeAt(file);
    if (size > MAX_FILE_BYTES) return refused(name, size, tooLarge(MAX_FILE_BYTES / 1024 / 1024).message);
    return await readWhole(name, bytesAt(file));
  } catch {
    return refused(name, size, "This file could not be opened. Close it in other programs and drop it again.");
  }
}

function refused(name: string, bytes: number, reason: string): ReadResult {
  return { documents: [], refused: [{ name, sha256: "", bytes, reason }] };
}

/** A refusal of a file whose reader gave no answer: its fingerprint is taken here, in small pieces. */
export async function refusalOf(name: string, file: FileAt, reason: string): Promise<Refusal> {
  const hash = createHash("sha256");
  let bytes = 0;
  try {
    const pieces: AsyncIterable<Uint8Array> | Uint8Array[] = typeof file === "string" ? createReadStream(file) : [file];
    for await (const piece of pieces) {
      hash.update(piece);
      bytes += piece.length;
    }
  } catch {
    return { name, sha256: "", bytes, reason };
  }
  return { name, sha256: hash.digest("hex"), bytes, reason };
}
