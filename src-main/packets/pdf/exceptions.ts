/** The daily exception report as one page of PDF, to be read with the first coffee. The same report gives the same bytes. */
import type { DayExceptions } from "#shared/contract/schemas.ts";
import { type PacketFonts, readMetrics } from "../fonts.ts";
import { type ExceptionsAbout, exceptionsPage } from "./exceptions-page.ts";
import { makePen, makePrintable, mapText } from "./pen.ts";
import { setPages } from "./setting.ts";
import { MUTED, PAGE } from "./styles.ts";

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
  const setting = setPages({
    parts: [content],
    margins: { top: 44, bottom: 40 },
    footer: () => ({
      margin: [PAGE.left, 12, PAGE.right, 0],
      text: "From the files on this computer. Amounts are what is in question, not what is owed.",
      fontSize: 8,
      color: MUTED,
    }),
    info: {
      Title: `Exceptions of ${report.day}`,
      Author: "Backhaul",
      Creator: `Backhaul ${about.version}`,
      Producer: "Backhaul",
    },
    // Noon UTC is the same day in every American time zone.
    made: new Date(`${report.day}T12:00:00Z`),
    fonts,
  });
  let step = await setting.next();
  while (!step.done) step = await setting.next();
  return step.value;
}
