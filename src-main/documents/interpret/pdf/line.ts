/** A line of a printed invoice. */
import type { IsoDate } from "#shared/week.ts";
import type { Column } from "./columns.ts";
import { isDash } from "./numbers.ts";
import type { PrintedRow } from "./pages.ts";
import type { Field, SumOf } from "./words.ts";

/** One line of the invoice, as it stands. */
export interface PrintedLine {
  readonly row: PrintedRow;
  readonly columns: readonly Column[];
  /** The row's cells in the columns' order, "" where a column is blank. */
  readonly cells: readonly string[];
  /** Title of the section it stands in, "" above the first. */
  section: string;
  /** From the date above it. */
  readonly day: IsoDate | null;
  /** With the lines it goes on in. */
  description: string;
  serviceType: string;
  /** Set for a line below the others: a total, a tax. */
  readonly sum: SumOf | undefined;
}

/** What a line has in a column, "" for a dash. */
export function cellOf(line: PrintedLine, field: Field): string {
  const text = line.cells[line.columns.findIndex((column) => column.field === field)] ?? "";
  return isDash(text) ? "" : text;
}

/** How the document writes dates and weeks. */
export interface Reading {
  readonly german: boolean;
  readonly dateOf: (text: string) => IsoDate | undefined;
  readonly weekOf: (text: string) => IsoDate | undefined;
}
