/** What a row says, small enough to be held for a million rows: two rows are compared by these numbers, shown by their own values. */
import { hash } from "node:crypto";

/** 48 bits of a text's SHA-256. What counts is never decided by it, only what the preview says of it. */
export function fingerprint(text: string): number {
  return hash("sha256", text, "buffer").readUIntBE(0, 6);
}

/** Fingerprint of a fact's own values, the same for a fact as read and as stored. What is missing and null say the same. */
export function sayingOf(values: object): number {
  const said: unknown[] = [];
  const byName = values as Readonly<Record<string, unknown>>;
  for (const name of Object.keys(byName).sort()) {
    const value = byName[name] ?? null;
    if (value !== null) said.push(name, value);
  }
  return fingerprint(JSON.stringify(said));
}
