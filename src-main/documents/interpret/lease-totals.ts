/** What a lessor's invoice prints of itself as facts: its total, and the sums of its sections. */
import type { Cents } from "#shared/money.ts";
import type { FactValues } from "../facts.ts";
import type { FactDraft, Interpretation, RecognisedTable, RowProblem } from "../interpretation.ts";
import { titleKey } from "../recognise/titles.ts";
import type { Row } from "./cells.ts";
import { labelJson, labelled, labelProblem, labelValue } from "./labels.ts";
import { countsAccount, openBefore, openBy } from "./lease-account.ts";
import { HEAD } from "./lease-fields.ts";
import type { headOf } from "./lease-head.ts";
import { keyOf, type LineDraft } from "./lease-line-sums.ts";
import { type SumRow, sumOf, sumRow } from "./lease-sum-rows.ts";
import { type ReadSum, type SumsOfInvoice, sumsOfInvoices } from "./lease-sums.ts";
import { cents, text } from "./readers.ts";

const FIELDS = { subtotalCents: "invoiceSubtotal", taxCents: "invoiceTax", totalCents: "invoiceTotal" } as const;
type Printed = { readonly [F in keyof typeof FIELDS]: Cents | null };

/** Gathers the sums of a table while its rows are read. */
export class PrintedSums {
  readonly #rows: SumRow[] = [];
  readonly #titles: number[] = [];
  readonly #byColumn = new Map<number, Printed>();
  readonly #recognised: RecognisedTable;
  #last: FactValues<"leaseLine"> | undefined;
  #tax: Cents = 0;
  #after = false;
  /** What was open before this invoice, payments taken off. */
  #open: Cents;

  constructor(recognised: RecognisedTable) {
    this.#recognised = recognised;
    this.#open = openBefore(recognised);
  }

