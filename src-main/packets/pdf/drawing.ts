/** Draws laid-out pages with their structure: texts as what they are, everything else as decoration that a screen reader passes over. */
import type { Line, Page } from "pdfmake/js/LayoutBuilder.js";
import pdfDocument, { type StructureElement } from "pdfmake/js/PDFDocument.js";
import renderer from "pdfmake/js/Renderer.js";
import { Tag } from "./structure.ts";

/** A document whose links belong to the structure. */
export class TaggedDocument extends pdfDocument.default {
  /** The element of the link that is being drawn. */
  link: StructureElement | null = null;

  override goTo(x: number, y: number, width: number, height: number, name: string): void {
    const { link } = this;
    super.goTo(x, y, width, height, name, link ? { structParent: link, Contents: new String(name) } : {});
  }
}

/** Draws pages one at a time. */
export class Drawing extends renderer.default {
  readonly #document: TaggedDocument;
  readonly #root: StructureElement;
  readonly #elements = new WeakMap<Tag, StructureElement>();
  /** Lines that were drawn: a head that is repeated on the next page is read out once. */
  readonly #drawn = new WeakSet<object>();
  #section: StructureElement | null = null;
  /** Lines of the structure that were drawn, repetitions left out. */
  lines = 0;

  constructor(document: TaggedDocument) {
    super(document);
    this.#document = document;
    this.#root = document.struct("Document");
    document.addStructure(this.#root);
  }

  /** Draws a page. */
  page(page: Page): void {
    this.renderPages([page]);
  }

  override renderLine(line: Line, x: number, y: number): void {
    const { tag } = line;
    if (!(tag instanceof Tag) || this.#drawn.has(line.inlines)) {
      this.#decoration(tag ? "Layout" : "Pagination", () => super.renderLine(line, x, y));
      return;
    }
    this.#drawn.add(line.inlines);
    this.lines += 1;
    const element = tag.type === "Link" ? this.#newLink(tag) : this.#elementOf(tag);
    element.add(this.#document.markStructureContent(tag.type));
    this.#document.link = tag.type === "Link" ? element : null;
    super.renderLine(line, x, y);
    this.#document.endMarkedContent();
    // A link is written while its page is the current one.
    if (this.#document.link !== null) element.end();
    this.#document.link = null;
  }

  override renderVector(vector: object): void {
    this.#decoration("Layout", () => super.renderVector(vector));
  }

  #decoration(type: "Layout" | "Pagination", draw: () => void): void {
    this.#document.markContent("Artifact", { type });
    draw();
    this.#document.endMarkedContent();
  }

  #newLink(tag: Tag): StructureElement {
    const link = this.#document.struct("Link");
    (tag.parent ? this.#elementOf(tag.parent) : this.#root).add(link);
    return link;
  }

  /** The element of a tag, made when it is first drawn: what is never drawn is not in the tree. */
  #elementOf(tag: Tag): StructureElement {
    const known = this.#elements.get(tag);
    if (known) return known;
    const parent = tag.parent ? this.#elementOf(tag.parent) : this.#root;
    // The cells of a row are made with the row, in their order.
    const made = this.#elements.get(tag);
    if (made) return made;
    const element = this.#document.struct(tag.type, tag.type === "TH" ? { scope: "Column" } : {});
    parent.add(element);
    this.#elements.set(tag, element);
    for (const cell of tag.cells) this.#elementOf(cell);
    if (tag.parent === null) {
      // Sections are drawn one after the other: what was written of the last one can leave the memory.
      this.#section?.end();
      this.#section = element;
    }
    return element;
  }
}
