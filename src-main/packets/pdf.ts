/** Sets a packet as PDF. The same model gives the same bytes. */
import { createHash } from "node:crypto";
import { type PacketFonts, readMetrics } from "./fonts.ts";
import type { PacketModel } from "./packet.ts";
import { packetContent, pageFooter, pageHeader } from "./pdf/document.ts";
import { makePen, makePrintable, mapText } from "./pdf/pen.ts";
import { type Attachment, type SettingProgress, setPages } from "./pdf/setting.ts";
import { assertTotals } from "./totals.ts";

export interface PdfOptions {
  readonly fonts: PacketFonts;
  readonly attachments?: readonly Attachment[];
  readonly signal?: AbortSignal;
}

/** The packet as PDF bytes. Throws `PacketTotalsError` for a model that does not add up, and the signal's reason once aborted. */
export async function* packetPdf(
  model: PacketModel,
  { fonts, attachments = [], signal }: PdfOptions,
): AsyncGenerator<SettingProgress, { bytes: Uint8Array; pages: number }> {
  assertTotals(model);
  const [regular, medium, mono] = await Promise.all([fonts.regular, fonts.medium, fonts.mono].map(readMetrics));
  if (!regular || !medium || !mono) throw new Error("a packet needs its three fonts");
  let coded = false;
  const printable = makePrintable([regular, medium, mono], () => {
    coded = true;
  });
  const printed = mapText(model, printable);
  return yield* setPages(
    {
      parts: packetContent(printed, makePen(medium), coded),
      header: () => pageHeader(printed),
      footer: (page, pages) => pageFooter(printed, page, pages),
      info: { ...information(printed), ...(attachments.length > 0 ? { Contents: fingerprint(attachments) } : {}) },
      // Noon UTC is the same day in every American time zone.
      made: new Date(`${model.preparedAt}T12:00:00Z`),
      attachments,
      fonts,
    },
    signal,
  );
}

/** Of what is embedded: two packets that hold different files are different files, whatever they are called. */
function fingerprint(attachments: readonly Attachment[]): string {
  const hash = createHash("sha256");
  for (const { name, bytes } of attachments) hash.update(`${name}\0${bytes.byteLength}\0`).update(bytes);
  return hash.digest("hex");
}

/** What a reader's file properties show. The file's identity is made of these, so nothing here may come from a clock. */
function information(model: PacketModel): Record<string, string> {
  const keywords = model.cover.invoiceNumbers.slice(0, 20).join(", ");
  return {
    Title: `Backhaul packet ${model.packetNumber}`,
    Author: "Backhaul",
    Subject: `Audit packet of ${model.workspace} (${model.dspCode})`,
    ...(keywords === "" ? {} : { Keywords: keywords }),
    Creator: `Backhaul ${model.appVersion}`,
    Producer: "Backhaul",
  };
}
