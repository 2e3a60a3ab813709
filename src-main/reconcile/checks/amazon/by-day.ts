/** What the work summary counts against what the invoice pays, day by day, or by the week where the invoice does not say the day. Pure. */
import type { Quantity, Rate } from "#shared/money.ts";
import type { IsoDate } from "#shared/week.ts";
import { isAmountOnly, quantityOf, unitsOf } from "./invoice.ts";
import type { NamedLine } from "./names.ts";

/** One row of the work summary: so many units (sessions, minutes, packages) on a day. */
export interface Happened<F> {
  readonly date: IsoDate;
  /** Separates what is compared apart on the same day (the service type of a cancellation); empty where nothing is. */
  readonly key: string;
  readonly units: number;
  readonly fact: F;
}

/** One line of the invoice under the same key. */
export interface Paid {
  readonly key: string;
  readonly line: NamedLine;
}

/** Both sides of one day and key. `date` is null where the week is compared as a whole. */
export interface DayGroup<F> {
  readonly date: IsoDate | null;
  readonly key: string;
  readonly units: number;
  readonly facts: readonly F[];
  /** Ten-thousandths. */
  readonly invoiced: Quantity;
  readonly lines: readonly NamedLine[];
}

/** The groups of a scope in a fixed order. */
export interface ByDay<F> {
  readonly groups: readonly DayGroup<F>[];
  /** Groups that an export pays in amounts which the price does not divide: nothing of `invoiced` is known. */
  readonly inMoney: readonly DayGroup<F>[];
  /** A line carries no date, so that only the week's totals can be compared. */
  readonly weekly: boolean;
  /** Lines whose quantity cannot be read: their groups are left out. */
  readonly unclear: readonly NamedLine[];
}

interface Draft<F> {
  date: IsoDate | null;
  key: string;
  units: number;
  facts: F[];
  invoiced: number;
  lines: NamedLine[];
  amountOnly: NamedLine[];
}

/**
 * Groups both sides by day and key. `rateOf` is the one price of a key for the whole week, by which the amounts of an export are turned
 * into counts; null where there is none, or where units are no whole ones (hours).
 */
export function byDay<F>(
  happened: readonly Happened<F>[],
  paid: readonly Paid[],
  rateOf: (key: string) => Rate | null,
): ByDay<F> {
  const weekly = paid.some(({ line }) => line.date === null);
  const groups = new Map<string, Draft<F>>();
  const groupOf = (day: IsoDate | null, key: string) => {
    const date = weekly ? null : day;
    const id = JSON.stringify([date ?? "", key]);
    const group = groups.get(id) ?? { date, key, units: 0, facts: [], invoiced: 0, lines: [], amountOnly: [] };
    groups.set(id, group);
    return { id, group };
  };
  for (const { date, key, units, fact } of happened) {
    const { group } = groupOf(date, key);
    group.units += units;
    group.facts.push(fact);
  }
  const unclear: NamedLine[] = [];
  const leftOut = new Set<string>();
  for (const { key, line } of paid) {
    const { id, group } = groupOf(line.date, key);
    if (isAmountOnly(line) && line.form === "export") {
      group.amountOnly.push(line);
      group.lines.push(line);
      continue;
    }
    const quantity = quantityOf(line);
    if (quantity === undefined) {
      unclear.push(line);
      leftOut.add(id);
      continue;
    }
    group.invoiced += quantity;
    group.lines.push(line);
  }
  const kept = [...groups.entries()].filter(([id]) => !leftOut.has(id)).sort(([a], [b]) => (a < b ? -1 : 1));
  const counted: DayGroup<F>[] = [];
  const inMoney: DayGroup<F>[] = [];
  for (const [, { amountOnly, ...group }] of kept) {
    const amountCents = amountOnly.reduce((sum, line) => sum + line.amountCents, 0);
    const units = amountOnly.length === 0 ? 0 : unitsOf(amountCents, rateOf(group.key));
    if (units === undefined) inMoney.push(group);
    else counted.push({ ...group, invoiced: group.invoiced + units });
  }
  return { groups: counted, inMoney, weekly, unclear };
}
