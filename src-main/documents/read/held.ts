/** What files hold inside them, as bytes: a document in the ZIP it came in, and the parts of a packet that comes back. */
import { createHash } from "node:crypto";
import { embeddedFiles } from "./embedded.ts";
import { MAX_FILE_BYTES, MAX_MEMBERS, MAX_UNPACKED_BYTES } from "./limits.ts";
import { plainName } from "./names.ts";
import { bytesAt, type FileAt, sizeAt } from "./path.ts";
import { damaged, tooLarge, tooMuch, Unreadable } from "./unreadable.ts";
import { unpack, type ZipEntry, zipEntries } from "./zip.ts";

/** A file inside another. */
export interface HeldFile {
  /** As the outer file names it; text, never a path; "" where it does not. */
  readonly name: string;
  readonly sha256: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What a packet is made of, or why it cannot be opened. */
export interface HeldFiles {
  readonly sha256: string;
  readonly form: "pdf" | "zip" | "other";
  readonly files: readonly HeldFile[];
  /** A sentence; null where everything could be read. */
  readonly unreadable: string | null;
}

const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const beginsWith = (bytes: Uint8Array, magic: string) => Buffer.from(bytes.subarray(0, 4)).toString("latin1") === magic;

/** The document with this hash in a file, ZIPs in a ZIP included; null where there is none. Never throws. */
export function documentIn(file: FileAt, sha256: string): HeldFile | null {
  try {
    return memberWith(bytesAt(file), sha256, 0);
  } catch {
    // It was read once; a reader that has learned since may refuse it now.
    return null;
  }
}

function memberWith(bytes: Uint8Array, sha256: string, depth: number): HeldFile | null {
  for (const entry of zipEntries(bytes)) {
    const content = unpack(bytes, entry);
    if (hashOf(content) === sha256) return { name: plainName(entry.name), sha256, bytes: new Uint8Array(content) };
    if (depth > 0 || !beginsWith(content, "PK\x03\x04")) continue;
    const inner = memberWith(content, sha256, depth + 1);
    if (inner) return inner;
  }
  return null;
}

/** The files embedded in a PDF or packed in a ZIP. Never throws: what cannot be read is said. */
export function heldFiles(file: FileAt): HeldFiles {
  let opened: Pick<HeldFiles, "sha256" | "form"> = { sha256: "", form: "other" };
  try {
    if (sizeAt(file) > MAX_FILE_BYTES) throw tooLarge(MAX_FILE_BYTES / 1024 / 1024);
    const bytes = bytesAt(file);
    const form = beginsWith(bytes, "%PDF") ? "pdf" : beginsWith(bytes, "PK\x03\x04") ? "zip" : "other";
    opened = { sha256: hashOf(bytes), form };
    const files = form === "pdf" ? embedded(bytes) : form === "zip" ? packed(bytes) : [];
    return { ...opened, files, unreadable: null };
  } catch (error) {
    const { message } = error instanceof Unreadable ? error : damaged();
    return { ...opened, files: [], unreadable: message };
  }
}

function packed(bytes: Uint8Array): HeldFile[] {
  const entries = zipEntries(bytes).filter((entry: ZipEntry) => !entry.name.endsWith("/"));
  if (entries.length > MAX_MEMBERS)
    throw new Unreadable(`This ZIP holds more than ${MAX_MEMBERS} files: it is no packet.`);
  if (entries.reduce((sum, { size }) => sum + size, 0) > MAX_UNPACKED_BYTES) throw tooMuch();
  return entries.map((entry) => held(entry.name, unpack(bytes, entry)));
}

function embedded(bytes: Uint8Array): HeldFile[] {
  const files = embeddedFiles(bytes, { files: MAX_MEMBERS, bytes: MAX_UNPACKED_BYTES });
  return files.map(({ name, bytes: content }) => held(name, content));
}

function held(name: string, bytes: Uint8Array): HeldFile {
  return { name: name === "" ? "" : plainName(name), sha256: hashOf(bytes), bytes: new Uint8Array(bytes) };
}
