/** The plan is the preview: what importing some files would do, row by row, bound by its hash. The same object is shown and committed. */
import { createHash, randomUUID } from "node:crypto";
import type { DocumentKind } from "#shared/catalogue.ts";
import type { PlannedFile, Problem } from "#shared/contract/schemas.ts";
import type { IsoDate } from "#shared/week.ts";
import { revision } from "../store/documents.ts";
import { knownDocuments } from "../store/history.ts";
import type { ReadHandle } from "../store/schema.ts";
import { coveredDays, type DayCovered } from "./covered-days.ts";
import { alreadyStored, ready, refused, toMap, twin } from "./described.ts";
import { type ErrorRow, errorRows } from "./error-rows.ts";
import type { PackedRows } from "./packed.ts";
import { alreadyStates, type DocumentStates, plannedStates } from "./planned-states.ts";
import type { Understanding, UnderstoodDocument, UnderstoodFile } from "./understand.ts";

/** A file as it was understood, with where it lies and its own time (ISO instant), which orders two versions of one document. */
export interface FileRead extends UnderstoodFile {
  readonly path: string;
  readonly asOf: string;
}

/** One sheet ready to be stored. */
export interface PreparedSheet {
  readonly sheet: string | null;
  readonly kind: DocumentKind;
  readonly layout: string;
  /** The saved mapping it was read with. */
  readonly profile: string | null;
  readonly columns: readonly string[];
  readonly rows: PackedRows;
}

/** One document ready to be stored. */
export interface PreparedDocument {
  readonly name: string;
  /** The kind of its first sheet. */
  readonly kind: DocumentKind;
  readonly sha256: string;
  readonly bytes: number;
  readonly container: string | null;
  readonly asOf: string;
  /** The file on disk that holds it (itself, or the ZIP). */
  readonly path: string;
  readonly sheets: readonly PreparedSheet[];
  readonly covered: readonly DayCovered[];
  readonly problems: readonly Problem[];
  /** The rows that could not be read, in the order of the sheets. */
  readonly errors: readonly ErrorRow[];
  readonly stations: readonly string[];
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  /** What becomes of its rows. */
  readonly states: DocumentStates;
}

/** What was shown, and what would be written. */
export interface PreparedPlan {
  readonly planId: string;
  readonly hash: string;
  /** The store's revision the plan was made against; a commit on another one is refused. */
  readonly revision: number;
  readonly files: readonly PlannedFile[];
  readonly documents: readonly PreparedDocument[];
  /** Files that are stored already, for their rows. */
  readonly known: readonly Accepted[];
}

/** A document that was understood. */
export interface Accepted {
  readonly read: FileRead;
  readonly document: UnderstoodDocument;
  readonly understanding: Extract<Understanding, { sheets: unknown }>;
}

/**
 * Makes the plan for files that were read. Stores nothing. `between` is awaited now and then while long files are compared with what is
 * stored; what it throws goes through.
 */
export async function makePlan(
  db: ReadHandle,
  reads: readonly FileRead[],
  between: () => Promise<void> = () => Promise.resolve(),
): Promise<PreparedPlan> {
  const { files, accepted, known } = await sorted(db, reads);
  const covered = coveredDays(
    accepted.map(({ document: { name, container }, understanding }) => ({
      name,
      container,
      sheets: understanding.sheets.map(({ days }) => days),
    })),
  );
  const states = await plannedStates(
    db,
    accepted.map(({ read, document, understanding }) => ({
      name: document.name,
      sha256: document.sha256,
      asOf: read.asOf,
      sheets: understanding.sheets,
    })),
    between,
  );
  const documents = accepted.map((each, index) => {
    const own = states[index];
    if (!own) throw new Error(`${each.document.name} has no states`);
    return prepare(each, covered[index] ?? [], own);
  });
  files.push(...documents.map(ready));
  files.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const at = await revision(db);
  const hash = createHash("sha256")
    .update(JSON.stringify([at, files]))
    .digest("hex");
  return { planId: randomUUID(), hash, revision: at, files, documents, known };
}

/** What is refused, known or unknown is described at once; the rest is accepted. */
async function sorted(
  db: ReadHandle,
  reads: readonly FileRead[],
): Promise<{ files: PlannedFile[]; accepted: Accepted[]; known: Accepted[] }> {
  const files: PlannedFile[] = [];
  const accepted: Accepted[] = [];
  const known: Accepted[] = [];
  const documents = await knownDocuments(db);
  const seen = new Map<string, string>();
  for (const read of reads) {
    for (const refusal of read.refused) files.push(refused(refusal, refusal.reason));
    for (const document of read.documents) {
      const { outcome } = document;
      const stored = documents.get(document.sha256);
      const other = seen.get(document.sha256);
      if (stored !== undefined) {
        if ("sheets" in outcome) known.push({ read, document, understanding: outcome });
        files.push(alreadyStored(document, stored));
      } else if (other !== undefined) files.push(twin(document, other));
      else {
        if (!("refusal" in outcome)) seen.set(document.sha256, document.name);
        if ("refusal" in outcome) files.push(refused(document, outcome.refusal));
        else if ("mapping" in outcome) files.push(toMap(document, outcome.mapping));
        else accepted.push({ read, document, understanding: outcome });
      }
    }
  }
  return { files, accepted, known };
}

/** A document that is stored already, as its rows are shown. It is not stored again. */
export function preparedAgain(document: Accepted): PreparedDocument {
  return prepare(document, [], alreadyStates(document.understanding.sheets, document.document.name));
}

function prepare(
  { read, document, understanding: { sheets, profile, extent } }: Accepted,
  covered: readonly DayCovered[],
  states: DocumentStates,
): PreparedDocument {
  const stations = new Set(extent.stations);
  for (const { station } of covered) if (station !== null) stations.add(station);
  const [first] = sheets;
  if (!first) throw new Error(`${document.name} was interpreted as nothing`);
  const { name, sha256, bytes, container } = document;
  return {
    name,
    kind: first.kind,
    sha256,
    bytes,
    container,
    asOf: read.asOf,
    path: read.path,
    sheets: sheets.map(({ sheet, kind, layout, columns, rows }) => ({ sheet, kind, layout, profile, columns, rows })),
    covered,
    problems: sheets.flatMap(({ problems }) =>
      problems.map(({ sheet, row, column, text, reason }) => ({ file: name, sheet, row, column, text, reason })),
    ),
    errors: errorRows(sheets.map(({ problems }) => problems)),
    stations: [...stations].sort(),
    from: extent.from,
    to: extent.to,
    states,
  };
}
