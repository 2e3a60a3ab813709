/** pdfmake's layout, piece by piece: lines know what they are, words that look alike are one, and no page is left empty. */
import type { Content } from "pdfmake";
import layoutBuilder, { type Line, type Word } from "pdfmake/js/LayoutBuilder.js";
import type { Tags } from "./structure.ts";

/** Lays out contents one after the other. */
export class TaggedLayout extends layoutBuilder.default {
  readonly tags: Tags = new WeakMap();
  /** Lines that were laid out and must be drawn. */
  lines = 0;

  /** Whether nothing that can be seen stands on the current page yet. */
  isAtTop(): boolean {
    const { items } = this.writer.context().getCurrentPage();
    return items.every(({ type, item }) => type === "line" && item.inlines.every(({ text }) => text.trim() === ""));
  }

  /** Lays out a content. What begins a page begins the current one where that is empty: a margin that found no room left it so. */
  place(content: Content): void {
    const begins = typeof content === "object" && !Array.isArray(content) && "pageBreak" in content;
    if (begins && content.pageBreak === "before" && this.isAtTop()) content.pageBreak = undefined;
    this.processNode(this.docMeasure.measureNode(content));
  }

  override buildNextLine(node: object): Line | null {
    const line = super.buildNextLine(node);
    if (line === null) return null;
    joinWords(line.inlines);
    const tag = this.tags.get(node);
    if (tag) {
      line.tag = tag;
      this.lines += 1;
    }
    return line;
  }
}

/** Everything but text and width that decides how a word is drawn. */
const LOOK = ["font", "fontSize", "color", "background", "characterSpacing", "linkToDestination", "_pageRef"] as const;

/** Joins neighbors of a line that look alike: a page is kept as runs of text instead of words, in a fraction of the memory. */
function joinWords(words: Word[]): void {
  let last = 0;
  for (const word of words.slice(1)) {
    const run = words[last];
    if (run && word._pageRef === undefined && LOOK.every((part) => run[part] === word[part])) {
      run.text += word.text;
      run.width += word.width;
    } else {
      last += 1;
      words[last] = word;
    }
  }
  words.length = Math.min(words.length, last + 1);
}
