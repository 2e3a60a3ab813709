/** A PDF as it is shown to a person: its bytes, and where a line that was read from it stands on its page. */
import type { FoundPdf } from "../table.ts";
import { bytesAt, type FileAt } from "./path.ts";
import { openPdf, textsOf } from "./pdf.ts";
import { lineAt, type PlacedCell } from "./pdf-lines.ts";
import { readFile } from "./read.ts";

/** What the window is given to draw; an invoice is a hundredth of that. */
const MAX_SHOWN_BYTES = 32 * 1024 * 1024;

/** A rectangle in points from the top left corner of the page as it is shown, and what stands in it. */
interface Box {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A PDF and the cells of one of its lines. */
export interface PdfPage {
  readonly document: string;
  readonly content: Uint8Array<ArrayBuffer>;
  readonly pages: number;
  readonly line: readonly Box[];
}

interface Which {
  readonly sha256: string;
  /** Counted from 1. */
  readonly page: number;
  /** Counted from 1, as the lines of the page were read. */
  readonly row: number;
}

/** The PDF of that hash in a file; null where there is none, or none that can be shown. Never throws. */
export async function pdfPage(name: string, file: FileAt, which: Which): Promise<PdfPage | null> {
  try {
    const pdf = readFile(name, bytesAt(file)).pdfs.find((each) => each.sha256 === which.sha256);
    return pdf && pdf.content.length <= MAX_SHOWN_BYTES ? await placed(pdf, which) : null;
  } catch {
    // It was read once; a reader that has learned since may refuse it now.
    return null;
  }
}

async function placed(pdf: FoundPdf, { page, row }: Which): Promise<PdfPage | null> {
  const document = await openPdf(pdf.content);
  try {
    if (page > document.numPages) return null;
    const { texts, quarters } = await textsOf(document, page);
    const cells = lineAt(texts, row) ?? [];
    const line = cells.map((cell) => boxOf(cell, quarters));
    return { document: pdf.name, content: new Uint8Array(pdf.content), pages: document.numPages, line };
  } finally {
    await document.loadingTask.destroy();
  }
}

/** Letters reach this far above their baseline, and this far below it, as parts of their height. */
const ABOVE = 0.85;
const BELOW = 0.25;

/** The rectangle of a cell, turned back to how the page is shown. */
function boxOf({ text, x, end, y, height }: PlacedCell, quarters: number): Box {
  const [left, top] = turnedBack(x, y - ABOVE * height, quarters);
  const [right, bottom] = turnedBack(end, y + BELOW * height, quarters);
  return {
    text,
    x: Math.min(left, right),
    y: Math.min(top, bottom),
    width: Math.abs(right - left),
    height: Math.abs(bottom - top),
  };
}

function turnedBack(x: number, y: number, quarters: number): [number, number] {
  if (quarters === 1) return [-y, x];
  if (quarters === 2) return [-x, -y];
  return quarters === 3 ? [y, -x] : [x, y];
}
