/** What a PDF is: by the lines of its pages. */
import { PRINTED_KINDS } from "../interpret/pdf/index.ts";
import type { Interpretation } from "../interpretation.ts";
import type { ReadDocument } from "../table.ts";

/** Recognises and reads a PDF. Refused where no kind or more than one fits, or where the one that fits cannot be taken. */
export function interpretPrinted({
  name,
  tables,
}: ReadDocument): { readonly interpretations: readonly Interpretation[] } | { readonly refusal: string } {
  const [only, ...more] = PRINTED_KINDS.filter((definition) => definition.fits(tables));
  if (only === undefined) return { refusal: "No invoice that is read stands in this PDF." };
  if (more.length > 0)
    return { refusal: "This PDF could be more than one kind of invoice. Drop its spreadsheet instead." };
  return only.interpret(name, tables);
}
