/** Draws one page of a stranger's PDF. Nothing in it is run, followed, filled in or fetched: only ink on a canvas. */
import { AnnotationMode, getDocument, PDFWorker, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import { BundledFonts } from "./fonts.ts";

/** Longer than any invoice takes on a slow computer, in milliseconds. */
const PATIENCE = 20_000;
/** Most that is drawn, in device pixels: a page as large as a house would take all memory. */
const MOST_PIXELS = 24_000_000;
const MOST_IMAGE_PIXELS = 64_000_000;

/** Why a page is not drawn, in words for the person. */
export class NotDrawn extends Error {}

/** A page that was drawn. */
export interface DrawnPage {
  readonly canvas: HTMLCanvasElement;
  /** Size of the page in points. */
  readonly width: number;
  readonly height: number;
}

/** Draws a page (counted from 1) at `scale` device pixels a point. Throws NotDrawn, or the signal's reason when aborted. */
export async function drawPage(file: Blob, page: number, scale: number, signal: AbortSignal): Promise<DrawnPage> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  signal.throwIfAborted();
  const thread = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  const worker = PDFWorker.create({ port: thread });
  const loading = getDocument({
    data: bytes,
    worker,
    verbosity: VerbosityLevel.ERRORS,
    BinaryDataFactory: BundledFonts,
    standardFontDataUrl: "bundled/",
    // Letters are drawn as shapes: a font of the document never becomes one of the window's.
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isImageDecoderSupported: false,
    isOffscreenCanvasSupported: false,
    maxImageSize: MOST_IMAGE_PIXELS,
    enableXfa: false,
  });
  const over = ending(signal);
  try {
    return await Promise.race([drawn(loading.promise, page, scale), over.promise]);
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof NotDrawn ? error : new NotDrawn("The page could not be drawn.");
  } finally {
    over.forget();
    // A thread that is stuck would never answer a polite request.
    loading.destroy().catch(() => undefined);
    worker.destroy();
    thread.terminate();
  }
}

async function drawn(
  document: ReturnType<typeof getDocument>["promise"],
  number: number,
  scale: number,
): Promise<DrawnPage> {
  const page = await (await document).getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  if (!(width > 0 && height > 0)) throw new NotDrawn("The page has no size.");
  const fitting = Math.min(scale, Math.sqrt(MOST_PIXELS / (width * height)));
  const viewport = page.getViewport({ scale: fitting });
  const canvas = globalThis.document.createElement("canvas");
  canvas.width = Math.max(1, Math.floor(viewport.width));
  canvas.height = Math.max(1, Math.floor(viewport.height));
  await page.render({ canvas, viewport, annotationMode: AnnotationMode.DISABLE }).promise;
  return { canvas, width, height };
}

/** Rejects when the person has left, or lost patience should be. */
function ending(signal: AbortSignal): { promise: Promise<never>; forget: () => void } {
  const { promise, reject } = Promise.withResolvers<never>();
  const onAbort = () => reject(signal.reason);
  signal.addEventListener("abort", onAbort, { once: true });
  const timer = setTimeout(() => reject(new NotDrawn("The page took too long to draw.")), PATIENCE);
  // Nobody may be left to hear of it.
  promise.catch(() => undefined);
  const forget = () => {
    clearTimeout(timer);
    signal.removeEventListener("abort", onAbort);
  };
  return { promise, forget };
}
