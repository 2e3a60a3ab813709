/**
 * The terms of the vans' leases as they hold day by day. A row of the schedule holds until the next row of the same van, lessor and contract
 * begins: a rent that changes on a day is a row more. What the schedule leaves out is taken from Amazon's vehicle list, and said so. Pure.
 */
import { normaliseVin } from "#shared/vin.ts";
import { addDays, type IsoDate } from "#shared/week.ts";
import type { LeaseTermFact, VehicleFact } from "../../../documents/facts.ts";
import { sameLessor } from "../../../matching/lessors.ts";
import { plain } from "./plain.ts";

/** A row of the schedule with the days it holds. */
export interface Term extends LeaseTermFact {
  /** Amazon's vehicle list, where it says when the van went back and the schedule does not. */
  readonly endedBy?: VehicleFact;
  /** The next row of the contract took its place. */
  readonly isReplaced?: true;
  /** The day the van went back, where that day is not billed: the terms then end the day before. */
  readonly returnedOn?: IsoDate;
}

/** The rows of the schedule, each with the days it holds, in no particular order. */
export function termsInForce(schedule: readonly LeaseTermFact[], vehicleOf: ReadonlyMap<string, VehicleFact>): Term[] {
  const series = Map.groupBy(schedule, ({ vin, provider, contract }) =>
    JSON.stringify([normaliseVin(vin), plain(provider), plain(contract)]),
  );
  return [...series.values()].flatMap((rows) => {
    const ordered = [...rows].sort((a, b) => (a.onLease < b.onLease ? -1 : a.onLease > b.onLease ? 1 : 0));
    return ordered.map((row, index): Term => {
      const next = ordered.slice(index + 1).find(({ onLease }) => onLease > row.onLease)?.onLease;
      if (next !== undefined && (row.offLease === null || row.offLease >= next))
        return { ...row, offLease: addDays(next, -1), isReplaced: true };
      const vehicle = row.offLease === null ? vehicleOf.get(normaliseVin(row.vin)) : undefined;
      const end = vehicle && endOf(vehicle, row.provider);
      return ended(vehicle && end && end >= row.onLease ? { ...row, offLease: end, endedBy: vehicle } : row);
    });
  });
}

/** A row whose day of return is not billed holds up to the day before. */
function ended(row: Term): Term {
  if (row.returnDayBilled || row.offLease === null) return row;
  return { ...row, offLease: addDays(row.offLease, -1), returnedOn: row.offLease };
}

/** The day a van went back by Amazon's list, where the list knows the lessor and no longer has the van in service. */
function endOf(vehicle: VehicleFact, provider: string): IsoDate | null {
  const [status, operation] = [plain(vehicle.status), plain(vehicle.operationalStatus)];
  // A grounded van is in the shop, not back: without a status of its own nothing says that it left.
  const isGone = operation !== "operational" && (status === "" ? operation !== "grounded" : status !== "active");
  return isGone && sameLessor(vehicle.provider, provider) ? vehicle.ownershipEnd : null;
}

/** From when to when Amazon's list has a van with a lessor; null where it says nothing of it. */
export function listedDays(
  vehicle: VehicleFact | null,
  provider: string,
): { readonly from: IsoDate | null; readonly to: IsoDate | null } | null {
  if (vehicle === null || !sameLessor(vehicle.provider, provider)) return null;
  const days = { from: vehicle.ownershipStart, to: endOf(vehicle, provider) };
  return days.from === null && days.to === null ? null : days;
}
