/** A file's bytes to documents, by what the bytes are and never by the extension. */
import { createHash } from "node:crypto";
import type { FileFormat, FoundFiles, FoundPdf, ReadDocument, ReadResult, Refusal, Table } from "../table.ts";
import { csvTable } from "./csv.ts";
import { MAX_FILE_BYTES, MAX_MEMBERS, MAX_UNPACKED_BYTES } from "./limits.ts";
import { plainName } from "./names.ts";
import { pdfPages } from "./pdf.ts";
import { decodeText } from "./text.ts";
import { damaged, tooLarge, tooMuch, Unreadable } from "./unreadable.ts";
import { isOpenDocument, isWorkbook, legacyTables, openDocumentTables, workbookTables } from "./workbook.ts";
import { unpack, type ZipEntry, zipEntries } from "./zip.ts";

/** A first member, an empty archive, one part of several. */
const ZIP_MAGIC = ["PK\x03\x04", "PK\x05\x06", "PK\x07\x08"] as const;

/**
 * Reads a CSV, an XLSX, or a ZIP of them; a ZIP gives one document (or refusal) per member. PDFs are only found. Never throws: what
 * cannot be read is refused with a sentence.
 */
export function readFile(name: string, bytes: Uint8Array): FoundFiles {
  return readBytes(plainName(name), bytes, null);
}

/** Reads a file whole, the pages of its PDFs included. Never throws. */
export async function readWhole(name: string, bytes: Uint8Array): Promise<ReadResult> {
  const { pdfs, ...found } = readFile(name, bytes);
  const documents = [...found.documents];
  const refused = [...found.refused];
  for (const { content, container, ...file } of pdfs) {
    try {
      documents.push({ ...file, container, format: "pdf", tables: await pdfPages(content) });
    } catch (error) {
      refused.push({ ...file, reason: reasonOf(error) });
    }
  }
  return { documents, refused };
}

/** The ZIP that a file came out of. */
interface Origin {
  /** SHA-256 of the outermost ZIP, which is the file that is archived. */
  readonly container: string;
  /** How many ZIPs are around it. */
  readonly depth: number;
  /** What may still be unpacked out of the outermost ZIP, all levels together. */
  readonly allowance: { bytes: number; members: number };
}

function readBytes(name: string, bytes: Uint8Array, origin: Origin | null): FoundFiles {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const container = origin?.container ?? null;
  const file = { name, sha256, bytes: bytes.length };
  const found = (format: FileFormat, tables: readonly Table[]): FoundFiles => ({
    documents: [{ ...file, container, format, tables }],
    refused: [],
    pdfs: [],
  });
  try {
    if (bytes.length > MAX_FILE_BYTES) throw tooLarge(MAX_FILE_BYTES / 1024 / 1024);
    if (startsWith(bytes, "%PDF")) {
      return { documents: [], refused: [], pdfs: [{ ...file, container, content: bytes }] };
    }
    if (startsWith(bytes, "\xd0\xcf\x11\xe0")) return found("workbook", legacyTables(bytes));
    if (!ZIP_MAGIC.some((magic) => startsWith(bytes, magic))) return found("text", plainTables(bytes));
    const entries = zipEntries(bytes);
    if (isWorkbook(entries)) return found("workbook", workbookTables(bytes, entries));
    if (isOpenDocument(entries)) return found("workbook", openDocumentTables(bytes, entries));
    if (entries.some((entry) => entry.name === "Index/Document.iwa")) {
      throw new Unreadable("This is a Numbers spreadsheet. Export it as XLSX or CSV and drop that.");
    }
    if (origin !== null && origin.depth > 1) {
      throw new Unreadable("This is a ZIP inside a ZIP inside a ZIP. Unpack it and drop the inner one by itself.");
    }
    const allowance = origin?.allowance ?? { bytes: MAX_UNPACKED_BYTES, members: MAX_MEMBERS };
    return readMembers(file, bytes, entries, {
      container: container ?? sha256,
      depth: (origin?.depth ?? 0) + 1,
      allowance,
    });
  } catch (error) {
    return { documents: [], refused: [{ ...file, reason: reasonOf(error) }], pdfs: [] };
  }
}

function reasonOf(error: unknown): string {
  // Anything unforeseen is the file's fault as far as its owner can tell.
  return error instanceof Unreadable ? error.message : damaged().message;
}

function startsWith(bytes: Uint8Array, magic: string): boolean {
  return bytes.length >= magic.length && [...magic].every((letter, index) => bytes[index] === letter.charCodeAt(0));
}

/** One table of a text file; every other kind of file is named and refused. */
function plainTables(bytes: Uint8Array): Table[] {
  if (startsWith(bytes, "\x89PNG") || startsWith(bytes, "\xff\xd8\xff") || startsWith(bytes, "GIF8")) {
    throw new Unreadable("This is a picture. Download the document itself as XLSX or CSV and drop that.");
  }
  return [csvTable(decodeText(bytes))];
}

interface ContainerFile {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
}

function readMembers(zip: ContainerFile, bytes: Uint8Array, entries: readonly ZipEntry[], origin: Origin): FoundFiles {
  const members = entries.filter((entry) => !isNoise(entry.name));
  if (members.length === 0) throw new Unreadable("This ZIP holds no files. Download it again.");
  origin.allowance.members -= members.length;
  if (origin.allowance.members < 0) {
    throw new Unreadable(`This ZIP holds more than ${MAX_MEMBERS} files. Unpack it and drop the ones you need.`);
  }
  const documents: ReadDocument[] = [];
  const refused: Refusal[] = [];
  const pdfs: FoundPdf[] = [];
  for (const entry of members) {
    const name = `${zip.name}/${memberPath(entry.name)}`;
    try {
      origin.allowance.bytes -= entry.size;
      if (origin.allowance.bytes < 0) throw tooMuch();
      const result = readBytes(name, unpack(bytes, entry), origin);
      documents.push(...result.documents);
      refused.push(...result.refused);
      pdfs.push(...result.pdfs);
    } catch (error) {
      // Its own bytes could not be had, so the ZIP's stand for them.
      refused.push({ name, sha256: zip.sha256, bytes: entry.size, reason: reasonOf(error) });
    }
  }
  return { documents, refused, pdfs };
}

/** Folders, and what operating systems leave behind. */
function isNoise(name: string): boolean {
  const path = name.replaceAll("\\", "/");
  return path.endsWith("/") || /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|\._|Thumbs\.db$|desktop\.ini$)/i.test(path);
}

/** A member's path as it can be shown and stored: forward slashes, nothing that climbs out. */
function memberPath(name: string): string {
  const parts = plainName(name)
    .replaceAll("\\", "/")
    .split("/")
    .filter((part) => part !== "" && part !== "." && part !== "..");
  return parts.join("/") || "file";
}
