/** What a finding rests on: clauses, tolerances and estimates, what it takes the place of, and what stays with the sender. */
import type { Content } from "pdfmake";
import { formatCents } from "#shared/money.ts";
import { groupBy, isSettled } from "../order.ts";
import type { CountedFinding, KeptRow, PacketEntry } from "../packet.ts";
import { rowList } from "../sources.ts";
import type { Pen } from "./pen.ts";
import { ACCENT, CONTENT_WIDTH, GUTTER, KEEP_PART } from "./styles.ts";
import type { Block } from "./tables.ts";

/** The list; none where there is nothing to say. */
export function basisBlock({ finding }: PacketEntry, pen: Pen, kept: boolean): Block[] {
  const lines = [
    ...finding.notes,
    ...(finding.estimated && !finding.notes.some((note) => /estimat/i.test(note))
      ? ["A rate had to be estimated; the lowest defensible figure was used."]
      : []),
    ...finding.takesPlaceOf.map(
      (other) => `Takes the place of ${other.code}, ${other.label}: its money is counted here only.`,
    ),
    ...claimedNote(finding),
    ...keptNotes(finding.keptRows ?? []),
    ...(finding.settled ? [reasonText(finding.status, finding.history)] : []),
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

function claimedNote({ asked, status, amountCents, foundCents }: CountedFinding): string[] {
  if (asked && isSettled(status)) return [`It was ${status} after the claim was submitted.`];
  if (!asked || amountCents === null || amountCents === foundCents) return [];
  const now = foundCents === null ? "no longer states an amount" : `comes to ${formatCents(foundCents)} now`;
  return [`${formatCents(amountCents)} was claimed when the claim was submitted; the finding ${now}.`];
}

/** What stays with the sender, by file. */
function keptNotes(rows: readonly KeptRow[]): string[] {
  const files = groupBy(rows, ({ document, sheet }) => JSON.stringify([document, sheet]));
  return [...files.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const numbers = [...new Set(group.map(({ row }) => row))].sort((a, b) => a - b);
    const where = `${first.document}${first.sheet === null ? "" : `, sheet ${first.sheet}`}`;
    return [
      `It also rests on ${numbers.length === 1 ? "row" : "rows"} ${rowList(numbers)} of ${where}, which stays with the sender.`,
    ];
  });
}

function reasonText(status: string, history: PacketEntry["finding"]["history"]): string {
  const last = history.findLast((entry) => entry.action === status);
  const word = status === "cleared" ? "Cleared" : "Dismissed";
  return last?.reason ? `${word} by ${last.actor}: ${last.reason}` : `${word}: not counted in any total.`;
}
