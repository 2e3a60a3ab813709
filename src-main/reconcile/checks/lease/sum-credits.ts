/** What a lessor gave back of an invoice as a whole: credits that name it and that no finding on its lines has taken. Pure. */
import type { Cents } from "#shared/money.ts";
import type { LeaseLineFact } from "../../../documents/facts.ts";
import { invoiceKey, type JudgedInvoice, type WrongSum } from "./invoice-sums.ts";
import type { JudgedLine } from "./line-shares.ts";
import { plain } from "./plain.ts";

/** The wrong sums of an invoice, each less what is left of the credits that name it; those up to `tolerance` (cents) are left out. */
export function lessCredited(
  { key, wrong }: JudgedInvoice,
  lines: readonly LeaseLineFact[],
  month: readonly JudgedLine[],
  tolerance: Cents,
): WrongSum[] {
  const [first] = wrong;
  if (first === undefined) return [];
  const { provider, invoiceNumber } = first.head;
  const credits = lines.filter(
    (line) =>
      line.amountCents < 0 &&
      plain(line.provider) === plain(provider) &&
      plain(line.referenceInvoice) === plain(invoiceNumber) &&
      plain(line.invoiceNumber) !== plain(invoiceNumber),
  );
  let left = credits.reduce((sum, each) => sum - each.amountCents - each.taxCents, 0) - takenByLines(key, lines, month);
  return wrong.flatMap((each) => {
    const taken = each.isAsked ? Math.min(Math.max(0, left), Math.max(0, each.cents)) : 0;
    if (taken === 0) return each;
    left -= taken;
    const cents = each.cents - taken;
    return cents > tolerance ? { ...each, cents, credited: { cents: taken, lines: credits } } : [];
  });
}

/** What findings on the invoice's lines took of its credits, and lines that one took back whole: those are not judged at all. */
function takenByLines(key: string, lines: readonly LeaseLineFact[], month: readonly JudgedLine[]): Cents {
  const own = month.filter(({ fact }) => invoiceKey(fact) === key);
  const judged = new Set(own.map(({ fact }) => placeOf(fact)));
  const cancelled = lines.filter(
    (line) => line.amountCents > 0 && invoiceKey(line) === key && !judged.has(placeOf(line)),
  );
  return (
    own.reduce((sum, { shares }) => sum + shares.reduce((all, { creditCents }) => all + creditCents, 0), 0) +
    cancelled.reduce((sum, { totalCents }) => sum + totalCents, 0)
  );
}

function placeOf({ source, chargeCode, vin }: LeaseLineFact): string {
  return JSON.stringify([source.sheet, source.row, chargeCode, vin]);
}
