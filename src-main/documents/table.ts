/** A document as read, before anybody knows what it is: sheets of cells. */

/**
 * A cell. Empty is "". A number comes only from a typed spreadsheet cell; dates and times of typed cells are ISO text
 * (`2026-09-12`, `2026-09-12T09:08`, `09:08`) so that interpreters see one form whatever the file was.
 */
export type Cell = string | number;

/** One sheet. Row 0 is the file's first row, blank rows included, so that index + 1 is the row number a person sees. */
export interface Table {
  /** Null for a CSV. */
  readonly sheet: string | null;
  readonly rows: readonly (readonly Cell[])[];
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
  readonly tables: readonly Table[];
}

/** Why a file was not read: a sentence for the person who dropped it. */
export interface Refusal {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly reason: string;
}

export interface ReadResult {
  readonly documents: readonly ReadDocument[];
  readonly refused: readonly Refusal[];
}
