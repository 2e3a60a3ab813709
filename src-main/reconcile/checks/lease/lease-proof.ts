/** Rows of the lease papers as evidence, with the cells that decide in every layout. Pure. */
import type { LeaseLineFact, LeaseTermFact, RentalRateFact, Source, VehicleFact } from "../../../documents/facts.ts";
import { CHARGES, FIELDS } from "../../../documents/interpret/lease-fields.ts";
import { leaseSchedule } from "../../../documents/interpret/lease-schedule.ts";
import { rentalRates } from "../../../documents/interpret/rental-rates.ts";
import { vehicles } from "../../../documents/interpret/vehicles.ts";
import type { FieldSpec } from "../../../documents/interpretation.ts";
import { titleKey } from "../../../documents/recognise/titles.ts";
import { type Evidence, evidence } from "../../finding.ts";

/** Titles of every layout that feeds the fields of a line which decide. */
const LINE = titlesOf(FIELDS, [
  "vin",
  "unit",
  "plate",
  "contract",
  "chargeCode",
  "description",
  "serviceFrom",
  "serviceTo",
  "quantity",
  "rate",
  "amount",
  ...Object.keys(CHARGES),
  "tax",
  "total",
  "odometer",
  "referenceInvoice",
]);
const TERM = titlesOf(leaseSchedule.fields, Object.keys(leaseSchedule.fields));
const RATE = titlesOf(rentalRates.fields, Object.keys(rentalRates.fields));
const VEHICLE = titlesOf(vehicles.fields, [
  "vin",
  "plate",
  "provider",
  "ownershipStart",
  "ownershipEnd",
  "registeredState",
]);

function titlesOf(fields: Readonly<Record<string, FieldSpec>>, names: readonly string[]): ReadonlySet<string> {
  return new Set(names.flatMap((name) => fields[name]?.titles ?? []).map(titleKey));
}

function proof(rows: readonly { readonly source: Source }[], titles: ReadonlySet<string>): Evidence[] {
  return rows.map(({ source }) =>
    evidence(
      source,
      source.columns.filter((column) => titles.has(titleKey(column))),
    ),
  );
}

/** Rows of lessors' invoices as evidence. */
export function lineProof(lines: readonly LeaseLineFact[]): Evidence[] {
  return proof(lines, LINE);
}

/** Rows of the lease schedule as evidence. */
export function termProof(terms: readonly LeaseTermFact[]): Evidence[] {
  return proof(terms, TERM);
}

/** Rows of rental agreements as evidence. */
export function rateProof(rates: readonly RentalRateFact[]): Evidence[] {
  return proof(rates, RATE);
}

/** Rows of Amazon's vehicle list as evidence. */
export function vehicleProof(rows: readonly VehicleFact[]): Evidence[] {
  return proof(rows, VEHICLE);
}
