/** The rows and the originals a packet quotes, read again from the archive: each document once, however many findings rest on it. */
import { original } from "../documents/archive.ts";
import { MOST_PACKED_BYTES, type Original } from "../packets/originals.ts";
import type { SourceRow } from "../packets/packet.ts";
import { breathe } from "./breathe.ts";
import type { Event } from "./importing.ts";
import type { findingDetail } from "./presenting.ts";
import type { Session } from "./session.ts";
import { archivedFile, texts } from "./sources.ts";

type Detail = Awaited<ReturnType<typeof findingDetail>>;
type Place = Pick<SourceRow, "sha256" | "sheet" | "row">;

const placeOf = ({ sha256, sheet, row }: Place) => JSON.stringify([sha256, sheet, row]);

/** Rows of the archive by where they stand. */
export type ArchivedRows = ReadonlyMap<string, readonly string[]>;

/**
 * Every row the findings rest on. A document that was taken back, or whose original is gone, has none: its findings show the cells they
 * were found on.
 */
export async function* readRows(
  session: Session,
  details: readonly Detail[],
  signal?: AbortSignal,
): AsyncGenerator<Event<never>, ArchivedRows> {
  const wanted = wantedRows(details);
  const found = new Map<string, readonly string[]>();
  let done = 0;
  for (const [documentId, { sha256, sheets }] of wanted) {
    yield { type: "progress", stage: "Reading the sources", done, total: wanted.size, detail: "" };
    done += 1;
    await breathe(signal);
    const file = await archived(session, documentId);
    if (!file) continue;
    const asked = [...sheets].map(([sheet, rows]) => ({ sheet, rows: [...rows].sort((a, b) => a - b) }));
    const zeroBased = asked.map(({ sheet, rows }) => ({ sheet, rows: rows.map((row) => row - 1) }));
    const picked = await session.parser.pick(file.name, file.at, { sha256, wanted: zeroBased }, signal);
    for (const [index, { sheet, rows }] of asked.entries())
      for (const [at, row] of rows.entries()) {
        const cells = picked?.[index]?.[at];
        if (cells) found.set(placeOf({ sha256, sheet, row }), texts(cells));
      }
  }
  return found;
}

function wantedRows(details: readonly Detail[]) {
  const wanted = new Map<number, { sha256: string; sheets: Map<string | null, Set<number>> }>();
  for (const { documentId, sha256, sheet, row } of details.flatMap(({ sources }) => sources)) {
    const document = wanted.get(documentId) ?? { sha256, sheets: new Map<string | null, Set<number>>() };
    wanted.set(documentId, document);
    const rows = document.sheets.get(sheet) ?? new Set<number>();
    document.sheets.set(sheet, rows.add(row));
  }
  return wanted;
}

/** The original of a document, or null where it is not to be had. */
async function archived(session: Session, documentId: number) {
  try {
    return await archivedFile(session, documentId);
  } catch {
    return null;
  }
}

/** The rows behind one finding as they stand in the originals; where there is none, the cells it was found on. */
export function rowsBehind(
  { evidence, sources }: Detail,
  archivedRows: ArchivedRows,
  columns: ReadonlyMap<string, string[]>,
): SourceRow[] {
  const documents = new Map(sources.map((source) => [placeOf(source), source.documentId]));
  return evidence.map(({ document, sha256, sheet, row, cells }) => {
    const place = placeOf({ sha256, sheet, row });
    const marked = Object.keys(cells);
    const titles = columns.get(`${documents.get(place)}|${sheet ?? ""}`);
    const whole = archivedRows.get(place);
    // A label above the table stands under no column of it: it is shown with its value as it was read.
    if (whole === undefined || titles === undefined || !marked.every((title) => titles.includes(title)))
      return { document, sha256, sheet, row, columns: marked, cells: Object.values(cells), marked };
    return { document, sha256, sheet, row, columns: titles, cells: whole, marked };
  });
}

/** The workbooks among some documents that hold sheets which were not read; `read` says which were. One that is gone is not handed out anyway. */
export async function holdingMore(
  session: Session,
  documents: readonly { readonly id: number; readonly sha256: string }[],
  read: (sha256: string) => readonly (string | null)[],
  signal?: AbortSignal,
): Promise<ReadonlySet<string>> {
  const more = new Set<string>();
  for (const { id, sha256 } of documents) {
    const known = new Set(read(sha256));
    // Only workbooks have sheets with names.
    if (known.has(null)) continue;
    await breathe(signal);
    const file = await archived(session, id);
    const sheets = file && (await session.parser.sheets(file.name, file.at, sha256, signal));
    if (sheets?.some((sheet) => !known.has(sheet))) more.add(sha256);
  }
  return more;
}

/** A document whose original goes with a packet. */
interface WantedOriginal {
  readonly name: string;
  readonly sha256: string;
  /** The ZIP it came in, or null. */
  readonly container: string | null;
  readonly id: number;
}

/**
 * The originals of some documents, as far as the archive has them unchanged. More than a ZIP is made of are not even read: the first that
 * is too much ends the list with `tooMuch`.
 */
export async function readOriginals(
  session: Session,
  documents: readonly WantedOriginal[],
  signal?: AbortSignal,
): Promise<{ originals: Original[]; bytes: number; tooMuch: boolean }> {
  const originals: Original[] = [];
  let size = 0;
  for (const { name, sha256, container, id } of documents) {
    await breathe(signal);
    const bytes = container === null ? await whole(session, sha256) : await member(session, id, sha256, signal);
    if (!bytes) continue;
    size += bytes.byteLength;
    if (size > MOST_PACKED_BYTES) return { originals, bytes: size, tooMuch: true };
    originals.push({ document: name, sha256, bytes });
  }
  return { originals, bytes: size, tooMuch: false };
}

async function whole(session: Session, sha256: string): Promise<Uint8Array | null> {
  try {
    return await original(session.workspace.originals, sha256);
  } catch {
    return null;
  }
}

/** Only the document itself is handed out: the ZIP it came in may hold others that are nobody's business. */
async function member(session: Session, id: number, sha256: string, signal?: AbortSignal): Promise<Uint8Array | null> {
  const file = await archived(session, id);
  if (!file) return null;
  return (await session.parser.member(file.name, file.at, sha256, signal))?.bytes ?? null;
}
