/**
 * Sets a document with pdfmake's own layout and drawing, one piece at a time: progress can be shown, a waiting cancel is heard between two
 * pieces, and what was laid out is let go. The same content gives the same bytes.
 */
import { setImmediate } from "node:timers/promises";
import type { Content } from "pdfmake";
import type { Page } from "pdfmake/js/LayoutBuilder.js";
import type { AttachedFile } from "pdfmake/js/PDFDocument.js";
import type { PacketFonts } from "../fonts.ts";
import { Blocks } from "./blocks.ts";
import { Drawing, TaggedDocument } from "./drawing.ts";
import { TaggedLayout } from "./layout.ts";
import { Tag, tagged } from "./structure.ts";
import { INK, PAGE, SIZE, STYLES } from "./styles.ts";

/** A file to embed. */
export interface Attachment {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly description: string;
  /** `Source`: the packet was made from it; `Data`: it says the same for programs. */
  readonly relationship: "Source" | "Data";
  readonly bytes: Uint8Array;
}

/** What is to be set. */
export interface Setting {
  /** Each part is a section of the structure; its contents follow each other. Walked once and not kept. */
  readonly parts: Iterable<readonly Content[]>;
  readonly header?: (page: number, pages: number) => Content;
  readonly footer: (page: number, pages: number) => Content;
  /** Margins above and below the text, in points. */
  readonly margins?: { readonly top: number; readonly bottom: number };
  readonly info: Readonly<Record<string, string>>;
  /** The only time the file states, also as the time of its attachments. */
  readonly made: Date;
  readonly attachments?: readonly Attachment[];
  readonly fonts: PacketFonts;
}

/** How far the setting is: contents laid out, then pages written. */
export interface SettingProgress {
  readonly stage: "laying out" | "writing";
  readonly done: number;
  readonly total: number;
}

/** Contents that are laid out between two looks at the signal. */
const AT_ONCE = 6;

/** Sets the document. Throws the signal's reason once aborted. */
export async function* setPages(
  setting: Setting,
  signal?: AbortSignal,
): AsyncGenerator<SettingProgress, { bytes: Uint8Array; pages: number }> {
  const document = newDocument(setting);
  const written = new Blocks();
  const ended = Promise.withResolvers<void>();
  document.on("data", (chunk) => written.add(chunk));
  document.on("end", () => ended.resolve());
  const { pages, lines } = yield* layOut(setting, document, signal);
  const drawing = new Drawing(document);
  const total = pages.length;
  for (let done = 0; done < total; done += 1) {
    yield { stage: "writing", done, total };
    await setImmediate();
    signal?.throwIfAborted();
    const page = pages.shift();
    if (page) drawing.page(page);
  }
  yield { stage: "writing", done: total, total };
  // A block that was thought to fit a page and does not would be cut off: then there is no document rather than part of one.
  if (drawing.lines !== lines)
    throw new Error(`${lines - drawing.lines} lines of the document found no place on its pages`);
  for (const { bytes, ...about } of setting.attachments ?? []) {
    const file: AttachedFile = { ...about, creationDate: setting.made, modifiedDate: setting.made };
    document.file(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), file);
    await setImmediate();
    signal?.throwIfAborted();
  }
  document.end();
  await ended.promise;
  return { bytes: written.all(), pages: total };
}

function newDocument({ fonts, info, made }: Setting): TaggedDocument {
  const families = {
    Roboto: { normal: fonts.regular, bold: fonts.medium },
    RobotoMono: { normal: fonts.mono, bold: fonts.mono },
  };
  const options = {
    pdfVersion: "1.7",
    tagged: true,
    displayTitle: true,
    lang: "en-US",
    compress: true,
    autoFirstPage: false,
    font: null,
    info: { ...info, CreationDate: made, ModDate: made },
  };
  const own = new Set<string>(Object.values(fonts));
  return new TaggedDocument(families, {}, {}, {}, options, null, (path) => own.has(path));
}

async function* layOut(
  { parts, header, footer, margins = PAGE }: Setting,
  document: TaggedDocument,
  signal: AbortSignal | undefined,
): AsyncGenerator<SettingProgress, { pages: Page[]; lines: number }> {
  const size = { width: PAGE.width, height: PAGE.height, orientation: "portrait" };
  const layout = new TaggedLayout(size, { ...PAGE, ...margins }, {});
  layout.layoutDocument([], document, STYLES, {
    font: "Roboto",
    fontSize: SIZE.body,
    color: INK,
    lineHeight: 1.05,
  });
  // A page that is referred to must be known before the reference is laid out, so every content is prepared before the first is placed.
  const contents: Content[] = [];
  for (const part of parts) {
    const section = new Tag("Sect", null);
    for (const content of part)
      contents.push(layout.docPreprocessor.preprocessNode(tagged(content, section, layout.tags)));
  }
  const total = contents.length;
  for (let done = 0; done < total; done += 1) {
    if (done % AT_ONCE === 0) {
      yield { stage: "laying out", done, total };
      await setImmediate();
      signal?.throwIfAborted();
    }
    const content = contents.shift();
    if (content !== undefined) layout.place(content);
    // Kept for rules about page breaks, of which there are none, and for cells that are drawn by now.
    layout.linearNodeList = [];
    layout.verticalAlignmentItemStack = [];
  }
  const { pages } = layout.writer.context();
  if (layout.isAtTop()) pages.pop();
  layout.addHeadersAndFooters(header, footer);
  return { pages, lines: layout.lines };
}
