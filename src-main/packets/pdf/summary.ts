/** The pages after the cover: by check, by invoice, and every finding with its page. */

import type { Content } from "pdfmake";
import { DIRECTION_LABELS, type Direction } from "#shared/catalogue.ts";
import { formatCents, group } from "#shared/money.ts";
import { formatDate } from "#shared/week.ts";
import type { PacketDeadline, PacketModel, SummaryRow } from "../packet.ts";
import type { Pen } from "./pen.ts";
import { ANCHOR, findingPage } from "./places.ts";
import { CONTENT_WIDTH, GUTTER, MUTED, SIZE } from "./styles.ts";
import { type Column, ledger } from "./tables.ts";
import { amountText, claimWord, count, periodText, statusText, tallyText } from "./words.ts";

/** Widths of columns that fill the page together with one that takes the rest. */
function columnsOf(columns: readonly (Omit<Column, "width"> & { width?: number })[]): Column[] {
  const fixed = columns.reduce((sum, column) => sum + (column.width ?? 0) + 2 * GUTTER, 0);
  return columns.map((column) => ({ ...column, width: column.width ?? CONTENT_WIDTH - fixed }));
}

/** The summary. */
export function summaryPages(model: PacketModel, pen: Pen): Content[] {
  return [
    {
      text: "Summary",
      style: "heading",
      id: ANCHOR.summary,
      outline: true,
      pageBreak: "before",
      margin: [0, 0, 0, 12],
    },
    ...byCheck(model, pen),
    ...byInvoice(model, pen),
    ...everyFinding(model, pen),
  ];
}

const strong = (text: string, right = false): Content => ({ text, bold: true, alignment: right ? "right" : "left" });

function byCheck(model: PacketModel, pen: Pen): Content[] {
  const columns = columnsOf([
    { title: "Check", width: 30 },
    { title: "What it found" },
    { title: "Findings", width: 60, right: true },
    { title: "Dollars", width: 90, right: true },
  ]);
  const line = (row: SummaryRow) => [row.code, row.title, group(row.count), tallyText(row)];
  const claimed = model.summary.filter((row) => row.asked);
  const content: Content[] = [{ text: `${titleWord(model)}, by check`, style: "subheading", margin: [0, 0, 0, 4] }];
  if (claimed.length > 0) {
    const { claimable } = model.cover;
    const total = [
      "",
      strong(`Total ${claimWord(model)}`),
      strong(group(claimable.count), true),
      strong(tallyText(claimable), true),
    ];
    content.push(
      ledger(pen, columns, [...claimed.map(line), total], { size: SIZE.table, margin: [0, 0, 0, 18] }).content,
    );
  } else
    content.push({ text: `No finding of this packet is ${claimWord(model)}.`, color: MUTED, margin: [0, 0, 0, 18] });
  for (const other of model.cover.others) {
    const total = [
      "",
      strong(`Total, not part of the claim`),
      strong(group(other.count), true),
      strong(tallyText(other), true),
    ];
    content.push(
      { text: DIRECTION_LABELS[other.direction], style: "subheading", margin: [0, 0, 0, 4] },
      ledger(pen, columns, [...restOf(model, other.direction).map(line), total], {
        size: SIZE.table,
        margin: [0, 0, 0, 18],
      }).content,
    );
  }
  return content;
}

const titleWord = (model: PacketModel) => (claimWord(model) === "claimed" ? "Claimed" : "Claimable");

const restOf = (model: PacketModel, direction: Direction) =>
  model.summary.filter((row) => !row.asked && row.direction === direction);

function byInvoice(model: PacketModel, pen: Pen): Content[] {
  if (model.invoices.length === 0) return [];
  const columns = columnsOf([
    { title: "Invoice" },
    { title: "Claimed from", width: 120 },
    { title: "Dispute by", width: 76 },
    { title: "Findings", width: 44, right: true },
    { title: "Dollars", width: 80, right: true },
  ]);
  const past = ({ date, daysLeft }: PacketDeadline) => {
    const sent = model.claim?.submittedOn ?? null;
    return sent === null ? daysLeft < 0 : sent > date;
  };
  const rows = model.invoices.map((invoice) => [
    invoice.invoiceNumber ?? "No invoice named",
    invoice.counterparty ?? "Not named",
    invoice.deadline ? `${formatDate(invoice.deadline.date)}${past(invoice.deadline) ? " (past)" : ""}` : "Not known",
    group(invoice.count),
    tallyText(invoice),
  ]);
  const total = [strong(`Total ${claimWord(model)}`), "", "", strong(group(model.cover.claimable.count), true)];
  const heading: Content = {
    text: `${titleWord(model)}, by invoice`,
    style: "subheading",
    id: ANCHOR.invoices,
    margin: [0, 4, 0, 4],
  };
  const table = ledger(pen, columns, [...rows, [...total, strong(formatCents(model.cover.claimable.cents), true)]], {
    size: SIZE.table,
    margin: [0, 0, 0, 18],
  }).content;
  // A heading is not left alone at the foot of a page; a table longer than a page cannot be kept whole.
  return rows.length <= KEEP_TOGETHER ? [{ stack: [heading, table], unbreakable: true }] : [heading, table];
}

/** Rows of a table that is kept on one page with its heading. */
const KEEP_TOGETHER = 24;

function everyFinding(model: PacketModel, pen: Pen): Content[] {
  const entries = model.sections.flatMap((section) => section.entries);
  const columns = columnsOf([
    { title: "No.", width: 24, right: true },
    { title: "Check", width: 26 },
    { title: "Subject" },
    model.claim ? { title: "Period", width: 116 } : { title: "Status", width: 52 },
    { title: "Dollars", width: 70, right: true },
    { title: "Page", width: 28, right: true },
  ]);
  const rows = entries.map(({ number, finding }) => [
    String(number),
    finding.code,
    [finding.station, finding.subject].filter(Boolean).join(" · "),
    model.claim ? periodText(finding.period) : statusText(finding),
    finding.asked ? amountText(finding) : { text: amountText(finding), color: MUTED, alignment: "right" as const },
    { pageReference: findingPage(number), alignment: "right" as const, color: MUTED },
  ]);
  return [
    { text: `All ${count(entries.length, "finding")}`, style: "subheading", id: ANCHOR.list, margin: [0, 4, 0, 2] },
    ...(entries.every(({ finding }) => finding.asked)
      ? []
      : [{ text: "Amounts in gray are not part of the claim.", style: "label" }]),
    ledger(pen, columns, rows, { size: SIZE.table, margin: [0, 4, 0, 0] }).content,
  ];
}
