/** Measuring and preparing text, so that nothing leaves the page and no character is lost silently. */
import type { FontMetrics } from "../fonts.ts";

/** How high a line of Roboto is, in type sizes. */
export const LINE = 1.18;

/** What the parts of the page need to know about the type they are set in. */
export interface Pen {
  /** Width in points, of the wider of regular and medium weight. */
  width(text: string, size: number): number;
  /** How many lines a text takes in a column. */
  lines(text: string, size: number, width: number): number;
  /** A text in pieces of at most `most` lines; one piece for all but very long cells. */
  pieces(text: string, size: number, width: number, most: number): string[];
}

/** A pen for the given fonts. */
export function makePen(medium: FontMetrics): Pen {
  const width = (text: string, size: number) => {
    let units = 0;
    for (const char of text) units += medium.advances.get(char.codePointAt(0) ?? 0) ?? 1000;
    return (units * size) / 1000;
  };
  const wrap = (text: string, size: number, column: number): string[] => {
    const lines: string[] = [];
    for (const paragraph of text.split("\n")) {
      let line = "";
      let used = 0;
      for (const word of paragraph.split(/(?<=\s)(?=\S)|(?<=-)(?=\p{L})/u)) {
        let rest = word;
        if (used > 0 && used + width(word.trimEnd(), size) > column) {
          lines.push(line);
          line = "";
          used = 0;
        }
        // A word wider than the column is broken between characters.
        while (width(rest.trimEnd(), size) > column && rest.length > 1) {
          const chars = [...rest];
          let fit = 1;
          while (fit < chars.length && width(chars.slice(0, fit + 1).join(""), size) <= column) fit += 1;
          lines.push(chars.slice(0, fit).join(""));
          rest = chars.slice(fit).join("");
        }
        line += rest;
        used += width(rest, size);
      }
      lines.push(`${line}\n`);
    }
    return lines;
  };
  return {
    width,
    lines: (text, size, column) => wrap(text, size, column).length,
    pieces: (text, size, column, most) => {
      // The common case must stay cheap: such a text cannot be too long in any column we use.
      if (text.length < 100 && !text.includes("\n")) return [text];
      const lines = wrap(text, size, column);
      if (lines.length <= most) return [text];
      const pieces: string[] = [];
      for (let from = 0; from < lines.length; from += most) {
        pieces.push(
          lines
            .slice(from, from + most)
            .join("")
            .replace(/\n$/, ""),
        );
      }
      return pieces;
    },
  };
}

/** Characters our fonts lack that have a plain equivalent. */
const PLAIN: Readonly<Record<string, string>> = {
  "\t": " ",
  "\u2192": "->",
  "\u2190": "<-",
  "\u21d2": "=>",
  "\u2010": "-",
  "\u2011": "-",
  "\u202f": "\u00a0",
  "\u2007": "\u00a0",
  "\u2009": " ",
  "\u200a": " ",
};

/**
 * Text as it can be printed: composed accents, one kind of line end, and a visible code such as `[U+4F60]` for a character that the fonts
 * do not have, which is told to `onCode`. An empty box would hide what the source says.
 */
export function makePrintable(
  fonts: readonly FontMetrics[],
  onCode: () => void = () => undefined,
): (text: string) => string {
  const known = new Map<string, string>();
  const print = (char: string): string => {
    const code = char.codePointAt(0) ?? 0;
    const control = code < 0x20 || (code >= 0x7f && code < 0xa0);
    if (!control && fonts.every((font) => font.advances.has(code))) return char;
    const plain = PLAIN[char];
    if (plain !== undefined) return plain;
    onCode();
    return `[U+${code.toString(16).toUpperCase().padStart(4, "0")}]`;
  };
  return (text) => {
    if (/^[ -~\n]*$/.test(text)) return text;
    let printed = "";
    for (const char of text.normalize("NFC").replace(/\r\n?/g, "\n")) {
      if (char === "\n") {
        printed += char;
        continue;
      }
      let shown = known.get(char);
      if (shown === undefined) {
        shown = print(char);
        known.set(char, shown);
      }
      printed += shown;
    }
    return printed;
  };
}

/** Applies `change` to every text inside a value. */
export function mapText<T>(value: T, change: (text: string) => string): T {
  const walk = (part: unknown): unknown => {
    if (typeof part === "string") return change(part);
    if (Array.isArray(part)) return part.map(walk);
    if (part !== null && typeof part === "object")
      return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, walk(inner)]));
    return part;
  };
  return walk(value) as T;
}
