/** One finding: the sentence, the formula, both sides, the evidence, and what it rests on. */

import type { Content } from "pdfmake";
import { formatDate } from "#shared/week.ts";
import { isSettled } from "../order.ts";
import type { CountedFinding, PacketEntry } from "../packet.ts";
import { basisBlock } from "./basis.ts";
import { evidenceBlocks } from "./evidence.ts";
import type { Pen } from "./pen.ts";
import { findingAnchor, findingPage } from "./places.ts";
import { sidesBlock } from "./sides.ts";
import { ACCENT, CONTENT_WIDTH, FORMULA_LAYOUT, INK, KEEP_PART, rule, SIZE } from "./styles.ts";
import type { Block } from "./tables.ts";
import { amountText, directionText, periodText, statusText } from "./words.ts";

/** A finding up to this height is kept on one page; a page holds about 666 points. */
const KEEP_WHOLE = 560;

/** Points between two findings. */
export const GAP = 20;

/** Height of the band that begins a check. */
const BAND = 34;

/** A finding, ready to be placed `above` points below what comes before it, under the band of its check if it is the first. */
export function findingContent(
  entry: PacketEntry,
  { check, band, above }: { readonly check: string; readonly band: Content[]; readonly above: number },
  pen: Pen,
): Content[] {
  const blocks = (kept: boolean) => [
    headBlock(entry, check, band, pen),
    sidesBlock(entry, pen, kept),
    ...entry.evidence.flatMap((table, index) => evidenceBlocks(table, index === 0, pen, kept)),
    ...basisBlock(entry, pen, kept),
  ];
  const parts = blocks(true);
  const height = parts.reduce((sum, part) => sum + part.height, 0);
  // pdfmake notes the page of an unbreakable block before it moves it to the next: the page is taken from a speck behind it.
  const speck: Content = { text: "", fontSize: 0.1, id: findingPage(entry.number) };
  // Room above, never below: what is left below at the end of a page would begin another.
  const margin: [number, number, number, number] = [0, above, 0, 0];
  if (height <= KEEP_WHOLE) return [{ stack: parts.map((part) => part.content), unbreakable: true, margin }, speck];
  const [head, ...rest] = blocks(false);
  if (!head) return [];
  const first: Content = { stack: [head.content], unbreakable: head.height <= KEEP_PART, margin };
  return [first, speck, ...rest.map((part) => part.content)];
}

function headBlock({ number, finding }: PacketEntry, check: string, band: Content[], pen: Pen): Block {
  const { asked } = finding;
  const title = `${finding.code}  ${finding.subject}`;
  const facts = [
    finding.title,
    finding.station,
    periodText(finding.period),
    finding.invoiceNumber ? `Invoice ${finding.invoiceNumber}` : null,
    finding.deadline && asked ? `Dispute by ${formatDate(finding.deadline)}` : null,
  ].filter((fact) => fact !== null);
  const place: Content = {
    text: `${number}  `,
    color: ACCENT,
    id: findingAnchor(number),
    outline: true,
    outlineText: `${number}. ${finding.code} ${finding.subject}`,
    outlineParentId: check,
  };
  const stack: Content[] = [
    ...band,
    // The band is rule enough for the first finding under it.
    ...(band.length > 0 ? [] : [rule(ACCENT, 0.8)]),
    {
      columns: [
        {
          width: "*",
          stack: [
            { text: [place, title], style: "findingHeading" },
            { text: facts.join("  ·  "), style: "label", margin: [0, 2, 0, 0] },
          ],
        },
        {
          width: 130,
          alignment: "right",
          stack: [
            { text: amountText(finding), fontSize: 14, bold: true, color: asked ? ACCENT : INK },
            { text: directionText(finding), style: "label", margin: [0, 1, 0, 0] },
            { text: statusLine(finding), style: "label" },
          ],
        },
      ],
      columnGap: 16,
      margin: [0, band.length > 0 ? 0 : 8, 0, 8],
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
    (band.length > 0 ? BAND : 0) +
    13 * pen.lines(title, 11, textWidth - 20) +
    10 * pen.lines(facts.join("  ·  "), 8, textWidth) +
    14.5 * pen.lines(finding.sentence, 10.5, CONTENT_WIDTH) +
    // The monospaced face is about a tenth wider than the one the pen knows.
    11 * pen.lines(finding.formula, SIZE.mono * 1.15, CONTENT_WIDTH - 22);
  return { content: { stack }, height };
}

/** Whether a finding counts, and what it comes to where something else was claimed. */
function statusLine(finding: CountedFinding): string {
  if (finding.settled) return `${statusText(finding)}, not counted`;
  const moved = finding.foundCents !== finding.amountCents || isSettled(finding.status);
  return finding.asked && moved ? "As submitted" : statusText(finding);
}
