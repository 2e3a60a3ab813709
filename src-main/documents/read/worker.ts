/** The thread that reads files: whatever a file does to it, the thread that asked stays alive. */
import { parentPort } from "node:worker_threads";
import type { MappingAnswer, MappingProfile, MappingSuggestion, MappingTrial } from "#shared/contract/schemas.ts";
import { suggestionFor, type Wish } from "../mapping/suggest.ts";
import { tryTable } from "../mapping/trial.ts";
import type { Cell, ReadResult } from "../table.ts";
import { type UnderstoodFile, understandFile } from "../understand.ts";
import { documentIn, type HeldFile, type HeldFiles, heldFiles } from "./held.ts";
import { type FileAt, readPath } from "./path.ts";
import { type PdfPage, pdfPage } from "./pdf-page.ts";
import { filledSheets, type PickedRows, pickedRows, type WantedRows } from "./picked.ts";

/** What to do with a file. */
export type Task =
  /** Say what it holds, cell by cell. */
  | { readonly type: "read" }
  /** Say what it means, with the saved mappings and what a person said of its tables just now. */
  | {
      readonly type: "understand";
      readonly profiles: readonly MappingProfile[];
      readonly answers: readonly MappingAnswer[];
    }
  /** Make a first draft of a mapping for one of its tables. */
  | {
      readonly type: "suggest";
      readonly sha256: string;
      readonly sheet: string | null;
      readonly wish: Wish;
      readonly profiles: readonly MappingProfile[];
    }
  /** Say what one of its tables would be read as with a mapping. */
  | { readonly type: "try"; readonly answer: MappingAnswer }
  /** Hand out some rows of a sheet as they stand. Rows are counted from 0. */
  | {
      readonly type: "rows";
      readonly sha256: string;
      readonly sheet: string | null;
      readonly from: number;
      readonly count: number;
    }
  /** Hand out a PDF with the place of one line of one page, to be shown. Page and row are counted from 1. */
  | { readonly type: "page"; readonly sha256: string; readonly page: number; readonly row: number }
  /** Hand out single rows of several sheets of one document. */
  | { readonly type: "pick"; readonly sha256: string; readonly wanted: readonly WantedRows[] }
  /** Name the sheets of one workbook that hold anything. */
  | { readonly type: "sheets"; readonly sha256: string }
  /** Hand out a document of a ZIP as bytes. */
  | { readonly type: "member"; readonly sha256: string }
  /** Hand out the files that a packet holds. */
  | { readonly type: "held" };

/** A file to look at. */
export interface Request {
  readonly id: number;
  readonly name: string;
  readonly file: FileAt;
  readonly task: Task;
}

/** Some rows of a sheet. */
export interface RowsOfSheet {
  readonly document: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly totalRows: number;
}

/** What each task comes to. Rows are null where the file holds no such sheet. */
export interface Results {
  readonly read: ReadResult;
  readonly understand: UnderstoodFile;
  readonly rows: RowsOfSheet | null;
  /** Null where the file holds no such PDF or page. */
  readonly page: PdfPage | null;
  /** For each sheet that was asked for; null where the file holds no such document. */
  readonly pick: { readonly picked: readonly (PickedRows | null)[] } | null;
  /** Null where the file holds no such document. */
  readonly sheets: { readonly sheets: readonly (string | null)[] } | null;
  /** Null where the file holds no such document. */
  readonly member: HeldFile | null;
  readonly held: HeldFiles;
  readonly suggest: Found<MappingSuggestion>;
  readonly try: Found<MappingTrial>;
}

/** What was made of one table. `document` is false where the file holds no such document (any more), `made` null where it has no such table. */
export interface Found<T> {
  readonly document: boolean;
  readonly made: T | null;
}

/** The answer to the request of the same id. */
export interface Answer {
  readonly id: number;
  readonly result: Results[Task["type"]];
}

async function answer({ name, file, task }: Request): Promise<Results[Task["type"]]> {
  if (task.type === "page") return await pdfPage(name, file, task);
  if (task.type === "member") return documentIn(file, task.sha256);
  if (task.type === "held") return heldFiles(file);
  const result = await readPath(name, file);
  switch (task.type) {
    case "read":
      return result;
    case "understand":
      return understandFile(result, task.profiles, task.answers);
    case "suggest":
      return suggested(result, task);
    case "try": {
      const document = result.documents.find(({ sha256 }) => sha256 === task.answer.sha256);
      return { document: document !== undefined, made: document ? tryTable(document, task.answer) : null };
    }
    case "rows":
      return someRows(result, task);
    case "pick": {
      const document = result.documents.find(({ sha256 }) => sha256 === task.sha256);
      return document ? { picked: pickedRows(document, task.wanted) } : null;
    }
    case "sheets": {
      const document = result.documents.find(({ sha256 }) => sha256 === task.sha256);
      return document ? { sheets: filledSheets(document) } : null;
    }
  }
}

function suggested(
  { documents }: ReadResult,
  { sha256, sheet, wish, profiles }: Extract<Task, { type: "suggest" }>,
): Results["suggest"] {
  const document = documents.find((each) => each.sha256 === sha256);
  const table = document?.tables.find((each) => each.sheet === sheet);
  const made = document && table ? suggestionFor(document.name, table, wish, profiles) : null;
  return { document: document !== undefined, made };
}

function someRows({ documents }: ReadResult, task: Extract<Task, { type: "rows" }>): RowsOfSheet | null {
  const document = documents.find(({ sha256 }) => sha256 === task.sha256);
  const table = document?.tables.find(({ sheet }) => sheet === task.sheet);
  if (!document || !table) return null;
  const rows: (readonly Cell[])[] = [];
  let totalRows = 0;
  const take = (piece: readonly (readonly Cell[])[]) => {
    rows.push(...piece.slice(Math.max(0, task.from - totalRows), Math.max(0, task.from + task.count - totalRows)));
    totalRows += piece.length;
  };
  take(table.rows);
  table.rest?.(take);
  return { document: document.name, rows, totalRows };
}

/** Packed facts are handed over, not copied. */
function memoryOf(result: Results[Task["type"]]): ArrayBuffer[] {
  if (result === null || !("documents" in result)) return [];
  return result.documents.flatMap((document) =>
    "outcome" in document && "sheets" in document.outcome
      ? document.outcome.sheets.flatMap(({ rows }) => rows.batches.map((batch) => batch.buffer as ArrayBuffer))
      : [],
  );
}

parentPort?.on("message", async (request: Request | "end") => {
  if (request === "end") {
    parentPort?.close();
    return;
  }
  const result = await answer(request);
  parentPort?.postMessage({ id: request.id, result } satisfies Answer, memoryOf(result));
});
