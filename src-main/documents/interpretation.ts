/** What an interpreter makes of a recognised table: facts with their rows, and the cells it could not read. Pure data. */
import type { DocumentKind } from "#shared/catalogue.ts";
import type { IsoDate } from "#shared/week.ts";
import type { FactType, FactValues } from "./facts.ts";
import type { Table } from "./table.ts";

/**
 * A fact before it is stored. `cells` is the row as it stands, a JSON array of texts; for what was read from labels above a table, an
 * object of label and text.
 */
export type FactDraft = {
  [T in FactType]: {
    readonly type: T;
    readonly values: FactValues<T>;
    /** 1-based row. */
    readonly row: number;
    readonly cells: string;
  };
}[FactType];

/** A cell that could not be read. It becomes an error row, never a zero. */
export interface RowProblem {
  readonly sheet: string | null;
  readonly row: number | null;
  /** Title of the column as it stands. */
  readonly column: string | null;
  readonly text: string;
  readonly reason: string;
  /** Where and when the row belongs, as far as the rest of it could be read: that day is then not covered. */
  readonly station: string | null;
  readonly day: IsoDate | null;
}

/** One sheet, understood. */
export interface Interpretation {
  readonly kind: DocumentKind;
  /** Whose layout it is (`ADP Workforce Now`), where a kind comes in several. */
  readonly layout?: string;
  readonly sheet: string | null;
  /** Column titles as they stand. */
  readonly columns: readonly string[];
  readonly facts: readonly FactDraft[];
  readonly problems: readonly RowProblem[];
}

/** What sort of values a column holds: how its cells are written, not what they mean. */
export const FIELD_SHAPES = [
  "text",
  "date",
  "clock",
  "money",
  "number",
  "percent",
  "duration",
  "station",
  "state",
  "vin",
  "yes or no",
] as const;
export type FieldShape = (typeof FIELD_SHAPES)[number];

/** How a table writes what can be written in two ways. */
export interface TableFormat {
  /** `9/12/2026` or `12/9/2026`. A date that begins with its year is read in either. */
  readonly dates: "month first" | "day first";
  /** `1,234.56` or `1.234,56`. */
  readonly numbers: "1,234.56" | "1.234,56";
}

/** How documents from the United States are written. */
export const US_FORMAT: TableFormat = { dates: "month first", numbers: "1,234.56" };

/** What the recogniser hands to an interpreter. */
export interface RecognisedTable {
  readonly table: Table;
  /** Name of the document, for the date in it. */
  readonly document: string;
  /** Index of the header row in `table.rows`. */
  readonly headerRow: number;
  /** The fields of the kind, for the shape of each. */
  readonly fields: Readonly<Record<string, FieldSpec>>;
  /** Column index of each field the kind knows, by the kind's own field name. */
  readonly columns: ReadonlyMap<string, number>;
  readonly format: TableFormat;
  /** What holds for every row and stands in no cell: the person who mapped the columns said it. */
  readonly constants?: ReadonlyMap<string, string>;
  /** Rows between the header and the first one here: a long table is read piece by piece. */
  readonly skipped?: number;
  /** Money fields that the document writes with the opposite sign. */
  readonly reversed?: ReadonlySet<string>;
  /** Label / value pairs above the header (`Invoice Number`), by normalised label, with their row index. */
  readonly labels: ReadonlyMap<string, { readonly value: string | number; readonly row: number }>;
}

/** A field of a kind: the header texts that name it. */
export interface FieldSpec {
  /** Accepted titles, compared after NFKC, trimming, collapsing spaces and lower case. */
  readonly titles: readonly string[];
  /** A table without this column (or this label) is not of this kind. */
  readonly required: boolean;
  readonly shape: FieldShape;
}

/** A kind of document: how it is recognised and read. One file in `interpret/` each. */
export interface KindDefinition {
  readonly kind: DocumentKind;
  /** Whose layout it is (`ADP Workforce Now`), where a kind comes in several. A kind's layouts have different names. */
  readonly layout?: string;
  readonly fields: Readonly<Record<string, FieldSpec>>;
  /** Labels above the table (`Invoice Number`). A required one must be there for the kind to fit, unless a column of its name is. */
  readonly labels?: Readonly<Record<string, FieldSpec>>;
  readonly interpret: (recognised: RecognisedTable) => Interpretation;
  /** Each row is read for itself, so that a table of any length can be read piece by piece. */
  readonly rowByRow?: boolean;
  /** Columns may have the same title, and all of them are read. */
  readonly repeats?: boolean;
  /** Tells kinds apart whose columns are the same (by a label's value, by a column that must not be there). */
  readonly fits?: (recognised: RecognisedTable) => boolean;
  /** Why a table of this kind cannot be taken at all (cut off, another type of invoice), as a sentence; null where it can. */
  readonly refuse?: (recognised: RecognisedTable) => string | null;
}

/** A kind of document as it is printed: recognised and read from the lines of its pages. One file in `interpret/pdf/` each. */
export interface PrintedDefinition {
  readonly kind: DocumentKind;
  readonly layout: string;
  /** Whether the pages (tables of one line a row, named `Page 1` and so on) are of this kind. */
  readonly fits: (pages: readonly Table[]) => boolean;
  /** One interpretation for each page that has facts or problems; a sentence where the document cannot be taken. */
  readonly interpret: (
    document: string,
    pages: readonly Table[],
  ) => { readonly interpretations: readonly Interpretation[] } | { readonly refusal: string };
}
