/** The numbers of a printed line. What could be read in two ways is read where quantity x rate = amount proves it, and else not at all. */
import { extend, parseCents, parseTenThousandths } from "#shared/money.ts";

/** Texts of a line's numeric cells, as far as it has them. */
export interface WrittenNumbers {
  readonly rate?: string | undefined;
  readonly quantity?: string | undefined;
  readonly amount?: string | undefined;
}

/** Rate and quantity in ten-thousandths, amount in cents; null where the cell is blank. */
export interface LineNumbers {
  readonly rate: number | null;
  readonly quantity: number | null;
  readonly amount: number | null;
}

/** Why a line's numbers cannot be had, and in which cell that is seen. */
export interface NumberProblem {
  readonly field: keyof LineNumbers;
  readonly reason: string;
}

const NUMBER =
  /^[-\u2010-\u2015\u2212(]?\s*(?:[$€£]|USD|EUR)?\s*[-\u2010-\u2015\u2212(]?\s*\d[\d.,'’ ]*\)?-?\s*(?:[$€£]|USD|EUR)?\)?$/i;

/** Whether a cell looks like a number; a dot at its end or a date in figures does not. */
export function isNumber(cell: string): boolean {
  return NUMBER.test(cell.trim()) && !/\d\.$/.test(cell.trim()) && !/\d{1,2}\.\d{1,2}\.\d{4}/.test(cell);
}

/** Whether a cell is a dash or the like, standing for nothing. */
export function isDash(cell: string): boolean {
  return /^[-\u2010-\u2015\u2212.]+$/.test(cell.trim());
}

/** Every value a cell may have: American and German thousands look like the other's decimals (`10.436`). */
export function readings(cell: string, field: keyof LineNumbers, german: boolean): number[] {
  const read = field === "amount" ? parseCents : parseTenThousandths;
  const american = leadsWithZero(cell, ",") ? undefined : read(cell, "us");
  // An American invoice writes no German numbers, except for the counts of an export (`10.436` packages).
  const count = field === "quantity" && /^\d{1,3}(?:\.\d{3})+$/.test(cell.trim());
  const other = (german || count) && !leadsWithZero(cell, ".") ? read(cell, "eu") : undefined;
  return [...new Set([american, other])].filter((value) => value !== undefined);
}

/** `0,060` is no sixty: thousands do not begin with a zero. */
function leadsWithZero(cell: string, separator: "," | "."): boolean {
  return cell.replace(/[^\d.,]/g, "").startsWith(`0${separator}`);
}

/** Reads the numbers of a line together. */
export function readNumbers(
  written: WrittenNumbers,
  german: boolean,
): { readonly numbers: LineNumbers; readonly proven: boolean } | { readonly problem: NumberProblem } {
  const fields = ["rate", "quantity", "amount"] as const;
  const choices: Record<(typeof fields)[number], readonly (number | null)[]> = {
    rate: [null],
    quantity: [null],
    amount: [null],
  };
  for (const field of fields) {
    const cell = written[field];
    if (cell === undefined || cell.trim() === "") continue;
    choices[field] = readings(cell, field, german);
    if (choices[field].length > 0) continue;
    return { problem: { field, reason: `"${cell}" is not a number that can be read.` } };
  }
  const all = choices.rate.flatMap((rate) =>
    choices.quantity.flatMap((quantity) => choices.amount.map((amount): LineNumbers => ({ rate, quantity, amount }))),
  );
  const [only, ...others] = all;
  const proven = all.filter(addsUp);
  if (only && others.length === 0) {
    return proven.length === 0 && isMisplaced(only)
      ? {
          problem: {
            field: "amount",
            reason: "The numbers of this line do not stand in the order of the column titles.",
          },
        }
      : { numbers: only, proven: proven.length > 0 };
  }
  const [sure, ...rivals] = proven;
  if (sure && rivals.length === 0) return { numbers: sure, proven: true };
  const field = fields.find((each) => choices[each].length > 1) ?? "quantity";
  return {
    problem: {
      field,
      reason: `"${written[field]}" can be read in two ways, and the line's other numbers do not tell which.`,
    },
  };
}

/** Whether quantity x rate is the amount, to the cent that rounding may cost. */
function addsUp({ rate, quantity, amount }: LineNumbers): boolean {
  if (rate === null || quantity === null || amount === null) return false;
  return Math.abs(extend(rate, quantity) - amount) <= 1;
}

/** Whether another order of the three numbers adds up, so that one of them stands in the wrong column. Rate and quantity may change places. */
function isMisplaced({ rate, quantity, amount }: LineNumbers): boolean {
  if (rate === null || quantity === null || amount === null || amount === 0) return false;
  const scaled = amount * 100;
  return [
    { rate: scaled, quantity, amount: rate / 100 },
    { rate, quantity: scaled, amount: quantity / 100 },
  ].some((order) => Number.isInteger(order.amount) && order.amount !== 0 && addsUp(order));
}
