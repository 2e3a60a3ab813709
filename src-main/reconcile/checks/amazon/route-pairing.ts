/**
 * The one partition of a week's route shortages and surpluses that A01, A03 and A08 share: each dollar of a shortage belongs to exactly one
 * of them, so none is counted twice. Per day a shortage is first a ride along paid as a standard route (A08), then a block paid as a
 * shorter one (A03); what remains was not paid at all (A01). What remains of a surplus is A02's.
 */
import { baseService, serviceKey } from "#main/matching/services.ts";
import { formatMinutes } from "#shared/hours.ts";
import { type Quantity, TEN_THOUSAND } from "#shared/money.ts";
import type { IsoDate } from "#shared/week.ts";
import type { DayTallyFact, InvoiceLineFact } from "../../../documents/facts.ts";
import type { Scope } from "../../check.ts";
import { linesFor, quantityOf, serviceOf } from "./invoice.ts";
import { type RateCard, routeRow } from "./rates.ts";
import { dayText } from "./wording.ts";

/** Everything known of one service and block on one day (of the week, where the invoice has a route line without a date). */
export interface RouteCell {
  readonly date: IsoDate | null;
  readonly key: string;
  readonly minutes: number;
  /** The service as the work summary writes it, else as the invoice does. */
  readonly name: string;
  /** Routes completed, of the work summary. */
  readonly completed: number;
  readonly tallies: readonly DayTallyFact[];
  /** Routes paid, in ten-thousandths. */
  readonly invoiced: Quantity;
  readonly lines: readonly InvoiceLineFact[];
}

/** Routes of one cell that were paid in another cell of the same day. */
export interface Substitution {
  readonly short: RouteCell;
  readonly over: RouteCell;
  readonly quantity: Quantity;
}

export interface RoutePairing {
  readonly cells: readonly RouteCell[];
  /** A08: a variant paid at its base type, same block. */
  readonly standardPaid: readonly Substitution[];
  /** A03: a block paid as a shorter block of the same type. */
  readonly shorterPaid: readonly Substitution[];
  /** What remains of a cell: above zero unpaid (A01), below zero paid without a route (A02); in ten-thousandths. */
  readonly rest: ReadonlyMap<RouteCell, number>;
  /** The week was compared as a whole, because a route line carries no date. */
  readonly weekly: boolean;
  /** Route lines whose service, block or quantity cannot be read: their types are left out of everything above. */
  readonly unclear: readonly InvoiceLineFact[];
}

/** Identity of a cell, also as other checks name what they take the place of. */
export function routeSubject(cell: RouteCell): string {
  return `${cell.date ?? "week"}|${cell.key}|${cell.minutes}`;
}

/** A cell as the owner reads it. */
export function routeLabel(cell: RouteCell, scope: Scope): string {
  return `${dayText(cell.date, scope)} · ${cell.name} · ${formatMinutes(cell.minutes)}`;
}

/** Pairs what was completed with what was invoiced. */
export function pairRoutes(
  tallies: readonly DayTallyFact[],
  invoice: readonly InvoiceLineFact[],
  card: RateCard,
): RoutePairing {
  const lines = linesFor(invoice, "route");
  const weekly = lines.some((line) => line.date === null);
  const routes = tallies.filter((tally) => tally.isRoute);
  const { cells, unclear } = cellsOf(routes, lines, card, weekly);
  const rest = new Map(cells.map((cell) => [cell, cell.completed * TEN_THOUSAND - cell.invoiced]));
  const standardPaid = substitute(rest, (short) => {
    const { base, variant } = baseService(short.key);
    if (variant === null) return [];
    return cells.filter((cell) => cell.date === short.date && cell.minutes === short.minutes && cell.key === base);
  });
  const shorterPaid = substitute(rest, (short) =>
    cells
      .filter((cell) => cell.date === short.date && cell.key === short.key && cell.minutes < short.minutes)
      // The nearest block first: the smallest difference is never overstated.
      .sort((a, b) => b.minutes - a.minutes),
  );
  return { cells, standardPaid, shorterPaid, rest, weekly, unclear };
}

/** Takes from every shortage what surpluses of the same day account for, and remembers what is left of both. */
function substitute(
  rest: Map<RouteCell, number>,
  candidates: (short: RouteCell) => readonly RouteCell[],
): Substitution[] {
  const found: Substitution[] = [];
  for (const short of rest.keys()) {
    if ((rest.get(short) ?? 0) <= 0) continue;
    for (const over of candidates(short)) {
      const lacking = rest.get(short) ?? 0;
      const surplus = -(rest.get(over) ?? 0);
      const quantity = Math.min(lacking, surplus);
      if (quantity <= 0) continue;
      rest.set(short, lacking - quantity);
      rest.set(over, quantity - surplus);
      found.push({ short, over, quantity });
    }
  }
  return found;
}

interface Draft {
  date: IsoDate | null;
  key: string;
  minutes: number;
  tallies: DayTallyFact[];
  lines: InvoiceLineFact[];
  invoiced: number;
}

/** The cells in a fixed order, without the day and base type of any line that cannot be read. */
function cellsOf(
  tallies: readonly DayTallyFact[],
  lines: readonly InvoiceLineFact[],
  card: RateCard,
  weekly: boolean,
): { cells: RouteCell[]; unclear: InvoiceLineFact[] } {
  const drafts = new Map<string, Draft>();
  const unclear: InvoiceLineFact[] = [];
  const leftOut = new Set<string>();
  const draftOf = (day: IsoDate | null, key: string, minutes: number) => {
    const date = weekly ? null : day;
    const id = JSON.stringify([date ?? "", key, minutes]);
    const draft = drafts.get(id) ?? { date, key, minutes, tallies: [], lines: [], invoiced: 0 };
    drafts.set(id, draft);
    return draft;
  };
  for (const tally of tallies) {
    // Work orders are no routes (documents page, section 1).
    if (/\bwork order\b/i.test(tally.serviceType)) continue;
    draftOf(tally.date, serviceKey(tally.serviceType).key, tally.blockMinutes).tallies.push(tally);
  }
  for (const line of lines) {
    const { key, minutes } = serviceOf(line);
    const row = minutes === null ? null : routeRow(card, key, minutes, line.date ?? line.periodStart);
    const quantity = quantityOf(line, row?.fact.rate ?? null);
    if (key === "" || minutes === null || quantity === undefined) {
      unclear.push(line);
      leftOut.add(familyOf(weekly ? null : line.date, key));
      continue;
    }
    const draft = draftOf(line.date, key, minutes);
    draft.lines.push(line);
    draft.invoiced += quantity;
  }
  const cells = [...drafts.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, draft]) => draft)
    // A line without any service could pay for each type of its day.
    .filter(({ date, key }) => !leftOut.has(familyOf(date, key)) && !leftOut.has(familyOf(date, "")))
    .map((draft) => ({ ...draft, name: nameOf(draft), completed: sum(draft.tallies.map((tally) => tally.completed)) }));
  return { cells, unclear };
}

/** A day and a base type: whatever one line of them hides can touch all of their variants and blocks. */
function familyOf(date: IsoDate | null, key: string): string {
  return JSON.stringify([date, key === "" ? "" : baseService(key).base]);
}

/** The service as written; the same of several spellings whatever order they come in. */
function nameOf({ tallies, lines, key }: Draft): string {
  const written = tallies.length > 0 ? tallies : lines;
  const names = written.map((fact) => fact.serviceType.trim()).filter((name) => serviceKey(name).key === key);
  return names.sort()[0] ?? key;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
