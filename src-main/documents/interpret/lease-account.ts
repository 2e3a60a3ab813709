/** What a lessor's invoice says of its account beside what it bills: earlier balances and payments, which are no charges of this invoice. */
import type { Cents } from "#shared/money.ts";
import type { RecognisedTable } from "../interpretation.ts";
import { inUsualForm } from "../recognise/format.ts";
import { cents } from "./readers.ts";

const ACCOUNT = new RegExp(
  "^(?:(?:previous|prior|past[ -]due|opening|beginning|last|unpaid|outstanding) (?:statement |account |invoice )?(?:balance|amount|invoices)" +
    "|past[ -]due|(?:(?:balance|amount|total) )?(?:brought |carried )forward|balance forward" +
    "|(?:less:? )?(?:total )?payments?(?: ?(?:and|&|\\/) ?credits)?(?: (?:received|applied|made|posted))?|amount (?:paid|enclosed|remitted))" +
    "(?:[^a-z].*)?$",
  "i",
);

/** Charges for paying late or in parts are lines. */
const CHARGED = /\b(?:fees?|charges?|interest|penalt\w*|plan)\b/i;

/** Whether words name an earlier balance or a payment. */
export function isOfAccount(words: string): boolean {
  return ACCOUNT.test(words) && !CHARGED.test(words);
}

/** A sum that counts what was open before: `Total Due`, not `Invoice Total`. */
export function countsAccount(words: string): boolean {
  return /\b(?:due|payable|owed|balance|pay)\b/i.test(words);
}

/** What a figure adds to what was open: a payment takes off, whichever sign it is printed with. */
export function openBy(words: string, figure: Cents): Cents {
  // From page to page only what the invoice itself comes to is carried.
  if (/^(?:(?:amount|total) )?(?:brought|carried)/i.test(words)) return 0;
  return /payment|paid|remitted/i.test(words) ? -Math.abs(figure) : figure;
}

/** What labels above the table say was open before, payments taken off; 0 where they say nothing or it cannot be read. */
export function openBefore({ labels, format }: RecognisedTable): Cents {
  const figures = new Map<number, Cents>();
  for (const [title, { value, row }] of labels) {
    const read = isOfAccount(title) ? cents.read(inUsualForm(value, "money", format)) : undefined;
    if (read !== undefined) figures.set(row, openBy(title, read));
  }
  return [...figures.values()].reduce((sum, each) => sum + each, 0);
}
