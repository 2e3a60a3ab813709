/**
 * What verifying found, in words that say nothing of the business: each sentence is known by its fixed part and said again without names,
 * files and figures. A sentence that is not known is not said.
 */
import type { Verification } from "#shared/contract/schemas.ts";

type Line = Verification["lines"][number];

/** The fixed parts, and what is said instead. `#` stands for the number of rows, files or entries. */
const SAYINGS: readonly (readonly [RegExp, string])[] = [
  [/^The database is whole: ([\d,]+) tables?, /, "The database is whole: # tables."],
  [/^The database is missing\./, "The database is missing."],
  [/^The database was made by a newer version/, "The database was made by a newer version."],
  [/^The database is damaged: /, "The database is damaged."],
  [/^The database has ([\d,]+) rows? that refer to nothing\./, "The database has # rows that refer to nothing."],
  [/^The database cannot be read /, "The database cannot be read."],
  [/^The audit trail is whole: ([\d,]+) entr/, "The audit trail is whole: # entries."],
  [
    /^The audit trail is not whole: entry ([\d,]+) .*was removed\.$/s,
    "The audit trail is not whole: entry # was removed.",
  ],
  [
    /^The audit trail is not whole: entry ([\d,]+) .*was changed/s,
    "The audit trail is not whole: entry # was changed.",
  ],
  [
    /^The audit trail is not whole: entry ([\d,]+) .*does not follow/s,
    "The audit trail is not whole: entry # was moved.",
  ],
  [
    /^The audit trail is not whole: the audit trail has ([\d,]+) entries/,
    "The audit trail is not whole: # entries, not its end.",
  ],
  [
    /^The audit trail is not whole: a backup of .* knows entry ([\d,]+) /s,
    "The audit trail is not whole: a backup knows entry # as another one.",
  ],
  [
    / stands on row [\d,]+ of .*, which is not stored any more\.$/s,
    "A finding stands on a row that is not stored any more.",
  ],
  [/^The evidence of ([\d,]+) findings? leads to stored rows\./, "The evidence of # findings leads to stored rows."],
  [/^([\d,]+) rows? of evidence went with documents/, "# rows of evidence went with documents that were taken back."],
  [
    /^The workspace is encrypted, and its key file is whole\./,
    "The workspace is encrypted, and its key file is whole.",
  ],
  [/^The key file \(key\.json\) is missing/, "The key file is missing, damaged or of another workspace."],
  [/^What the archive should hold cannot be read/, "What the archive should hold cannot be read."],
  [/^The archive is whole: ([\d,]+) originals?, /, "The archive is whole: # originals."],
  [/^The original of .* is missing from the archive\./s, "An original is missing from the archive."],
  [/^The original of .* was changed since it was imported\./s, "An original was changed since it was imported."],
  [/^The archived file .* was changed\./s, "An archived file was changed."],
  [/^([\d,]+) files? in the archive belongs? to no document\./, "# files in the archive belong to no document."],
  [/^([\d,]+) packets?: all there, none changed\./, "# packets: all there, none changed."],
  [/ is missing from the packets folder\.$/s, "A packet is missing from the packets folder."],
  [/ was changed since it was written\.$/s, "A packet was changed since it was written."],
  [
    /^The packet that was written to .* is not there any more\.$/s,
    "A packet that was written elsewhere is not there any more.",
  ],
  [
    /^The packet that was written to .* holds something else now\.$/s,
    "A packet that was written elsewhere holds something else now.",
  ],
];

const UNKNOWN = "Something this bundle has no general words for.";

/** The lines in general words, each once with how often. */
export function inGeneralWords(lines: readonly Line[]): string[] {
  const counts = new Map<string, number>();
  for (const { state, text } of lines) {
    const said = `${state}: ${inGeneral(text)}`;
    counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  return [...counts].map(([said, count]) => (count === 1 ? said : `${said} (${count} times)`));
}

function inGeneral(text: string): string {
  for (const [pattern, saying] of SAYINGS) {
    const found = pattern.exec(text);
    if (found) return saying.replace("#", found[1] ?? "");
  }
  return UNKNOWN;
}
