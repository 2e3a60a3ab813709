/** The last pages: which files the packet leans on, and the part of the audit trail that speaks of it. */
import type { Content } from "pdfmake";
import type { PacketModel, SourceFile } from "../packet.ts";
import { rowList } from "../sources.ts";
import { ANCHOR } from "./cover.ts";
import type { Pen } from "./pen.ts";
import { CONTENT_WIDTH, FORMULA_LAYOUT, GUTTER, INK, MUTED, SIZE } from "./styles.ts";
import { type Column, ledger } from "./tables.ts";

/** Index of source files. */
export function filesPages(model: PacketModel, pen: Pen): Content[] {
  const columns: Column[] = [
    { title: "No.", width: 22, right: true },
    { title: "File and SHA-256", width: 266 },
    { title: "Rows used", width: CONTENT_WIDTH - 22 - 266 - 40 - 8 * GUTTER },
    { title: "Count", width: 40, right: true },
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
    String(file.rows),
  ]);
  return [
    { text: "Source files", style: "heading", id: ANCHOR.files, outline: true, pageBreak: "before" },
    {
      text: "The files as they were imported. Whoever holds a file can check that it is the same by its SHA-256.",
      style: "muted",
      margin: [0, 4, 0, 10],
    },
    ledger(pen, columns, rows, { size: SIZE.table }).content,
  ];
}

function usedRows(file: SourceFile): string {
  return file.sheets
    .map((sheet) => `${sheet.sheet === null ? "" : `Sheet ${sheet.sheet}: `}${rowList(sheet.rows)}`)
    .join("\n");
}

/** The audit trail's excerpt, sealed with the hash of its newest entry. */
export function auditPages(model: PacketModel, pen: Pen): Content[] {
  const { head, entries } = model.audit;
  const columns: Column[] = [
    { title: "When", width: 84 },
    { title: "Who", width: 62 },
    { title: "What", width: 62 },
    { title: "Subject and hash", width: CONTENT_WIDTH - 208 - 8 * GUTTER },
  ];
  const rows = entries.map((entry) => [
    entry.at,
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
      text: `Made with Backhaul ${model.appVersion}`,
      style: "label",
      margin: [0, 14, 0, 0],
    },
  ];
}
