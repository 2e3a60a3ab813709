/**
 * The one partition of a week's route shortages and surpluses that A01, A02, A03 and A08 share: each dollar of a shortage belongs to
 * exactly one of them, so none is counted twice. Per day a shortage is first a ride along paid as a standard route (A08), then a block
 * paid as a shorter one (A03), then whatever else of the same base type was paid beyond the work summary: a route that was paid as a
 * longer block or a dearer variant is not unpaid, and claiming it whole would claim money that was received. Where more was paid for it
 * than is due, the difference is A02's; where less, the difference is A08's or A03's. What remains of a shortage was not paid at all
 * (A01), what remains of a surplus has no route (A02). Claims less exposures are therefore what is due less what was paid.
 */
import { baseService } from "#main/matching/services.ts";
import { formatMinutes } from "#shared/hours.ts";
import { type Quantity, TEN_THOUSAND } from "#shared/money.ts";
import type { DayTallyFact } from "../../../documents/facts.ts";
import type { Scope } from "../../check.ts";
import type { NamedLine } from "./names.ts";
import type { RateCard } from "./rates.ts";
import { isKnownVariant, knownServices, type RouteCell, type RouteCells, routeCells } from "./route-cells.ts";
import { dayText } from "./wording.ts";

/** Routes of one cell that were paid in another cell of the same day. */
export interface Substitution {
  readonly short: RouteCell;
  readonly over: RouteCell;
  readonly quantity: Quantity;
}

export interface RoutePairing extends RouteCells {
  /** A08: a variant paid at its base type, same block. */
  readonly standardPaid: readonly Substitution[];
  /** A03: a block paid as a shorter block of the same type. */
  readonly shorterPaid: readonly Substitution[];
  /** Any other pair of one base type: what it is depends on the rates. */
  readonly otherPaid: readonly Substitution[];
  /** What remains of a cell: above zero unpaid (A01), below zero paid without a route (A02); in ten-thousandths. */
  readonly rest: ReadonlyMap<RouteCell, number>;
  /** Shortages that a line of an unknown service on the same day and block may pay: not verified until somebody says what it is. */
  readonly doubtful: readonly Substitution[];
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
  invoice: readonly NamedLine[],
  card: RateCard,
): RoutePairing {
  const found = routeCells(tallies, invoice, card);
  const { cells } = found;
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
  const otherPaid = substitute(rest, (short) => {
    const { base } = baseService(short.key);
    return cells
      .filter((cell) => cell !== short && cell.date === short.date && baseService(cell.key).base === base)
      .sort((a, b) => distance(short, a) - distance(short, b));
  });
  const doubtful = withhold(rest, knownServices(tallies, card));
  return { ...found, standardPaid, shorterPaid, otherPaid, rest, doubtful };
}

/** How unlike a cell is to another: by its block first. */
function distance(short: RouteCell, cell: RouteCell): number {
  return Math.abs(cell.minutes - short.minutes) * 2 + (cell.key === short.key ? 0 : 1);
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

/** Takes from the shortages what lines of unknown services may have paid, from each as much as they could: none may be claimed wrongly. */
function withhold(rest: Map<RouteCell, number>, known: ReadonlySet<string>): Substitution[] {
  const found: Substitution[] = [];
  const unknown = [...rest].filter(([cell, left]) => cell.unknown && left < 0 && !isKnownVariant(cell.key, known));
  for (const [over, left] of unknown) {
    for (const short of rest.keys()) {
      const lacking = rest.get(short) ?? 0;
      if (lacking <= 0 || short.date !== over.date || short.minutes !== over.minutes) continue;
      const quantity = Math.min(lacking, -left);
      rest.set(short, lacking - quantity);
      found.push({ short, over, quantity });
    }
  }
  return found;
}
