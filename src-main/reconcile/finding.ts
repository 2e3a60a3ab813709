/** What a check says when two documents differ: money, a sentence, a formula, two sides and the cells that prove it. */
import type { CheckCode, Direction } from "#shared/catalogue.ts";
import type { Cents } from "#shared/money.ts";
import type { IsoDate } from "#shared/week.ts";
import { cellsOf, type Source } from "../documents/facts.ts";

/** One source row that proves a finding, with the cells that decided it. */
export interface Evidence {
  readonly source: Source;
  /** Titles of the deciding columns, as they stand in the file; titles the file does not have are ignored. */
  readonly columns: readonly string[];
}

/** At least one, by type: a finding without evidence cannot be written down. */
export type NonEmpty<T> = readonly [T, ...T[]];

/** A small table on one side of the comparison. */
export interface Side {
  /** What this side is: `Amazon paid`, `The work summary says`. */
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Indexes of the columns that decided. */
  readonly marked: readonly number[];
}

/** A finding as a check returns it; the run adds id, code, station and period. */
export interface FindingDraft<V> {
  /** Identity within code, station and period, from the thing itself (date, type, person, VIN), never from amounts. */
  readonly subject: string;
  /** The subject as the owner reads it: `Mon, Aug 3 · Rivian MEDIUM · 10 h`. */
  readonly subjectLabel: string;
  readonly direction: Direction;
  /** Positive where money can come back or was lost; negative lowers the total; null where no amount can be stated. */
  readonly amountCents: Cents | null;
  /** A rate had to be estimated: the lowest defensible figure was used. */
  readonly estimated: boolean;
  /** The numbers of the sentence and the formula. */
  readonly values: V;
  /** What was paid or billed (left) against what happened or was agreed (right). */
  readonly sides: readonly [Side, Side];
  readonly evidence: NonEmpty<Evidence>;
  /** Rate-card row, contract clause, tolerance and estimate, each a sentence. */
  readonly notes: readonly string[];
  /** Findings of other checks whose money this one carries. */
  readonly explains: readonly { readonly code: CheckCode; readonly subject: string; readonly label: string }[];
  /** Last day it can be claimed, from the invoice's dispute window; null where none is known. */
  readonly deadline: IsoDate | null;
  /** Invoice it is claimed on and who owes it, null for internal ones. */
  readonly counterparty: string | null;
  readonly invoiceNumber: string | null;
}

/** Marks the deciding columns of a source row. */
export function evidence(source: Source, columns: readonly string[]): Evidence {
  return { source, columns };
}

/** A list that is known to hold something. Throws when it is empty: that is a check's error, and becomes a blocking finding. */
export function nonEmpty<T>(items: readonly T[]): NonEmpty<T> {
  const [first, ...rest] = items;
  if (first === undefined) throw new Error("a finding needs evidence");
  return [first, ...rest];
}

/** Evidence as the command line, the store and the packet write it. */
export interface EvidenceRecord {
  readonly document: string;
  readonly sha256: string;
  readonly sheet: string | null;
  readonly row: number;
  /** The deciding cells by column title, as they stand in the source. */
  readonly cells: Record<string, string>;
}

/** The record of an evidence item; a row none of whose titles matched shows all of its cells. */
export function evidenceRecord({ source, columns }: Evidence): EvidenceRecord {
  const chosen = cellsOf(source, columns);
  const cells = Object.keys(chosen).length > 0 ? chosen : cellsOf(source);
  return {
    document: source.document.name,
    sha256: source.document.sha256,
    sheet: source.sheet,
    row: source.row,
    cells,
  };
}
