/** Both sides of a comparison with Amazon's invoice: the tables that are shown and the rows that prove it. Pure. */
import { formatMinutes } from "#shared/hours.ts";
import { formatQuantity, formatRate, plainCents } from "#shared/money.ts";
import { formatWeekday, type IsoDate } from "#shared/week.ts";
import type { DayTallyFact, InvoiceFact } from "../../../documents/facts.ts";
import type { Evidence, Side } from "../../finding.ts";
import { proof } from "../../proof.ts";
import type { NamedLine } from "./names.ts";
import type { CardRow } from "./rates.ts";

/** Deciding columns of each kind of row, as the documents page titles them. */
const COLUMNS = {
  line: [
    "Date",
    "Description",
    "Service Type",
    "Rate",
    "Quantity",
    "Amount",
    // The titles of the console's export.
    "Service Type Category",
    "Transaction Amount",
  ],
  head: ["Invoice Number", "Invoice Date", "Dispute Window Closes"],
  card: ["Item", "Service Type", "Block Hours", "Rate", "Effective From", "Effective To"],
} as const;

/** Invoice lines as evidence. */
export function lineProof(lines: readonly NamedLine[]): Evidence[] {
  return proof(lines, COLUMNS.line);
}

/** Rate-card rows as evidence. */
export function cardProof(rows: readonly (CardRow | null)[]): Evidence[] {
  return proof(
    rows.flatMap((row) => (row === null ? [] : [row.fact])),
    COLUMNS.card,
  );
}

/**
 * The invoice's side of the evidence. Where nothing was invoiced, the head of the invoice that should have paid stands for it, with the
 * lines of the same day: what the invoice does say there is what shows the gap.
 */
export function invoiceProof(
  paid: readonly NamedLine[],
  head: InvoiceFact | null,
  sameDay: readonly NamedLine[],
): Evidence[] {
  if (paid.length > 0) return lineProof(paid);
  return [...proof(head === null ? [] : [head], COLUMNS.head), ...lineProof(sameDay)];
}

/** The lines of one day, those of the section in question where it has any. */
export function linesOfDay(lines: readonly NamedLine[], date: IsoDate | null, section: string): NamedLine[] {
  const day = lines.filter((line) => line.date === date);
  const own = day.filter((line) => line.section === section);
  return own.length > 0 ? own : day;
}

const dateText = (date: IsoDate | null) => (date === null ? "whole week" : formatWeekday(date));

/** What Amazon paid, line by line; says so where there is no line. `marked` are the indexes of the deciding columns. */
export function paidSide(lines: readonly NamedLine[], date: IsoDate | null, marked: readonly number[]): Side {
  const rows = lines.map((line) => [
    dateText(line.date),
    line.description,
    line.serviceType,
    line.rate === null ? "" : formatRate(line.rate),
    line.quantity === null ? "" : formatQuantity(line.quantity),
    plainCents(line.amountCents),
  ]);
  return {
    title: "Amazon paid",
    columns: ["Date", "Description", "Service type", "Rate", "Quantity", "Amount"],
    rows: rows.length > 0 ? rows : [[dateText(date), "No line", "", "", "0", "0.00"]],
    marked,
  };
}

/** Indexes of the quantity, of the rate and of the amount in the table of `paidSide`. */
export const PAID = { rate: 3, quantity: 4, amount: 5 } as const;

/** One count of the route summary, day by day. */
export function tallySide(
  tallies: readonly DayTallyFact[],
  column: { readonly title: string; readonly of: (tally: DayTallyFact) => number },
): Side {
  return {
    title: "The work summary says",
    columns: ["Date", "Service type", "Planned duration", column.title],
    rows: tallies.map((tally) => [
      formatWeekday(tally.date),
      tally.serviceType,
      formatMinutes(tally.blockMinutes),
      String(column.of(tally)),
    ]),
    marked: [3],
  };
}
