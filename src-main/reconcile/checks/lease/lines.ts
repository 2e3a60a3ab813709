/** A lessor's lines made comparable: their van, their contract, their kind of charge, and an order that no import can change. Pure. */
import { normaliseVin } from "#shared/vin.ts";
import { addDays, daysBetween, type IsoDate } from "#shared/week.ts";
import type { LeaseLineFact, LeaseTermFact, VehicleFact } from "../../../documents/facts.ts";
import { FleetIndex, type VanMatch } from "../../../matching/vehicles.ts";
import { type Days, dayCount, overlap } from "./contract-rent.ts";
import { type RentalUnit, rentalUnit } from "./rental-unit.ts";

/** A lease line with what our own papers say about its van. */
export interface LeaseLine {
  readonly fact: LeaseLineFact;
  readonly days: Days;
  readonly van: VanMatch;
  /** Compares vans, known or not; null where the line names none. */
  readonly vanKey: string | null;
  /** RENT stands for PRORATE too. */
  readonly charge: string;
  /** The contract that speaks for the line's days, null where the van is in none. */
  readonly term: LeaseTermFact | null;
  /** The contracts of that lessor that follow each other without a gap, `term` among them, in order; empty without one. */
  readonly chain: readonly LeaseTermFact[];
  /** Every contract of the van, with any lessor. */
  readonly contracts: readonly LeaseTermFact[];
  /** The van on Amazon's vehicle list. */
  readonly vehicle: VehicleFact | null;
  /** Rent by the day or by the week, which no monthly contract measures. */
  readonly rental: RentalUnit | null;
  /** Identity of the line, never from its amounts. */
  readonly subject: string;
}

/** Charges that recur each month as long as a van is ours. */
const RECURRING: ReadonlySet<string> = new Set(["RENT", "MGMT_FEE", "INSURANCE"]);

/** Texts as they are compared: case and blanks do not matter. */
export function plain(text: string): string {
  return text.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
}

function chargeOf(code: string): string {
  const charge = plain(code).toUpperCase();
  return charge === "PRORATE" ? "RENT" : charge;
}

/** Whether a charge recurs with the van's being ours: rent, management fee, insurance. */
export function isRecurring(line: LeaseLine): boolean {
  return RECURRING.has(line.charge);
}

/** Whether a line charges rent, of a whole month or a part. */
export function isRent(line: LeaseLine): boolean {
  return line.charge === "RENT";
}

/**
 * Prepares lines, in the order they were billed: by issue date, invoice and row. Terms and vehicles are whole; nothing is judged yet. Amazon's
 * vehicle list adds plates and rented vans that no contract names.
 */
export function leaseLines(
  facts: readonly LeaseLineFact[],
  terms: readonly LeaseTermFact[],
  vehicles: readonly VehicleFact[] = [],
): LeaseLine[] {
  const fleet = new FleetIndex([...terms, ...vehicles.map(({ vin, plate }) => ({ vin, unit: "", plate }))]);
  const byVin = Map.groupBy(terms, (term) => normaliseVin(term.vin));
  const vehicleOf = new Map(vehicles.map((vehicle) => [normaliseVin(vehicle.vin), vehicle]));
  const seen = new Map<string, number>();
  return [...facts].sort(inOrder).map((fact) => {
    const van = terms.length > 0 ? fleet.match(fact) : byName(fact);
    const vanKey = van.kind === "ours" ? van.vin : van.kind === "unknown" ? van.name : null;
    const days = { from: fact.serviceFrom, to: fact.serviceTo };
    const charge = chargeOf(fact.chargeCode);
    const contracts = van.kind === "ours" ? (byVin.get(van.vin) ?? []) : [];
    const term = termOf(fact, days, contracts);
    const base = [fact.provider, fact.invoiceNumber, vanKey ?? "", charge, days.from, days.to].map(plain).join("|");
    const occurrence = (seen.get(base) ?? 0) + 1;
    seen.set(base, occurrence);
    return {
      fact,
      days,
      van,
      vanKey,
      charge,
      term,
      chain: term === null ? [] : chainOf(fact, term, contracts),
      contracts,
      vehicle: van.kind === "ours" ? (vehicleOf.get(van.vin) ?? null) : null,
      rental: charge === "RENT" ? rentalUnit(fact, term) : null,
      subject: occurrence === 1 ? base : `${base}#${occurrence}`,
    };
  });
}

