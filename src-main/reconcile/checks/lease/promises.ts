/** Credits that a lessor's line promises for later. Pure. */
import { type Cents, parseCents } from "#shared/money.ts";
import type { LeaseLineFact, LeaseTermFact, VehicleFact } from "../../../documents/facts.ts";
import { beginsIn } from "../../facts.ts";
import { type LeaseLine, leaseLines } from "./lines.ts";

const PROMISE =
  /\bcredit(?:ed)?\b.*\b(?:to follow|will follow|follows|pending|promised|next (?:invoice|month|bill|statement)|will be|to be issued)\b|\b(?:will|to) be credited\b|\bpending credit\b/i;

/** A line that promises a credit, with the amount it promises; null where it states none. */
export interface Promised {
  readonly line: LeaseLine;
  readonly cents: Cents | null;
}

/** The promises among the lines of a month: by their words. A line that is billed and will be credited promises its own amount. */
export function promisesOf(
  facts: readonly LeaseLineFact[],
  month: string,
  terms: readonly LeaseTermFact[],
  vehicles: readonly VehicleFact[],
): Promised[] {
  const promising = leaseLines(facts, terms, vehicles).filter(
    ({ fact, days }) => fact.amountCents >= 0 && PROMISE.test(fact.description) && beginsIn(month, days.from),
  );
  return promising.map((line) => {
    const { amountCents, taxCents, description } = line.fact;
    const own = amountCents > 0 ? amountCents + taxCents : null;
    return { line, cents: amountInWords(description) ?? own };
  });
}

/** The amount that a text names: `credit of 120.00 to follow`. */
function amountInWords(text: string): Cents | null {
  const found = /(\d[\d,]*\.\d{2})\b/.exec(text)?.[1];
  return found === undefined ? null : (parseCents(found) ?? null);
}
