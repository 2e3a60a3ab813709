/** The plan is the preview: what importing some files would do, row by row, bound by its hash. The same object is shown and committed. */
import { createHash, randomUUID } from "node:crypto";
import type { DocumentKind } from "#shared/catalogue.ts";
import type { PlannedFile, Problem } from "#shared/contract/schemas.ts";
import type { IsoDate } from "#shared/week.ts";
import { type KnownDocument, knownDocuments, revision } from "../store/documents.ts";
import { rowsOfScopes, type StoredScopeRow, versionOf } from "../store/facts.ts";
import type { ReadHandle } from "../store/schema.ts";
import { coveredDays, type DayCovered } from "./covered-days.ts";
import { cellsOf, type FactType } from "./facts.ts";
import { type FactRow, type PackedRows, unpacked } from "./packed.ts";
import type { Outcome } from "./recognise/recognise.ts";
import type { Understanding, UnderstoodDocument, UnderstoodFile } from "./understand.ts";
import { understood } from "./understood.ts";

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
  readonly stations: readonly string[];
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

/** What was shown, and what would be written. */
export interface PreparedPlan {
  readonly planId: string;
  readonly hash: string;
  /** The store's revision the plan was made against; a commit on another one is refused. */
  readonly revision: number;
  readonly files: readonly PlannedFile[];
  readonly documents: readonly PreparedDocument[];
}

/** A document that will be stored. */
interface Accepted {
  readonly read: FileRead;
  readonly document: UnderstoodDocument;
  readonly understanding: Extract<Understanding, { sheets: unknown }>;
}

const SAMPLE_ROWS = 8;
const SHOWN_PROBLEMS = 200;

/** Makes the plan for files that were read. Stores nothing. */
export async function makePlan(db: ReadHandle, reads: readonly FileRead[]): Promise<PreparedPlan> {
  const files: PlannedFile[] = [];
  const known = await knownDocuments(db);
  const seen = new Map<string, string>();
  const accepted: Accepted[] = [];
  for (const read of reads) {
    for (const refusal of read.refused) files.push(refused(refusal, refusal.reason));
    for (const document of read.documents) {
      const { outcome } = document;
      const stored = known.get(document.sha256);
      const twin = seen.get(document.sha256);
      if (stored !== undefined) files.push(alreadyStored(document, stored));
      else if (twin !== undefined) files.push(already(document, `The same file as ${twin}.`));
      else {
        if (!("refusal" in outcome)) seen.set(document.sha256, document.name);
        if ("refusal" in outcome) files.push(refused(document, outcome.refusal));
        else if ("mapping" in outcome) files.push(toMap(document, outcome.mapping));
        else accepted.push({ read, document, understanding: outcome });
      }
    }
  }
  const covered = coveredDays(
    accepted.map(({ document: { name, container }, understanding }) => ({
      name,
      container,
      sheets: understanding.sheets.map(({ days }) => days),
    })),
  );
  const documents: PreparedDocument[] = [];
  for (const [index, each] of accepted.entries()) {
    const prepared = prepare(each, covered[index] ?? []);
    documents.push(prepared);
    files.push(await describe(db, prepared));
  }
  files.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const at = await revision(db);
  const hash = createHash("sha256")
    .update(JSON.stringify([at, files]))
    .digest("hex");
  return { planId: randomUUID(), hash, revision: at, files, documents };
}

function prepare(
  { read, document, understanding: { sheets, profile, extent } }: Accepted,
  covered: readonly DayCovered[],
): PreparedDocument {
  const stations = new Set(extent.stations);
  for (const { station } of covered) if (station !== null) stations.add(station);
  const [first] = sheets;
  if (!first) throw new Error(`${document.name} was interpreted as nothing`);
  return {
    name: document.name,
    kind: first.kind,
    sha256: document.sha256,
    bytes: document.bytes,
    container: document.container,
    asOf: read.asOf,
    path: read.path,
    sheets: sheets.map(({ sheet, kind, layout, columns, rows }) => ({ sheet, kind, layout, profile, columns, rows })),
    covered,
    problems: sheets.flatMap(({ problems }) =>
      problems.map(({ sheet, row, column, text, reason }) => ({
        file: document.name,
        sheet,
        row,
        column,
        text,
        reason,
      })),
    ),
    stations: [...stations].sort(),
    from: extent.from,
    to: extent.to,
  };
}