/** The lessor's contracts before and after one of them that join it without a day between: a renewal is no return. */
function chainOf(line: LeaseLineFact, term: LeaseTermFact, terms: readonly LeaseTermFact[]): LeaseTermFact[] {
  if (terms.length === 1) return [term];
  const own = terms.filter((each) => each === term || isTheirs(line, each));
  const joins = (first: LeaseTermFact, next: LeaseTermFact) =>
    first.offLease !== null && first.onLease < next.onLease && next.onLease <= addDays(first.offLease, 1);
  const chain = [term];
  for (;;) {
    const [first, last] = [chain[0] ?? term, chain.at(-1) ?? term];
    const before = own.find((each) => !chain.includes(each) && joins(each, first));
    const after = own.find((each) => !chain.includes(each) && joins(last, each));
    if (before === undefined && after === undefined) return chain;
    if (before) chain.unshift(before);
    else if (after) chain.push(after);
  }
}

/** Without a schedule no van can be called unknown: its name as printed still tells two lines of one van. */
function byName(fact: LeaseLineFact): VanMatch {
  const name = normaliseVin(fact.vin) || normaliseVin(fact.unit);
  return name === "" ? { kind: "unnamed" } : { kind: "ours", vin: name };
}

function inOrder(a: LeaseLineFact, b: LeaseLineFact): number {
  const text = (x: string, y: string) => (x < y ? -1 : x > y ? 1 : 0);
  return (
    text(a.issuedOn, b.issuedOn) ||
    text(a.invoiceNumber, b.invoiceNumber) ||
    text(a.provider, b.provider) ||
    text(a.source.document.name, b.source.document.name) ||
    text(a.source.document.sha256, b.source.document.sha256) ||
    text(a.source.sheet ?? "", b.source.sheet ?? "") ||
    a.source.row - b.source.row
  );
}

/** Whether a contract is with the lessor that billed the line. */
export function isTheirs(line: LeaseLineFact, term: LeaseTermFact): boolean {
  const sameContract = plain(line.contract) !== "" && plain(line.contract) === plain(term.contract);
  return sameContract || plain(line.provider) === plain(term.provider);
}

/** Whether a contract makes a van ours on a day: from the on-lease to the off-lease date, both included. */
export function isHeld(term: LeaseTermFact, day: IsoDate): boolean {
  return day >= term.onLease && (term.offLease === null || day <= term.offLease);
}

/** Of several contracts of one van the lessor's own, then the one that shares most days with the line, then the one nearest before it. */
function termOf(line: LeaseLineFact, days: Days, terms: readonly LeaseTermFact[]): LeaseTermFact | null {
  const ranked = terms.map((term) => {
    const lastDay = term.offLease ?? days.to;
    const shared = overlap(days, { from: term.onLease, to: lastDay });
    const held = shared === null ? 0 : dayCount(shared);
    const started = term.onLease <= days.to;
    const gap = Math.abs(daysBetween(term.offLease ?? term.onLease, days.from));
    const contract = plain(line.contract) !== "" && plain(line.contract) === plain(term.contract);
    return {
      term,
      rank: [Number(isTheirs(line, term)), Number(held > 0), Number(started), Number(contract), held, -gap],
    };
  });
  ranked.sort((a, b) => {
    const index = a.rank.findIndex((value, position) => value !== b.rank[position]);
    return index < 0 ? 0 : (b.rank[index] ?? 0) - (a.rank[index] ?? 0);
  });
  return ranked[0]?.term ?? null;
}
