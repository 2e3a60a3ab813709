/**
 * What one invoice charges a van for the same days under one charge code may stand in several lines: base rent and the upfit's, a fee and
 * its share for telematics. Such lines are the parts of one bill, measured together by the contract. The same words once more are no part
 * of it but a second billing, unless the lines come to the contract's rent together.
 */
import type { Cents } from "#shared/money.ts";
import { isRecurring, type LeaseLine } from "./lines.ts";
import { plain } from "./plain.ts";

/** Lines that are one charge. */
export interface Bill {
  /** At least one; the dearest first. */
  readonly lines: readonly [LeaseLine, ...LeaseLine[]];
  readonly cents: Cents;
}

/** Where a line stands in its bill. */
export interface Place {
  /** What the bill's lines before this one charge. */
  readonly prior: Cents;
  readonly isLast: boolean;
}

/** Charges that pay for a stretch of days; mileage over is billed once for a period too. */
export function recurs(line: LeaseLine): boolean {
  return line.vanKey !== null && (isRecurring(line) || line.charge === "MILEAGE_OVER");
}

/** The bills of recurring lines in billing order, in the order of their first lines. */
export function formBills(lines: readonly LeaseLine[]): Bill[] {
  const bills: LeaseLine[][] = [];
  const alike = Map.groupBy(lines.filter(recurs), keyOf);
  const billOf = new Map<LeaseLine, LeaseLine[]>();
  for (const group of alike.values()) {
    const own: LeaseLine[][] = comesToTheRent(group) ? [group] : [];
    if (own.length === 0) {
      for (const line of group) {
        const bill = own.find((parts) => parts.every((part) => wordsOf(part) !== wordsOf(line)));
        if (bill) bill.push(line);
        else own.push([line]);
      }
    }
    for (const bill of own) for (const line of bill) billOf.set(line, bill);
  }
  for (const line of lines) {
    const bill = billOf.get(line);
    if (bill?.[0] === line) bills.push(bill);
  }
  return bills.map(([first, ...rest]) => {
    if (first === undefined) throw new Error("a bill has a line");
    const [dearest = first, ...others] = [first, ...rest].sort((a, b) => b.fact.amountCents - a.fact.amountCents);
    return {
      lines: [dearest, ...others],
      cents: [first, ...rest].reduce((sum, { fact }) => sum + fact.amountCents, 0),
    };
  });
}

/** Where each line stands in its bill. Lines that are the whole of one are not in the result. */
export function placesIn(bills: readonly Bill[]): Map<LeaseLine, Place> {
  const places = new Map<LeaseLine, Place>();
  for (const { lines } of bills) {
    if (lines.length < 2) continue;
    let prior: Cents = 0;
    for (const [index, line] of lines.entries()) {
      places.set(line, { prior, isLast: index === lines.length - 1 });
      prior += line.fact.amountCents;
    }
  }
  return places;
}

function keyOf({ fact, charge, vanKey, days }: LeaseLine): string {
  const invoice = [plain(fact.provider), plain(fact.invoiceNumber), fact.issuedOn];
  return JSON.stringify([...invoice, charge, vanKey, days.from, days.to]);
}

function wordsOf(line: LeaseLine): string {
  return plain(line.fact.description);
}

/** Lines that come to the month's rent exactly are its parts, whatever they are called. */
function comesToTheRent(group: readonly LeaseLine[]): boolean {
  const rent = group[0]?.term?.monthlyRentCents;
  const sum = group.reduce((all, { fact }) => all + fact.amountCents, 0);
  return group.length > 1 && group[0]?.charge === "RENT" && sum === rent;
}
