/** Whether a packet that came back is whole in itself: what it holds against what its own manifest says. Pure. */
import { formatCents } from "#shared/money.ts";
import { MANIFEST_FILE, type PacketManifest, readManifest } from "./manifest.ts";

/** One thing that was looked at, as a sentence. */
export interface VerificationLine {
  readonly state: "good" | "note" | "problem";
  readonly text: string;
}

/** A file that was found in the packet. */
export interface PacketPart {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

export const good = (text: string): VerificationLine => ({ state: "good", text });
export const note = (text: string): VerificationLine => ({ state: "note", text });
export const problem = (text: string): VerificationLine => ({ state: "problem", text });

/** Files of a ZIP that are neither the manifest nor listed in it. */
const UNLISTED = "SHA256SUMS.txt";

/** The manifest among a packet's files; null where there is none of ours. */
export function manifestIn(parts: readonly PacketPart[]): PacketManifest | null {
  const named = parts.find(({ name }) => name === MANIFEST_FILE);
  // A program that saved the PDF anew may have left the files and lost their names.
  const candidates = named ? [named] : parts.filter(({ name }) => name === "");
  for (const { bytes } of candidates) {
    const manifest = readManifest(bytes);
    if (manifest) return manifest;
  }
  return null;
}

/** Compares the files of a packet with its manifest, and the manifest's figures with each other. */
export function checkParts(manifest: PacketManifest, parts: readonly PacketPart[]): VerificationLine[] {
  const lines: VerificationLine[] = [];
  const expected = new Map<string, string>([
    ...manifest.files.map(({ file, sha256 }): [string, string] => [file, sha256]),
    ...manifest.sources.flatMap(({ file, sha256 }): [string, string][] => (file === null ? [] : [[file, sha256]])),
  ]);
  const present = new Map(parts.map((part) => [part.name, part]));
  const nameless = new Set(parts.filter(({ name }) => name === "").map(({ sha256 }) => sha256));
  for (const [file, sha256] of expected) {
    const part = present.get(file);
    if (!part && nameless.has(sha256)) continue;
    if (!part) lines.push(problem(`${file} belongs to the packet and is not in it any more.`));
    else if (part.sha256 !== sha256) lines.push(problem(`${file} was changed after the packet was made.`));
  }
  for (const { name } of parts)
    if (name !== "" && name !== MANIFEST_FILE && name !== UNLISTED && !expected.has(name))
      lines.push(problem(`${name} was added after the packet was made.`));
  if (lines.length === 0 && expected.size > 0)
    lines.push(good(`The ${expected.size} files it holds are the ones it was made with.`));
  const sum = manifest.findings.reduce((total, { asked, cents }) => total + (asked ? (cents ?? 0) : 0), 0);
  lines.push(
    sum === manifest.totalCents
      ? good(`Its findings add up to its total, ${formatCents(sum)}.`)
      : problem(`Its findings add up to ${formatCents(sum)}, and its total says ${formatCents(manifest.totalCents)}.`),
  );
  return lines;
}

/** What a finding comes to now, as stored. */
export interface FindingNow {
  readonly amountCents: number | null;
  readonly status: string;
}

/** Differences that are named one by one; the rest are counted. */
const MOST_NAMED = 20;

/** Compares the figures of a packet with what the workspace holds now. */
export function checkFigures({ findings }: PacketManifest, now: ReadonlyMap<string, FindingNow>): VerificationLine[] {
  const lines = findings.flatMap((finding) => {
    const line = figureLine(finding, now.get(finding.id));
    return line ? [line] : [];
  });
  if (lines.length === 0) return [good(`The figures of its ${findings.length} findings are those of the workspace.`)];
  const more = lines.length - MOST_NAMED;
  return [...lines.slice(0, MOST_NAMED), ...(more > 0 ? [problem(`${more} more findings differ.`)] : [])];
}

function figureLine(
  { number, code, subject, foundCents }: PacketManifest["findings"][number],
  now: FindingNow | undefined,
): VerificationLine | null {
  const name = `Finding ${number}, ${code} ${subject},`;
  if (!now) return problem(`${name} is not in this workspace.`);
  const then = foundCents === null ? "no amount" : formatCents(foundCents);
  const amount = now.amountCents === null ? "no amount" : formatCents(now.amountCents);
  if (now.amountCents !== foundCents)
    return problem(`${name} came to ${then} in the packet and comes to ${amount} now.`);
  if (now.status === "cleared") return note(`${name} was cleared since: the documents agree now.`);
  if (now.status === "dismissed") return note(`${name} was dismissed since.`);
  return null;
}
