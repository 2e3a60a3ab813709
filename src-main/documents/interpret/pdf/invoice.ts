/** Amazon's invoices as PDF: one definition a type and language, which all read the same way. */
import type { Cents } from "#shared/money.ts";
import type { FactDraft, Interpretation, PrintedDefinition, RowProblem } from "../../interpretation.ts";
import type { Table } from "../../table.ts";
import { HEAD_FACT, type InvoiceType } from "../amazon-invoice-types.ts";
import { printedDate, weekOfTitle } from "./dates.ts";
import { draftsOf } from "./facts-of-line.ts";
import { isHeader, type PrintedKind, printedKind } from "./kind.ts";
import { cellOf, type PrintedLine } from "./line.ts";
import { linesIn } from "./lines.ts";
import { readings } from "./numbers.ts";
import { allRows, rowsOf } from "./pages.ts";
import { type PrintedHead, readHead } from "./read-head.ts";

/** The definition of one type of invoice in one language. */
export function printedInvoice(type: InvoiceType, german: boolean): PrintedDefinition {
  return {
    kind: `${type} invoice`,
    layout: layoutOf(german),
    fits: (pages) => {
      const found = printedKind(pages);
      return found?.type === type && found.german === german;
    },
    interpret: (_, pages) => interpret(pages, { type, german }),
  };
}

const layoutOf = (german: boolean) => (german ? "Gutschrift (PDF)" : "Invoice (PDF)");

function interpret(pages: readonly Table[], kind: PrintedKind) {
  const head = readHead(allRows(pages), kind);
  if ("refusal" in head) return head;
  const { german } = kind;
  const lines = linesIn(rowsOf(pages, isHeader), {
    german,
    dateOf: (text) => printedDate(text, german),
    weekOf: (text) => weekOfTitle(text, head.values.periodEnd, german),
  });
  const total = lines.findLast((line) => line.sum === "all" && cellOf(line, "amount") !== "");
  if (!total) return { refusal: "This invoice looks cut off: no Total Due stands below its lines. Download it again." };
  return { interpretations: byPage(pages, kind, head, lines, total) };
}

/** One interpretation for each page that has facts or problems. */
function byPage(
  pages: readonly Table[],
  kind: PrintedKind,
  head: PrintedHead,
  lines: readonly PrintedLine[],
  total: PrintedLine,
): Interpretation[] {
  const read = pages.map(({ sheet }) => {
    const own = lines.filter((line) => line.row.page === sheet);
    const titles = [...new Set(own.flatMap((line) => line.columns.map(({ title }) => title)))];
    const paid = own.filter(({ sum }) => sum === undefined || sum === "tax");
    const drafts = paid.map((line) => draftsOf(line, { ...kind, head: head.values, titles }));
    return {
      sheet,
      titles,
      facts: drafts.flatMap(({ facts }) => facts),
      problems: drafts.flatMap((each) => each.problems),
    };
  });
  const written = cellOf(total, "amount");
  const whole = read.every(({ problems }) => problems.length === 0);
  const facts = whole ? read.flatMap((page) => page.facts) : [];
  const due = totalCents(written, facts, kind.german);
  return read.flatMap(({ sheet, titles, facts, problems }): Interpretation[] => {
    if (head.number.row.page === sheet) {
      const { label, value, row } = head.number;
      const values = { ...head.values, totalCents: due ?? null };
      facts.unshift({ type: HEAD_FACT[kind.type], values, row: row.line, cells: JSON.stringify({ [label]: value }) });
    }
    if (total.row.page === sheet && due === undefined) problems.push(unreadableTotal(total, written, head));
    if (facts.length + problems.length === 0) return [];
    return [{ kind: `${kind.type} invoice`, layout: layoutOf(kind.german), sheet, columns: titles, facts, problems }];
  });
}

/** The printed total in cents. One that could be read in two ways is the one that the lines add up to; undefined where none does. */
function totalCents(written: string, facts: readonly FactDraft[], german: boolean): Cents | undefined {
  const values = readings(written, "amount", german);
  if (values.length < 2) return values[0];
  const amounts = facts.flatMap(({ values: each }) => ("amountCents" in each ? (each.amountCents ?? []) : []));
  const sum = amounts.reduce((all, amount) => all + amount, 0);
  return amounts.length > 0 ? values.find((value) => value === sum) : undefined;
}

function unreadableTotal(total: PrintedLine, written: string, head: PrintedHead): RowProblem {
  const reason = `The total "${written}" cannot be read, or in two ways of which neither is proven by the sum of the lines.`;
  const { row, columns } = total;
  const column = columns.find(({ field }) => field === "amount")?.title ?? null;
  return { sheet: row.page, row: row.line, column, text: written, reason, station: head.values.station, day: null };
}
