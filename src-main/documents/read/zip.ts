/**
 * ZIP containers, read from their directory. Sizes are checked before anything is unpacked and the checksum after: a flipped bit in a
 * packed file could otherwise change an amount without a trace.
 */
import { crc32, inflateRawSync } from "node:zlib";
import { MAX_UNPACKED_BYTES } from "./limits.ts";
import { damaged, tooMuch, Unreadable } from "./unreadable.ts";

/** One member as the directory describes it. */
export interface ZipEntry {
  readonly name: string;
  /** Unpacked size in bytes, as declared. */
  readonly size: number;
  readonly packedSize: number;
  readonly method: number;
  readonly crc: number;
  readonly encrypted: boolean;
  /** Where its local header begins. */
  readonly offset: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const FULL_16 = 0xffff;
const FULL_32 = 0xffffffff;

/** Members in the directory's order. Throws Unreadable where it is damaged or declares more than may be unpacked. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return readDirectory(bytes, view);
  } catch (error) {
    // A DataView read beyond the end is a RangeError: the file ends before it should.
    throw error instanceof RangeError ? damaged() : error;
  }
}

function readDirectory(bytes: Uint8Array, view: DataView): ZipEntry[] {
  let { count, offset } = findEnd(view);
  const entries: ZipEntry[] = [];
  let total = 0;
  for (; count > 0; count -= 1) {
    if (view.getUint32(offset, true) !== DIRECTORY) throw damaged();
    const flags = view.getUint16(offset + 8, true);
    const nameLength = view.getUint16(offset + 28, true);
    const extraLength = view.getUint16(offset + 30, true);
    const nameAt = offset + 46;
    if (nameAt + nameLength > bytes.length) throw damaged();
    const sizes = {
      size: view.getUint32(offset + 24, true),
      packedSize: view.getUint32(offset + 20, true),
      offset: view.getUint32(offset + 42, true),
    };
    entries.push({
      name: memberName(bytes.subarray(nameAt, nameAt + nameLength)),
      method: view.getUint16(offset + 10, true),
      crc: view.getUint32(offset + 16, true),
      encrypted: (flags & 1) === 1,
      ...longSizes(view, nameAt + nameLength, extraLength, sizes),
    });
    total += entries.at(-1)?.size ?? 0;
    offset = nameAt + nameLength + extraLength + view.getUint16(offset + 32, true);
  }
  if (total > MAX_UNPACKED_BYTES) throw tooMuch();
  return entries;
}

/** The end record stands behind everything, before a comment of at most 64 KB. */
function findEnd(view: DataView): { count: number; offset: number } {
  const lowest = Math.max(0, view.byteLength - 22 - FULL_16);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) !== END) continue;
    const count = view.getUint16(at + 10, true);
    const offset = view.getUint32(at + 16, true);
    if (count !== FULL_16 && offset !== FULL_32) return { count, offset };
    if (at < 20 || view.getUint32(at - 20, true) !== LOCATOR_64) return { count, offset };
    const end = Number(view.getBigUint64(at - 12, true));
    if (view.getUint32(end, true) !== END_64) throw damaged();
    return { count: Number(view.getBigUint64(end + 32, true)), offset: Number(view.getBigUint64(end + 48, true)) };
  }
  throw damaged();
}

/** Sizes of 4 GB and more, and those of programs that always write them so, stand in an extra field. */
function longSizes<T extends { size: number; packedSize: number; offset: number }>(
  view: DataView,
  start: number,
  length: number,
  sizes: T,
): T {
  for (let at = start; at + 4 <= start + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const long = { ...sizes };
    let next = at + 4;
    for (const field of ["size", "packedSize", "offset"] as const) {
      if (sizes[field] !== FULL_32) continue;
      long[field] = Number(view.getBigUint64(next, true));
      next += 8;
    }
    return long;
  }
  return sizes;
}

function memberName(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** A member's bytes. Throws Unreadable where it is encrypted, damaged, or packed by a method other than "deflate". */
export function unpack(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  if (entry.encrypted) {
    throw new Unreadable("This ZIP is protected with a password. Unpack it and drop the files themselves.");
  }
  const packed = packedBytes(bytes, entry);
  const result = inflate(packed, entry);
  if (result.length !== entry.size || crc32(result) !== entry.crc) throw damaged();
  return result;
}

function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (view.getUint32(entry.offset, true) !== LOCAL) throw damaged();
    const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
    if (start + entry.packedSize > bytes.length) throw damaged();
    return bytes.subarray(start, start + entry.packedSize);
  } catch (error) {
    throw error instanceof RangeError ? damaged() : error;
  }
}

function inflate(packed: Uint8Array, entry: ZipEntry): Uint8Array {
  if (entry.method === 0) return packed;
  if (entry.method !== 8) {
    throw new Unreadable("This ZIP is packed in an unusual way. Unpack it and drop the files themselves.");
  }
  try {
    // A member that holds more than it declares stops here instead of filling the memory.
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) });
  } catch {
    throw damaged();
  }
}
