/** What the monthly fleet invoice says of one station: vans paid in advance, rentals forecast, and what was trued up. Pure. */
import type { Quantity } from "#shared/money.ts";
import { addDays, type IsoDate, type IsoMonth, monthEnd, monthOf, monthStart, weekStart } from "#shared/week.ts";
import type { FleetLineFact, InvoiceFact } from "../../../documents/facts.ts";

/** How far around a month the fleet checks look: the month before for what was paid in advance, two after for what was trued up. */
export const FLEET_WINDOWS = {
  fleetInvoice: { before: 124, after: 62 },
  fleetLine: { before: 62, after: 62 },
} as const;

/** Vans of Amazon's own fleet, or rentals: they are paid, counted and trued up apart. */
export type VanSort = "branded" | "rental";

/** One station's papers around a month. */
export interface StationFleet {
  readonly station: string;
  readonly heads: readonly InvoiceFact[];
  readonly lines: readonly FleetLineFact[];
}

/** Every station that has a fleet invoice, in order. */
export function stationFleets(heads: readonly InvoiceFact[], lines: readonly FleetLineFact[]): StationFleet[] {
  return [...new Set(heads.map((head) => head.station))].sort().map((station) => ({
    station,
    heads: heads.filter((head) => head.station === station),
    lines: lines.filter((line) => line.station === station),
  }));
}

/** The invoices of a month: those whose period ends in it. */
export function headsOf(fleet: StationFleet, month: IsoMonth): InvoiceFact[] {
  return fleet.heads.filter((head) => monthOf(head.periodEnd) === month);
}

const plain = (line: FleetLineFact) => line.description.normalize("NFKC").toLowerCase();

/** Whether a line counts rentals or vans of the fleet; null for what is neither (the authorized fleet size, other fees). */
function sortOf(line: FleetLineFact): VanSort | null {
  const text = plain(line);
  if (/authori[sz]ed/.test(text)) return null;
  if (/rental|forecast|mietwagen|miete/.test(text)) return "rental";
  return /brand|van|vehicle|fahrzeug|transporter/.test(text) || line.section === COUNTS ? "branded" : null;
}

const COUNTS = "weekly high counts";

/** Lines of a month's invoices in one section, of one sort of van. */
export function linesOf(fleet: StationFleet, month: IsoMonth, section: string, sort: VanSort): FleetLineFact[] {
  return fleet.lines.filter(
    (line) => line.section === section && monthOf(line.periodEnd) === month && sortOf(line) === sort,
  );
}

/** The Authorized Fleet Size of a month's invoice; null where it names none. */
export function authorizedSize(fleet: StationFleet, month: IsoMonth): FleetLineFact | null {
  const lines = fleet.lines.filter(
    (line) => monthOf(line.periodEnd) === month && line.quantity !== null && /authori[sz]ed/.test(plain(line)),
  );
  return lines.reduce<FleetLineFact | null>(
    (least, line) => (least === null || (line.quantity ?? 0) < (least.quantity ?? 0) ? line : least),
    null,
  );
}

/** The sum of some lines' counts; null where one of them prints none. */
export function countOf(lines: readonly FleetLineFact[]): Quantity | null {
  let sum = 0;
  for (const line of lines) {
    if (line.quantity === null) return null;
    sum += line.quantity;
  }
  return sum;
}

/** The highest weekly count of a month, with the rows of that week. */
export interface HighCount {
  readonly vans: Quantity;
  readonly week: IsoDate;
  readonly lines: readonly FleetLineFact[];
  /** Whether every week that begins in the month is counted; otherwise the true count may be higher, never lower. */
  readonly complete: boolean;
}

/** Amazon's own high count of a month, from whatever invoice prints it; null without one. */
export function highCount(fleet: StationFleet, month: IsoMonth, sort: VanSort): HighCount | null {
  const weeks = new Map<IsoDate, FleetLineFact[]>();
  for (const line of fleet.lines) {
    if (line.section !== COUNTS || line.date === null || monthOf(line.date) !== month || sortOf(line) !== sort)
      continue;
    weeks.set(line.date, [...(weeks.get(line.date) ?? []), line]);
  }
  let best: Omit<HighCount, "complete"> | null = null;
  for (const [week, lines] of [...weeks].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const vans = countOf(lines);
    if (vans !== null && (best === null || vans > best.vans)) best = { vans, week, lines };
  }
  return best && { ...best, complete: sundaysOf(month).every((sunday) => weeks.has(sunday)) };
}

function sundaysOf(month: IsoMonth): IsoDate[] {
  const sundays: IsoDate[] = [];
  const first = weekStart(monthStart(month));
  for (let day = first < monthStart(month) ? addDays(first, 7) : first; day <= monthEnd(month); day = addDays(day, 7))
    sundays.push(day);
  return sundays;
}

/** The month before. */
export function monthBefore(month: IsoMonth): IsoMonth {
  return monthOf(addDays(monthStart(month), -1));
}

/** The month after. */
export function monthAfter(month: IsoMonth): IsoMonth {
  return monthOf(addDays(monthEnd(month), 1));
}
