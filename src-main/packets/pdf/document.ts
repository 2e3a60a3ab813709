/** The whole packet as a pdfmake document. */

import type { Content } from "pdfmake";
import { isClaimable } from "#shared/catalogue.ts";
import { formatDate } from "#shared/week.ts";
import type { PacketModel, PacketSection } from "../packet.ts";
import { auditPages, filesPages } from "./annex.ts";
import { coverPage, sectionAnchor, sectionTitle } from "./cover.ts";
import { findingContent } from "./finding.ts";
import type { Pen } from "./pen.ts";
import { CONTENT_WIDTH, HAIRLINE, MUTED, PAGE, rule } from "./styles.ts";
import { summaryPages } from "./summary.ts";
import { count, tallyText } from "./words.ts";

/** Everything between the margins. */
export function packetContent(model: PacketModel, pen: Pen): Content[] {
  return [
    ...coverPage(model),
    ...summaryPages(model, pen),
    ...model.sections.flatMap((section, index) => sectionContent(section, sectionAnchor(index), pen)),
    ...filesPages(model, pen),
    ...auditPages(model, pen),
  ];
}

function sectionContent(section: PacketSection, anchor: string, pen: Pen): Content[] {
  const others = section.others.reduce((sum, other) => sum + other.count, 0);
  const settled = section.entries.filter((entry) => entry.settled).length;
  const line = [
    section.claimable.count > 0
      ? `${count(section.claimable.count, "claimable finding")}, ${tallyText(section.claimable)}`
      : "Nothing claimable",
    others > 0 ? `${count(others, "finding")} not part of the claim` : "",
    settled > 0 ? `${settled} dismissed or cleared` : "",
  ];
  return [
    {
      text: sectionTitle(section.counterparty),
      style: "heading",
      id: anchor,
      outline: true,
      outlineExpanded: section.entries.some((entry) => isClaimable(entry.finding.direction)),
      pageBreak: "before",
    },
    { text: line.filter(Boolean).join("  ·  "), style: "muted", margin: [0, 4, 0, 6] },
    {
      text: "Cells that decided are set in bold on a tinted ground. Evidence rows stand as they do in the source.",
      style: "label",
      margin: [0, 0, 0, 14],
    },
    ...section.entries.flatMap((entry) => findingContent(entry, anchor, pen)),
  ];
}

/** A text that may not push the page number off the page. */
function short(text: string): string {
  const chars = [...text.replace(/\s+/g, " ")];
  return chars.length <= 48 ? chars.join("") : `${chars.slice(0, 47).join("")}…`;
}

/** The running head: whose packet this is. */
export function pageHeader(model: PacketModel): Content {
  return {
    margin: [PAGE.left, 30, PAGE.right, 0],
    stack: [
      {
        columns: [
          { text: "Backhaul audit packet", width: "*" },
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
