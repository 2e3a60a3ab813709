/**
 * Credits. A lessor that takes a line back and bills it again has not billed twice: the credit and the line it cancels are both left out.
 * What a credit gives back in part lowers what is still claimed on that van, so that nothing already returned is claimed again.
 */
import type { Cents } from "#shared/money.ts";
import { overlap } from "./contract-rent.ts";
import type { LeaseLine } from "./lines.ts";
import { plain } from "./plain.ts";

/** A credit that cancels no whole line, with what it gives back, tax included. */
export interface OpenCredit {
  readonly line: LeaseLine;
  readonly cents: Cents;
}

export interface Credits {
  /** Lines that a credit takes back whole, and those credits. */
  readonly cancelled: ReadonlySet<LeaseLine>;
  readonly open: readonly OpenCredit[];
}

/** Sorts out the negative lines among the lines, which must be in billing order. */
export function settleCredits(lines: readonly LeaseLine[]): Credits {
  const cancelled = new Set<LeaseLine>();
  const open: OpenCredit[] = [];
  for (const credit of lines) {
    if (credit.fact.amountCents >= 0) continue;
    const [best] = lines
      .filter((line) => !cancelled.has(line) && takesBack(credit, line) && isWhole(credit, line))
      .map((line, position) => ({ line, rank: closeness(credit, line), position }))
      .sort((a, b) => b.rank - a.rank || b.position - a.position);
    if (best) cancelled.add(credit).add(best.line);
    else open.push({ line: credit, cents: -(credit.fact.amountCents + credit.fact.taxCents) });
  }
  return { cancelled, open };
}

/** What credits that cancel no whole line can give back of a line, at most its amount and tax. */
export function creditedOf({ fact, subject }: LeaseLine, lines: readonly LeaseLine[]): Cents {
  const own = lines.find((line) => line.subject === subject);
  if (own === undefined) return 0;
  const open = settleCredits(lines).open.filter((credit) => takesBack(credit.line, own));
  const sum = open.reduce((all, { cents }) => all + cents, 0);
  return Math.min(sum, fact.amountCents + fact.taxCents);
}

/** Whether a credit can be for a line: same lessor, same van, same charge (CREDIT is for any), and days in common or the invoice named. */
export function takesBack(credit: LeaseLine, line: LeaseLine): boolean {
  if (line.fact.amountCents <= 0 || plain(credit.fact.provider) !== plain(line.fact.provider)) return false;
  if (credit.charge !== "CREDIT" && credit.charge !== line.charge) return false;
  if (credit.vanKey === null) return namesInvoice(credit, line);
  return credit.vanKey === line.vanKey && (namesInvoice(credit, line) || overlap(credit.days, line.days) !== null);
}

function namesInvoice(credit: LeaseLine, line: LeaseLine): boolean {
  const named = plain(credit.fact.referenceInvoice);
  return named !== "" && named === plain(line.fact.invoiceNumber);
}

/** The line's amount, or its total where the credit states tax and all in one figure. */
function isWhole({ fact: credit }: LeaseLine, { fact: line }: LeaseLine): boolean {
  return -credit.amountCents === line.amountCents || -credit.amountCents === line.amountCents + line.taxCents;
}

/** Of several lines of one amount: the one on the invoice the credit names, then of the same days, then one billed before the credit. */
function closeness(credit: LeaseLine, line: LeaseLine): number {
  const sameDays = credit.days.from === line.days.from && credit.days.to === line.days.to;
  const before = line.fact.issuedOn <= credit.fact.issuedOn;
  return (namesInvoice(credit, line) ? 4 : 0) + (sameDays ? 2 : 0) + (before ? 1 : 0);
}
