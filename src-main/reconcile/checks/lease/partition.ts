/** The partition of a month's lease lines, made once for all the checks that share it. Pure: the same facts give the same lines. */
import type { LeaseLineFact, LeaseTermFact, VehicleFact } from "../../../documents/facts.ts";
import { type JudgedLine, lineShares } from "./line-shares.ts";

let last: { readonly given: readonly (readonly object[])[]; readonly judged: readonly JudgedLine[] } | undefined;

const isSame = (a: readonly object[], b: readonly object[] = []) =>
  a.length === b.length && a.every((each, at) => each === b[at]);

/** The month's lines and those before it, judged. The last partition is kept for the next check of the month. */
export function judgedLines(
  lines: readonly LeaseLineFact[],
  terms: readonly LeaseTermFact[],
  vehicles: readonly VehicleFact[],
  history: readonly LeaseLineFact[],
): readonly JudgedLine[] {
  const given = [lines, terms, vehicles, history];
  const known = last;
  if (known && given.every((list, at) => isSame(list, known.given[at]))) return known.judged;
  const judged = lineShares(lines, terms, { vehicles, history });
  last = { given, judged };
  return judged;
}
