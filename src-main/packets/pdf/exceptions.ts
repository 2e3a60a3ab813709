/** The daily exception report as one page of PDF, to be read with the first coffee. The same report gives the same bytes. */
import pdfmake from "pdfmake";
import type { DayExceptions } from "#shared/contract/schemas.ts";
import { type PacketFonts, readMetrics } from "../fonts.ts";
import { type ExceptionsAbout, exceptionsPage } from "./exceptions-page.ts";
import { makePen, makePrintable, mapText } from "./pen.ts";
import { INK, MUTED, PAGE, SIZE, STYLES } from "./styles.ts";

/** Sets the page. `pages` is 1: what does not fit is counted on it and stands in the app. */
export async function exceptionsPdf(
  report: DayExceptions,
  about: ExceptionsAbout,
  fonts: PacketFonts,
): Promise<{ bytes: Uint8Array; pages: number }> {
  const [regular, medium, mono] = await Promise.all([fonts.regular, fonts.medium, fonts.mono].map(readMetrics));
  if (!regular || !medium || !mono) throw new Error("a report needs its three fonts");
  const printable = makePrintable([regular, medium, mono]);
  const content = exceptionsPage(mapText(report, printable), mapText(about, printable), makePen(medium));
  let pages = 0;
  // pdfmake keeps these on its one shared object and reads them when the document is created, in the same breath.
  pdfmake.setFonts({
    Roboto: { normal: fonts.regular, bold: fonts.medium },
    RobotoMono: { normal: fonts.mono, bold: fonts.mono },
  });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path === fonts.regular || path === fonts.medium || path === fonts.mono);
  pdfmake.setProgressCallback(() => undefined);
  // Noon UTC is the same day in every American time zone.
  const made = new Date(`${report.day}T12:00:00Z`);
  const document = pdfmake.createPdf({
    content,
    styles: STYLES,
    defaultStyle: { font: "Roboto", fontSize: SIZE.body, color: INK, lineHeight: 1.05 },
    pageSize: "LETTER",
    pageMargins: [PAGE.left, 44, PAGE.right, 40],
    footer: (_page, all) => {
      pages = all;
      return {
        margin: [PAGE.left, 12, PAGE.right, 0],
        text: "From the files on this computer. Amounts are what is in question, not what is owed.",
        fontSize: 8,
        color: MUTED,
      };
    },
    info: {
      title: `Exceptions of ${report.day}`,
      author: "Backhaul",
      creator: `Backhaul ${about.version}`,
      producer: "Backhaul",
      creationDate: made,
      modDate: made,
    },
    language: "en-US",
    displayTitle: true,
    version: "1.7",
  });
  const bytes = await document.getBuffer();
  return { bytes, pages };
}
