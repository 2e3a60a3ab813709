/** Which of Amazon's branded vans a station had through a whole month, as far as the vehicle list can say. Pure. */
import { formatDate, type IsoDate } from "#shared/week.ts";
import type { VehicleFact } from "../../../documents/facts.ts";
import type { Scope } from "../../check.ts";
import type { Evidence, Side } from "../../finding.ts";
import { proof } from "../../proof.ts";

/** Vans that Amazon provides and brands. Rentals and the company's own vans are none of the branded ones. */
const BRANDED: ReadonlySet<string> = new Set(["AMAZON_OWNED", "AMAZON_LEASED"]);

/** What the list says. */
export interface BrandedVans {
  /** With the station from its first to its last day, and operational on the list. */
  readonly certain: readonly VehicleFact[];
  /** Sentences on vans that are left out: what a snapshot cannot know is no claim. */
  readonly notes: readonly string[];
}

/** The branded vans of a station; null where no list of the month or a later one says which vans it has. */
export function brandedVans(
  vehicles: readonly VehicleFact[],
  station: string,
  scope: Scope,
  stations: number,
): BrandedVans | null {
  const branded = vehicles.filter((van) => BRANDED.has(van.ownershipType.trim().toUpperCase()));
  if (stations > 1 && branded.some((van) => van.station === null)) return null;
  const own = branded.filter((van) => van.station === null || van.station === station);
  const listed = own.filter((van) => isOnListSince(van, scope.from));
  if (listed.length === 0 && own.length > 0) return null;
  const there = listed.filter((van) => overlaps(van, scope));
  const whole = there.filter(
    (van) =>
      van.ownershipStart !== null &&
      van.ownershipStart <= scope.from &&
      (van.ownershipEnd === null || van.ownershipEnd >= scope.to),
  );
  const certain = whole.filter(isOperational);
  const partly = there.length - whole.length;
  const grounded = whole.length - certain.length;
  return {
    certain,
    notes: [
      "The vehicle list is a snapshot: days a van was grounded in the month are not known from it.",
      ...(partly > 0
        ? [`${vans(partly)} with the station for part of the month or since an unknown day ${not(partly)}.`]
        : []),
      ...(grounded > 0 ? [`${vans(grounded)} not operational on the list ${not(grounded)}.`] : []),
    ],
  };
}

const vans = (count: number) => `${count} ${count === 1 ? "van" : "vans"}`;
const not = (count: number) => (count === 1 ? "is not counted" : "are not counted");

/** A van that only a list older than the month has may be gone. */
function isOnListSince({ source }: VehicleFact, from: IsoDate): boolean {
  const { asOf } = source.document;
  return asOf === undefined || asOf.slice(0, 10) >= from;
}

function overlaps({ ownershipStart, ownershipEnd }: VehicleFact, { from, to }: Scope): boolean {
  return (ownershipStart === null || ownershipStart <= to) && (ownershipEnd === null || ownershipEnd >= from);
}

function isOperational({ status, operationalStatus }: VehicleFact): boolean {
  return operationalStatus.trim().toUpperCase() === "OPERATIONAL" && !/inactive/i.test(status);
}

/** The vans as a table. */
export function vehicleSide(list: readonly VehicleFact[]): Side {
  return {
    title: "The vehicle list has",
    columns: ["VIN", "Van", "Ownership", "From", "To"],
    rows: list.map((van) => [
      van.vin,
      van.name,
      van.ownershipType,
      van.ownershipStart === null ? "" : formatDate(van.ownershipStart),
      van.ownershipEnd === null ? "" : formatDate(van.ownershipEnd),
    ]),
    marked: [0],
  };
}

/** The vans as evidence. */
export function vehicleProof(list: readonly VehicleFact[]): Evidence[] {
  return proof(list, [
    "vin",
    "operationalStatus",
    "operational status",
    "ownership type",
    "ownership start date",
    "ownership end date",
    "station code",
    "ownershipType",
    "ownershipStartDate",
    "ownershipEndDate",
    "stationCode",
  ]);
}
