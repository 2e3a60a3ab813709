/** The days a fact speaks of: what decides which scopes see it, which facts are loaded, and what a change makes stale. */
import { addDays, type IsoDate, weekEnd } from "#shared/week.ts";
import type { FactType, FactTypes } from "../documents/facts.ts";

/** Types that hold from date to date, or until the next list. */
export const LIST_TYPES = [
  "station",
  "rate",
  "person",
  "leaseTerm",
  "rentalRate",
  "vehicle",
  "alias",
  "chargeWord",
] as const satisfies FactType[];
const LISTS: ReadonlySet<FactType> = new Set(LIST_TYPES);

/** Whether facts of a type hold from date to date. */
export function isList(type: FactType): boolean {
  return LISTS.has(type);
}

/** The first and last day a fact speaks of; null for lists. */
export function daysOf(type: FactType, fact: FactTypes[FactType]): { from: IsoDate; to: IsoDate } | null {
  if (isList(type)) return null;
  switch (type) {
    case "invoice":
    case "incentiveInvoice":
    case "fleetInvoice":
    case "payLine": {
      const { periodStart, periodEnd } = fact as FactTypes["invoice"];
      return { from: periodStart, to: periodEnd };
    }
    case "invoiceLine":
    case "incentiveLine":
    case "fleetLine": {
      const line = fact as FactTypes["invoiceLine"];
      return line.date === null ? { from: line.periodStart, to: line.periodEnd } : { from: line.date, to: line.date };
    }
    case "tier":
    case "scorecard":
    case "concession": {
      const { week } = fact as FactTypes["tier"];
      return { from: week, to: weekEnd(week) };
    }
    case "training":
      return one((fact as FactTypes["training"]).paymentDate);
    case "payment":
      return one((fact as FactTypes["payment"]).paidOn);
    case "leaseLine":
    case "leaseInvoice":
      return one((fact as FactTypes["leaseLine"]).serviceFrom);
    default:
      return one((fact as FactTypes["route"]).date);
  }
}

function one(day: IsoDate): { from: IsoDate; to: IsoDate } {
  return { from: day, to: day };
}

interface Range {
  readonly from: IsoDate;
  readonly to: IsoDate;
}
interface Widening {
  readonly before: number;
  readonly after: number;
}
const NOT_WIDENED: Widening = { before: 0, after: 0 };

let last: { readonly of: Range & Widening; readonly widened: Range } | undefined;

/** The last range widened is kept: a scope asks for thousands of facts, one after the other, whether they touch it. */
function widened({ from, to }: Range, { before, after }: Widening): Range {
  const known = last?.of;
  if (last && known && known.from === from && known.to === to && known.before === before && known.after === after)
    return last.widened;
  const range = { from: addDays(from, -before), to: addDays(to, after) };
  last = { of: { from, to, before, after }, widened: range };
  return range;
}

/** Whether a stretch of days touches another, widened by so many days. */
export function meets(days: Range, range: Range, window: Widening = NOT_WIDENED): boolean {
  const { from, to } = widened(range, window);
  return days.from <= to && days.to >= from;
}