  /** Notes a line's values, so that a tax printed below the lines is known to be theirs or more. */
  line(row: Row, values: { [F in keyof FactValues<"leaseLine">]: FactValues<"leaseLine">[F] | undefined }): void {
    this.#after = false;
    if (!isRead(values)) return;
    if (this.#last && keyOf(this.#last) !== keyOf(values)) this.#tax = 0;
    this.#last = values;
    this.#tax += values.taxCents + (values.chargeCode === "TAX" ? values.amountCents : 0);
    const own = Object.entries(FIELDS).map(([field, column]) => [field, row.peek(column, cents)]);
    this.#byColumn.set(row.number, Object.fromEntries(own));
  }

  /** Notes where a group of lines begins. */
  title(row: Row): void {
    this.#titles.push(row.number);
  }

  /** Whether a row repeats by charge, below a total and a title that says so, what the lines are: it names no van and no days. */
  recaps(row: Row, title: string): boolean {
    const names = ["vin", "unit", "plate", "contract", "serviceFrom", "quantity", "rate"].some((field) =>
      /\d/.test(row.words(field)),
    );
    return this.#rows.length > 0 && !names && /\b(?:summary|recap|breakdown)\b/i.test(title);
  }

  /** Whether a row sums up. A tax that no line has yet is a line itself, for the invoice as a whole. */
  takes(row: Row): boolean {
    const sum = sumOf(row, this.#after);
    if (sum === undefined) return false;
    if (sum.kind === "account") {
      const figures = sumRow(row, { ...sum, kind: "balance" }, this.#recognised.format);
      this.#open += openBy(sum.words, figures?.only ?? figures?.total ?? figures?.amount ?? 0);
      return true;
    }
    const read = sumRow(row, { ...sum, kind: sum.kind }, this.#recognised.format);
    this.#after = true;
    if (read === undefined) return true;
    const tax = read.kind === "tax" ? (read.only ?? read.tax) : null;
    if (tax !== null && tax !== 0 && this.#tax === 0 && this.#last)
      row.fact("leaseLine", taxLine(this.#last, sum.words, tax));
    else this.#rows.push(read);
    return true;
  }

  /** The interpretation with a fact for each invoice and for each section that prints a sum. */
  addTo(read: Interpretation, head: ReturnType<typeof headOf>): Interpretation {
    const lines = read.facts.flatMap((draft): LineDraft[] => (draft.type === "leaseLine" ? [draft] : []));
    const rows = this.#rows.map((row): SumRow => (this.#mayCount(row.words) ? { ...row, kind: "balance" } : row));
    const invoices = sumsOfInvoices(lines, rows, this.#titles);
    const problems = [...read.problems, ...labelProblems(this.#recognised)];
    const unreadRows = new Set(problems.map(({ row }) => row)).size;
    const facts = invoices.flatMap((invoice) => this.#factsOf(invoice, invoices.length === 1, head, unreadRows));
    return { ...read, problems, facts: [...read.facts, ...facts] };
  }

  #factsOf(invoice: SumsOfInvoice, only: boolean, head: ReturnType<typeof headOf>, unreadRows: number): FactDraft[] {
    const { lines, sections } = invoice;
    const [first] = lines;
    if (!first) return [];
    const days = lines.map(({ values }) => values.serviceFrom).sort();
    const ends = lines.map(({ values }) => values.serviceTo).sort();
    const periodStart = (only ? head.from : null) ?? days[0] ?? first.values.serviceFrom;
    const end = (only ? head.to : null) ?? ends.at(-1) ?? first.values.serviceTo;
    const { provider, invoiceNumber, issuedOn, dueOn } = first.values;
    const about = {
      ...{ provider, invoiceNumber, issuedOn, dueOn },
      serviceFrom: days.at(-1) ?? first.values.serviceFrom,
      periodStart,
      periodEnd: end < periodStart ? periodStart : end,
      unreadRows,
      currency: labelValue(this.#recognised, HEAD, "currency", text)?.toUpperCase() ?? "USD",
    };
    const fact = ({ row, cells, ...sum }: Omit<ReadSum, "cells"> & { readonly cells: string }): FactDraft => ({
      type: "leaseInvoice",
      row,
      cells,
      values: { ...about, ...sum },
    });
    const whole = invoice.whole && { ...invoice.whole, cells: JSON.stringify(invoice.whole.cells) };
    return [
      fact(whole ?? (only ? this.#fromLabels(lines) : null) ?? this.#fromColumns(lines, first)),
      ...sections.map((sum) => fact({ ...sum, cells: JSON.stringify(sum.cells) })),
    ];
  }

  /** Whether a sum of such words counts what was open before. */
  #mayCount(words: string): boolean {
    return this.#open !== 0 && countsAccount(words);
  }

  /** What labels above the table say; null where they say nothing. */
  #fromLabels(lines: readonly LineDraft[]) {
    const { labels } = this.#recognised;
    const title = HEAD.invoiceTotal.titles.find((each) => labels.has(each) || labels.has(titleKey(each))) ?? "";
    const printed = printedBy((field) =>
      field === FIELDS.totalCents && this.#mayCount(title) ? null : labelValue(this.#recognised, HEAD, field, cents),
    );
    const place = Object.values(FIELDS).map((field) => labelled(this.#recognised, HEAD, field));
    const row = place.find((each) => each !== undefined)?.row;
    if (row === undefined) return null;
    const cells = labelJson(HEAD, this.#recognised.table.rows[row] ?? []);
    return { section: "", lines: lines.length, row: row + 1, cells, ...printed };
  }

  /** What each line repeats in columns, where all of them say the same; else nothing is printed. */
  #fromColumns(lines: readonly LineDraft[], first: LineDraft) {
    const said = lines.map(({ row }) => this.#byColumn.get(row));
    const printed = printedBy((_, field) => {
      const values = new Set(said.map((each) => each?.[field] ?? null));
      const [only] = values;
      return values.size === 1 ? (only ?? null) : null;
    });
    return { section: "", lines: lines.length, row: first.row, cells: first.cells, ...printed };
  }
}

function printedBy(value: (column: (typeof FIELDS)[keyof typeof FIELDS], field: keyof typeof FIELDS) => Cents | null) {
  return {
    subtotalCents: value(FIELDS.subtotalCents, "subtotalCents"),
    taxCents: value(FIELDS.taxCents, "taxCents"),
    totalCents: value(FIELDS.totalCents, "totalCents"),
  };
}

/** Labels of sums that cannot be read. */
function labelProblems(recognised: RecognisedTable): RowProblem[] {
  return Object.values(FIELDS).flatMap((field): RowProblem[] => {
    if (recognised.columns.has(field)) return [];
    const reason = labelProblem(recognised, HEAD, field, cents);
    const found = labelled(recognised, HEAD, field);
    // Words beside a label are the next label, or a title of the table's upper row.
    if (reason === null || !found || !/\d/.test(String(found.value))) return [];
    const place = { sheet: recognised.table.sheet, row: found.row + 1, station: null, day: null };
    return [{ ...place, column: null, text: String(found.value), reason }];
  });
}

/** Whether every value of a line could be read. */
function isRead(values: { readonly [F in keyof FactValues<"leaseLine">]: unknown }): values is FactValues<"leaseLine"> {
  return Object.values(values).every((value) => value !== undefined);
}

/** A tax on the whole invoice, printed below lines that have none. */
function taxLine(last: FactValues<"leaseLine">, description: string, amountCents: Cents): FactValues<"leaseLine"> {
  return {
    ...last,
    ...{ contract: "", unit: "", vin: "", plate: "", odometer: null, referenceInvoice: "" },
    ...{ chargeCode: "TAX", description, quantity: null, rate: null },
    ...{ amountCents, taxCents: 0, totalCents: amountCents },
  };
}
