/** What makes two headers the same header. */
import { createHash } from "node:crypto";
import { normaliseTitle } from "../recognise/titles.ts";
import type { Cell } from "../table.ts";

/** A header's titles as they stand, one a column; "" for a column without one. Blank columns at its end are left out. */
export function titlesOf(row: readonly Cell[]): string[] {
  const titles = row.map((cell) => String(cell).replace(/\s+/g, " ").trim());
  return titles.slice(0, titles.findLastIndex((title) => title !== "") + 1);
}

/**
 * SHA-256, lower-case hex, of a header's normalised titles in order of the alphabet: the same for the next export of the same program,
 * whatever the order of its columns.
 */
export function fingerprintOf(titles: readonly string[]): string {
  const sorted = titles
    .map(normaliseTitle)
    .filter((title) => title !== "")
    .sort();
  return createHash("sha256").update(JSON.stringify(sorted)).digest("hex");
}
