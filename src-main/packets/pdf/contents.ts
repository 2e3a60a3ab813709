/** The list of contents on the cover. */
import type { Content, TableCell } from "pdfmake";
import type { PacketModel } from "../packet.ts";
import { ANCHOR, sectionAnchor, sectionTitle } from "./places.ts";
import { CONTENT_WIDTH, MUTED, PLAIN_LAYOUT, SIZE } from "./styles.ts";

const HALF = (CONTENT_WIDTH - 40) / 2;
const BLANK: TableCell[] = ["", ""];

/** The parts with their pages, in two columns. */
export function contents(model: PacketModel): Content[] {
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
    { text: "Contents", style: "coverHeading", margin: [0, 18, 0, 4] },
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
