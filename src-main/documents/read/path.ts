/** A file by its path, for the worker. */
import { createHash } from "node:crypto";
import { createReadStream, readFileSync, statSync } from "node:fs";
import type { ReadResult, Refusal } from "../table.ts";
import { MAX_FILE_BYTES } from "./limits.ts";
import { readWhole } from "./read.ts";
import { tooLarge } from "./unreadable.ts";

/** Reads a file from the disk. Never throws. A refusal of bytes that were never read has an empty `sha256`. */
export async function readPath(name: string, path: string): Promise<ReadResult> {
  let size = 0;
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) return refused(name, 0, "This is a folder. Drop the files in it.");
    size = stat.size;
    if (size > MAX_FILE_BYTES) return refused(name, size, tooLarge(MAX_FILE_BYTES / 1024 / 1024).message);
    return await readWhole(name, readFileSync(path));
  } catch {
    return refused(name, size, "This file could not be opened. Close it in other programs and drop it again.");
  }
}

function refused(name: string, bytes: number, reason: string): ReadResult {
  return { documents: [], refused: [{ name, sha256: "", bytes, reason }] };
}

/** A refusal of a file whose reader gave no answer: its fingerprint is taken here, in small pieces. */
export async function refusalOf(name: string, path: string, reason: string): Promise<Refusal> {
  const hash = createHash("sha256");
  let bytes = 0;
  try {
    for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
      hash.update(piece);
      bytes += piece.length;
    }
  } catch {
    return { name, sha256: "", bytes, reason };
  }
  return { name, sha256: hash.digest("hex"), bytes, reason };
}
