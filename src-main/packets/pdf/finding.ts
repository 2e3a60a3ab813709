/** One finding: the sentence, the formula, both sides, the evidence, and what it rests on. */

import type { Content } from "pdfmake";
import { isClaimable } from "#shared/catalogue.ts";
import { formatDate } from "#shared/week.ts";
import type { PacketEntry } from "../packet.ts";
import { findingAnchor, findingPage } from "./cover.ts";
import { evidenceBlocks } from "./evidence.ts";
import type { Pen } from "./pen.ts";
import { ACCENT, CONTENT_WIDTH, FORMULA_LAYOUT, GUTTER, INK, rule, SIZE } from "./styles.ts";
import { type Block, type Column, fitColumns, isNumeric, ledger, linesOfTitles } from "./tables.ts";
import { amountText, directionText, periodText, statusText } from "./words.ts";

/** A finding up to this height is kept on one page; a page holds about 666 points. */
const KEEP_WHOLE = 400;
const KEEP_PART = 320;
const GAP = 20;

/** A finding, ready to be placed. */
export function findingContent(entry: PacketEntry, section: string, pen: Pen): Content[] {
  const blocks = (kept: boolean) => [
    headBlock(entry, section, pen),
    sidesBlock(entry, pen, kept),
    ...entry.evidence.flatMap((table, index) => evidenceBlocks(table, index === 0, pen, kept)),
    ...basisBlock(entry, pen, kept),
  ];
  const parts = blocks(true);
  const height = parts.reduce((sum, part) => sum + part.height, 0);
  // pdfmake notes the page of an unbreakable block before it moves it to the next: the page is taken from a speck behind it.
  const speck: Content = { text: "", fontSize: 0.1, id: findingPage(entry.number) };
  const gap: Content = { text: "", margin: [0, 0, 0, GAP] };
  if (height <= KEEP_WHOLE) return [{ stack: parts.map((part) => part.content), unbreakable: true }, speck, gap];
  const [head, ...rest] = blocks(false);
  if (!head) return [];
  const first: Content = head.height <= KEEP_PART ? { stack: [head.content], unbreakable: true } : head.content;
  return [first, speck, ...rest.map((part) => part.content), gap];
}

function headBlock({ number, finding, settled }: PacketEntry, section: string, pen: Pen): Block {
  const claimed = isClaimable(finding.direction) && !settled;
  const title = `${finding.code}  ${finding.title}`;
  const facts = [
    finding.station,
    periodText(finding.period),
    finding.invoiceNumber ? `Invoice ${finding.invoiceNumber}` : null,
    finding.deadline && claimed ? `Dispute by ${formatDate(finding.deadline)}` : null,
  ].filter((fact) => fact !== null);
  const place: Content = {
    text: `${number}  `,
    color: ACCENT,
    id: findingAnchor(number),
    outline: true,
    outlineText: `${number}. ${finding.code} ${finding.subject}`,
    outlineParentId: section,
  };
  const stack: Content[] = [
    rule(ACCENT, 1),
    {
      columns: [
        {
          width: "*",
          stack: [
            { text: [place, title], style: "subheading" },
            { text: finding.subject, margin: [0, 2, 0, 0] },
            { text: facts.join("  ·  "), style: "label", margin: [0, 2, 0, 0] },
          ],
        },
        {
          width: 130,
          alignment: "right",
          stack: [
            { text: amountText(finding), fontSize: 14, bold: true, color: claimed ? ACCENT : INK },
            { text: directionText(finding), style: "label", margin: [0, 1, 0, 0] },
            { text: settled ? `${statusText(finding)}, not counted` : statusText(finding), style: "label" },
          ],
        },
      ],
      columnGap: 16,
      margin: [0, 8, 0, 8],
    },
    { text: finding.sentence, fontSize: 10.5, lineHeight: 1.15, margin: [0, 0, 0, 7] },
    {
      table: { widths: [CONTENT_WIDTH - 22], body: [[{ text: finding.formula, style: "mono", fontSize: SIZE.mono }]] },
      layout: FORMULA_LAYOUT,
      margin: [0, 0, 0, 8],
    },
  ];
  const textWidth = CONTENT_WIDTH - 146;
  const height =
    50 +
    13 * pen.lines(title, 11, textWidth - 20) +
    12 * pen.lines(finding.subject, SIZE.body, textWidth) +
    10 * pen.lines(facts.join("  ·  "), 8, textWidth) +
    14.5 * pen.lines(finding.sentence, 10.5, CONTENT_WIDTH) +
    // The monospaced face is about a tenth wider than the one the pen knows.
    11 * pen.lines(finding.formula, SIZE.mono * 1.15, CONTENT_WIDTH - 22);
  return { content: { stack }, height };
}

