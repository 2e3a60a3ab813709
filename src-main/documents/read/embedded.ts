/**
 * Files embedded in a PDF, read from its objects without opening it: only what is embedded is unpacked, never beyond what is allowed.
 * Understands the way our own packets are written; of a PDF that another program saved anew, names may be missing.
 */
import { inflateSync } from "node:zlib";
import { damaged, tooMuch, Unreadable } from "./unreadable.ts";

/** A file inside a PDF. `name` is "" where the PDF tells it in a way that is not read here. */
export interface EmbeddedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** How much may come out of a PDF. */
export interface EmbeddedLimits {
  readonly files: number;
  readonly bytes: number;
}

/** An object with its dictionary as text, and where its stream lies, if it has one. */
interface PdfObject {
  readonly id: string;
  readonly dictionary: string;
  readonly stream: { readonly from: number; readonly to: number } | null;
}

/** The embedded files in their order. Throws Unreadable for what is damaged, locked, packed in an unusual way, or too much. */
export function embeddedFiles(bytes: Uint8Array, limits: EmbeddedLimits): EmbeddedFile[] {
  const names = new Map<string, string>();
  const found: { id: string; bytes: Uint8Array }[] = [];
  let left = limits.bytes;
  for (const { id, dictionary, stream } of objectsIn(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))) {
    const file = /\/EF\s*<<[^>]*?\/(?:UF|F)\s+(\d+\s+\d+)\s+R/.exec(dictionary)?.[1];
    if (file !== undefined) names.set(file.replace(/\s+/g, " "), fileName(dictionary));
    if (stream === null || !/\/Type\s*\/EmbeddedFile\b/.test(dictionary)) continue;
    if (found.length >= limits.files) throw new Unreadable(`This PDF holds more than ${limits.files} files.`);
    const content = unpacked(bytes.subarray(stream.from, stream.to), dictionary, left);
    left -= content.byteLength;
    found.push({ id, bytes: content });
  }
  return found.map(({ id, bytes: content }) => ({ name: names.get(id) ?? "", bytes: content }));
}

/** Longest dictionary that is looked at; an embedded file's has a few hundred characters. */
const MOST_DICTIONARY = 100_000;

function* objectsIn(file: Buffer): Generator<PdfObject> {
  for (let at = file.indexOf(" obj"); at >= 0; at = file.indexOf(" obj", at)) {
    const id = /(\d{1,10}) (\d{1,5})$/.exec(file.toString("latin1", Math.max(0, at - 20), at));
    const from = at + 4;
    at = from;
    if (!id) continue;
    const end = file.indexOf("endobj", from);
    const start = file.indexOf("stream", from);
    const hasStream = start >= 0 && (end < 0 || start < end);
    const to = hasStream ? start : end < 0 ? file.length : end;
    const dictionary = file.toString("latin1", from, Math.min(to, from + MOST_DICTIONARY));
    const stream = hasStream ? streamAt(file, start + "stream".length, dictionary) : null;
    yield { id: `${id[1]} ${id[2]}`, dictionary, stream };
    at = stream ? stream.to : to;
  }
}

/** Where a stream begins and ends: by its length where that is told and true, else at the next mark. */
function streamAt(file: Buffer, after: number, dictionary: string): { from: number; to: number } {
  const from = after + (file[after] === 0x0d ? 1 : 0) + (file[after + (file[after] === 0x0d ? 1 : 0)] === 0x0a ? 1 : 0);
  const told = from + Number(/\/Length\s+(\d{1,10})(?!\s+\d+\s+R)/.exec(dictionary)?.[1] ?? Number.NaN);
  if (told <= file.length && /^\s*endstream/.test(file.toString("latin1", told, told + 12))) return { from, to: told };
  const mark = file.indexOf("endstream", from);
  return { from, to: mark < 0 ? file.length : mark };
}

function unpacked(packed: Uint8Array, dictionary: string, most: number): Uint8Array {
  const filter = /\/Filter\s*(\[[^\]]*\]|\/[\w#]+|\d+\s+\d+\s+R)/.exec(dictionary)?.[1];
  if (filter === undefined) {
    if (packed.byteLength > most) throw tooMuch();
    return packed;
  }
  if (!/^(?:\[\s*)?\/FlateDecode(?:\s*\])?$/.test(filter))
    throw new Unreadable("A file in this PDF is packed in a way no packet is: another program has saved it anew.");
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    throw code === "ERR_BUFFER_TOO_LARGE" ? tooMuch() : damaged();
  }
}

/** The name in a file's description, which may be written as letters or as codes. */
function fileName(dictionary: string): string {
  for (const key of ["UF", "F"]) {
    const written = new RegExp(`/${key}\\s*(?:\\(((?:[^\\\\()]|\\\\[\\s\\S])*)\\)|<([0-9A-Fa-f\\s]*)>)`).exec(
      dictionary,
    );
    if (!written) continue;
    const [, letters, codes = ""] = written;
    return textOf(
      letters === undefined ? Buffer.from(codes.replace(/\s/g, ""), "hex") : Buffer.from(literal(letters), "latin1"),
    );
  }
  return "";
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

function literal(text: string): string {
  return text.replace(/\\(?:([0-7]{1,3})|(\r\n|[\s\S]))/g, (_, octal?: string, char?: string) => {
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    return char === undefined || /^[\r\n]/.test(char) ? "" : (ESCAPES[char] ?? char);
  });
}

/** Text strings of a PDF are UTF-16 behind a mark, else one byte a letter. */
function textOf(bytes: Buffer): string {
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return bytes.toString("latin1");
  return new TextDecoder("utf-16be").decode(bytes.subarray(2));
}
