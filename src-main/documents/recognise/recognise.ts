/** What a document is: by the titles of its columns first, by its name only where two kinds fit equally well. */

import type { DocumentKind } from "#shared/catalogue.ts";
import type { MappingAnswer, MappingProfile } from "#shared/contract/schemas.ts";
import { KINDS } from "../interpret/index.ts";
import type { Interpretation } from "../interpretation.ts";
import { applyProfile } from "../mapping/apply.ts";
import { type Asked, ambiguous, ask, askUnknown, type Question } from "../mapping/asking.ts";
import { saidForOneFile, savedFor } from "../mapping/saved.ts";
import type { ReadDocument, Table } from "../table.ts";
import { decide } from "./by-name.ts";
import { detectFormat } from "./detect-format.ts";
import { type Fit, findHeader } from "./header.ts";
import { interpretPrinted } from "./printed.ts";
import { readFit } from "./read-fit.ts";
import { type Stranger, unread } from "./unread.ts";

/** What came of a document: it was understood, it is refused, or a person must say what its columns are. */
export type Outcome =
  | {
      readonly interpretations: readonly Interpretation[];
      /** The mapping it was read with, null where none was needed. */
      readonly profile: string | null;
    }
  | Asked;

/** What people said of a document's tables: now, and for every file with such a header. */
export interface Said {
  readonly answers: readonly MappingAnswer[];
  /** Saved mappings, the newest first. */
  readonly profiles: readonly MappingProfile[];
}

const NOTHING_SAID: Said = { answers: [], profiles: [] };

/**
 * The tables of ours in a document, one a sheet. Sheets that are none are passed over as long as one is. A person is asked where none is,
 * or where a sheet could be two kinds, unless that person said before what a table with such a header is.
 */
export function recognise(
  document: ReadDocument,
  said: Said = NOTHING_SAID,
):
  | { readonly tables: readonly Fit[]; readonly strangers: readonly Stranger[]; readonly profile: string | null }
  | Asked {
  const tables: Fit[] = [];
  const names = new Set<string>();
  const questions: Question[] = [];
  const strangers: Stranger[] = [];
  for (const table of document.tables) {
    const found = mapped(document.name, table, said) ?? native(document.name, table, said.profiles);
    if ("refusal" in found) return found;
    if ("message" in found) questions.push(found);
    else if ("findings" in found) strangers.push(found);
    else {
      tables.push(found.fit);
      if (found.profile !== null) names.add(found.profile);
    }
  }
  if (questions.length > 0) return ask(questions);
  return tables.length > 0 ? { tables, strangers, profile: [...names].join(", ") || null } : askUnknown(strangers);
}

type Found =
  | { readonly fit: Fit; readonly profile: string | null }
  | Question
  | Stranger
  | { readonly refusal: string };

/** The table as somebody said just now that it is to be read. */
function mapped(document: string, table: Table, { answers }: Said): Found | null {
  const answer = answers.find(({ sheet }) => sheet === table.sheet);
  if (!answer) return null;
  const applied = applyProfile(document, table, answer.headerRow - 1, answer.profile);
  if ("missing" in applied) return { refusal: applied.missing.join(" ") };
  return { fit: applied.fit, profile: answer.profile.name };
}

/** The one kind whose columns a table has; else a mapping saved for its header; else the kind its name tells. */
function native(document: string, table: Table, profiles: readonly MappingProfile[]): Found {
  const findings = findHeader(document, table, KINDS);
  const [only, ...others] = findings.fits;
  const saved = only && others.length === 0 ? null : remembered(document, table, profiles);
  if (saved) return saved;
  if (!only) return { table, findings };
  const fit = decide(document, findings.fits);
  if (!fit) return { table, headerRow: only.recognised.headerRow, message: ambiguous(table, findings.fits) };
  const format = detectFormat(fit.recognised, fit.definition);
  if ("contradiction" in format) return { refusal: format.contradiction };
  return { fit: { ...fit, recognised: { ...fit.recognised, format } }, profile: null };
}

/** The table as a saved mapping reads it; a question where that no longer fits, or would have to guess what held for one file only. */
function remembered(document: string, table: Table, profiles: readonly MappingProfile[]): Found | null {
  const saved = savedFor(table, profiles);
  if (!saved) return null;
  const { profile, headerRow } = saved;
  const once = saidForOneFile(profile).map(({ label }) => `"${label}"`);
  if (once.length > 0) {
    const message = `The mapping "${profile.name}" fits, but what it says of ${once.join(", ")} held for another file. Say it for this one.`;
    return { table, headerRow, message };
  }
  const applied = applyProfile(document, table, headerRow, profile);
  if ("fit" in applied) return { fit: applied.fit, profile: profile.name };
  return { table, headerRow, message: applied.missing.join(" ") };
}

/** One sheet that was recognised and waits to be read. */
interface Reading {
  readonly sheet: string | null;
  readonly kind: DocumentKind;
  /** Hands on what is made of the sheet, piece by piece. Returns why it cannot be taken after all, null where it can. */
  readonly read: (take: (piece: Interpretation) => void) => string | null;
}

/** What was recognised in a document; an XLSX may hold several kinds. */
type Readings = { readonly parts: readonly Reading[]; readonly profile: string | null } | Asked;

/** Recognises a document without reading its rows yet. */
export function readings(document: ReadDocument, said: Said = NOTHING_SAID): Readings {
  if (document.format === "pdf") {
    const printed = interpretPrinted(document);
    if ("refusal" in printed) return printed;
    const parts = printed.interpretations.map(whole);
    return { parts, profile: null };
  }
  const recognised = recognise(document, said);
  if (!("tables" in recognised)) return recognised;
  const parts = recognised.tables.map((fit) => ({
    sheet: fit.recognised.table.sheet,
    kind: fit.definition.kind,
    read: (take: (piece: Interpretation) => void) => readFit(fit, take),
  }));
  return { parts: [...parts, ...recognised.strangers.flatMap(unread).map(whole)], profile: recognised.profile };
}

/** A sheet of which everything is known already. */
function whole(interpretation: Interpretation): Reading {
  const { sheet, kind } = interpretation;
  const read: Reading["read"] = (take) => {
    take(interpretation);
    return null;
  };
  return { sheet, kind, read };
}

/** Recognises and reads a whole document; a part that must be refused refuses the document. */
export function interpretDocument(document: ReadDocument, said: Said = NOTHING_SAID): Outcome {
  const recognised = readings(document, said);
  if (!("parts" in recognised)) return recognised;
  const interpretations: Interpretation[] = [];
  for (const part of recognised.parts) {
    const refusal = part.read((piece) => interpretations.push(piece));
    if (refusal !== null) return { refusal };
  }
  return { interpretations, profile: recognised.profile };
}
