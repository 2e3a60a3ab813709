/** A PDF to tables: one a page, a row for each line of text. */
import type { Table } from "../table.ts";
import { Unreadable } from "./unreadable.ts";

/** The pages of a PDF. Throws Unreadable for what holds no text, is locked or damaged. */
export async function pdfPages(_bytes: Uint8Array): Promise<Table[]> {
  throw new Unreadable("PDFs are not read yet.");
}
