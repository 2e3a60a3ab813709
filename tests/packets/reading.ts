/** Reads a packet back with poppler, as its receiver would. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
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
