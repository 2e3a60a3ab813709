/** The look of a packet: a calm ledger on letter paper with one accent. */
import type { Content, CustomTableLayout, Style } from "pdfmake";

/** The one accent colour. */
export const ACCENT = "#0B6E5F";
/** Ground of what decided. */
export const TINT = "#E9F3F0";
/** Ground of formulas and bands. */
const QUIET = "#F5F7F6";
export const INK = "#1B2421";
export const MUTED = "#5A6762";
export const HAIRLINE = "#D3DBD8";

/** US letter in points, and what the margins leave of it. */
export const PAGE = { width: 612, height: 792, left: 54, right: 54, top: 66, bottom: 60 } as const;
export const CONTENT_WIDTH = PAGE.width - PAGE.left - PAGE.right;

/** A part up to this height, in points, is kept on one page; a page holds about 666. */
export const KEEP_PART = 320;

/** Type sizes that layout has to calculate with; evidence takes the first in which its columns fit. */
export const SIZE = { body: 9.5, table: 8.5, evidence: [7.5, 7], mono: 8.5 } as const;

/** Space on either side of a table cell. */
export const GUTTER = 4;
/** The same in evidence rows, which are wide. */
export const TIGHT = 3;

/** Named styles. Digits of these fonts are tabular, so money lines up wherever it is set to the right. */
export const STYLES: Readonly<Record<string, Style>> = {
  eyebrow: { fontSize: 8, bold: true, color: ACCENT, characterSpacing: 0.5 },
  packetNumber: { fontSize: 26, bold: true, color: INK },
  heading: { fontSize: 17, bold: true, color: INK },
  checkHeading: { fontSize: 10.5, bold: true, color: ACCENT },
  coverHeading: { fontSize: 11, bold: true, color: INK },
  subheading: { fontSize: 11, bold: true, color: INK },
  findingHeading: { fontSize: 11, bold: true, color: INK },
  total: { fontSize: 34, bold: true, color: ACCENT },
  label: { fontSize: 8, color: MUTED },
  part: { fontSize: 6.5, bold: true, color: MUTED, characterSpacing: 0.4 },
  muted: { color: MUTED },
  head: { fontSize: 7.5, color: MUTED },
  mono: { font: "RobotoMono" },
  hash: { font: "RobotoMono", fontSize: 6.5, color: MUTED },
};

/** A thin line across the page, `above` points below what comes before it. */
export function rule(color: string = HAIRLINE, weight = 0.6, above = 0): Content {
  const line = { type: "line" as const, x1: 0, y1: 0, x2: CONTENT_WIDTH, y2: 0, lineWidth: weight, lineColor: color };
  return { canvas: [line], margin: [0, above, 0, 0] };
}

/** Rows parted by hairlines, a stronger line under the head. */
export function ledgerLayout(headRows: number, padded = 3, gutter: number = GUTTER): CustomTableLayout {
  return {
    paddingLeft: () => gutter,
    paddingRight: () => gutter,
    vLineWidth: () => 0,
    paddingTop: () => padded,
    paddingBottom: () => padded,
    hLineWidth: (line) => (line < headRows ? 0 : line === headRows ? 0.8 : 0.4),
    hLineColor: (line) => (line === headRows ? MUTED : HAIRLINE),
  };
}

/** A band across the page, which begins a check. */
export const BAND_LAYOUT: CustomTableLayout = {
  vLineWidth: () => 0,
  hLineWidth: () => 0,
  paddingLeft: () => 8,
  paddingRight: () => 8,
  paddingTop: () => 4,
  paddingBottom: () => 4,
  fillColor: () => TINT,
};

/** No lines at all. */
export const PLAIN_LAYOUT: CustomTableLayout = {
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 0,
  paddingTop: () => 2.5,
  paddingBottom: () => 2.5,
  hLineWidth: () => 0,
};

/** A quiet block with the accent down its left side. */
export const FORMULA_LAYOUT: CustomTableLayout = {
  paddingLeft: () => 10,
  paddingRight: () => 10,
  paddingTop: () => 6,
  paddingBottom: () => 6,
  hLineWidth: () => 0,
  vLineWidth: (line) => (line === 0 ? 2 : 0),
  vLineColor: () => ACCENT,
  fillColor: () => QUIET,
};
