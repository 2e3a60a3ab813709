/** A week's routes, completed and paid, by day, service type and block: what `route-pairing.ts` pairs. Pure. */
import { baseService, serviceKey, variantWords } from "#main/matching/services.ts";
import type { Quantity } from "#shared/money.ts";
import type { IsoDate } from "#shared/week.ts";
import type { DayTallyFact } from "../../../documents/facts.ts";
import { isVague } from "./export.ts";
import { isAmountOnly, linesFor, quantityOf, serviceOf, unitsOf } from "./invoice.ts";
import type { NamedLine } from "./names.ts";
import { type RateCard, routeRow, steadyRow } from "./rates.ts";

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
  readonly lines: readonly NamedLine[];
  /** Neither the work summary nor the rate card nor the alias list knows the service that the lines name: nobody can say what they pay. */
  readonly unknown: boolean;
}

/** Routes of a week that can only be compared in money, because an export's amount cannot be turned into a count. */
export interface RouteMoney {
  /** The base type, empty where the routes of the whole week are compared together. */
  readonly base: string;
  readonly tallies: readonly DayTallyFact[];
  readonly lines: readonly NamedLine[];
}

/** The routes of a scope. */
export interface RouteCells {
  readonly cells: readonly RouteCell[];
  readonly money: readonly RouteMoney[];
  /** The week was compared as a whole, because a route line carries no date. */
  readonly weekly: boolean;
  /** Lines whose service, block or quantity cannot be read: their types are left out of everything above. */
  readonly unclear: readonly NamedLine[];
}

interface Draft {
  date: IsoDate | null;
  key: string;
  minutes: number;
  tallies: DayTallyFact[];
  lines: NamedLine[];
  amountOnly: NamedLine[];
  invoiced: number;
}

/** The cells in a fixed order, without the day and base type of any line that cannot be read. */
export function routeCells(routes: readonly DayTallyFact[], invoice: readonly NamedLine[], card: RateCard): RouteCells {
  const lines = linesFor(invoice, "route");
  const weekly = lines.some((line) => line.date === null);
  // Work orders are no routes (documents page, section 1).
  const tallies = routes.filter((tally) => tally.isRoute && !/\bwork order\b/i.test(tally.serviceType));
  const known = knownServices(tallies, card);
  const drafts = new Map<string, Draft>();
  const unclear: NamedLine[] = [];
  const leftOut = new Set<string>();
  const inMoney = new Set<string>();
  const draftOf = (day: IsoDate | null, key: string, minutes: number) => {
    const date = weekly ? null : day;
    const id = JSON.stringify([date ?? "", key, minutes]);
    const draft = drafts.get(id) ?? { date, key, minutes, tallies: [], lines: [], amountOnly: [], invoiced: 0 };
    drafts.set(id, draft);
    return draft;
  };
  for (const tally of tallies) {
    draftOf(tally.date, serviceKey(tally.serviceType).key, tally.blockMinutes).tallies.push(tally);
  }
  for (const line of lines) {
    const { key, minutes } = serviceOf(line);
    if (isAmountOnly(line) && line.form === "export") {
      // What may be any of the types leaves only the routes of the week as a whole to be compared.
      if (isVague(line) || key === "" || isStranger(line, key, known)) inMoney.add("");
      else if (minutes === null) inMoney.add(baseService(key).base);
      else draftOf(line.date, key, minutes).amountOnly.push(line);
      continue;
    }
    const row = minutes === null ? null : routeRow(card, key, minutes, line.date ?? line.periodStart);
    const quantity = quantityOf(line, row?.fact.rate ?? null);
    if (key === "" || minutes === null || quantity === undefined) {
      unclear.push(line);
      // A line of no known service could pay for each type of its day.
      leftOut.add(familyOf(weekly ? null : line.date, known.has(key) ? key : ""));
      continue;
    }
    const draft = draftOf(line.date, key, minutes);
    draft.lines.push(line);
    draft.invoiced += quantity;
  }
  for (const draft of drafts.values()) {
    const [first] = draft.amountOnly;
    if (first === undefined) continue;
    const days = { from: first.periodStart, to: first.periodEnd };
    const row = steadyRow(days, (day) => routeRow(card, draft.key, draft.minutes, day));
    const amountCents = draft.amountOnly.reduce((sum, line) => sum + line.amountCents, 0);
    const units = unitsOf(amountCents, row?.fact.rate ?? null);
    draft.lines.push(...draft.amountOnly);
    if (units === undefined) inMoney.add(baseService(draft.key).base);
    else draft.invoiced += units;
  }
  const compared = (key: string) => inMoney.has("") || inMoney.has(baseService(key).base);
  const cells = [...drafts.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, draft]) => draft)
    .filter(({ date, key }) => !leftOut.has(familyOf(date, key)) && !leftOut.has(familyOf(date, "")))
    .filter(({ key }) => !compared(key))
    .map(({ amountOnly: _, ...draft }) => ({
      ...draft,
      name: nameOf(draft),
      completed: sum(draft.tallies.map((tally) => tally.completed)),
      unknown: draft.lines.length > 0 && !known.has(draft.key) && !draft.lines.every(isCalled),
    }));
  const bases = inMoney.has("") ? [""] : [...inMoney].sort();
  const money = bases.map((base): RouteMoney => {
    const here = (key: string) => base === "" || baseService(key).base === base;
    return {
      base,
      tallies: tallies.filter((tally) => here(serviceKey(tally.serviceType).key)),
      lines: lines.filter((line) => here(serviceOf(line).key)),
    };
  });
  const open = money.filter(({ base }) => leftOut.has(familyOf(null, base)) || leftOut.has(familyOf(null, "")));
  return { cells, money: money.filter((each) => !open.includes(each)), weekly, unclear };
}

/** Services that the week's work summary or the rate card name. */
export function knownServices(tallies: readonly DayTallyFact[], card: RateCard): ReadonlySet<string> {
  const priced = card.filter(({ fact }) => fact.item === "route").map(({ key }) => key);
  return new Set([...tallies.map((tally) => serviceKey(tally.serviceType).key), ...priced]);
}

/**
 * Whether an unknown service is a variant of a known one (its recycle, helper or nursery form): then it is certainly another service, and
 * what it pays is no payment of the type beside it.
 */
export function isKnownVariant(key: string, known: Iterable<string>): boolean {
  const words = variantWords(key);
  return [...known].some(
    (other) => key.startsWith(`${other} `) && words.some((word) => !variantWords(other).includes(word)),
  );
}

/** Whether nobody named a line's service: it may be any of the types beside it. */
function isStranger(line: NamedLine, key: string, known: ReadonlySet<string>): boolean {
  return !isCalled(line) && !known.has(key) && !isKnownVariant(key, known);
}

const isCalled = (line: NamedLine) => line.calledService !== undefined;

/** A day and a base type: whatever one line of them hides can touch all of their variants and blocks. */
function familyOf(date: IsoDate | null, key: string): string {
  return JSON.stringify([date, key === "" ? "" : baseService(key).base]);
}

/** The service as written; the same of several spellings whatever order they come in. */
function nameOf({ tallies, lines, key }: Pick<Draft, "tallies" | "lines" | "key">): string {
  const written =
    tallies.length > 0 ? tallies : lines.map((line) => ({ serviceType: line.calledService ?? line.serviceType }));
  const names = written.map((fact) => fact.serviceType.trim()).filter((name) => serviceKey(name).key === key);
  return names.sort()[0] ?? key;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
