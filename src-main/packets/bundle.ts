/** A packet as a ZIP: the pages, the originals, the rows, and a list of what must be in it. The same packet gives the same bytes. */
import { createHash } from "node:crypto";
import { type Zippable, zipSync } from "fflate";
import type { IsoDate } from "#shared/week.ts";
import { MANIFEST_FILE, manifestBytes, manifestOf, type PacketFile } from "./manifest.ts";
import { MOST_PACKED_BYTES, type Original } from "./originals.ts";
import type { PacketModel } from "./packet.ts";

/** Where originals are in the ZIP. */
export const ORIGINALS = "originals/";

/** The originals are more than a ZIP is made of. */
export class PacketTooLargeError extends Error {
  readonly code = "packet-too-large";

  constructor() {
    super(
      `The originals of this packet are larger than ${MOST_PACKED_BYTES / 1024 / 1024} MB together. Split the claim, or export the PDF alone.`,
    );
    this.name = "PacketTooLargeError";
  }
}

/** The ZIP's bytes. Throws `PacketTooLargeError`. */
export function packetBundle(
  model: PacketModel,
  own: readonly PacketFile[],
  originals: readonly Original[],
): Uint8Array {
  const size = originals.reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
  if (size > MOST_PACKED_BYTES) throw new PacketTooLargeError();
  const names = new Map(model.files.map(({ sha256, attachedAs }) => [sha256, attachedAs]));
  const packed = originals.flatMap(({ sha256, bytes }): PacketFile[] => {
    const file = names.get(sha256) ?? null;
    return file === null ? [] : [{ file, bytes }];
  });
  const manifest = { file: MANIFEST_FILE, bytes: manifestBytes(manifestOf(model, "packed", own)) };
  const listed = [...own, ...packed, manifest];
  return zipped([...listed, { file: "SHA256SUMS.txt", bytes: sums(listed) }], model.preparedAt);
}

/** The list that `sha256sum --check` reads. */
function sums(files: readonly PacketFile[]): Uint8Array {
  const line = ({ file, bytes }: PacketFile) => `${createHash("sha256").update(bytes).digest("hex")}  ${file}\n`;
  return new TextEncoder().encode(files.map(line).join(""));
}

/** Files as a ZIP whose bytes depend on nothing but them and the day. */
export function zipped(files: readonly PacketFile[], day: IsoDate): Uint8Array {
  const contents: Zippable = {};
  for (const { file, bytes } of files) contents[file] = bytes;
  // A ZIP keeps local time: noon of the day is noon wherever it is made.
  return zipSync(contents, { level: 6, mtime: new Date(`${day}T12:00:00`) });
}
