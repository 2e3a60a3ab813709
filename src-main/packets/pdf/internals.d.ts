/**
 * The parts of pdfmake that lay out and draw, which come without types of their own. They are used one by one because the whole sets a
 * document in one breath: no progress, no cancelling, no structure.
 */
declare module "pdfmake/js/LayoutBuilder.js" {
  import type { Content, Style } from "pdfmake";
  import type { PdfDocument } from "pdfmake/js/PDFDocument.js";

  /** A piece of a line that looks the same throughout. */
  export interface Word {
    text: string;
    width: number;
    readonly font: object;
    readonly fontSize: number;
    readonly color: string;
    readonly background?: string;
    readonly characterSpacing: number;
    readonly linkToDestination?: string;
    readonly _pageRef?: object;
  }

  /** A line of text in its place. What is put on it stays with it when it is moved or repeated. */
  export interface Line {
    tag?: object;
    readonly inlines: Word[];
  }

  /** Items of a page in the order in which they were placed. */
  export interface Page {
    readonly items: readonly (
      | { readonly type: "line"; readonly item: Line }
      | { readonly type: "vector"; readonly item: object }
    )[];
    readonly pageSize: { readonly width: number; readonly height: number };
  }

  type Running = (page: number, pages: number) => Content;

  class LayoutBuilder {
    constructor(
      pageSize: { width: number; height: number; orientation: string },
      pageMargins: { left: number; top: number; right: number; bottom: number },
      svgMeasure: object,
    );
    docPreprocessor: { preprocessNode(node: Content): Content };
    docMeasure: { measureNode(node: Content): Content };
    writer: { context(): { pages: Page[]; getCurrentPage(): Page } };
    linearNodeList: object[];
    verticalAlignmentItemStack: object[];
    layoutDocument(
      content: Content,
      document: PdfDocument,
      styles: Readonly<Record<string, Style>>,
      defaultStyle: Style,
    ): Page[];
    processNode(node: Content): void;
    addHeadersAndFooters(header: Running | undefined, footer: Running): void;
    buildNextLine(node: object): Line | null;
  }
  const module: { readonly default: typeof LayoutBuilder };
  export default module;
}

declare module "pdfmake/js/PDFDocument.js" {
  /** An element of the structure tree. */
  export interface StructureElement {
    add(child: StructureElement | object): StructureElement;
    end(): void;
  }

  export interface AttachedFile {
    readonly name: string;
    readonly type: string;
    readonly description: string;
    readonly relationship: "Source" | "Data";
    readonly creationDate: Date;
    readonly modifiedDate: Date;
  }

  class PdfDocument {
    constructor(
      fonts: Readonly<Record<string, { normal: string; bold: string }>>,
      images: object,
      patterns: object,
      attachments: object,
      options: object,
      virtualFiles: null,
      localAccessPolicy: (path: string) => boolean,
    );
    on(event: "data", listener: (chunk: Uint8Array) => void): void;
    on(event: "end", listener: () => void): void;
    end(): void;
    addPage(options: { size: readonly [number, number] }): void;
    file(bytes: Uint8Array, options: AttachedFile): void;
    goTo(x: number, y: number, width: number, height: number, name: string, options?: object): void;
    struct(type: string, options?: object): StructureElement;
    addStructure(element: StructureElement): void;
    markStructureContent(tag: string): object;
    markContent(tag: "Artifact", options: { type: "Pagination" | "Layout" }): void;
    endMarkedContent(): void;
  }
  const module: { readonly default: typeof PdfDocument };
  export default module;
}

declare module "pdfmake/js/Renderer.js" {
  import type { Line, Page } from "pdfmake/js/LayoutBuilder.js";
  import type { PdfDocument } from "pdfmake/js/PDFDocument.js";

  class Renderer {
    constructor(document: PdfDocument);
    renderPages(pages: readonly Page[]): void;
    renderLine(line: Line, x: number, y: number): void;
    renderVector(vector: object): void;
  }
  const module: { readonly default: typeof Renderer };
  export default module;
}
