/** The owner's control sheet as a workbook: a line for a station's week, money and hours as numbers. */
import type { ControlRow } from "#shared/contract/schemas.ts";
import { hundredthsOfHours } from "#shared/hours.ts";
import { type WorkbookCell, workbookBytes } from "./workbook.ts";

const TITLES = [
  "Week",
  "Station",
  "Invoice expected",
  "Invoice paid",
  "Invoice difference",
  "Invoice state",
  "Incentive expected",
  "Incentive paid",
  "Incentive difference",
  "Incentive state",
  "Routes completed",
  "Packages delivered",
  "Hours Amazon pays",
  "Hours paid to drivers",
  "Not verified for want of",
];

/** The bytes of an XLSX file with the sheet's lines in their order. */
export function controlWorkbook(rows: readonly ControlRow[]): Uint8Array {
  return workbookBytes("Control sheet", [TITLES, ...rows.map(cellsOf)]);
}

/** What keeps a line from being verified, in words; empty where nothing does. */
export function notVerified({ invoice, incentive, partial, checked }: ControlRow): string {
  const kinds = [...new Set([...invoice.missing, ...incentive.missing, ...partial])].sort();
  return [checked ? "" : "documents changed since the check", kinds.join(", ")].filter(Boolean).join("; ");
}

function cellsOf(row: ControlRow): WorkbookCell[] {
  const cents = (value: number | null) => (value === null ? null : { hundredths: value });
  const whole = (value: number | null) => (value === null ? null : { whole: value });
  const time = (minutes: number | null) => (minutes === null ? null : { hundredths: hundredthsOfHours(minutes) });
  const money = (of: ControlRow["invoice"]) => [
    cents(of.expectedCents),
    cents(of.paidCents),
    cents(of.differenceCents),
    stateText(of),
  ];
  return [
    row.week,
    row.station,
    ...money(row.invoice),
    ...money(row.incentive),
    whole(row.routes),
    whole(row.packages),
    time(row.paidMinutes),
    time(row.clockedMinutes),
    notVerified(row),
  ];
}

function stateText({ state, estimated }: ControlRow["invoice"]): string {
  const words = state === "none" ? "nothing due" : state;
  return estimated ? `${words}, estimated` : words;
}
