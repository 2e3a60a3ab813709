/** The last pages: which files the packet leans on, and the part of the audit trail that speaks of it. */
import type { Content } from "pdfmake";
import { EMBEDDED_MEGABYTES, ownName } from "../originals.ts";
import type { Delivery, PacketModel, SourceFile } from "../packet.ts";
import { rowList } from "../sources.ts";
import type { Pen } from "./pen.ts";
import { ANCHOR } from "./places.ts";
import { CONTENT_WIDTH, FORMULA_LAYOUT, GUTTER, INK, MUTED, SIZE } from "./styles.ts";
import { type Column, ledger } from "./tables.ts";

/** Index of source files. */
export function filesPages(model: PacketModel, pen: Pen): Content[] {
  const columns: Column[] = [
    { title: "No.", width: 22, right: true },
    { title: "File and SHA-256", width: 266 },
    { title: "Rows used", width: CONTENT_WIDTH - 22 - 266 - 96 - 8 * GUTTER },
    { title: "The file itself", width: 96 },
  ];
  const rows = model.files.map((file, index) => [
    String(index + 1),
    {
      stack: [
        { text: file.document, color: INK },
        { text: file.sha256, style: "hash" },
      ],
    },
    usedRows(file),
    deliveryText(file),
  ]);
  return [
    { text: "Source files", style: "heading", id: ANCHOR.files, outline: true, pageBreak: "before" },
    {
      text: filesNote(model),
      style: "muted",
      margin: [0, 4, 0, 10],
    },
    ledger(pen, columns, rows, { size: SIZE.table }).content,
  ];
}

const DELIVERIES: Readonly<Record<Delivery, string>> = {
  embedded: "Embedded in this PDF",
  packed: "In this ZIP",
  accompanying: "In the ZIP of the same name",
  kept: "With the sender",
  withheld: "With the sender, not shown",
  missing: "Missing from the archive",
};

function deliveryText({ delivery, attachedAs, document }: SourceFile): string {
  const named = attachedAs === null || attachedAs.endsWith(ownName(document)) ? "" : `, as ${ownName(attachedAs)}`;
  return `${DELIVERIES[delivery]}${named}`;
}

function filesNote({ files }: PacketModel): string {
  const has = (delivery: Delivery) => files.some((file) => file.delivery === delivery);
  return [
    "The files as they were imported. Whoever holds a file can check that it is the same by its SHA-256.",
    has("embedded") ? "Those that are embedded open from the list of attachments of the PDF reader." : "",
    has("accompanying") ? `Together they are larger than ${EMBEDDED_MEGABYTES} MB, so they are in a ZIP.` : "",
    has("kept")
      ? "Files that hold more than this packet is about stay with the sender; their deciding cells are quoted."
      : "",
  ]
    .filter(Boolean)
    .join(" ");
}

function usedRows(file: SourceFile): string {
  return file.sheets
    .map((sheet) => `${sheet.sheet === null ? "" : `Sheet ${sheet.sheet}: `}${rowList(sheet.rows)}`)
    .join("\n");
}

/** The audit trail's excerpt, sealed with the hash of its newest entry. */
export function auditPages(model: PacketModel, pen: Pen, coded: boolean): Content[] {
  const { head, entries } = model.audit;
  const columns: Column[] = [
    { title: "When", width: 96 },
    { title: "Who", width: 62 },
    { title: "What", width: 62 },
    { title: "Subject and hash", width: CONTENT_WIDTH - 220 - 8 * GUTTER },
  ];
  const rows = entries.map((entry) => [
    entry.at.replace("T", " ").replace(/(?:\.\d+)?Z$/, " UTC"),
    entry.actor,
    entry.command,
    { stack: [{ text: entry.subject }, { text: entry.hash, style: "hash" }] },
  ]);
  const seal: Content =
    head === null
      ? { text: "The audit trail had no entry when this packet was made.", color: MUTED, margin: [0, 4, 0, 10] }
      : {
          table: {
            widths: [CONTENT_WIDTH - 22],
            body: [
              [
                {
                  stack: [
                    { text: "Hash of the newest entry when this packet was made", style: "label" },
                    { text: head, style: "mono", fontSize: 8, margin: [0, 2, 0, 0] },
                  ],
                },
              ],
            ],
          },
          layout: FORMULA_LAYOUT,
          margin: [0, 6, 0, 10],
        };
  return [
    { text: "Audit trail", style: "heading", id: ANCHOR.audit, outline: true, margin: [0, 28, 0, 0] },
    {
      text: "Every change is written to an append-only trail in which each entry carries the hash of the one before it.",
      style: "muted",
      margin: [0, 4, 0, 0],
    },
    seal,
    ...(rows.length > 0 ? [ledger(pen, columns, rows, { size: 8 }).content] : []),
    {
      text: [
        `Made with Backhaul ${model.appVersion}.`,
        coded ? " Characters that the type of this packet does not have are printed by their code, like [U+4F60]." : "",
      ].join(""),
      style: "label",
      margin: [0, 14, 0, 0],
    },
  ];
}
