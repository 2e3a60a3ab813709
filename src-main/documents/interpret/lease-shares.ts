/** What a line of a lessor's invoice says beyond its columns: the share of each of several vans, the invoice a credit is for. */
import { divideHalfUp, TEN_THOUSAND } from "#shared/money.ts";
import type { Row } from "./cells.ts";
import type { Charge } from "./lease-money.ts";
import { quantity, rate } from "./readers.ts";

/**
 * The charges of each van of a line. A line for several is divided only where it prints how many vans it is for and the price of one:
 * any other division would be a guess of ours, so the line is a problem.
 */
export function sharesOf(
  row: Row,
  vans: number,
  charges: readonly Charge[] | undefined,
): (readonly Charge[])[] | undefined {
  if (charges === undefined) return undefined;
  if (vans === 1) return [charges];
  const [only, ...more] = charges;
  const price = row.peek("rate", rate);
  const each = price === null || price % 100 !== 0 ? null : price / 100;
  const saysSo = row.peek("quantity", quantity) === vans * TEN_THOUSAND && each !== null;
  const total = only ? only.amountCents + only.taxCents : 0;
  if (!only || more.length > 0 || !saysSo || only.amountCents !== each * vans || only.totalCents !== total) {
    row.problem(
      "vin",
      `This line is for ${vans} vans and does not print the price of each. Give every van a line of its own.`,
    );
    return undefined;
  }
  return Array.from({ length: vans }, (_, index) => {
    // The vans cost the same, so their tax differs by a cent at most; together it is what was printed.
    const upTo = (parts: number) => divideHalfUp(only.taxCents * parts, vans);
    const taxCents = upTo(index + 1) - upTo(index);
    return [{ ...only, amountCents: each, taxCents, totalCents: each + taxCents }];
  });
}

/** `Credit for invoice ELM-202607-01`: the invoice a credit says it is for. */
export function namedInvoice(code: string, description: string): string {
  if (code !== "CREDIT") return "";
  return /\binvoice\s+(?:(?:no\.?|number|#)\s*)?([a-z0-9][\w/-]*\d[\w/-]*)/i.exec(description)?.[1] ?? "";
}
