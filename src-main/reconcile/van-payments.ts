/** Amazon's fleet invoice pays for a fleet, not for a van: each of its lines divided over the vans it pays for, to the cent. Pure. */
import { type Cents, divideHalfUp } from "#shared/money.ts";
import { normaliseVin } from "#shared/vin.ts";
import { type IsoMonth, monthEnd, monthStart } from "#shared/week.ts";
import type { FleetLineFact, LeaseTermFact, VehicleFact } from "../documents/facts.ts";

/** A van's share of one line of the fleet invoice. */
export interface VanPayment {
  readonly line: FleetLineFact;
  /** How many vans share the line. */
  readonly vans: number;
  readonly cents: Cents;
}

/** A van that a station's fleet invoice may pay for. */
export interface ServingVan {
  readonly vin: string;
  readonly station: string;
  /** What Amazon's list calls the van's kind; empty where it is not there. */
  readonly type: string;
}

/**
 * The vans in service in a month, by Amazon's vehicle list: on lease, owned or billed on some of its days. Without the list the vans that
 * were billed belong to the one station that has a fleet invoice; where there are several, nobody can say.
 */
export function vansInService(
  {
    month,
    vehicle,
    leaseTerm,
  }: { month: IsoMonth; vehicle: readonly VehicleFact[]; leaseTerm: readonly LeaseTermFact[] },
  lines: readonly FleetLineFact[],
  billed: readonly string[],
): ServingVan[] {
  if (vehicle.length === 0) {
    const [station, ...others] = new Set(lines.map((line) => line.station));
    if (station === undefined || others.length > 0) return [];
    return [...billed].sort().map((vin) => ({ vin, station, type: "" }));
  }
  const [from, to] = [monthStart(month), monthEnd(month)];
  const serves = (start: string | null, end: string | null) => (start ?? from) <= to && (end ?? to) >= from;
  const terms = Map.groupBy(leaseTerm, (term) => normaliseVin(term.vin));
  return vehicle
    .flatMap((van) => {
      const vin = normaliseVin(van.vin);
      const own = terms.get(vin);
      const inService =
        billed.includes(vin) ||
        (own ? own.some((term) => serves(term.onLease, term.offLease)) : serves(van.ownershipStart, van.ownershipEnd));
      return inService && van.station !== null ? [{ vin, station: van.station, type: van.type }] : [];
    })
    .sort((a, b) => (a.vin < b.vin ? -1 : 1));
}

/** Each line over its vans in whole cents, and what is left of lines of stations without any van. */
export function sharesOfFleetInvoice(
  lines: readonly FleetLineFact[],
  vans: readonly ServingVan[],
): { payments: Map<string, VanPayment[]>; unshared: Cents } {
  const payments = new Map<string, VanPayment[]>();
  const byStation = Map.groupBy(vans, ({ station }) => station);
  let unshared: Cents = 0;
  for (const line of lines) {
    if (line.amountCents === null || line.amountCents === 0) continue;
    const paidFor = vansOf(line, byStation.get(line.station) ?? []);
    if (paidFor.length === 0) unshared += line.amountCents;
    let given: Cents = 0;
    for (const [index, { vin }] of paidFor.entries()) {
      // Shares up to here come to the line's amount for so many vans, so that all of them come to the line.
      const upTo = divideHalfUp(line.amountCents * (index + 1), paidFor.length);
      const list = payments.get(vin);
      const payment = { line, vans: paidFor.length, cents: upTo - given };
      if (list) list.push(payment);
      else payments.set(vin, [payment]);
      given = upTo;
    }
  }
  return { payments, unshared };
}

/** A line that names a kind of van pays for the vans of that kind, any other for all of the station's. */
function vansOf({ description }: FleetLineFact, vans: readonly ServingVan[]): readonly ServingVan[] {
  const words = plain(description);
  const named = vans.filter(({ type }) => type.trim() !== "" && words.includes(plain(type)));
  return named.length > 0 ? named : vans;
}

function plain(text: string): string {
  return text
    .normalize("NFKC")
    .trim()
    .replace(/[\s_-]+/g, " ")
    .toLowerCase();
}
