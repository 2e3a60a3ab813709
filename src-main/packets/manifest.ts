/** What a packet says of itself for programs: what it holds and what it comes to, so that it can be verified when it comes back. */
import { createHash } from "node:crypto";
import { z } from "zod";
import { claimKind } from "#shared/contract/claims.ts";
import { checkCode, direction } from "#shared/contract/schemas.ts";
import type { PacketModel } from "./packet.ts";

/** Its name in the PDF and in the ZIP. */
export const MANIFEST_FILE = "backhaul-packet.json";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const cents = z.int();

const manifest = z.strictObject({
  format: z.literal("backhaul packet 1"),
  packet: z.string(),
  claim: z.string().nullable(),
  company: z.string(),
  dsp: z.string(),
  kind: claimKind,
  preparedBy: z.string(),
  preparedAt: z.iso.date(),
  madeWith: z.string(),
  /** Hash of the newest entry of the audit trail when it was made. */
  auditHead: sha256.nullable(),
  /** What is asked for. */
  totalCents: cents,
  findings: z.array(
    z.strictObject({
      number: z.int().positive(),
      id: z.string(),
      code: checkCode,
      subject: z.string(),
      direction,
      asked: z.boolean(),
      /** What is claimed; of what is not asked for, what the finding came to. */
      cents: cents.nullable(),
      /** What the finding came to when the packet was made. */
      foundCents: cents.nullable(),
    }),
  ),
  /** Documents it rests on; `file` is the name of the original here, null where it is not handed over. */
  sources: z.array(z.strictObject({ document: z.string(), sha256, file: z.string().nullable() })),
  /** What else is here: the pages and the rows. */
  files: z.array(z.strictObject({ file: z.string(), sha256 })),
});
export type PacketManifest = z.infer<typeof manifest>;

/** A file that goes with a packet. */
export interface PacketFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** The manifest of a packet that holds the originals its model says are delivered in `here`, and some files besides. */
export function manifestOf(
  model: PacketModel,
  here: "embedded" | "packed",
  files: readonly PacketFile[],
): PacketManifest {
  return {
    format: "backhaul packet 1",
    packet: model.packetNumber,
    claim: model.claim?.label ?? null,
    company: model.workspace,
    dsp: model.dspCode,
    kind: model.template.kind,
    preparedBy: model.preparedBy,
    preparedAt: model.preparedAt,
    madeWith: `Backhaul ${model.appVersion}`,
    auditHead: model.audit.head,
    totalCents: model.cover.claimable.cents,
    findings: model.sections
      .flatMap((section) => section.entries)
      .map(({ number, finding: { id, code, subject, direction: of, asked, amountCents, foundCents } }) => ({
        ...{ number, id, code, subject, asked, foundCents },
        direction: of,
        cents: amountCents,
      })),
    sources: model.files.map(({ document, sha256: hash, delivery, attachedAs }) => ({
      document,
      sha256: hash,
      file: delivery === here ? attachedAs : null,
    })),
    files: files.map(({ file, bytes }) => ({ file, sha256: createHash("sha256").update(bytes).digest("hex") })),
  };
}

/** The manifest as the bytes of its file. */
export function manifestBytes(value: PacketManifest): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 1)}\n`);
}

/** Reads a manifest that came back. Null where it is none of ours. */
export function readManifest(bytes: Uint8Array): PacketManifest | null {
  try {
    return manifest.parse(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
  } catch {
    return null;
  }
}
