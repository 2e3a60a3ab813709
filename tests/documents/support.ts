/** Small documents in the domain's own language, and what is made of them. */
import { zipSync } from "fflate";
import { utils, type WorkSheet, write } from "xlsx";
import type { FactType, FactValues } from "#main/documents/facts.ts";
import type { Interpretation } from "#main/documents/interpretation.ts";
import { readFile } from "#main/documents/read/read.ts";
import { interpretDocument } from "#main/documents/recognise/recognise.ts";
import type { ReadDocument } from "#main/documents/table.ts";

/** A text as a file's bytes. */
export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Lines as a CSV with a line end after each. */
export function csv(...lines: string[]): Uint8Array {
  return bytes(lines.map((line) => `${line}\n`).join(""));
}

/** Sheets of plain values as a workbook. A `Date` becomes a date cell. */
export function xlsx(sheets: Record<string, unknown[][]>, edit?: (sheet: WorkSheet) => void): Uint8Array {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = utils.aoa_to_sheet(rows, { UTC: true });
    edit?.(sheet);
    utils.book_append_sheet(book, sheet, name);
  }
  return new Uint8Array(write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer);
}

/** Files as a ZIP. */
export function zip(members: Record<string, Uint8Array>): Uint8Array {
  return zipSync(members, { level: 1 });
}

/** The one document of a file. Throws with the refusal where there is none. */
export function document(content: Uint8Array, name = "file.csv"): ReadDocument {
  const { documents, refused } = readFile(name, content);
  const [only] = documents;
  if (!only || documents.length > 1) throw new Error(refused[0]?.reason ?? "no single document");
  return only;
}

/** The cells of a file's only sheet. */
export function rows(content: Uint8Array): readonly (readonly (string | number)[])[] {
  return document(content).tables[0]?.rows ?? [];
}

/** Why a file is not taken, whichever stage refuses it. */
export function refusal(content: Uint8Array, name = "file.csv"): string {
  const { documents, refused } = readFile(name, content);
  const [first] = documents;
  if (!first) return refused[0]?.reason ?? "";
  const outcome = interpretDocument(first);
  if ("mapping" in outcome) return outcome.mapping.message;
  return "refusal" in outcome ? outcome.refusal : "taken";
}

/** What is made of each sheet. Throws with the refusal. */
export function sheets(content: Uint8Array, name = "file.csv"): readonly Interpretation[] {
  const outcome = interpretDocument(document(content, name));
  if ("refusal" in outcome) throw new Error(outcome.refusal);
  if ("mapping" in outcome) throw new Error(outcome.mapping.message);
  return outcome.interpretations;
}

/** What is made of the only sheet of ours. */
export function interpret(content: Uint8Array, name = "file.csv"): Interpretation {
  const [first, ...more] = sheets(content, name);
  if (!first || more.length > 0) throw new Error("more than one sheet of ours");
  return first;
}

/** The values of all facts of a type. */
export function facts<T extends FactType>(type: T, content: Uint8Array): FactValues<T>[] {
  return interpret(content).facts.flatMap((draft) =>
    draft.type === type ? [draft.values as unknown as FactValues<T>] : [],
  );
}

/** Problems as `row column: reason`. */
export function problems(content: Uint8Array): string[] {
  return interpret(content).problems.map(({ row, column, reason }) => `${row} ${column}: ${reason}`);
}
