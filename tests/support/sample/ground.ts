/** A week in which mistakes are planted, and the book that keeps them from touching one another. */
import type { Invoice, InvoiceLine } from "./invoices.ts";
import type { Leak } from "./leak.ts";
import type { Random } from "./random.ts";
import type { Shift } from "./shifts.ts";
import type { StationWeek } from "./week.ts";

/** What a week's mistakes are planted in, with the paths of its files. */
export interface Soil {
  facts: StationWeek;
  invoice: Invoice;
  invoiceFile: string;
  wstFile: string;
  timecardFile: string;
  random: Random;
}

/** One station's week while mistakes are planted in it. */
export interface Ground extends Omit<Soil, "random"> {
  /** Holds a line that fits and no mistake has touched, on a day without one if there is such a day. */
  takeLine(fits: (line: InvoiceLine) => boolean): InvoiceLine | undefined;
  /** Holds a person-day likewise; `alone` takes it only on a day without any mistake. */
  takeShift(fits: (shift: Shift) => boolean, company: "alone" | "shared"): Shift | undefined;
  /** Holds a day, one without a mistake if there is one. */
  takeDate(dates: readonly string[]): string | undefined;
  hold(line: InvoiceLine): void;
  isHeld(line: InvoiceLine): boolean;
}

/** Opens a week for planting. */
export function openGround({ random, ...soil }: Soil): Ground {
  const held = new Set<InvoiceLine | Shift>();
  const days = new Set<string>();
  const take = <T extends { date: string }>(candidates: readonly T[], alone = false): T | undefined => {
    const inLot = random.shuffled(candidates);
    const taken = inLot.find(({ date }) => !days.has(date)) ?? (alone ? undefined : inLot[0]);
    if (taken) days.add(taken.date);
    return taken;
  };
  return {
    ...soil,
    takeLine(fits) {
      const line = take(soil.invoice.lines.filter((each) => !held.has(each) && fits(each)));
      if (line) held.add(line);
      return line;
    },
    takeShift(fits, company) {
      const shift = take(
        soil.facts.shifts.filter((each) => !held.has(each) && fits(each)),
        company === "alone",
      );
      if (shift) held.add(shift);
      return shift;
    },
    takeDate: (dates) => take(dates.map((date) => ({ date })))?.date,
    hold: (line) => held.add(line),
    isHeld: (line) => held.has(line),
  };
}

/** Plants one mistake, or answers undefined where this week offers no place for it. */
export type Planter = (ground: Ground) => Leak | undefined;
