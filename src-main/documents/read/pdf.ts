/** A PDF to tables: one a page, a row for each line of text. */
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Table } from "../table.ts";
import { linesOf, type PlacedText } from "./pdf-lines.ts";
import { damaged, Unreadable } from "./unreadable.ts";

/** An invoice has a handful of pages; a book is none. */
const MAX_PAGES = 300;
/** Pieces of text of all pages together; a page full of small print has a few thousand. */
const MAX_TEXTS = 400_000;

/** The pages of a PDF. Throws Unreadable for what holds no text, is locked or damaged. */
export async function pdfPages(bytes: Uint8Array): Promise<Table[]> {
  try {
    const document = await openPdf(bytes);
    try {
      return await readPages(document);
    } finally {
      await document.loadingTask.destroy();
    }
  } catch (error) {
    throw error instanceof Unreadable ? error : whyNot(error);
  }
}

/** Only text is wanted: nothing is drawn, no font is loaded, nothing is fetched and no code of the PDF is run. Destroy its `loadingTask`. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  // The worker's code runs in this thread, which is a worker already. Imported first, so that none is looked for in a file of its own;
  // both only when a PDF comes, since they are large.
  await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
  const { getDocument, VerbosityLevel } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  return await getDocument({
    // A plain copy: the reader takes the bytes away from whoever hands them over, and refuses Node's own kind of bytes.
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
    stopAtErrors: true,
  }).promise;
}

async function readPages(document: PDFDocumentProxy): Promise<Table[]> {
  if (document.numPages > MAX_PAGES) {
    throw new Unreadable(`This PDF has more than ${MAX_PAGES} pages. Save the pages of one invoice and drop that.`);
  }
  const tables: Table[] = [];
  let count = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const { texts } = await textsOf(document, number);
    count += texts.length;
    if (count > MAX_TEXTS) throw new Unreadable("This PDF holds too much text to be an invoice. Save its own pages.");
    tables.push({ sheet: `Page ${number}`, ...linesOf(texts) });
  }
  if (count === 0) {
    throw new Unreadable(
      "This PDF holds no text: it is a scan or a picture. Drop the spreadsheet, or the PDF as it was downloaded.",
    );
  }
  return tables;
}

/** The texts of a page as a person reads them. */
interface UprightTexts {
  readonly texts: PlacedText[];
  /** How often the page had to be turned by a quarter, against the clock, for its lines to run from left to right. */
  readonly quarters: number;
}

/** The texts of a page, counted from 1. */
export async function textsOf(document: PDFDocumentProxy, number: number): Promise<UprightTexts> {
  const page = await document.getPage(number);
  const [a = 1, b = 0, c = 0, d = -1, e = 0, f = 0] = page.getViewport({ scale: 1 }).transform;
  const { items } = await page.getTextContent();
  page.cleanup();
  const placed: { text: string; along: [number, number]; at: [number, number]; width: number }[] = [];
  for (const item of items) {
    if (!("str" in item) || item.str.trim() === "") continue;
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x = 0, y = 0] = item.transform.map(Number);
    // A font may be set by its second axis alone.
    const size = Math.hypot(x1, y1) || Math.hypot(x2, y2);
    if (!(size > 0)) continue;
    placed.push({
      text: item.str,
      along: [a * x1 + c * y1, b * x1 + d * y1],
      at: [a * x + c * y + e, b * x + d * y + f],
      width: item.width,
    });
  }
  return upright(placed);
}

/**
 * The texts that run in the page's main direction, turned so that they run from left to right. A page may have been printed on its
 * side; what then still runs another way (a stamp across it, small print up its edge) belongs to no line.
 */
function upright(
  placed: readonly { text: string; along: readonly [number, number]; at: readonly [number, number]; width: number }[],
): UprightTexts {
  const quarter = ([x, y]: readonly [number, number]) => (Math.round((Math.atan2(y, x) * 2) / Math.PI) + 4) % 4;
  const isStraight = ([x, y]: readonly [number, number]) =>
    Math.min(Math.abs(x), Math.abs(y)) <= 0.05 * Math.max(Math.abs(x), Math.abs(y));
  const straight = placed.filter((each) => isStraight(each.along));
  const letters = [0, 0, 0, 0];
  for (const { text, along } of straight) letters[quarter(along)] = (letters[quarter(along)] ?? 0) + text.length;
  const main = letters.indexOf(Math.max(...letters));
  const texts = straight
    .filter(({ along }) => quarter(along) === main)
    .map(({ text, along, at: [x, y], width }) => {
      const turned = [
        [x, y],
        [y, -x],
        [-x, -y],
        [-y, x],
      ][main] ?? [x, y];
      return { text, x: turned[0] ?? x, y: turned[1] ?? y, width, height: Math.hypot(...along) };
    });
  return { texts, quarters: main };
}

function whyNot(error: unknown): Unreadable {
  if (error instanceof Error && error.name === "PasswordException") {
    return new Unreadable("This PDF is protected with a password. Open it, save it without one and drop that.");
  }
  return damaged();
}
