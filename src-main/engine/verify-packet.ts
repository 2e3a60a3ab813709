/** Whether a packet is as it was made, and whether its files and figures are still those of the workspace. Nothing is changed. */
import { basename } from "node:path";
import type { z } from "zod";
import type { packetVerification } from "#shared/contract/claims.ts";
import { formatDate } from "#shared/week.ts";
import { original } from "../documents/archive.ts";
import { MANIFEST_FILE, type PacketManifest } from "../packets/manifest.ts";
import * as check from "../packets/verifying.ts";
import { brokenAuditEntry } from "../store/audit.ts";
import { amountsNow, auditEntryWith, documentsWithHashes, packetsNumbered, packetWithHash } from "../store/packets.ts";
import type { Session } from "./session.ts";

type Verification = z.infer<typeof packetVerification>;
type Line = check.VerificationLine;

/** Looks at a PDF, ZIP or table that may be one of the workspace's packets. `whole` only where nothing is wrong. */
export async function verifyPacket(session: Session, path: string, signal?: AbortSignal): Promise<Verification> {
  const { store } = session.workspace;
  const held = await session.parser.held(basename(path), path, signal);
  const made = held.sha256 === "" ? undefined : await store.read((db) => packetWithHash(db, held.sha256));
  if (held.unreadable !== null) return verdict(null, [check.problem(held.unreadable)]);
  const manifest = check.manifestIn(held.files);
  if (!manifest) {
    if (made && (made.format === "xlsx" || made.format === "csv"))
      return verdict(made.file, [check.good(`It is ${basename(made.file)} as it was made on ${dayOf(made.madeAt)}.`)]);
    const named = held.files.some(({ name }) => name === MANIFEST_FILE);
    return verdict(null, [check.problem(named ? CHANGED_MANIFEST : FOREIGN)]);
  }
  const lines: Line[] = [
    made
      ? check.good(`The file is as it was made on ${dayOf(made.madeAt)}: not a byte differs.`)
      : check.problem(await notAsMade(session, manifest)),
    ...check.checkParts(manifest, held.files),
    ...(await sourceLines(session, manifest)),
    ...(await store.read(async (db) => {
      const now = await amountsNow(
        db,
        manifest.findings.map(({ id }) => id),
      );
      return check.checkFigures(manifest, now);
    })),
    await auditLine(session, manifest),
  ];
  return verdict(manifest.packet, lines);
}

const FOREIGN = "This is no packet of Backhaul, or what makes it one was taken out of it.";
const CHANGED_MANIFEST = "What this packet says of itself cannot be read: it was changed after it was made.";

const dayOf = (instant: string) => formatDate(instant.slice(0, 10));

function verdict(packet: string | null, lines: Line[]): Verification {
  return { whole: lines.every(({ state }) => state !== "problem"), packet, lines };
}

/** Why no stored packet has this file's hash. A restored backup gives numbers again, so a packet may be another of the same number. */
async function notAsMade(session: Session, { packet, auditHead }: PacketManifest): Promise<string> {
  const [known, sealed] = await session.workspace.store.read(async (db) => [
    await packetsNumbered(db, packet),
    auditHead === null || (await auditEntryWith(db, auditHead)) !== undefined,
  ]);
  if (known && !sealed)
    return `This workspace made another packet ${packet}. This one may be from another workspace, or from before a backup was restored.`;
  return known
    ? `The file is not as it was made: packet ${packet} had another fingerprint. What can be read on its pages may have been changed.`
    : `This workspace has not made a packet ${packet}. It may be from another workspace, or from a backup that was restored since.`;
}

/** The documents it rests on against the archive. */
async function sourceLines(session: Session, { sources }: PacketManifest): Promise<Line[]> {
  const { store, originals } = session.workspace;
  const stored = await store.read((db) =>
    documentsWithHashes(
      db,
      sources.map(({ sha256 }) => sha256),
    ),
  );
  const containers = new Map(stored.map(({ sha256, container }) => [sha256, container ?? sha256]));
  const sound = new Map<string, boolean>();
  const lines: Line[] = [];
  for (const { document, sha256 } of sources) {
    const archived = containers.get(sha256);
    if (archived === undefined) {
      lines.push(check.problem(`${document} is not in this workspace (any more).`));
      continue;
    }
    const known = sound.get(archived) ?? (await isSound(originals, archived));
    sound.set(archived, known);
    if (!known) lines.push(check.problem(`The original of ${document} is missing from the archive or was changed.`));
  }
  if (lines.length === 0 && sources.length > 0)
    lines.push(check.good(`The ${sources.length} documents it rests on are in the archive, unchanged.`));
  return lines;
}

async function isSound(originals: Parameters<typeof original>[0], sha256: string): Promise<boolean> {
  try {
    await original(originals, sha256);
    return true;
  } catch {
    return false;
  }
}

/** The head hash it was sealed with against the trail. */
async function auditLine(session: Session, { auditHead }: PacketManifest): Promise<Line> {
  if (auditHead === null) return check.note("The audit trail had no entry when it was made.");
  const [entry, broken] = await session.workspace.store.read(async (db) => [
    await auditEntryWith(db, auditHead),
    await brokenAuditEntry(db),
  ]);
  if (!entry) return check.problem("The entry of the audit trail that it was sealed with is not in this workspace.");
  if (broken !== null && broken <= entry.seq)
    return check.problem(
      `The audit trail was changed at entry ${broken}, before the entry the packet was sealed with.`,
    );
  return check.good(`It was sealed with entry ${entry.seq} of the audit trail, which is unbroken up to there.`);
}