function sidesBlock({ finding }: PacketEntry, pen: Pen, kept: boolean): Block {
  const half = (CONTENT_WIDTH - 16) / 2;
  const columnsIn = (width: number) =>
    finding.sides.map((side) =>
      fitColumns(pen, side.columns, side.rows, width, SIZE.table)?.map(
        (column, index): Column => ({
          title: side.columns[index] ?? "",
          width: column,
          right: isNumeric(side.rows.map((row) => row[index] ?? "")),
          marked: side.marked.includes(index),
        }),
      ),
    );
  const tables = (width: number, together: boolean, level: boolean) => {
    const columns = columnsIn(width);
    const titleLines = level ? Math.max(...columns.map((own) => (own ? linesOfTitles(pen, own) : 1))) : 1;
    return finding.sides.map((side, at) => {
      const own = columns[at];
      if (!own) return undefined;
      const rows = side.rows.map((row) => own.map((_, index) => row[index] ?? ""));
      const shown = rows.length === 0 ? [own.map((_, index) => (index === 0 ? "Nothing" : ""))] : rows;
      const table = ledger(pen, own, shown, { size: SIZE.table, kept: together, titleLines });
      const heading: Content = {
        text: side.title,
        bold: true,
        fontSize: 8.5,
        leadingIndent: GUTTER,
        margin: [0, 0, 0, 1],
      };
      return { content: [heading, table.content], height: table.height + 12 };
    });
  };
  const abreast = tables(half, true, true);
  const [left, right] = abreast;
  if (left && right && Math.max(left.height, right.height) <= KEEP_PART) {
    const columns = [left, right].map((side) => ({ width: half, stack: side.content }));
    return {
      content: { columns, columnGap: 16, unbreakable: !kept, margin: [0, 4, 0, 10] },
      height: Math.max(left.height, right.height) + 14,
    };
  }
  const stacked = tables(CONTENT_WIDTH, kept, false).map(
    (table, index) => table ?? plainSide(finding.sides[index], pen, kept),
  );
  return {
    content: { stack: stacked.flatMap((table) => [...table.content, { text: "", margin: [0, 0, 0, 6] }]) },
    height: stacked.reduce((sum, table) => sum + table.height + 18, 0),
  };
}

/** A side with more columns than the page can hold: one line a row, titles before the values. */
function plainSide(side: PacketEntry["finding"]["sides"][number] | undefined, pen: Pen, kept: boolean) {
  const rows = (side?.rows ?? []).map((row) => [
    (side?.columns ?? []).map((title, index) => `${title}: ${row[index] ?? ""}`).join("; "),
  ]);
  const table = ledger(pen, [{ title: "Rows", width: CONTENT_WIDTH - 2 * GUTTER }], rows, { size: SIZE.table, kept });
  const heading: Content = {
    text: side?.title ?? "",
    bold: true,
    fontSize: 8.5,
    leadingIndent: GUTTER,
    margin: [0, 0, 0, 1],
  };
  return { content: [heading, table.content], height: table.height + 12 };
}

function basisBlock({ finding, settled }: PacketEntry, pen: Pen, kept: boolean): Block[] {
  const lines = [
    ...finding.notes,
    ...(finding.estimated && !finding.notes.some((note) => /estimat/i.test(note))
      ? ["A rate had to be estimated; the lowest defensible figure was used."]
      : []),
    ...finding.takesPlaceOf.map(
      (other) => `Takes the place of ${other.code}, ${other.label}: its money is counted here only.`,
    ),
    ...(settled ? [reasonText(finding.status, finding.history)] : []),
  ];
  if (lines.length === 0) return [];
  const width = CONTENT_WIDTH - 8 - GUTTER;
  const title: Content = { text: "WHAT IT RESTS ON", style: "part", leadingIndent: GUTTER, margin: [0, 2, 0, 2] };
  const shown = lines.map(
    (text): Content => ({
      columns: [
        { width: 8 + GUTTER, text: "·", leadingIndent: GUTTER, color: ACCENT, bold: true },
        { width, text },
      ],
      fontSize: 8,
      margin: [0, 0, 0, 2],
    }),
  );
  const height = lines.reduce((sum, text) => sum + 11.5 * pen.lines(text, 8, width), 16);
  return [{ content: { stack: [title, ...shown], unbreakable: !kept && height <= KEEP_PART }, height }];
}

function reasonText(status: string, history: PacketEntry["finding"]["history"]): string {
  const last = history.findLast((entry) => entry.action === status);
  const word = status === "cleared" ? "Cleared" : "Dismissed";
  return last?.reason ? `${word} by ${last.actor}: ${last.reason}` : `${word}: not counted in any total.`;
}
