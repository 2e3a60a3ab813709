/** The fourteen fonts that every reader of PDFs has to know, for documents that do not bring them. As script: the window may not fetch. */

type Loading = () => Promise<{ default: string }>;

const FONTS: Readonly<Record<string, Loading>> = {
  "FoxitDingbats.pfb": () => import("pdfjs-dist/standard_fonts/FoxitDingbats.pfb?url&inline"),
  "FoxitFixed.pfb": () => import("pdfjs-dist/standard_fonts/FoxitFixed.pfb?url&inline"),
  "FoxitFixedBold.pfb": () => import("pdfjs-dist/standard_fonts/FoxitFixedBold.pfb?url&inline"),
  "FoxitFixedBoldItalic.pfb": () => import("pdfjs-dist/standard_fonts/FoxitFixedBoldItalic.pfb?url&inline"),
  "FoxitFixedItalic.pfb": () => import("pdfjs-dist/standard_fonts/FoxitFixedItalic.pfb?url&inline"),
  "FoxitSerif.pfb": () => import("pdfjs-dist/standard_fonts/FoxitSerif.pfb?url&inline"),
  "FoxitSerifBold.pfb": () => import("pdfjs-dist/standard_fonts/FoxitSerifBold.pfb?url&inline"),
  "FoxitSerifBoldItalic.pfb": () => import("pdfjs-dist/standard_fonts/FoxitSerifBoldItalic.pfb?url&inline"),
  "FoxitSerifItalic.pfb": () => import("pdfjs-dist/standard_fonts/FoxitSerifItalic.pfb?url&inline"),
  "FoxitSymbol.pfb": () => import("pdfjs-dist/standard_fonts/FoxitSymbol.pfb?url&inline"),
  "LiberationSans-Bold.ttf": () => import("pdfjs-dist/standard_fonts/LiberationSans-Bold.ttf?url&inline"),
  "LiberationSans-BoldItalic.ttf": () => import("pdfjs-dist/standard_fonts/LiberationSans-BoldItalic.ttf?url&inline"),
  "LiberationSans-Italic.ttf": () => import("pdfjs-dist/standard_fonts/LiberationSans-Italic.ttf?url&inline"),
  "LiberationSans-Regular.ttf": () => import("pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf?url&inline"),
};

/** What pdf.js asks for data that is not in the document. It gets these fonts and nothing else, least of all by an address. */
export class BundledFonts {
  async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const load = kind === "standardFontDataUrl" && Object.hasOwn(FONTS, filename) ? FONTS[filename] : undefined;
    if (!load) throw new Error(`There is no ${filename}.`);
    const dataUrl = (await load()).default;
    return Uint8Array.from(atob(dataUrl.slice(dataUrl.indexOf(",") + 1)), (letter) => letter.charCodeAt(0));
  }
}
