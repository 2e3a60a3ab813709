/** What a document is: by the titles of its columns first, by its name only where two kinds fit equally well. */

import type { z } from "zod";
import { type DocumentKind, KIND_HELP } from "#shared/catalogue.ts";
import type { MappingProfile, mappingCandidate, unknownTable } from "#shared/contract/schemas.ts";
import { KINDS } from "../interpret/index.ts";
import type { Interpretation } from "../interpretation.ts";
import type { ReadDocument, Table } from "../table.ts";
import { detectFormat } from "./detect-format.ts";
import { contestedTitle, type Findings, type Fit, findHeader } from "./header.ts";
import { eachPiece } from "./pieces.ts";
import { interpretPrinted } from "./printed.ts";

/** Why a document is not taken, as a sentence. */
interface Refused {
  readonly refusal: string;
}

/** What came of a document: it was understood, it is refused, or a person must say what its columns are. */
export type Outcome =
  | {
      readonly interpretations: readonly Interpretation[];
      /** The saved mapping it was read with, null where none was needed. */
      readonly profile: string | null;
    }
  | Refused
  | {
      readonly mapping: {
        /** Why it has to be asked, as a sentence. */
        readonly message: string;
        readonly tables: readonly UnknownTable[];
        readonly candidates: readonly MappingCandidate[];
      };
    };
type UnknownTable = z.infer<typeof unknownTable>;
type MappingCandidate = z.infer<typeof mappingCandidate>;

/** Kinds that say nothing without a row. A work summary file may be empty: nothing of its sort happened that week. */
const NEVER_EMPTY: ReadonlySet<DocumentKind> = new Set([
  "stations",
  "rate card",
  "staff roster",
  "lease schedule",
  "timecard",
  "lease invoice",
]);

/** `weekly report` stands last because two of the other names contain it. */
const NAMES: readonly (readonly [string, DocumentKind])[] = [
  ["service details report", "service details"],
  ["delivered packages report", "delivered packages"],
  ["training weekly report", "training"],
  ["unplanned delay weekly report", "unplanned delay"],
  ["timecard", "timecard"],
  ["roster", "staff roster"],
  ["schedule", "lease schedule"],
  ["weekly report", "route summary"],
];

/**
 * The tables of ours in a document, one a sheet. Sheets that are none are passed over as long as one is; refused where none is, or where
 * a sheet could be two kinds.
 */
export function recognise(document: ReadDocument): { readonly tables: readonly Fit[] } | Refused {
  const tables: Fit[] = [];
  const strangers: { table: Table; findings: Findings }[] = [];
  for (const table of document.tables) {
    const findings = findHeader(document.name, table, KINDS);
    if (findings.fits.length === 0) {
      strangers.push({ table, findings });
      continue;
    }
    const fit = decide(document.name, findings.fits);
    if (!fit) return { refusal: ambiguous(table, findings.fits) };
    const format = detectFormat(fit.recognised, fit.definition);
    if ("contradiction" in format) return { refusal: format.contradiction };
    tables.push({ ...fit, recognised: { ...fit.recognised, format } });
  }
  return tables.length > 0 ? { tables } : { refusal: unknown(strangers.map(({ findings }) => findings)) };
}

/** One sheet that was recognised and waits to be read. */
interface Reading {
  readonly sheet: string | null;
  readonly kind: DocumentKind;
  /** Hands on what is made of the sheet, piece by piece. Returns why it cannot be taken after all, null where it can. */
  readonly read: (take: (piece: Interpretation) => void) => string | null;
}

/** What was recognised in a document; an XLSX may hold several kinds. */
type Readings =
  | { readonly parts: readonly Reading[]; readonly profile: string | null }
  | Exclude<Outcome, { readonly interpretations: unknown }>;

