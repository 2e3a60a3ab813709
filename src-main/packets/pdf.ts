/** Sets a packet as PDF with pdfmake. The same model gives the same bytes. */
import pdfmake from "pdfmake";
import { type PacketFonts, readMetrics } from "./fonts.ts";
import type { PacketModel } from "./packet.ts";
import { packetContent, pageFooter, pageHeader } from "./pdf/document.ts";
import { makePen, makePrintable, mapText } from "./pdf/pen.ts";
import { INK, PAGE, SIZE, STYLES } from "./pdf/styles.ts";
import { assertTotals } from "./totals.ts";

export interface PdfOptions {
  readonly fonts: PacketFonts;
  /** Pages written so far, of all pages. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** The packet as PDF bytes. Throws `PacketTotalsError` for a model that does not add up, and the signal's reason once aborted. */
export async function writePacketPdf(
  model: PacketModel,
  options: PdfOptions,
): Promise<{ bytes: Uint8Array; pages: number }> {
  const { fonts, signal } = options;
  assertTotals(model);
  const [regular, medium, mono] = await Promise.all([fonts.regular, fonts.medium, fonts.mono].map(readMetrics));
  if (!regular || !medium || !mono) throw new Error("a packet needs its three fonts");
  const printed = mapText(model, makePrintable([regular, medium, mono]));
  const content = packetContent(printed, makePen(medium));
  signal?.throwIfAborted();

  let pages = 0;
  // pdfmake keeps these on its one shared object and reads them when the document is created, in the same breath.
  pdfmake.setFonts({
    Roboto: { normal: fonts.regular, bold: fonts.medium },
    RobotoMono: { normal: fonts.mono, bold: fonts.mono },
  });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path === fonts.regular || path === fonts.medium || path === fonts.mono);
  pdfmake.setProgressCallback((ratio) => {
    signal?.throwIfAborted();
    options.onProgress?.(Math.floor(ratio * pages), pages);
  });
  const document = pdfmake.createPdf({
    content,
    styles: STYLES,
    defaultStyle: { font: "Roboto", fontSize: SIZE.body, color: INK, lineHeight: 1.05 },
    pageSize: "LETTER",
    pageMargins: [PAGE.left, PAGE.top, PAGE.right, PAGE.bottom],
    header: () => pageHeader(printed),
    footer: (page, all) => {
      pages = all;
      return pageFooter(printed, page, all);
    },
    info: information(printed),
    language: "en-US",
    displayTitle: true,
    version: "1.7",
  });
  const bytes = await document.getBuffer();
  return { bytes, pages };
}

/** What a reader's file properties show. The file's identity is made of these, so nothing here may come from a clock. */
function information(model: PacketModel) {
  // Noon UTC is the same day in every American time zone.
  const prepared = new Date(`${model.preparedAt}T12:00:00Z`);
  return {
    title: `Backhaul packet ${model.packetNumber}`,
    author: "Backhaul",
    subject: `Audit packet of ${model.workspace} (${model.dspCode})`,
    keywords: model.cover.invoiceNumbers.slice(0, 20).join(", "),
    creator: `Backhaul ${model.appVersion}`,
    producer: "Backhaul",
    creationDate: prepared,
    modDate: prepared,
  };
}
