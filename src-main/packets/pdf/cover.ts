/** The first page: who claims what from whom, how much, and until when. */

import type { Content, TableCell } from "pdfmake";
import { DIRECTION_LABELS } from "#shared/catalogue.ts";
import { formatCents } from "#shared/money.ts";
import { formatDate } from "#shared/week.ts";
import type { PacketModel } from "../packet.ts";
import { CONTENT_WIDTH, INK, MUTED, PLAIN_LAYOUT, rule, SIZE } from "./styles.ts";
import { count, deadlineText, listText, periodsText, tallyText } from "./words.ts";

/** Places in the document that others point to. */
export const ANCHOR = {
  summary: "summary",
  invoices: "invoices",
  list: "list",
  files: "files",
  audit: "audit",
} as const;

/** The place of a section or finding. */
export const sectionAnchor = (index: number): string => `section-${index + 1}`;
export const findingAnchor = (number: number): string => `finding-${number}`;

/** A place on the page a finding begins on, for page numbers. */
export const findingPage = (number: number): string => `page-of-finding-${number}`;

/** What a section is called. */
export const sectionTitle = (counterparty: string | null): string => counterparty ?? "Internal findings";

/** The cover. */
export function coverPage(model: PacketModel): Content[] {
  const { cover } = model;
  return [
    { text: "AUDIT PACKET", style: "eyebrow", margin: [0, 26, 0, 6] },
    { text: model.packetNumber, style: "packetNumber" },
    { text: distinctNames(model), fontSize: 12, color: MUTED, margin: [0, 4, 0, 30] },
    { text: "Total claimable", style: "label" },
    { text: tallyText(cover.claimable), style: "total", margin: [0, 2, 0, 4] },
    { text: claimText(model), color: MUTED, margin: [0, 0, 0, 22] },
    rule(),
    { ...facts(model), margin: [0, 12, 0, 12] },
    rule(),
    ...otherMoney(model),
    ...contents(model),
  ];
}

function claimText({ cover }: PacketModel): string {
  const { claimable, confirmed, open, estimated } = cover;
  if (claimable.count === 0) return "Nothing in this packet is claimed from anybody.";
  const parts = [
    confirmed.count > 0 ? `${confirmed.count} confirmed, ${formatCents(confirmed.cents)}` : "",
    open.count > 0 ? `${open.count} open, ${formatCents(open.cents)}` : "",
  ].filter(Boolean);
  const notes = [
    estimated.count > 0 ? ` Estimated rates: ${formatCents(estimated.cents)} of it.` : "",
    claimable.unpriced > 0 ? ` Without a stated amount: ${claimable.unpriced}.` : "",
  ].join("");
  return `${count(claimable.count, "claimable finding")}: ${parts.join("; ")}.${notes}`;
}

/** The company and its code, once where they are the same. */
function distinctNames({ workspace, dspCode }: PacketModel): string {
  return workspace === dspCode ? workspace : `${workspace} · ${dspCode}`;
}

function facts(model: PacketModel) {
  const { cover } = model;
  const invoices = listText(cover.invoiceNumbers, 6);
  const rows: [string, string][] = [
    ["Claimed from", claimedFrom(model)],
    ["DSP", model.dspCode],
    ["Stations", listText(cover.stations, 12) || "All"],
    ["Periods", periodsText(cover.periods)],
    ["Invoices", invoices || "None"],
    ["Earliest deadline", cover.deadline ? deadlineText(cover.deadline) : "No dispute window is known"],
    ["Prepared by", model.preparedBy],
    ["Date", formatDate(model.preparedAt)],
  ];
  return {
    table: {
      widths: [110, CONTENT_WIDTH - 110],
      body: rows.map(([label, value]): TableCell[] => [
        { text: label, color: MUTED },
        { text: value, color: INK, bold: label === "Earliest deadline" && cover.deadline !== null },
      ]),
    },
    layout: PLAIN_LAYOUT,
  };
}

function claimedFrom({ sections }: PacketModel): string {
  const claims = sections.filter((section) => section.claimable.count > 0);
  if (claims.length === 0) return "Nobody";
  const lines = claims.map((section) => `${section.counterparty ?? "Not named"}, ${tallyText(section.claimable)}`);
  return claims.length <= 3
    ? lines.join("\n")
    : listText(
        claims.map((section) => section.counterparty ?? "Not named"),
        4,
      );
}

function otherMoney({ cover }: PacketModel): Content[] {
  if (cover.others.length === 0 && cover.settled === 0) return [];
  const rows: TableCell[][] = cover.others.map((other) => [
    { text: DIRECTION_LABELS[other.direction] },
    { text: count(other.count, "finding"), color: MUTED },
    { text: tallyText(other), alignment: "right" },
  ]);
  if (cover.settled > 0)
    rows.push([
      { text: "Dismissed or cleared" },
      { text: count(cover.settled, "finding"), color: MUTED },
      { text: "Not counted", alignment: "right" },
    ]);
  return [
    { text: "Not part of the claim", style: "subheading", margin: [0, 18, 0, 2] },
    {
      text: "Shown for completeness. These amounts are never added to the total claimable, nor to each other.",
      style: "label",
      margin: [0, 0, 0, 6],
    },
    { table: { widths: [180, 120, CONTENT_WIDTH - 300], body: rows }, layout: PLAIN_LAYOUT },
  ];
}

const HALF = (CONTENT_WIDTH - 40) / 2;
const BLANK: TableCell[] = ["", ""];

function contents(model: PacketModel): Content[] {
  const lines: [string, string][] = [
    ["Summary", ANCHOR.summary],
    ...model.sections.map((section, index): [string, string] => [
      sectionTitle(section.counterparty),
      sectionAnchor(index),
    ]),
    ["Source files", ANCHOR.files],
    ["Audit trail", ANCHOR.audit],
  ];
  // A cover stays one page: a long list of counterparties is found in the bookmarks.
  const shown = lines.length <= 7 ? lines : [...lines.slice(0, 4), ...lines.slice(-2)];
  const left = lines.length - shown.length;
  const cells = shown.map(([title, anchor], index): TableCell[] => [
    {
      text: left > 0 && index === 3 ? `${title} and ${left} more, in the bookmarks` : title,
      linkToDestination: anchor,
    },
    { pageReference: anchor, alignment: "right", color: MUTED },
  ]);
  // Two columns, read down the first and then the second.
  const rows = Math.ceil(cells.length / 2);
  return [
    { text: "Contents", style: "subheading", margin: [0, 18, 0, 4] },
    {
      table: {
        widths: [HALF - 40, 40, 40, HALF - 40, 40],
        body: Array.from({ length: rows }, (_, row): TableCell[] => [
          ...(cells[row] ?? BLANK),
          "",
          ...(cells[row + rows] ?? BLANK),
        ]),
      },
      fontSize: SIZE.body,
      layout: PLAIN_LAYOUT,
    },
  ];
}
