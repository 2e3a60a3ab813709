/**
 * What each text of the page is - heading, paragraph, cell of a table, link - so that a screen reader can follow the packet and a program can
 * read its tables. pdfmake knows only how things look; what they are is said here and drawn along with them.
 */
import type { Content, TableCell } from "pdfmake";

/** An element of the document's structure. */
export class Tag {
  readonly type: string;
  readonly parent: Tag | null;
  /** The cells of a row, which exist even where they are empty: a row without them would shift the others. */
  readonly cells: Tag[] = [];

  constructor(type: string, parent: Tag | null) {
    this.type = type;
    this.parent = parent;
  }
}

interface DataTable {
  /** Rows above the column titles: they say what the table is. */
  readonly captions: number;
  /** Rows of column titles. */
  readonly titles: number;
}

const dataTables = new WeakMap<object, DataTable>();

/** Says that a table holds data; every other table only arranges things on the page. Returns it. */
export function asDataTable<T extends object>(content: T, rows: DataTable): T {
  dataTables.set(content, rows);
  return content;
}

const HEADINGS: Readonly<Record<string, string>> = {
  packetNumber: "H1",
  heading: "H2",
  coverHeading: "H2",
  subheading: "H3",
  checkHeading: "H3",
  findingHeading: "H4",
};

/** Tags of the texts of a document by the node pdfmake lays out. */
export type Tags = WeakMap<object, Tag>;

/** Gives every text inside a content its tag and returns the content: plain strings become nodes, which can bear one. */
export function tagged(content: Content, parent: Tag, tags: Tags): Content {
  if (typeof content !== "object") return tagged({ text: content }, parent, tags);
  if (Array.isArray(content)) return content.map((each) => tagged(each, parent, tags));
  if ("stack" in content) {
    content.stack = content.stack.map((each) => tagged(each, parent, tags));
  } else if ("columns" in content) {
    content.columns = content.columns.map((each) => {
      const column = tagged(each, parent, tags);
      return Array.isArray(column) ? { stack: column } : column;
    });
  } else if ("table" in content) {
    const data = dataTables.get(content);
    const { body } = content.table;
    content.table.body = data ? tableRows(body, data, parent, tags) : layoutRows(body, parent, tags);
  } else if (("text" in content && content.text !== "") || "pageReference" in content) {
    const heading = "style" in content && typeof content.style === "string" ? HEADINGS[content.style] : undefined;
    const own = new Tag(heading ?? "P", parent);
    const isLink = "linkToDestination" in content || "pageReference" in content;
    tags.set(content, isLink ? new Tag("Link", own) : own);
  }
  return content;
}

function isBlank(cell: TableCell): cell is Record<PropertyKey, never> {
  return typeof cell === "object" && Object.keys(cell).length === 0;
}

const contentOf = (cell: TableCell): Content => (isBlank(cell) ? "" : cell);

function layoutRows(body: TableCell[][], parent: Tag, tags: Tags): TableCell[][] {
  return body.map((row) => row.map((cell) => tagged(contentOf(cell), parent, tags)));
}

function tableRows(body: TableCell[][], { captions, titles }: DataTable, parent: Tag, tags: Tags): TableCell[][] {
  const table = new Tag("Table", parent);
  return body.map((row, index) => {
    if (index < captions) {
      const caption = new Tag("Caption", table);
      return row.map((cell) => tagged(contentOf(cell), caption, tags));
    }
    const type = index < captions + titles ? "TH" : "TD";
    const line = new Tag("TR", table);
    return row.map((cell) => {
      const own = new Tag(type, line);
      line.cells.push(own);
      return cellContent(contentOf(cell), own, tags);
    });
  });
}

/** The text of a simple cell is the cell's own; what is stacked in it are paragraphs. */
function cellContent(cell: Content, own: Tag, tags: Tags): Content {
  const node = typeof cell === "object" ? cell : { text: cell };
  const isPlain = !Array.isArray(node) && "text" in node && !("linkToDestination" in node);
  if (!isPlain) return tagged(node, own, tags);
  tags.set(node, own);
  return node;
}
