/** Where the lease schedule and Amazon's vehicle list say different things of a van. Pure. */
import { normaliseVin } from "#shared/vin.ts";
import { formatDate, type IsoDate } from "#shared/week.ts";
import type { LeaseTermFact, Source, VehicleFact } from "../documents/facts.ts";
import { sameLessor } from "../matching/lessors.ts";
import { FleetIndex, plateKey } from "../matching/vehicles.ts";
import { plain } from "./checks/lease/plain.ts";

/** What the two papers disagree on. */
export type ConflictOf = "lessor" | "on-lease day" | "off-lease day" | "plate" | "state" | "VIN";

/** One disagreement, with both writings and where they stand. */
export interface FleetConflict {
  /** As the schedule writes it. */
  readonly vin: string;
  readonly unit: string;
  readonly of: ConflictOf;
  readonly schedule: string;
  readonly list: string;
  /** What the checks go by until somebody settles it, as a sentence. */
  readonly used: string;
  readonly rows: readonly [Source, Source];
}

const USED: Readonly<Record<ConflictOf, string>> = {
  lessor: "The checks go by the schedule.",
  "on-lease day": "The checks go by the schedule.",
  "off-lease day": "The checks go by the schedule; where it has no day, by the list once the van is out of service.",
  plate: "Tolls of either plate are taken as the van's.",
  state: "A registration in either state is not claimed.",
  VIN: "The two are taken as two vans until one of the papers is corrected.",
};

/** Every disagreement, in the order of units and VINs. `today` tells a lease that has ended from one that will. */
export function fleetConflicts(
  terms: readonly LeaseTermFact[],
  vehicles: readonly VehicleFact[],
  today: IsoDate,
): FleetConflict[] {
  const listed = new Map(vehicles.map((vehicle) => [normaliseVin(vehicle.vin), vehicle]));
  const scheduled = Map.groupBy(terms, ({ vin }) => normaliseVin(vin));
  const conflicts = [...scheduled].flatMap(([vin, rows]) => {
    const vehicle = listed.get(vin);
    return vehicle ? ofVan(rows, vehicle, today) : [];
  });
  return [...conflicts, ...nearMisses(scheduled, listed)].sort((a, b) =>
    compare(`${a.unit}\n${a.vin}\n${a.of}`, `${b.unit}\n${b.vin}\n${b.of}`),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Of several rows of a van the newest speaks for lessor, plate, state and return, the lessor's first for the delivery. */
function ofVan(rows: readonly LeaseTermFact[], vehicle: VehicleFact, today: IsoDate): FleetConflict[] {
  const ordered = [...rows].sort((a, b) => compare(a.onLease, b.onLease));
  const last = ordered.at(-1);
  if (last === undefined) return [];
  const first = ordered.find((row) => sameLessor(row.provider, last.provider)) ?? last;
  const found: FleetConflict[] = [];
  const add = (of: ConflictOf, row: LeaseTermFact, schedule: string, list: string) =>
    found.push({
      vin: row.vin,
      unit: row.unit,
      of,
      schedule,
      list,
      used: USED[of],
      rows: [row.source, vehicle.source],
    });
  if (!sameLessor(last.provider, vehicle.provider)) add("lessor", last, last.provider, vehicle.provider);
  const { ownershipStart: start, ownershipEnd: end } = vehicle;
  if (start !== null && !ordered.some(({ onLease }) => onLease === start))
    add("on-lease day", first, formatDate(first.onLease), formatDate(start));
  const ended = (day: IsoDate | null) => (day === null ? "still on lease" : formatDate(day));
  // A day to come on the list is when the lease is to end; an open row of the schedule does not deny it.
  const isDenied = last.offLease === null ? end !== null && end < today : end !== null && end !== last.offLease;
  if (isDenied) add("off-lease day", last, ended(last.offLease), ended(end));
  const [plate, listedPlate] = [plateKey(last.plate), plateKey(vehicle.plate)];
  if (plate !== "" && listedPlate !== "" && plate !== listedPlate) add("plate", last, last.plate, vehicle.plate);
  const [state, listedState] = [plain(last.registeredState), plain(vehicle.registeredState)];
  if (state !== "" && listedState !== "" && state !== listedState)
    add("state", last, last.registeredState, vehicle.registeredState);
  return found;
}

/** Vans that only one of the papers has under a VIN, and the other under one that was probably misread. */
function nearMisses(
  scheduled: ReadonlyMap<string, readonly LeaseTermFact[]>,
  listed: ReadonlyMap<string, VehicleFact>,
): FleetConflict[] {
  const alone = [...listed.values()].filter(({ vin }) => !scheduled.has(normaliseVin(vin)));
  const index = new FleetIndex(alone.map(({ vin, name, plate }) => ({ vin, unit: name, plate })));
  const byVin = new Map(alone.map((vehicle) => [normaliseVin(vehicle.vin), vehicle]));
  return [...scheduled].flatMap(([vin, rows]) => {
    const row = rows.at(-1);
    if (row === undefined || listed.has(vin)) return [];
    const match = index.match({ vin, unit: row.unit, plate: row.plate });
    const near = match.kind === "ours" ? match.vin : match.kind === "unknown" ? (match.nearest?.vin ?? "") : "";
    const vehicle = byVin.get(near);
    if (vehicle === undefined) return [];
    const conflict = { vin: row.vin, unit: row.unit, of: "VIN", schedule: row.vin, list: vehicle.vin } as const;
    return [{ ...conflict, used: USED.VIN, rows: [row.source, vehicle.source] as const }];
  });
}
