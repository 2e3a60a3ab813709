/** From a file as read to what it says: recognised, interpreted and packed. Runs in the thread that reads, a piece of a long table at a time. */
import type { DocumentKind } from "#shared/catalogue.ts";
import type { MappingAnswer, MappingProfile } from "#shared/contract/schemas.ts";
import { daysNamed, mergeDays, type SheetDays } from "./covered-days.ts";
import type { RowProblem } from "./interpretation.ts";
import { type Extent, type PackedRows, RowPacker } from "./packed.ts";
import { Unreadable } from "./read/unreadable.ts";
import { type Outcome, readings, type Said } from "./recognise/recognise.ts";
import type { FileFormat, ReadDocument, ReadResult, Refusal } from "./table.ts";

/** One sheet, understood. */
export interface UnderstoodSheet {
  readonly sheet: string | null;
  readonly kind: DocumentKind;
  readonly layout: string;
  readonly columns: readonly string[];
  readonly rows: PackedRows;
  readonly problems: readonly RowProblem[];
  readonly days: SheetDays;
}

/** What came of a document, its facts packed. */
export type Understanding =
  | { readonly sheets: readonly UnderstoodSheet[]; readonly profile: string | null; readonly extent: Extent }
  | Exclude<Outcome, { readonly interpretations: unknown }>;

/** A document with what its interpreters made of it. */
export interface UnderstoodDocument {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly container: string | null;
  readonly format: FileFormat;
  readonly outcome: Understanding;
}

/** A file with all that was made of it. */
export interface UnderstoodFile {
  readonly refused: readonly Refusal[];
  readonly documents: readonly UnderstoodDocument[];
}

/** Understands everything a file holds, with the saved mappings (the newest first) and what a person said of its tables just now. */
export function understandFile(
  { documents, refused }: ReadResult,
  profiles: readonly MappingProfile[],
  answers: readonly MappingAnswer[] = [],
): UnderstoodFile {
  const said: Said = { answers, profiles };
  return {
    refused,
    documents: documents.map((document) => {
      const { tables: _, ...file } = document;
      return { ...file, outcome: understand(document, ofDocument(document, said)) };
    }),
  };
}

/** An answer is for one document of a ZIP. */
function ofDocument({ sha256 }: ReadDocument, { answers, profiles }: Said): Said {
  return { answers: answers.filter((answer) => answer.sha256 === sha256), profiles };
}

/** A long text may turn out to be cut off only when its last row is reached. */
function understand(document: ReadDocument, said: Said): Understanding {
  try {
    return understandWhole(document, said);
  } catch (error) {
    if (error instanceof Unreadable) return { refusal: error.message };
    throw error;
  }
}

function understandWhole(document: ReadDocument, said: Said): Understanding {
  const recognised = readings(document, said);
  if (!("parts" in recognised)) return recognised;
  const packer = new RowPacker();
  const sheets: UnderstoodSheet[] = [];
  for (const part of recognised.parts) {
    const problems: RowProblem[] = [];
    const days: SheetDays[] = [];
    let columns: readonly string[] = [];
    let layout = "";
    const refusal = part.read((piece) => {
      packer.add(piece.facts);
      problems.push(...piece.problems);
      days.push(daysNamed(piece));
      columns = piece.columns;
      layout = piece.layout ?? "";
    });
    if (refusal !== null) return { refusal };
    const { sheet, kind } = part;
    sheets.push({ sheet, kind, layout, columns, rows: packer.sheet(), problems, days: mergeDays(kind, days) });
  }
  return { sheets, profile: recognised.profile, extent: packer.extent };
}
