/** A packet's findings as rows, for portals that want a table: the same findings and the same totals as the pages. */
import { DIRECTION_LABELS } from "#shared/catalogue.ts";
import { plainCents } from "#shared/money.ts";
import { periodRange } from "#shared/week.ts";
import type { CountedFinding, PacketEntry, PacketModel } from "./packet.ts";
import { neutralised, type WorkbookCell, workbookBytes } from "./workbook.ts";

interface Column {
  readonly title: string;
  readonly cell: (entry: PacketEntry, model: PacketModel) => WorkbookCell;
}

const money = (cents: number | null): WorkbookCell => (cents === null ? null : { hundredths: cents });

const COLUMNS: readonly Column[] = [
  { title: "Claim", cell: (_, { claim }) => claim?.label ?? null },
  { title: "Packet", cell: (_, { packetNumber }) => packetNumber },
  { title: "No.", cell: ({ number }) => ({ whole: number }) },
  { title: "Check", cell: ({ finding }) => finding.code },
  { title: "Title", cell: ({ finding }) => finding.title },
  { title: "Claimed from", cell: ({ finding }) => finding.counterparty },
  { title: "Invoice", cell: ({ finding }) => finding.invoiceNumber },
  { title: "Station", cell: ({ finding }) => finding.station },
  { title: "From", cell: ({ finding }) => periodRange(finding.period).from },
  { title: "To", cell: ({ finding }) => periodRange(finding.period).to },
  { title: "Day", cell: ({ finding }) => dayOf(finding) },
  { title: "Subject", cell: ({ finding }) => finding.subject },
  { title: "Claimed", cell: ({ finding }) => (finding.asked ? money(finding.amountCents) : null) },
  { title: "Estimated", cell: ({ finding }) => (finding.estimated ? "yes" : "no") },
  { title: "Sentence", cell: ({ finding }) => finding.sentence },
  { title: "Formula", cell: ({ finding }) => finding.formula },
  { title: "Evidence", cell: ({ finding }) => evidenceText(finding) },
];

/** Only in packets that also show what is not asked for. */
const REST: readonly Column[] = [
  { title: "Direction", cell: ({ finding }) => DIRECTION_LABELS[finding.direction] },
  { title: "Not part of the claim", cell: ({ finding }) => (finding.asked ? null : money(finding.amountCents)) },
  { title: "Status", cell: ({ finding }) => finding.status },
];

/** The rows as cells, titles first. The sum of *Claimed* is the total on the cover. */
export function packetRows(model: PacketModel): WorkbookCell[][] {
  const columns = model.template.showsAll ? [...COLUMNS, ...REST] : COLUMNS;
  const entries = model.sections.flatMap((section) => section.entries);
  return [columns.map(({ title }) => title), ...entries.map((entry) => columns.map(({ cell }) => cell(entry, model)))];
}

/** The day a finding is about, where its deciding cells name exactly one; null where they name several or none. */
function dayOf({ evidence, period }: CountedFinding): string | null {
  const { from, to } = periodRange(period);
  const days = evidence
    .flatMap(({ cells }) => Object.values(cells))
    .filter((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && text >= from && text <= to);
  const [day = null, ...others] = new Set(days);
  return others.length === 0 ? day : null;
}

/** Where the evidence stands: `INV-1.xlsx, sheet Invoice, row 14; …`. */
function evidenceText({ evidence, keptRows = [] }: CountedFinding): string {
  return [...evidence, ...keptRows]
    .map(({ document, sheet, row }) => `${document}${sheet === null ? "" : `, sheet ${sheet}`}, row ${row}`)
    .join("; ");
}

/** The rows as an XLSX file, money as numbers. */
export function packetWorkbook(model: PacketModel): Uint8Array {
  return workbookBytes("Findings", packetRows(model));
}

/** The rows as a CSV file as spreadsheet programs expect it: UTF-8 with its mark, and no text that could become a formula. */
export function packetCsv(model: PacketModel): Uint8Array {
  const lines = packetRows(model).map((cells) => `${cells.map(csvCell).join(",")}\r\n`);
  return new TextEncoder().encode(`\ufeff${lines.join("")}`);
}

function csvCell(cell: WorkbookCell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return "whole" in cell ? String(cell.whole) : plainCents(cell.hundredths);
  const text = neutralised(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
