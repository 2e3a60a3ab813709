/** Which van a lessor means by a unit number or a plate, as somebody said once: kept with the schedule that a run is made with. Pure. */
import { normaliseVin } from "#shared/vin.ts";
import type { LeaseTermFact } from "../documents/facts.ts";
import { lessorKey } from "./lessors.ts";
import { plateKey, unitKey } from "./vehicles.ts";

/** How a lessor's line names a van without its VIN. */
export interface VanName {
  readonly provider: string;
  readonly unit: string;
  readonly plate: string;
}

/** A name with the VIN of the van it means, normalised. */
export interface VanLink extends VanName {
  readonly vin: string;
}

/** Two writings with one key are one name: case, blanks and leading zeros of a unit do not matter. */
export function vanNameKey({ provider, unit, plate }: VanName): string {
  return JSON.stringify([lessorKey(provider), unitKey(unit), plateKey(plate)]);
}

const prepared = new WeakMap<readonly LeaseTermFact[], readonly VanLink[]>();

/** Gives a schedule the links; every later question about this list goes by them. */
export function prepareVans(terms: readonly LeaseTermFact[], links: readonly VanLink[]): void {
  prepared.set(terms, links);
}

/** The links of a schedule, in a steady order. */
export function vanLinks(terms: readonly LeaseTermFact[]): readonly VanLink[] {
  return prepared.get(terms) ?? [];
}

/** The VINs that names mean, by name. */
export function vansByName(links: readonly VanLink[]): ReadonlyMap<string, string> {
  return new Map(links.map((link) => [vanNameKey(link), normaliseVin(link.vin)]));
}
