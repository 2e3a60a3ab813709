/** A document as read, before anybody knows what it is: sheets of cells. */

/**
 * A cell. Empty is "". A number comes only from a typed spreadsheet cell; dates and times of typed cells are ISO text
 * (`2026-09-12`, `2026-09-12T09:08`, `09:08`) so that interpreters see one form whatever the file was.
 */
export type Cell = string | number;

/** What a file turned out to be. */
export const FILE_FORMATS = ["text", "workbook", "pdf"] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** One sheet. Row 0 is the file's first row, blank rows included, so that index + 1 is the row number a person sees. */
export interface Table {
  /** Null for a CSV. */
  readonly sheet: string | null;
  readonly rows: readonly (readonly Cell[])[];
  /**
   * What follows `rows` in a table too long to be held at once, handed on piece by piece from its beginning. Throws Unreadable where the
   * text turns out to be cut off, or holds more cells than the caller can hold.
   */
  readonly rest?: (take: (rows: readonly (readonly Cell[])[]) => void, mostCells?: number) => void;
  /** Of a PDF's page: how far from the left each cell begins, in points. */
  readonly positions?: readonly (readonly number[])[];
  /** Of a PDF's page: how far from the top each row stands, in points. */
  readonly tops?: readonly number[];
}

/** One file to import: a loose file, or one member of a ZIP. */
export interface ReadDocument {
  /** As dropped; a member of a ZIP is `archive.zip/member.csv`. */
  readonly name: string;
  /** SHA-256 of its own bytes. */
  readonly sha256: string;
  readonly bytes: number;
  /** SHA-256 of the ZIP it came in, null for a loose file. */
  readonly container: string | null;
  readonly format: FileFormat;
  /** Sheets of a workbook, pages of a PDF (a line a row), the one table of a text file. */
  readonly tables: readonly Table[];
}

/** Why a file was not read: a sentence for the person who dropped it. */
export interface Refusal {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly reason: string;
}

/** A PDF that was found, before its pages are read, which takes its time. */
export interface FoundPdf {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly container: string | null;
  readonly content: Uint8Array;
}

/** What a file holds, its PDFs still unread. */
export interface FoundFiles extends ReadResult {
  readonly pdfs: readonly FoundPdf[];
}

export interface ReadResult {
  readonly documents: readonly ReadDocument[];
  readonly refused: readonly Refusal[];
}
