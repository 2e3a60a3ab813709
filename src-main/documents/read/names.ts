/** Names of files as they can be shown: a name is text, never a path, and must read as it is. */

/** Control characters, and the marks that make `fdp.exe` look like `exe.pdf`. */
const INVISIBLE = /[\p{Cc}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const LONGEST = 240;

/** A name without characters that cannot be seen, shortened in its middle where it is longer than any real one. */
export function plainName(name: string): string {
  const plain = name.replace(INVISIBLE, "");
  if (plain.length <= LONGEST) return plain === "" ? "file" : plain;
  return `${plain.slice(0, LONGEST - 40)}…${plain.slice(-39)}`;
}