/** A prepared document as the person who dropped it sees it. */
async function describe(db: ReadHandle, document: PreparedDocument): Promise<PlannedFile> {
  const rows = { new: 0, changed: 0, already: 0, superseded: 0, conflict: 0, error: document.problems.length };
  const mine = versionOf(document.asOf, document.sha256);
  const earlier = new Set<string>();
  const later = new Set<string>();
  const sample: PlannedFile["sample"] = [];
  for (const sheet of document.sheets) {
    for (const batch of unpacked(sheet.rows)) {
      for (const row of batch.slice(0, SAMPLE_ROWS - sample.length)) sample.push(sampleRow(sheet.columns, row.draft));
      const byType = new Map<FactType, FactRow[]>();
      for (const row of batch) {
        const list = byType.get(row.draft.type);
        if (list) list.push(row);
        else byType.set(row.draft.type, [row]);
      }
      for (const [type, list] of byType) {
        const stored = await rowsOfScopes(db, type, [...new Set(list.map((row) => row.scope))]);
        const current = new Map<string, StoredScopeRow>();
        for (const row of stored) {
          if (row.current === 0) continue;
          current.set(`${row.scope}\n${row.key}`, row);
          (row.version < mine ? earlier : later).add(row.document);
        }
        for (const row of list) rows[stateOf(row, current.get(`${row.scope}\n${row.key}`))] += 1;
      }
    }
  }
  return {
    name: document.name,
    sha256: document.sha256,
    bytes: document.bytes,
    state: "ready",
    kind: document.kind,
    message: [sentence(document, rows), ...beside([...earlier], [...later])].join(" "),
    stations: [...document.stations],
    from: document.from ?? document.covered[0]?.day ?? null,
    to: document.to ?? document.covered.at(-1)?.day ?? null,
    rows,
    problems: document.problems.slice(0, SHOWN_PROBLEMS),
    layout: document.sheets[0]?.layout ?? "",
    profile: document.sheets[0]?.profile ?? null,
    supersedes: [],
    mapping: null,
    sample,
  };
}

/** What the file does to others that speak of the same thing: the later one counts, and the other is kept. */
function beside(earlier: readonly string[], later: readonly string[]): string[] {
  const named = (names: readonly string[]) => {
    const sorted = names.toSorted();
    return sorted.length <= 2 ? sorted.join(" and ") : `${sorted[0]} and ${sorted.length - 1} others`;
  };
  return [
    ...(earlier.length > 0 ? [`It is newer than ${named(earlier)} and counts in place of it where both speak.`] : []),
    ...(later.length > 0 ? [`${named(later)} is newer and counts where both speak.`] : []),
  ];
}

function stateOf(row: FactRow, stored: StoredScopeRow | undefined): "new" | "changed" | "already" {
  if (!stored) return "new";
  const values = row.draft.values as unknown as Record<string, unknown>;
  return Object.keys(values).every((name) => values[name] === stored.values[name]) ? "already" : "changed";
}

function sentence(document: PreparedDocument, rows: PlannedFile["rows"]): string {
  const total = rows.new + rows.changed + rows.already;
  const parts = [
    rows.new > 0 ? `${rows.new} new` : "",
    rows.changed > 0 ? `${rows.changed} changed` : "",
    rows.already > 0 ? `${rows.already} already there` : "",
  ].filter(Boolean);
  const readable = total === 0 ? "No rows: nothing of the kind happened." : `${total} rows: ${parts.join(", ")}.`;
  if (document.problems.length === 0) return readable;
  const count = document.problems.length === 1 ? "1 cell" : `${document.problems.length} cells`;
  return `${readable} ${count} could not be read; the days they stand on cannot be verified.`;
}

function sampleRow(columns: readonly string[], draft: FactRow["draft"]): PlannedFile["sample"][number] {
  const values = draft.values as unknown as Parameters<typeof understood>[0];
  return { row: draft.row, cells: cellsOf({ columns, cells: draft.cells }), understood: understood(values) };
}

function refused(file: { name: string; sha256: string; bytes: number }, message: string): PlannedFile {
  return empty(file, "refused", message);
}

/** A file that waits for somebody to say what its columns are. */
function toMap(
  file: { name: string; sha256: string; bytes: number },
  { message, tables, candidates }: Extract<Outcome, { mapping: unknown }>["mapping"],
): PlannedFile {
  return { ...empty(file, "mapping", message), mapping: { tables: [...tables], candidates: [...candidates] } };
}

/** A file that is stored already, with what it was read as. */
function alreadyStored(document: UnderstoodDocument, stored: KnownDocument): PlannedFile {
  const { name, kind, stations, from, to, rows } = stored;
  const message = `Already imported${name === document.name ? "" : ` as ${name}`}.`;
  return {
    ...already(document, message),
    kind,
    stations: [...stations],
    from,
    to,
    rows: { new: 0, changed: 0, already: rows, superseded: 0, conflict: 0, error: 0 },
  };
}

function already(file: { name: string; sha256: string; bytes: number }, message: string): PlannedFile {
  return empty(file, "already", message);
}

function empty(
  { name, sha256, bytes }: { name: string; sha256: string; bytes: number },
  state: PlannedFile["state"],
  message: string,
): PlannedFile {
  return {
    name,
    sha256,
    bytes,
    state,
    kind: null,
    message,
    stations: [],
    from: null,
    to: null,
    rows: { new: 0, changed: 0, already: 0, superseded: 0, conflict: 0, error: 0 },
    problems: [],
    sample: [],
    layout: "",
    profile: null,
    supersedes: [],
    mapping: null,
  };
}
