/** Last month's vans, paid in advance and trued up this month: branded ones (C02) and the rental forecast (C03). Pure. */
import {
  type Cents,
  extend,
  formatCents,
  formatQuantity,
  formatRate,
  plainCents,
  type Quantity,
  type Rate,
  TEN_THOUSAND,
} from "#shared/money.ts";
import { formatPeriod, type IsoMonth } from "#shared/week.ts";
import type { FleetLineFact, RateFact } from "../../../documents/facts.ts";
import type { Answer, ParameterSpec, Scope } from "../../check.ts";
import type { FindingDraft } from "../../finding.ts";
import { allProof } from "../../proof.ts";
import { claimOn } from "../amazon/invoice.ts";
import { cardProof } from "../amazon/proof.ts";
import {
  authorizedSize,
  countOf,
  type HighCount,
  headsOf,
  highCount,
  linesOf,
  monthBefore,
  type StationFleet,
  type VanSort,
} from "./fleet-month.ts";
import { fleetLabel, fleetProof, fleetSide, type VanPrice, vanPrice } from "./fleet-proof.ts";

/** The numbers of a true-up. */
export interface TrueUp {
  readonly fleet: StationFleet;
  /** The month that was trued up. */
  readonly month: IsoMonth;
  readonly what: string;
  readonly advance: Quantity;
  /** Null where nobody says what the count was. */
  readonly actual: Quantity | null;
  readonly rate: Rate;
  readonly reconciled: Cents;
  /** Signed; null where it cannot be stated. */
  readonly difference: Cents | null;
}

/** Money a true-up may differ without a finding. */
export const TRUE_UP_TOLERANCE: ParameterSpec = {
  title: "Money a true-up may differ without a finding",
  unit: "cents",
  value: 100,
};

/** (actual high count - count paid in advance) x rate - amount reconciled. */
export function trueUp(input: {
  readonly fleet: StationFleet;
  readonly scope: Scope;
  readonly sort: VanSort;
  readonly rates: readonly RateFact[];
  readonly tolerance: Cents;
}): Answer<TrueUp> {
  const { fleet, scope, sort, rates, tolerance } = input;
  const month = monthBefore(scope.period);
  const what = sort === "branded" ? "branded vans" : "rentals";
  const advance = linesOf(fleet, month, "prepayment", sort);
  const lines = linesOf(fleet, scope.period, "reconciliation", sort);
  const open = (why: string): Answer<TrueUp> => ({
    outcome: "cannot-verify",
    missing: ["fleet invoice"],
    why: `${fleet.station}: ${why}`,
  });
  if (headsOf(fleet, month).length === 0) {
    return lines.length > 0 || sort === "branded"
      ? open(`the invoice of ${formatPeriod(month)} is not here, so what it paid in advance is not known.`)
      : { outcome: "not-applicable" };
  }
  if (advance.length === 0 && lines.length === 0) return { outcome: "not-applicable" };
  if (advance.length === 0 && sort === "branded")
    return open(`the invoice of ${formatPeriod(month)} shows no ${what} paid in advance.`);
  const paid = countOf(advance);
  // A forecast of rentals has prices of its own; the card's van month is for branded vans.
  const price = vanPrice(sort === "branded" ? rates : [], fleet, month, advance);
  if (paid === null || price === null) return open(`the ${what} paid in advance have no count or no rate.`);
  const reconciled = lines.reduce((sum, line) => sum + (line.amountCents ?? 0), 0);
  const high = highCount(fleet, month, sort);
  const base = { fleet, month, what, advance: paid, rate: price.rate, reconciled };
  const drawn = (values: TrueUp) => finding({ values, scope, advance, lines, high, price, tolerance });
  if (high === null) {
    if (sort === "rental" && lines.length === 0)
      return { outcome: "finding", findings: [drawn({ ...base, actual: null, difference: null })] };
    return open(`no weekly high counts of ${formatPeriod(month)} are printed.`);
  }
  const cap = sort === "branded" ? authorizedSize(fleet, month)?.quantity : undefined;
  const actual = cap == null ? high.vans : Math.min(high.vans, cap);
  const difference = extend(price.rate, actual - paid) - reconciled;
  // A week that is not counted can only raise the count: what is owed stays owed, anything else is open.
  if (difference <= tolerance && !high.complete) return open(`not every week of ${formatPeriod(month)} is counted.`);
  if (Math.abs(difference) <= tolerance) return { outcome: "agrees" };
  return { outcome: "finding", findings: [drawn({ ...base, actual, difference })] };
}

function finding(input: {
  readonly values: TrueUp;
  readonly scope: Scope;
  readonly advance: readonly FleetLineFact[];
  readonly lines: readonly FleetLineFact[];
  readonly high: HighCount | null;
  readonly price: VanPrice;
  readonly tolerance: Cents;
}): FindingDraft<TrueUp> {
  const { values, scope, advance, lines, high, price, tolerance } = input;
  const { fleet, month, what, difference } = values;
  return {
    subject: `${fleet.station}|${what}`,
    subjectLabel: `${fleetLabel(fleet, month)} · True-up of ${what}`,
    direction: difference !== null && difference < 0 ? "exposure" : "owed",
    amountCents: difference === null ? null : Math.abs(difference),
    estimated: false,
    values,
    sides: [fleetSide("Amazon paid", [...advance, ...lines]), fleetSide("Amazon counted", high?.lines ?? [])],
    evidence: allProof(fleetProof(advance), fleetProof(lines), fleetProof(high?.lines ?? []), cardProof([price.row])),
    notes: [
      price.note,
      ...(high?.complete === false ? ["Not every week of the month is counted; the true count may be higher."] : []),
      `Tolerance: ${formatCents(tolerance)}.`,
    ],
    explains: [],
    ...claimOn(headsOf(fleet, scope.period)[0] ?? null, []),
  };
}

/** `DXA4 had up to 40 branded vans in Jul 2026; 38 were paid in advance and $1,024.00 was trued up.` */
export function trueUpSentence({ fleet, month, what, advance, actual, reconciled }: TrueUp): string {
  const period = formatPeriod(month);
  if (actual === null) {
    return `${formatQuantity(advance)} ${what} were forecast for ${fleet.station} in ${period}, and the next invoice does not true them up.`;
  }
  const trued = reconciled === 0 ? "nothing" : formatCents(reconciled);
  return (
    `Amazon counted up to ${formatQuantity(actual)} ${actual === TEN_THOUSAND ? what.replace(/s$/, "") : what} at ${fleet.station} in ${period}; ` +
    `it paid ${formatQuantity(advance)} in advance and trued up ${trued}.`
  );
}

/** `(40 counted - 38 in advance) x 1,024.00 - 1024.00 trued up = 1024.00`. */
export function trueUpFormula({ advance, actual, rate, reconciled, difference }: TrueUp): string {
  if (actual === null || difference === null)
    return `${formatQuantity(advance)} forecast - an actual count that is not printed`;
  const due = `(${formatQuantity(actual)} counted - ${formatQuantity(advance)} in advance) x ${formatRate(rate)}`;
  const trued = `${plainCents(reconciled)} trued up`;
  return `${difference > 0 ? `${due} - ${trued}` : `${trued} - ${due}`} = ${plainCents(Math.abs(difference))}`;
}
