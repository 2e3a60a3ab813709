/** The whole packet as a pdfmake document. */

import type { Content } from "pdfmake";
import { formatDate } from "#shared/week.ts";
import { groupBy } from "../order.ts";
import type { PacketEntry, PacketModel, PacketSection } from "../packet.ts";
import { tally } from "../totals.ts";
import { auditPages, filesPages } from "./annex.ts";
import { coverPage } from "./cover.ts";
import { findingContent, GAP } from "./finding.ts";
import type { Pen } from "./pen.ts";
import { sectionAnchor, sectionTitle } from "./places.ts";
import { BAND_LAYOUT, CONTENT_WIDTH, HAIRLINE, MUTED, PAGE, rule } from "./styles.ts";
import { summaryPages } from "./summary.ts";
import { claimWord, count, tallyText } from "./words.ts";

/** Everything between the margins, in parts: cover, summary, findings one by one, annexes. */
export function* packetContent(model: PacketModel, pen: Pen, coded: boolean): Generator<Content[]> {
  yield coverPage(model);
  yield summaryPages(model, pen);
  for (const [index, section] of model.sections.entries())
    yield* sectionContent(section, sectionAnchor(index), model, pen);
  yield filesPages(model, pen);
  yield auditPages(model, pen, coded);
}

function* sectionContent(section: PacketSection, anchor: string, model: PacketModel, pen: Pen): Generator<Content[]> {
  const others = section.others.reduce((sum, other) => sum + other.count, 0);
  const settled = section.entries.filter(({ finding }) => finding.settled).length;
  const line = [
    section.claimable.count > 0
      ? `${count(section.claimable.count, `${claimWord(model)} finding`)}, ${tallyText(section.claimable)}`
      : `Nothing ${claimWord(model)}`,
    others > 0 ? `${count(others, "finding")} not part of the claim` : "",
    settled > 0 ? `${settled} dismissed or cleared` : "",
  ];
  yield [
    {
      text: sectionTitle(section.counterparty),
      style: "heading",
      id: anchor,
      outline: true,
      outlineExpanded: section.entries.some(({ finding }) => finding.asked),
      pageBreak: "before",
    },
    { text: line.filter(Boolean).join("  ·  "), style: "muted", margin: [0, 4, 0, 6] },
    {
      text: [
        "Cells that decided are set in bold on a tinted ground. Evidence rows stand as they do in the source.",
        model.files.some(({ delivery }) => delivery === "kept")
          ? " Of files that stay with the sender, only the cells that decided are quoted."
          : "",
      ].join(""),
      style: "label",
      margin: [0, 0, 0, 14],
    },
  ];
  for (const [index, check] of [...checksOf(section.entries)].entries()) {
    const place = `${anchor}-check-${index + 1}`;
    for (const entry of check) {
      const band = entry === check[0] ? checkBand(check, place, anchor) : [];
      const above = entry === section.entries[0] ? 0 : GAP;
      yield findingContent(entry, { check: place, band, above }, pen);
    }
  }
}

/** Neighbors of one check, in their order: what is asked for apart from what is not. */
function checksOf(entries: readonly PacketEntry[]): Iterable<PacketEntry[]> {
  return groupBy(entries, ({ finding: { code, direction, asked, settled } }) =>
    JSON.stringify([code, direction, asked, settled]),
  ).values();
}

/** The band that begins a check: it stays with the check's first finding. */
function checkBand(check: readonly PacketEntry[], place: string, section: string): Content[] {
  const [first] = check;
  if (!first) return [];
  const { code, title, settled } = first.finding;
  const sum = tally(check.map(({ finding }) => finding));
  const name = `${code}  ${title}`;
  const worth = settled ? "not counted" : tallyText(sum);
  return [
    {
      table: {
        widths: [CONTENT_WIDTH - 130 - 32, 130],
        body: [
          [
            {
              text: name,
              style: "checkHeading",
              id: place,
              outline: true,
              outlineText: `${name} (${check.length})`,
              outlineParentId: section,
            },
            {
              text: `${count(check.length, "finding")}, ${worth}`,
              alignment: "right",
              fontSize: 9,
              margin: [0, 1, 0, 0],
            },
          ],
        ],
      },
      layout: BAND_LAYOUT,
      margin: [0, 0, 0, 10],
    },
  ];
}

/** A text that may not push the page number off the page. */
function short(text: string): string {
  const chars = [...text.replace(/\s+/g, " ")];
  return chars.length <= 48 ? chars.join("") : `${chars.slice(0, 47).join("")}…`;
}

/** What is claimed of whom, as the head of every page says it. */
function runningTitle({ claim, template }: PacketModel): string {
  return claim ? `${template.title} ${claim.label} · ${short(claim.counterparty)}` : "Backhaul audit packet";
}

/** The running head: whose packet this is. */
export function pageHeader(model: PacketModel): Content {
  return {
    margin: [PAGE.left, 30, PAGE.right, 0],
    stack: [
      {
        columns: [
          { text: runningTitle(model), width: "*" },
          { text: short(model.packetNumber), alignment: "right", width: "auto" },
        ],
        fontSize: 8,
        color: MUTED,
      },
      rule(HAIRLINE, 0.6, 5),
    ],
  };
}

/** The running foot. */
export function pageFooter(model: PacketModel, page: number, pages: number): Content {
  return {
    margin: [PAGE.left, 20, PAGE.right, 0],
    columns: [
      { text: `${short(model.dspCode)} · prepared ${formatDate(model.preparedAt)}`, width: CONTENT_WIDTH - 120 },
      { text: `Page ${page} of ${pages}`, alignment: "right", width: 120 },
    ],
    fontSize: 8,
    color: MUTED,
  };
}
