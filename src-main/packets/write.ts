/** Puts a packet on disk: the whole file or none. */
import { createHash, randomUUID } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { PacketFormat } from "#shared/contract/claims.ts";
import { packetBundle } from "./bundle.ts";
import { MANIFEST_FILE, manifestBytes, manifestOf, type PacketFile } from "./manifest.ts";
import { mediaType, type Original } from "./originals.ts";
import type { PacketModel } from "./packet.ts";
import type { Attachment, SettingProgress } from "./pdf/setting.ts";
import { type PdfOptions, packetPdf } from "./pdf.ts";
import { packetCsv, packetWorkbook } from "./rows.ts";

/** A packet as a file. */
export interface MadePacket {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /** 0 for what has no pages. */
  readonly pages: number;
}

/** `Backhaul packet 2026-0007.pdf`; what no file system takes becomes a hyphen. */
export function packetFileName(packetNumber: string, format: PacketFormat = "pdf"): string {
  const plain = packetNumber
    .normalize("NFC")
    .replace(/[<>:"/\\|?*\p{Cc}]+/gu, "-")
    .replace(/\s+/g, " ")
    .replace(/^[-. ]+|[-. ]+$/g, "");
  return `Backhaul packet ${[...plain].slice(0, 100).join("")}.${format}`;
}

/**
 * A packet in a format, with the originals its model says are delivered. Throws `PacketTotalsError`, `PacketTooLargeError`, and the
 * signal's reason once aborted.
 */
export async function* makeFile(
  model: PacketModel,
  format: PacketFormat,
  originals: readonly Original[],
  options: Omit<PdfOptions, "attachments">,
): AsyncGenerator<SettingProgress, MadePacket> {
  if (format === "xlsx") return made(packetWorkbook(model), 0);
  if (format === "csv") return made(packetCsv(model), 0);
  const rows = { file: "findings.csv", bytes: packetCsv(model) };
  const embedded = format === "pdf" ? originals : [];
  const { bytes, pages } = yield* packetPdf(model, { ...options, attachments: attachmentsOf(model, embedded, rows) });
  if (format === "pdf") return made(bytes, pages);
  const own = [
    { file: packetFileName(model.packetNumber), bytes },
    rows,
    { file: "findings.xlsx", bytes: packetWorkbook(model) },
  ];
  return made(packetBundle(model, own, originals), pages);
}

function made(bytes: Uint8Array, pages: number): MadePacket {
  return { bytes, sha256: createHash("sha256").update(bytes).digest("hex"), pages };
}

/** What is embedded in the PDF: the originals, the rows, and the manifest. */
function attachmentsOf(model: PacketModel, originals: readonly Original[], rows: PacketFile): Attachment[] {
  const names = new Map(model.files.map(({ sha256, attachedAs }) => [sha256, attachedAs]));
  const sources = originals.flatMap(({ document, sha256, bytes }): Attachment[] => {
    const name = names.get(sha256) ?? null;
    if (name === null) return [];
    return [{ name, bytes, type: mediaType(name), relationship: "Source", description: `Original of ${document}` }];
  });
  const data = (name: string, bytes: Uint8Array, description: string): Attachment => ({
    ...{ name, bytes, description },
    type: mediaType(name),
    relationship: "Data",
  });
  const manifest = manifestBytes(manifestOf(model, "embedded", [rows]));
  return [
    ...sources,
    data(rows.file, rows.bytes, "The findings of this packet as a table"),
    data(MANIFEST_FILE, manifest, "What this packet holds, for verifying it"),
  ];
}

/**
 * Puts bytes in the place of a file. They are written beside it and then moved, so a full disk or a crash leaves either the old file or
 * the new one, never half of one.
 */
export async function placeFile(file: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(dirname(file), `.${basename(file)}.${randomUUID()}.tmp`);
  try {
    const handle = await open(temporary, "wx");
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
