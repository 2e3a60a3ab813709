/** The originals that go with a packet: what they are called there, and how many are too many for a PDF. */
import { extname } from "node:path";

/** Originals up to this size together are embedded in the PDF; portals and mailboxes refuse much larger files. */
export const EMBEDDED_MEGABYTES = 20;
export const MOST_EMBEDDED_BYTES = EMBEDDED_MEGABYTES * 1024 * 1024;

/** Beyond this even the ZIP would not be made: it is put together in memory. */
export const MOST_PACKED_BYTES = 400 * 1024 * 1024;

/** An original to hand over. */
export interface Original {
  readonly document: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/** A document's own name: what came in a ZIP is named with it. */
export const ownName = (document: string): string => document.slice(document.lastIndexOf("/") + 1);

/** Names for originals, each once: no folder, nothing that a file system takes amiss, numbered where two have the same. */
export function originalNames(originals: readonly Pick<Original, "document" | "sha256">[]): Map<string, string> {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  for (const { document, sha256 } of originals) {
    const plain = ownName(document)
      .normalize("NFC")
      .replace(/[<>:"\\|?*\p{Cc}]+/gu, "-")
      .replace(/^[-. ]+|[. ]+$/g, "");
    const extension = extname(plain);
    const stem = [...(plain.slice(0, plain.length - extension.length) || "file")].slice(0, 150).join("");
    let name = `${stem}${extension}`;
    for (let next = 2; taken.has(name.toLowerCase()); next += 1) name = `${stem} (${next})${extension}`;
    taken.add(name.toLowerCase());
    names.set(sha256, name);
  }
  return names;
}

const TYPES: Readonly<Record<string, string>> = {
  ".csv": "text/csv",
  ".json": "application/json",
  ".pdf": "application/pdf",
  ".xls": "application/vnd.ms-excel",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** The media type a file's name stands for. */
export function mediaType(name: string): string {
  return TYPES[extname(name).toLowerCase()] ?? "application/octet-stream";
}
