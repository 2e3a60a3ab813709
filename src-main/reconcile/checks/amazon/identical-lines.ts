/** Lines of an invoice that say the same of the same day more than once, as far as the work summary has nothing for the others. Pure. */
import { normalise } from "#main/matching/services.ts";
import type { Quantity } from "#shared/money.ts";
import { quantityOf } from "./invoice.ts";
import type { NamedLine } from "./names.ts";
import type { RouteCell } from "./route-cells.ts";

/** A line that is printed several times: the first stands for what was due, `extra` of the others for nothing. */
export interface Repeated {
  readonly lines: readonly NamedLine[];
  /** How many of the lines have nothing to pay for. */
  readonly extra: number;
  /** What each of them pays for, in ten-thousandths. */
  readonly quantity: Quantity;
}

/**
 * Lines with the same day, section, words, rate, quantity and amount, where there are several; also on two invoices of one week, as an
 * invoice that was issued again under another number. Lines without a day cannot be told apart.
 */
export function identicalLines(lines: readonly NamedLine[]): NamedLine[][] {
  const groups = new Map<string, NamedLine[]>();
  for (const line of lines) {
    if (line.date === null || line.form === "export") continue;
    const words = [line.section, line.description, line.serviceType].map(normalise);
    const key = JSON.stringify([line.date, ...words, line.rate, line.quantity, line.amountCents]);
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** Of identical lines those that a surplus (paid less happened, in ten-thousandths) leaves without anything to pay for. */
export function repeatedLines(lines: readonly NamedLine[], surplus: Quantity): Repeated[] {
  let left = surplus;
  return identicalLines(lines).flatMap((group) => {
    const [first] = group;
    const quantity = first === undefined ? undefined : quantityOf(first);
    if (quantity === undefined || quantity <= 0 || left < quantity) return [];
    const extra = Math.min(group.length - 1, Math.trunc(left / quantity));
    left -= extra * quantity;
    return [{ lines: group, extra, quantity }];
  });
}

/** The repeated lines of a cell, of what the pairing leaves of its surplus. */
export function repeatedRoutes(cell: RouteCell, rest: number): Repeated[] {
  return repeatedLines(cell.lines, Math.max(0, -rest));
}