/** Recognises a document without reading its rows yet. */
export function readings(document: ReadDocument, _profiles: readonly MappingProfile[] = []): Readings {
  if (document.format === "pdf") {
    const printed = interpretPrinted(document);
    if ("refusal" in printed) return printed;
    const parts = printed.interpretations.map((interpretation) => ({
      sheet: interpretation.sheet,
      kind: interpretation.kind,
      read: (take: (piece: Interpretation) => void) => {
        take(interpretation);
        return null;
      },
    }));
    return { parts, profile: null };
  }
  const recognised = recognise(document);
  if ("refusal" in recognised) return recognised;
  const parts = recognised.tables.map((fit) => ({
    sheet: fit.recognised.table.sheet,
    kind: fit.definition.kind,
    read: (take: (piece: Interpretation) => void) => readFit(fit, take),
  }));
  return { parts, profile: null };
}

/** Reads the rows of a recognised table. Returns why it cannot be taken, null where it can. */
function readFit(fit: Fit, take: (piece: Interpretation) => void): string | null {
  const { definition } = fit;
  let refusal: string | null = null;
  let rows = 0;
  eachPiece(fit, (recognised) => {
    refusal ??= refusalOf({ definition, recognised });
    if (refusal !== null) return;
    const piece = definition.interpret(recognised);
    rows += piece.facts.length + piece.problems.length;
    take(definition.layout === undefined ? piece : { ...piece, layout: definition.layout });
  });
  if (refusal === null && rows === 0 && NEVER_EMPTY.has(definition.kind)) {
    return `The column titles of ${titleOf(definition.kind)} are there, but no row stands below them.`;
  }
  return refusal;
}

function refusalOf(fit: Fit): string | null {
  const contested = contestedTitle(fit);
  if (contested !== undefined) {
    return `Two columns are called "${contested}" and do not agree. Remove the one that does not count.`;
  }
  return fit.definition.refuse?.(fit.recognised) ?? null;
}

/** Recognises and reads a whole document; a part that must be refused refuses the document. */
export function interpretDocument(document: ReadDocument, profiles: readonly MappingProfile[] = []): Outcome {
  const recognised = readings(document, profiles);
  if (!("parts" in recognised)) return recognised;
  const interpretations: Interpretation[] = [];
  for (const part of recognised.parts) {
    const refusal = part.read((piece) => interpretations.push(piece));
    if (refusal !== null) return { refusal };
  }
  return { interpretations, profile: recognised.profile };
}

function decide(name: string, fits: readonly Fit[]): Fit | undefined {
  const [first, ...others] = fits;
  if (others.length === 0) return first;
  // Two tables below one another: a name can stand for one of them only, and the other would be lost.
  if (others.some(({ recognised }) => recognised.headerRow !== first?.recognised.headerRow)) return undefined;
  const base = name.slice(name.lastIndexOf("/") + 1).toLowerCase();
  const named = NAMES.find(([part]) => base.includes(part))?.[1];
  return fits.find(({ definition }) => definition.kind === named);
}

const titleOf = (kind: DocumentKind): string => KIND_HELP[kind].title.toLowerCase();

function ambiguous(table: Table, fits: readonly Fit[]): string {
  const kinds = fits.map(({ definition }) => titleOf(definition.kind)).join(" and ");
  const where = table.sheet === null ? "This table" : `Sheet "${table.sheet}"`;
  return `${where} has the columns of ${kinds}, so it cannot be told which of them it is. Drop each as a table of its own.`;
}

function unknown(findings: readonly Findings[]): string {
  const near = findings.find((found) => found.near !== null)?.near;
  if (near) {
    const missing = near.missing.map((title) => `"${title}"`).join(", ");
    return `This looks like ${titleOf(near.definition.kind)}, but it has no ${missing}. Download it again with all columns.`;
  }
  const seen = findings.map((found) => found.seen).reduce((a, b) => (b.length > a.length ? b : a), []);
  if (seen.length === 0) return "There is no table in this file.";
  const shown = seen.slice(0, 12).join(", ");
  return `No document that is read has these columns: ${shown}${seen.length > 12 ? ", …" : ""}.`;
}
