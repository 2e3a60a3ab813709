/** Reads a packet back with poppler, as its receiver would. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

function withFile<T>(bytes: Uint8Array, use: (file: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "packet-"));
  try {
    const file = join(folder, "packet.pdf");
    writeFileSync(file, bytes);
    return use(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const run = (tool: string, ...args: string[]) =>
  execFileSync(tool, args, { encoding: "utf8", maxBuffer: 256 * 1024 * 1024 });

/** The text of each page, laid out as it stands. */
export function pagesOf(bytes: Uint8Array): string[] {
  const text = withFile(bytes, (file) => run("pdftotext", "-layout", file, "-"));
  return text.split("\f").slice(0, -1);
}

/** What the file says of itself. */
export function infoOf(bytes: Uint8Array): string {
  return withFile(bytes, (file) => run("pdfinfo", "-isodates", file));
}

/** The structure tree with the texts of its elements, as a screen reader walks it. */
export function structureOf(bytes: Uint8Array): string {
  return withFile(bytes, (file) => run("pdfinfo", "-struct-text", file));
}

/** What qpdf has to complain of; "" for a sound file. */
export function flawsOf(bytes: Uint8Array): string {
  return withFile(bytes, (file) => {
    try {
      run("qpdf", "--check", file);
      return "";
    } catch (error) {
      return String(error);
    }
  });
}

/** A bookmark with those under it. */
export interface Bookmark {
  readonly title: string;
  readonly destpageposfrom1: number | null;
  readonly kids: readonly Bookmark[];
}

/** The bookmarks. */
export function bookmarksOf(bytes: Uint8Array): Bookmark[] {
  return withFile(bytes, (file) => JSON.parse(run("qpdf", "--json", "--json-key=outlines", file)).outlines);
}

/** The objects of the file as qpdf names them. */
export function objectsOf(bytes: Uint8Array): Record<string, { value?: unknown; stream?: { dict: unknown } }> {
  return withFile(bytes, (file) => JSON.parse(run("qpdf", "--json", "--json-key=qpdf", file)).qpdf[1]);
}

/** The embedded files by name. */
export function attachmentsOf(bytes: Uint8Array): Map<string, Uint8Array> {
  return withFile(bytes, (file) => {
    const folder = mkdtempSync(join(tmpdir(), "attached-"));
    try {
      run("pdfdetach", "-saveall", "-o", folder, file);
      return new Map(readdirSync(folder).map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}

/** Every word with its place on its page, in points. */
export function wordsOf(
  bytes: Uint8Array,
): { text: string; left: number; right: number; top: number; bottom: number }[] {
  const html = withFile(bytes, (file) => run("pdftotext", "-bbox", file, "-"));
  const pattern = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)<\/word>/g;
  return [...html.matchAll(pattern)].map(([, left, top, right, bottom, text = ""]) => ({
    text,
    left: Number(left),
    right: Number(right),
    top: Number(top),
    bottom: Number(bottom),
  }));
}

/** Text without any space, so that line ends do not matter. */
export const squeezed = (text: string): string => text.replace(/\s+/g, "");
