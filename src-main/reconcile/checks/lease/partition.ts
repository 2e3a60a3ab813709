/** The partition of a month's lease lines, made once for all the checks that share it. Pure: the same facts give the same lines. */
import type { IsoDate } from "#shared/week.ts";
import type { LeaseLineFact, LeaseTermFact, RentalRateFact, VehicleFact } from "../../../documents/facts.ts";
import { vanLinks } from "../../../matching/van-links.ts";
import { type JudgedLine, lineShares } from "./line-shares.ts";

let last: { readonly given: readonly (readonly object[])[]; readonly judged: readonly JudgedLine[] } | undefined;

const isSame = (a: readonly object[], b: readonly object[] = []) =>
  a.length === b.length && a.every((each, at) => each === b[at]);

/** What a month's partition is made from. */
export interface MonthOfLines {
  /** The month's lines and those of the months before it. */
  readonly lines: readonly LeaseLineFact[];
  readonly terms: readonly LeaseTermFact[];
  readonly vehicles: readonly VehicleFact[];
  readonly rates: readonly RentalRateFact[];
  /** Lines of the year before and of the months after. */
  readonly around: readonly LeaseLineFact[];
  /** The month's last day. */
  readonly to: IsoDate;
}

/** The month's lines and those before it, judged. The last partition is kept for the next check of the month. */
export function judgedLines({ lines, terms, vehicles, rates, around, to }: MonthOfLines): readonly JudgedLine[] {
  const seen = [...lines, ...laterCredits(around, to)];
  const history = around.filter((line) => line.serviceFrom <= to);
  const given = [seen, terms, vehicles, rates, history, vanLinks(terms)];
  const known = last;
  if (known && given.every((list, at) => isSame(list, known.given[at]))) return known.judged;
  const judged = lineShares(seen, terms, { vehicles, rates, history });
  last = { given, judged };
  return judged;
}

/** Credits of later months that name the invoice they are for: what a lessor gave back already is not claimed again. */
export function laterCredits(around: readonly LeaseLineFact[], to: IsoDate): LeaseLineFact[] {
  return around.filter(
    ({ serviceFrom, amountCents, referenceInvoice }) =>
      serviceFrom > to && amountCents < 0 && referenceInvoice.trim() !== "",
  );
}
