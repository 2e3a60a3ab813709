/** The first page: who claims what from whom, how much, and until when. */

import type { Content, TableCell } from "pdfmake";
import { DIRECTION_LABELS } from "#shared/catalogue.ts";
import { formatCents } from "#shared/money.ts";
import { formatDate } from "#shared/week.ts";
import type { PacketClaim, PacketModel } from "../packet.ts";
import { contents } from "./contents.ts";
import { CONTENT_WIDTH, FORMULA_LAYOUT, INK, MUTED, PLAIN_LAYOUT, rule } from "./styles.ts";
import { claimWord, count, deadlineText, listText, periodsText, tallyText } from "./words.ts";

/** The cover. */
export function coverPage(model: PacketModel): Content[] {
  const { cover } = model;
  return [
    { text: model.template.title.toUpperCase(), style: "eyebrow", margin: [0, 18, 0, 6] },
    { text: model.claim ? `Claim ${model.claim.label}` : model.packetNumber, style: "packetNumber" },
    { text: distinctNames(model), fontSize: 12, color: MUTED, margin: [0, 4, 0, 24] },
    { text: `Total ${claimWord(model)}`, style: "label" },
    { text: tallyText(cover.claimable), style: "total", margin: [0, 2, 0, 4] },
    { text: claimText(model), color: MUTED, margin: [0, 0, 0, cover.ask === null ? 20 : 14] },
    ...(cover.ask === null ? [] : [askBlock(cover.ask)]),
    rule(),
    { ...facts(model), margin: [0, 12, 0, 12] },
    rule(),
    ...otherMoney(model),
    ...contents(model),
  ];
}

function askBlock(ask: string): Content {
  return {
    table: {
      widths: [CONTENT_WIDTH - 22],
      body: [
        [
          {
            stack: [
              { text: "What we ask", style: "label" },
              { text: ask, fontSize: 11.5, bold: true, lineHeight: 1.15, margin: [0, 2, 0, 1] },
            ],
          },
        ],
      ],
    },
    layout: FORMULA_LAYOUT,
    margin: [0, 0, 0, 16],
  };
}

function claimText(model: PacketModel): string {
  const { claimable, confirmed, open, estimated } = model.cover;
  if (claimable.count === 0) return "Nothing in this packet is claimed from anybody.";
  const parts = [
    confirmed.count > 0 ? `${confirmed.count} confirmed, ${formatCents(confirmed.cents)}` : "",
    open.count > 0 ? `${open.count} open, ${formatCents(open.cents)}` : "",
  ].filter(Boolean);
  const notes = [
    estimated.count > 0 ? ` Estimated rates: ${formatCents(estimated.cents)} of it.` : "",
    claimable.unpriced > 0 ? ` Without a stated amount: ${claimable.unpriced}.` : "",
  ].join("");
  const findings = count(claimable.count, `${claimWord(model)} finding`);
  return model.claim ? `${findings}.${notes}` : `${findings}: ${parts.join("; ")}.${notes}`;
}

/** The company and its code, once where they are the same. */
function distinctNames({ workspace, dspCode }: PacketModel): string {
  return workspace === dspCode ? workspace : `${workspace} · ${dspCode}`;
}

function facts(model: PacketModel) {
  const { claim, cover } = model;
  const invoices = listText(cover.invoiceNumbers, 6);
  const rows: [string, string][] = [
    ...(claim ? claimFacts(model, claim) : [["Claimed from", claimedFrom(model)] as [string, string]]),
    ["DSP", model.dspCode],
    [plural("Station", cover.stations), listText(cover.stations, 12) || "All"],
    [plural("Period", cover.periods), periodsText(cover.periods)],
    [plural("Invoice", cover.invoiceNumbers), invoices || "None"],
    [
      claim ? "Deadline" : "Earliest deadline",
      cover.deadline ? deadlineText(cover.deadline, claim?.submittedOn ?? null) : "No dispute window is known",
    ],
    ["Prepared by", model.preparedBy],
    ["Date", formatDate(model.preparedAt)],
  ];
  return {
    table: {
      widths: [110, CONTENT_WIDTH - 110],
      body: rows.map(([label, value]): TableCell[] => [
        { text: label, color: MUTED },
        { text: value, color: INK, bold: /deadline/i.test(label) && cover.deadline !== null },
      ]),
    },
    layout: PLAIN_LAYOUT,
  };
}

const plural = (word: string, items: readonly string[]) => (items.length === 1 ? word : `${word}s`);

function claimFacts({ packetNumber }: PacketModel, claim: PacketClaim): [string, string][] {
  return [
    ["To", claim.counterparty],
    ["Packet", packetNumber],
    ...(claim.reference === "" ? [] : [["Your reference", claim.reference] as [string, string]]),
  ];
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
    { text: "Not part of the claim", style: "coverHeading", margin: [0, 18, 0, 2] },
    {
      text: "Shown for completeness. These amounts are never added to the total claimable, nor to each other.",
      style: "label",
      margin: [0, 0, 0, 6],
    },
    { table: { widths: [180, 120, CONTENT_WIDTH - 300], body: rows }, layout: PLAIN_LAYOUT },
  ];
}
