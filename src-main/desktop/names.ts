/** Names of files the window suggests. No electron here: what becomes of a name is tested by itself. */
import type { SaveKind } from "#shared/shell.ts";

/** Characters of a name before its ending; what file systems and dialogs take without cutting. */
const LONGEST = 120;
/** Anything that makes a path on any system, control characters, and marks that turn text around so that an ending looks like another. */
const UNSAFE = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** Names that mean a device on Windows, whatever their ending. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** A file name without anything that could make it a path or hide what it is, on any system. May be empty. */
export function plainName(name: string): string {
  return name
    .replace(UNSAFE, "-")
    .replace(/^[.\s]+|[.\s]+$/g, "")
    .replace(DEVICES, "-$&");
}

/** The name to suggest for a file of a kind: plain, not too long, with the kind's ending and no second one of it. */
export function suggestedFileName(name: string, kind: SaveKind): string {
  const ending = `.${kind}`;
  const plain = plainName(name);
  const stem = plain.toLowerCase().endsWith(ending) ? plain.slice(0, -ending.length) : plain;
  const short = [...stem]
    .slice(0, LONGEST)
    .join("")
    .replace(/[.\s]+$/, "");
  return `${short || "Backhaul"}${ending}`;
}
