/** A printed line to facts, or to the problem that keeps it from being one. */
import { type IsoDate, weekStart } from "#shared/week.ts";
import type { FactValues } from "../../facts.ts";
import type { FactDraft, RowProblem } from "../../interpretation.ts";
import { sectionName } from "../amazon-invoice-types.ts";
import { text } from "../readers.ts";
import { printedDate, weekOfTitle } from "./dates.ts";
import type { PrintedKind } from "./kind.ts";
import { cellOf, type PrintedLine } from "./line.ts";
import { isDash, type LineNumbers, readNumbers } from "./numbers.ts";

/** What a line needs to know of its invoice and its page. */
export interface LineContext extends PrintedKind {
  readonly head: Pick<FactValues<"invoice">, "station" | "invoiceNumber" | "periodStart" | "periodEnd">;
  /** Titles of the page's columns. */
  readonly titles: readonly string[];
}

interface Drafts {
  readonly facts: FactDraft[];
  readonly problems: RowProblem[];
}

/** A date before the description, where the table has no column for it. */
const DATED = /^(\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4})\s+(?:[-–]\s+)?(\S.*)$/;

/** The facts of a line: one, or one for each week it has a count of. */
export function draftsOf(line: PrintedLine, context: LineContext): Drafts {
  const { german, head } = context;
  const [, datePart = "", rest = ""] = DATED.exec(line.description) ?? [];
  const inline = datePart === "" ? undefined : printedDate(datePart, german);
  const description = inline === undefined ? line.description : rest;
  const section = sectionOf(line);
  const written = cellOf(line, "date");
  const day = written === "" ? (inline ?? line.day) : dayOf(written, context);
  const values = {
    station: head.station,
    invoiceNumber: head.invoiceNumber,
    periodStart: head.periodStart,
    periodEnd: head.periodEnd,
  };
  if (day === undefined) return failed(line, context, null, "date", `"${written}" is not a date.`);
  if (description === "") return failed(line, context, day, "description", "The line has no description.");
  const weeks = line.columns.flatMap(({ week }, place) =>
    week === null ? [] : [{ week, text: line.cells[place] ?? "" }],
  );
  if (weeks.length > 0)
    return weekly(line, context, weeks, { ...values, section, description: text.read(description) ?? "" });
  const read = numbersOf(line, section, context);
  if ("problem" in read) return failed(line, context, day, read.problem.field, read.problem.reason);
  const { rate, quantity, amount } = read.numbers;
  const place = { row: line.row.line, cells: evidence(line, context) };
  const own = { ...values, section, description: text.read(description) ?? "", rate, quantity };
  if (context.type === "fleet" && (amount !== null || (rate === null && quantity !== null))) {
    const week = day !== null && section === "weekly high counts" ? weekStart(day) : null;
    return {
      facts: [{ type: "fleetLine", values: { ...own, date: week, amountCents: amount }, ...place }],
      problems: [],
    };
  }
  if (amount === null) return failed(line, context, day, "amount", "The line has no amount.");
  const type = context.type === "variable" ? "invoiceLine" : "incentiveLine";
  const paid = {
    date: day,
    serviceType: line.serviceType,
    amountCents: amount,
    form: "detail",
    paymentType: "",
  } as const;
  return { facts: [{ type, values: { ...own, ...paid }, ...place }], problems: [] };
}

function sectionOf(line: PrintedLine): string {
  const own = cellOf(line, "section");
  return own === "" ? line.section : sectionName(own);
}

function dayOf(written: string, { german, head }: LineContext): IsoDate | undefined {
  return printedDate(written, german) ?? weekOfTitle(written, head.periodEnd, german);
}

/** The line's numbers. What a count's only number stands under does not matter: it is no money. */
function numbersOf(line: PrintedLine, section: string, { type, german }: LineContext) {
  const written = { rate: cellOf(line, "rate"), quantity: cellOf(line, "quantity"), amount: cellOf(line, "amount") };
  const counted = section === "weekly high counts" || /^authori[sz]ed fleet size\b/i.test(line.description);
  const only = [written.rate, written.quantity, written.amount].filter((each) => each !== "");
  if (type === "fleet" && counted && only.length === 1) return readNumbers({ quantity: only[0] }, german);
  return readNumbers(written, german);
}

function weekly(
  line: PrintedLine,
  context: LineContext,
  weeks: readonly { week: IsoDate; text: string }[],
  values: Omit<FactValues<"fleetLine">, "date" | "rate" | "quantity" | "amountCents">,
): Drafts {
  const drafts: Drafts = { facts: [], problems: [] };
  for (const { week, text: written } of weeks) {
    if (isDash(written)) continue;
    const read = readNumbers({ quantity: written }, context.german);
    if ("problem" in read)
      drafts.problems.push(...failed(line, context, week, "quantity", read.problem.reason).problems);
    else if (read.numbers.quantity !== null) {
      const counted = { ...values, date: week, rate: null, quantity: read.numbers.quantity, amountCents: null };
      drafts.facts.push({ type: "fleetLine", values: counted, row: line.row.line, cells: evidence(line, context) });
    }
  }
  return drafts;
}

/** The cells as they stand, under the titles of the page's columns. */
function evidence(line: PrintedLine, { titles }: LineContext): string {
  return JSON.stringify(
    titles.map((title) => line.cells[line.columns.findIndex((column) => column.title === title)] ?? ""),
  );
}

function failed(
  line: PrintedLine,
  { head }: LineContext,
  day: IsoDate | null,
  field: keyof LineNumbers | "date" | "description",
  reason: string,
): Drafts {
  const column = line.columns.find((each) => each.field === field)?.title ?? null;
  const whole = line.row.cells.map((cell) => cell.text).join(" ");
  const where = { sheet: line.row.page, row: line.row.line, station: head.station, day };
  return { facts: [], problems: [{ ...where, column, text: cellOf(line, field) || whole, reason }] };
}
