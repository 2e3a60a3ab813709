/** PDFs of a test: set by the packet's own printer, or written by hand where it cannot set what is wanted. */
import { join } from "node:path";
import pdfmake from "pdfmake";
import type { Content, TableCell, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { FactType, FactValues } from "#main/documents/facts.ts";
import type { Interpretation } from "#main/documents/interpretation.ts";
import { readWhole } from "#main/documents/read/read.ts";
import { interpretDocument } from "#main/documents/recognise/recognise.ts";
import type { ReadDocument } from "#main/documents/table.ts";

const FONTS = join(import.meta.dirname, "../../resources/fonts");

/** A document definition as PDF bytes. */
export async function pdf(definition: TDocumentDefinitions): Promise<Uint8Array> {
  const [normal, bold, mono] = ["Roboto-Regular", "Roboto-Medium", "RobotoMono-Regular"].map((name) =>
    join(FONTS, `${name}.ttf`),
  );
  pdfmake.setFonts({ Roboto: { normal, bold }, RobotoMono: { normal: mono, bold: mono } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(FONTS));
  const defaults = { font: "Roboto", fontSize: 9 };
  return await pdfmake.createPdf({ pageSize: "LETTER", defaultStyle: defaults, ...definition }).getBuffer();
}

/** What an invoice of a test has printed on it. */
export interface PrintedInvoice {
  readonly title?: string;
  /** Label and value, side by side. */
  readonly labels: readonly (readonly [string, string])[];
  readonly header: readonly string[];
  /** Rows of the table; one text alone is a heading. */
  readonly rows: readonly (readonly string[])[];
  /** Rows of a second table below the first. */
  readonly after?: readonly (readonly string[])[];
  readonly more?: Partial<TDocumentDefinitions>;
  /** Where figures stand beside a description of several lines. */
  readonly align?: "top" | "middle" | "bottom";
  /** Widths of the columns; the description takes what the others leave. */
  readonly widths?: readonly (string | number)[];
}

const isWords = (title: string) => /desc|beschr|bezeich|leistung|type|section|date|datum|week of/i.test(title);

/** An invoice as PDF: a title, labels, and a table whose figures are set to the right. */
export async function invoicePdf(invoice: PrintedInvoice): Promise<Uint8Array> {
  const { header, rows, labels, title = "Invoice", more, after, align = "top" } = invoice;
  const cell = (text: string, column: number): TableCell => ({
    text,
    alignment: isWords(header[column] ?? "") ? "left" : "right",
    verticalAlignment: align,
  });
  const widths = invoice.widths ?? header.map((name) => (/desc|beschr|bezeich|leistung$/i.test(name) ? "*" : 62));
  return await pdf({
    content: [
      { text: title, fontSize: 16, margin: [0, 0, 0, 8] },
      { layout: "noBorders", table: { body: labels.map(([label, value]) => [label, value]) }, margin: [0, 0, 0, 8] },
      table(
        [header, ...rows].map((row) => header.map((_, column) => cell(row[column] ?? "", column))),
        widths,
        align !== "top",
      ),
      ...(after
        ? [
            table(
              after.map((row) => header.map((_, column) => cell(row[column] ?? "", column))),
              widths,
            ),
          ]
        : []),
    ],
    ...more,
  });
}

function table(body: TableCell[][], widths: readonly (string | number)[], dontBreakRows = false): Content {
  return {
    layout: "noBorders",
    table: { headerRows: 1, widths: [...widths], body, dontBreakRows },
    margin: [0, 0, 0, 8],
  };
}

/** The one document of a PDF. Throws with the refusal where there is none. */
export async function pdfDocument(content: Uint8Array, name = "file.pdf"): Promise<ReadDocument> {
  const { documents, refused } = await readWhole(name, content);
  const [only] = documents;
  if (!only) throw new Error(refused[0]?.reason ?? "no document");
  return only;
}

/** What is made of each page. Throws with the refusal. */
export async function pdfSheets(content: Uint8Array): Promise<readonly Interpretation[]> {
  const outcome = interpretDocument(await pdfDocument(content));
  if (!("interpretations" in outcome)) throw new Error("refusal" in outcome ? outcome.refusal : "to be mapped");
  return outcome.interpretations;
}

/** Why a PDF is not taken, whichever stage refuses it. */
export async function pdfRefusal(content: Uint8Array): Promise<string> {
  try {
    await pdfSheets(content);
    return "taken";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The values of all facts of a type. */
export function factsIn<T extends FactType>(type: T, sheets: readonly Interpretation[]): FactValues<T>[] {
  return sheets.flatMap(({ facts }) =>
    facts.flatMap((draft) => (draft.type === type ? [draft.values as unknown as FactValues<T>] : [])),
  );
}

/** Problems as `sheet row column: reason`. */
export function problemsIn(sheets: readonly Interpretation[]): string[] {
  return sheets.flatMap(({ problems }) =>
    problems.map(({ sheet, row, column, reason }) => `${sheet} ${row} ${column}: ${reason}`),
  );
}

/** A page of texts at places, in a font that is not embedded: `[x, y from the bottom, text, size]`. */
export function handMade(
  texts: readonly (readonly [number, number, string])[],
  { rotate = 0, upward = false } = {},
): Uint8Array {
  const matrix = upward ? "0 1 -1 0" : "1 0 0 1";
  const content = texts.map(([x, y, text]) => `BT /F1 10 Tf ${matrix} ${x} ${y} Tm (${text}) Tj ET`).join("\n");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Rotate ${rotate} /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join("")}`;
  const trailer = `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return new TextEncoder().encode(file + table + trailer);
}
