/** A lessor's lines made comparable: their van, their contract, their kind of charge, and an order that no import can change. Pure. */
import { normaliseVin } from "#shared/vin.ts";
import type { LeaseLineFact, LeaseTermFact, RentalRateFact, VehicleFact } from "../../../documents/facts.ts";
import { vanLinks, vanNameKey, vansByName } from "../../../matching/van-links.ts";
import { FleetIndex, type VanMatch } from "../../../matching/vehicles.ts";
import type { Days } from "./contract-rent.ts";
import { chainOf, isTheirs, termOf } from "./contracts.ts";
import { plain } from "./plain.ts";
import { agreementsFor } from "./rental-agreements.ts";
import { type RentalUnit, rentalUnit, unitInWords } from "./rental-unit.ts";
import { type Term, termsInForce } from "./terms.ts";

/** A lease line with what our own papers say about its van. */
export interface LeaseLine {
  readonly fact: LeaseLineFact;
  readonly days: Days;
  readonly van: VanMatch;
  /** Somebody said which van the line means by its unit number or its plate. */
  readonly isSaid: boolean;
  /** Compares vans, known or not; null where the line names none. */
  readonly vanKey: string | null;
  /** RENT stands for PRORATE too. */
  readonly charge: string;
  /** The contract that speaks for the line's days, null where the van is in none. */
  readonly term: Term | null;
  /** The contracts of that lessor that follow each other without a gap, `term` among them, in order; empty without one. */
  readonly chain: readonly Term[];
  /** Every contract of the van, with any lessor. */
  readonly contracts: readonly Term[];
  /** The van on Amazon's vehicle list. */
  readonly vehicle: VehicleFact | null;
  /** What its lessor agreed to for rentals of the van, whatever the days. */
  readonly agreed: readonly RentalRateFact[];
  /** Rent of a short rental, which no monthly contract measures: by the day, by the week, or as a rental agreement has it. */
  readonly rental: RentalUnit | null;
  /** Identity of the line, never from its amounts. */
  readonly subject: string;
}

/** Charges that recur each month as long as a van is ours. */
const RECURRING: ReadonlySet<string> = new Set(["RENT", "MGMT_FEE", "INSURANCE"]);

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
  rates: readonly RentalRateFact[] = [],
): LeaseLine[] {
  const rented = rates.filter(({ vin }) => vin.trim() !== "").map(({ vin }) => ({ vin, unit: "" }));
  const listed = vehicles.map(({ vin, plate }) => ({ vin, unit: "", plate }));
  const fleet = new FleetIndex([...terms, ...listed, ...rented]);
  const vehicleOf = new Map(vehicles.map((vehicle) => [normaliseVin(vehicle.vin), vehicle]));
  const byVin = Map.groupBy(termsInForce(terms, vehicleOf), (term) => normaliseVin(term.vin));
  const byName = vansByName(vanLinks(terms));
  const seen = new Map<string, number>();
  return [...facts].sort(inOrder).map((fact) => {
    const said = normaliseVin(fact.vin) === "" ? byName.get(vanNameKey(fact)) : undefined;
    const found: VanMatch = terms.length > 0 ? fleet.match(fact) : asPrinted(fact);
    const van: VanMatch = said === undefined ? found : { kind: "ours", vin: said };
    const vanKey = van.kind === "ours" ? van.vin : van.kind === "unknown" ? van.name : null;
    const days = { from: fact.serviceFrom, to: fact.serviceTo };
    const charge = chargeOf(fact.chargeCode);
    const contracts = van.kind === "ours" ? (byVin.get(van.vin) ?? []) : [];
    const term = termOf(fact, days, contracts);
    const vehicle = van.kind === "ours" ? (vehicleOf.get(van.vin) ?? null) : null;
    const agreed = charge === "RENT" && rates.length > 0 ? agreementsFor(fact, vanKey, vehicle, rates) : [];
    const base = [fact.provider, fact.invoiceNumber, vanKey ?? "", charge, days.from, days.to].map(plain).join("|");
    const occurrence = (seen.get(base) ?? 0) + 1;
    seen.set(base, occurrence);
    return {
      fact,
      days,
      van,
      isSaid: said !== undefined,
      vanKey,
      charge,
      term,
      chain: term === null ? [] : chainOf(fact, term, contracts),
      contracts,
      vehicle,
      agreed,
      rental: charge === "RENT" ? (rentalUnit(fact, term) ?? rentalByAgreement(fact, term, agreed)) : null,
      subject: occurrence === 1 ? base : `${base}#${occurrence}`,
    };
  });
}

/** Rent of a van that is in no lease of the lessor's but in a rental agreement is a rental, whatever its words. */
function rentalByAgreement(
  line: LeaseLineFact,
  term: LeaseTermFact | null,
  agreed: readonly RentalRateFact[],
): RentalUnit | null {
  const isRented = agreed.length > 0 && (term === null || !isTheirs(line, term));
  return isRented ? (unitInWords(line.description) ?? "day") : null;
}

/** Without a schedule no van can be called unknown: its name as printed still tells two lines of one van. */
function asPrinted(fact: LeaseLineFact): VanMatch {
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
