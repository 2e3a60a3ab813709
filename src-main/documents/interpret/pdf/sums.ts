/** Rows that sum up others: totals, taxes, and the sums beside a section's title. */
import { type Column, isNumeric, placed } from "./columns.ts";
import { cellOf, type PrintedLine } from "./line.ts";
import { isNumber, readings } from "./numbers.ts";
import type { PrintedRow } from "./pages.ts";
import { type SumOf, sumOf } from "./words.ts";

/** What a row sums up, if it is a sum: its words say so, and its figures are not those of a whole line. */
export function sumAt(row: PrintedRow, columns: readonly Column[] | undefined): SumOf | undefined {
  const words = row.cells.find(({ text }) => !isNumber(text))?.text;
  const sum = words === undefined ? undefined : sumOf(words);
  if (!sum || !columns) return sum;
  const cells = placed(row.cells, columns);
  const whole = columns.every((column, place) => !isNumeric(column) || isNumber(cells[place] ?? ""));
  return whole && columns.filter(isNumeric).length === 3 ? undefined : sum;
}

const IN_ONE_CELL = /^(.*?\S)[\s:]+([-\u2212(]?\s*[$€£]?\s*[-\u2212(]?\d[\d.,]*\)?\s*€?)$/;

/** A row that sums up. Its last figures are the amount, wherever they stand, be it in one cell with its words. */
export function sumLine(row: PrintedRow, columns: readonly Column[], sum: SumOf): PrintedLine {
  const texts = row.cells.map(({ text }) => text);
  const figures = texts.filter(isNumber);
  const [, title = "", inside = ""] = figures.length > 0 ? [] : (IN_ONE_CELL.exec(texts.join(" ")) ?? []);
  const words = title === "" ? texts.filter((text) => !isNumber(text)).join(" ") : title;
  const description = words.replace(/\s*:$/, "");
  const amount = figures.at(-1) ?? inside;
  const table = columns.length > 0 ? columns : BARE;
  const cells = table.map(({ field }) => (field === "description" ? description : field === "amount" ? amount : ""));
  const section = sum === "tax" ? "tax" : "";
  return { row, columns: table, cells, section, day: null, description, serviceType: "", sum };
}

/** For a sum that stands above the table. */
const BARE: readonly Column[] = (["description", "amount"] as const).map((field) => ({
  field,
  title: "",
  week: null,
  from: 0,
  to: 0,
}));

/** Takes out what turns out to be a section's title with its sums: the lines under it have the same quantity and amount together. */
export function withoutSectionSums(lines: readonly PrintedLine[], german: boolean): PrintedLine[] {
  return lines.filter((line, index) => {
    if (line.sum || cellOf(line, "rate") !== "") return true;
    const rest = lines.slice(index + 1);
    const end = rest.findIndex((each) => cellOf(each, "rate") === "" || each.section !== line.section);
    const under = end < 0 ? rest : rest.slice(0, end);
    const adds = (field: "quantity" | "amount") => {
      const [total] = readings(cellOf(line, field), field, german);
      const parts = under.map((each) => readings(cellOf(each, field), field, german)[0] ?? Number.NaN);
      return total !== undefined && parts.reduce((sum, part) => sum + part, 0) === total;
    };
    if (under.length === 0 || !adds("quantity") || !adds("amount")) return true;
    for (const each of under) each.section = line.description.toLowerCase();
    return false;
  });
}
