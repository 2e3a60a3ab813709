/** From findings to a file: the pages or rows, where they are put, and the record that they were made. */
import { join } from "node:path";
import type { PacketFormat } from "#shared/contract/claims.ts";
import type { PacketResult } from "#shared/contract/schemas.ts";
import { PacketTooLargeError } from "../packets/bundle.ts";
import { EmptyPacketError, PacketNotForThemError } from "../packets/errors.ts";
import { fontsIn } from "../packets/fonts.ts";
import { packetModel } from "../packets/model.ts";
import { MOST_EMBEDDED_BYTES } from "../packets/originals.ts";
import type { PacketInput, PacketModel } from "../packets/packet.ts";
import { type MadePacket, makeFile, packetFileName, placeFile } from "../packets/write.ts";
import { appendAudit } from "../store/audit.ts";
import { storePacket } from "../store/packets.ts";
import { refusal } from "./errors.ts";
import type { Event } from "./importing.ts";
import { gather, type Subject } from "./packet-material.ts";
import type { Session } from "./session.ts";

/** Findings of one packet: nobody reads more, and a longer list goes out as rows. */
const MOST_FINDINGS = 5_000;

export interface Assembly extends Subject {
  readonly format: PacketFormat;
  /** File to write; null for the workspace's packets folder. */
  readonly path: string | null;
}

/** Throws REFUSED for more findings than one packet takes. */
export function checkSize(findings: number): void {
  if (findings > MOST_FINDINGS)
    throw refusal(`A packet takes at most ${MOST_FINDINGS} findings, and ${findings} match. Narrow the filter.`);
}

/**
 * Makes the file, places it, and enters it into the audit trail. Where the originals are too large for the PDF, a ZIP of the same name
 * goes into the packets folder as well. Throws REFUSED.
 */
export async function* assemble(
  session: Session,
  { format, path, ...subject }: Assembly,
  signal?: AbortSignal,
): AsyncGenerator<Event<PacketResult>> {
  const { packets } = session.workspace;
  const isTable = format === "xlsx" || format === "csv";
  const { packetNumber, input, originals, bytes, tooMuch } = yield* gather(session, subject, !isTable, signal);
  if (tooMuch && format === "zip") throw refusal(new PacketTooLargeError().message);
  const fonts = fontsIn(join(session.options.resources, "fonts"));
  const options = { fonts, ...(signal ? { signal } : {}) };
  const fits = bytes <= MOST_EMBEDDED_BYTES;
  const accompanied = format === "pdf" && !fits && !tooMuch;
  const delivered = format === "zip" ? "packed" : fits ? "embedded" : accompanied ? "accompanying" : "kept";
  const model = modelOf(input(delivered));
  const made = yield* following(makeFile(model, format, fits || format === "zip" ? originals : [], options));
  const file = packetFileName(packetNumber, format);
  await placeFile(path ?? join(packets, file), made.bytes);
  const result = await record(session, model, format, path ?? file, made);
  if (!accompanied) return yield { type: "done", result };
  const zip = packetFileName(packetNumber, "zip");
  const bundled = modelOf(input("packed"));
  const bundle = yield* following(makeFile(bundled, "zip", originals, options));
  await placeFile(join(packets, zip), bundle.bytes);
  await record(session, bundled, "zip", zip, bundle);
  yield { type: "done", result: { ...result, zip } };
}

/** Remembers that a packet was made. */
async function record(
  session: Session,
  { packetNumber, claim, cover, sections }: PacketModel,
  format: PacketFormat,
  file: string,
  { sha256, pages }: MadePacket,
): Promise<PacketResult> {
  const { actor, at } = session.stamp();
  const totalCents = cover.claimable.cents;
  const findings = claim ? cover.claimable.count : sections.reduce((sum, { entries }) => sum + entries.length, 0);
  await session.workspace.store.write(async (db) => {
    const told = { findings, totalCents, sha256, format };
    await storePacket(db, { ...told, file, madeAt: at, actor, claimNumber: claim?.number ?? null });
    const after = { ...told, claim: claim?.label ?? null };
    await appendAudit(db, { at, actor, command: "packet", subject: packetNumber, before: null, after });
  });
  return { file, findings, totalCents, pages, sha256 };
}

/** Passes the setting's progress on. */
async function* following(making: ReturnType<typeof makeFile>): AsyncGenerator<Event<never>, MadePacket> {
  for (;;) {
    const step = await making.next();
    if (step.done) return step.value;
    const { done, total } = step.value;
    const stage = step.value.stage === "writing" ? "Writing the pages" : "Setting the pages";
    yield { type: "progress", stage, done, total, detail: "" };
  }
}

function modelOf(input: PacketInput): PacketModel {
  try {
    return packetModel(input);
  } catch (error) {
    if (error instanceof PacketNotForThemError) throw refusal(error.message);
    if (!(error instanceof EmptyPacketError)) throw error;
    throw refusal(
      input.claim
        ? `Claim ${input.claim.label} claims nothing, so there is nothing to put into a packet.`
        : "No finding matches, so there is nothing to put into a packet.",
    );
  }
}
