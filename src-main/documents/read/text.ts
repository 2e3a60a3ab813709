/** Bytes to text. */
import { damaged, Unreadable } from "./unreadable.ts";

/**
 * UTF-16 where a byte-order mark or its blank bytes say so, else UTF-8, else the Windows code page old exports use. Line ends become `\n`, the byte-order
 * mark goes. Throws Unreadable for what is no plain text: pictures, programs, web pages, XML, nothing at all.
 */
export function decodeText(bytes: Uint8Array): string {
  const text = decode(bytes);
  if (text.trim() === "") throw new Unreadable("This file is empty. Download it again.");
  if (text.includes("\0") || looksBinary(text)) {
    throw new Unreadable("This is not a table that can be read. Drop a CSV, an XLSX or a ZIP of them.");
  }
  if (/^\s*<[a-z!?/]/i.test(text)) {
    throw new Unreadable(
      "This is a web page or XML under another name, not a spreadsheet. Open it, save it as XLSX or CSV and drop that.",
    );
  }
  if (/^(?:TABLE\r?\n0,1\r?\n|ID;P)/.test(text)) {
    throw new Unreadable(
      "This is a spreadsheet in an old exchange format. Open it, save it as XLSX or CSV and drop that.",
    );
  }
  return withoutMarks(text.replace(/\r\n?/g, "\n"));
}

/** A text without the marks that nobody sees and that make two alike texts two: of the direction of writing, of no width at all. */
export function withoutMarks(text: string): string {
  return text.replace(/[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, "");
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, "utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, "utf-16be");
  const blank = blankBytes(bytes);
  if (blank !== undefined) return decodeUtf16(bytes, blank === "odd" ? "utf-16le" : "utf-16be");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Which bytes are blank in nearly every pair: Western text in UTF-16 has a blank half in each character. */
function blankBytes(bytes: Uint8Array): "odd" | "even" | undefined {
  const length = Math.min(bytes.length - (bytes.length % 2), 2_000);
  let odd = 0;
  let even = 0;
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) even += 1;
    if (bytes[index + 1] === 0) odd += 1;
  }
  const most = (length / 2) * 0.7;
  if (length < 8 || Math.max(odd, even) < most || Math.min(odd, even) > length / 20) return undefined;
  return odd > even ? "odd" : "even";
}

function decodeUtf16(bytes: Uint8Array, encoding: string): string {
  // Half a character at the end: the rest of the file is missing.
  if (bytes.length % 2 === 1) throw damaged();
  return new TextDecoder(encoding).decode(bytes);
}

function looksBinary(text: string): boolean {
  const sample = text.slice(0, 4096);
  let control = 0;
  for (let index = 0; index < sample.length; index += 1) {
    const code = sample.charCodeAt(index);
    if (code < 32 && code !== 9 && code !== 10 && code !== 13) control += 1;
  }
  return control * 50 > sample.length;
}
