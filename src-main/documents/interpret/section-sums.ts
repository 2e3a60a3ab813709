/** The sums of an invoice's sections, which a spreadsheet may print among its lines. */
import type { RecognisedTable } from "../interpretation.ts";
import { inUsualForm } from "../recognise/format.ts";
import { sectionName } from "./amazon-invoice-types.ts";
import { isBlank } from "./blank.ts";
import type { Row } from "./cells.ts";
import { cents, text } from "./readers.ts";

const SAYS_SO = /^(?:grand|section)?[\s-]*(?:sub[\s-]?)?totals?\b|\btotals?\s*:?$/i;

/**
 * Tells a section's sum from a line: no day, no service type and no rate, no description or one that says so, and the amount (cents) that
 * the section's lines have together. What does not add up stays a line, or a problem.
 */
export function sectionSums(recognised: RecognisedTable): (row: Row) => boolean {
  const { table, headerRow, columns, fields, format } = recognised;
  const sums = new Map<string, number>();
  for (const cells of table.rows.slice(headerRow + 1)) {
    const cell = (field: string) =>
      inUsualForm(cells[columns.get(field) ?? -1] ?? "", fields[field]?.shape ?? "text", format);
    const description = text.read(cell("description")) ?? "";
    const [section, amount] = [text.read(cell("section")) ?? "", cents.read(cell("amount"))];
    if (description === "" || SAYS_SO.test(description) || section === "" || amount === undefined) continue;
    sums.set(sectionName(section), (sums.get(sectionName(section)) ?? 0) + amount);
  }
  return (row) => {
    if (["date", "serviceType", "rate"].some((field) => !isBlank(row.cell(field)))) return false;
    const description = row.words("description");
    const sum = sums.get(sectionName(row.words("section")));
    return (description === "" || SAYS_SO.test(description)) && sum !== undefined && row.peek("amount", cents) === sum;
  };
}
