/** Puts a packet on disk: the whole file or none. */
import { createHash, randomUUID } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { PacketModel } from "./packet.ts";
import { type PdfOptions, writePacketPdf } from "./pdf.ts";

interface WrittenPacket {
  /** The path that was written. */
  readonly file: string;
  readonly sha256: string;
  readonly pages: number;
  readonly bytes: number;
}

/** `Backhaul packet 2026-0007.pdf`; what no file system takes becomes a hyphen. */
export function packetFileName(packetNumber: string): string {
  const plain = packetNumber
    .normalize("NFC")
    .replace(/[<>:"/\\|?*\p{Cc}]+/gu, "-")
    .replace(/\s+/g, " ")
    .replace(/^[-. ]+|[-. ]+$/g, "");
  return `Backhaul packet ${[...plain].slice(0, 100).join("")}.pdf`;
}

/** Writes a packet to `file`, replacing what is there; a cancelled export leaves what was there. */
export async function writePacket(model: PacketModel, file: string, options: PdfOptions): Promise<WrittenPacket> {
  const { bytes, pages } = await writePacketPdf(model, options);
  options.signal?.throwIfAborted();
  await placeFile(file, bytes);
  return { file, sha256: createHash("sha256").update(bytes).digest("hex"), pages, bytes: bytes.byteLength };
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
