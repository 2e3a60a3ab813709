/** Which van of the fleet a lessor's line means. Only an exact VIN or an unmistakable unit decides; everything else is a suggestion. */
import { hasValidCheckDigit, isNorthAmerican, isWellFormedVin, normaliseVin } from "#shared/vin.ts";

/** A van as our own lists name it: the lease schedule by unit, Amazon's vehicle list by plate. */
export interface FleetVan {
  readonly vin: string;
  readonly unit: string;
  readonly plate?: string;
}

/** How a paper names a van. */
export interface VanMention {
  readonly vin: string;
  readonly unit: string;
  readonly plate?: string;
}

/** A fleet VIN that a mention may have been meant to be. */
export interface NearVan {
  readonly vin: string;
  readonly unit: string;
  /** Characters that differ, misreadings (O for 0, I for 1, Q for 0) not counted. */
  readonly edits: number;
  /** The paper names the same unit. */
  readonly sameUnit: boolean;
  /** The paper names the same license plate. */
  readonly samePlate: boolean;
}

/**
 * The van meant, a van that is not ours, several vans of which nobody can say which is meant, or nothing that could be looked up. VINs
 * are normalised.
 */
export type VanMatch =
  | { readonly kind: "ours"; readonly vin: string }
  | { readonly kind: "unknown"; readonly name: string; readonly nearest: NearVan | null }
  | { readonly kind: "ambiguous"; readonly name: string; readonly candidates: readonly string[] }
  | { readonly kind: "unnamed" };

/** Beyond two changed characters two VINs are two vans. */
const MOST_EDITS = 2;
/** Lessors that shorten a VIN print its last eight characters (model year, plant and serial number). */
const SHORT_VIN = 8;

/** Unit numbers as they are compared: case, blanks, hyphens and leading zeros do not matter. */
export function unitKey(unit: string): string {
  return unit
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "")
    .replace(/^0+(?=.)/, "");
}

/** License plates as they are compared: case, blanks and hyphens do not matter; leading zeros do. */
export function plateKey(plate: string): string {
  return plate
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "");
}

/** A VIN with the letters that no VIN has read as the digits they look like. */
function unmisread(vin: string): string {
  return vin.replace(/[OQ]/g, "0").replace(/I/g, "1");
}

/** Characters to insert, drop, replace or swap to get from one text to the other. */
function edits(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(change, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** What is wrong with a VIN in itself, as a sentence; undefined where nothing is. A European VIN need not carry a check digit. */
export function vinDoubt(vin: string): string | undefined {
  if (!isWellFormedVin(vin)) return `${vin} is no well-formed VIN.`;
  if (hasValidCheckDigit(vin)) return undefined;
  return isNorthAmerican(vin)
    ? `${vin} fails its check digit (49 CFR 565.15), so it was probably misread.`
    : `${vin} carries no valid check digit; vans built outside North America need not have one.`;
}

/** The fleet, ready to be looked up. */
export class FleetIndex {
  readonly #vans = new Map<string, { units: Set<string>; plates: Set<string>; unit: string }>();
  readonly #byUnit = new Map<string, Set<string>>();
  readonly #byPlate = new Map<string, Set<string>>();
  readonly #byEnding = new Map<string, Set<string>>();

  constructor(fleet: readonly FleetVan[]) {
    for (const van of fleet) {
      const vin = normaliseVin(van.vin);
      const known = this.#vans.get(vin) ?? { units: new Set(), plates: new Set(), unit: van.unit };
      if (known.unit.trim() === "") known.unit = van.unit;
      const [unit, plate] = [unitKey(van.unit), plateKey(van.plate ?? "")];
      if (unit !== "") add(this.#byUnit, unit, vin);
      if (plate !== "") add(this.#byPlate, plate, vin);
      this.#vans.set(vin, { ...known, units: known.units.add(unit), plates: known.plates.add(plate) });
      add(this.#byEnding, vin.slice(-SHORT_VIN), vin);
    }
  }

  /** Looks a mention up: by VIN, or where the paper prints none by a unit number or a plate that exactly one van has. */
  match(mention: VanMention): VanMatch {
    const vin = normaliseVin(mention.vin);
    const [unit, plate] = [unitKey(mention.unit), plateKey(mention.plate ?? "")];
    if (isPrinted(vin)) {
      if (this.#vans.has(vin)) return { kind: "ours", vin };
      // No VIN holds an I, an O or a Q (49 CFR 565.13): what only looks like the van's own is the van's own.
      const read = unmisread(vin);
      if (this.#vans.has(read)) return { kind: "ours", vin: read };
      const ending = vin.length === SHORT_VIN ? this.#byEnding.get(vin) : undefined;
      const only = single(ending);
      if (only !== undefined) return { kind: "ours", vin: only };
      return { kind: "unknown", name: vin, nearest: this.#nearest(vin, unit, plate) };
    }
    return this.#byName(mention, unit, plate);
  }

  /** Unit and plate may settle each other: of a unit of two vans the one with the plate. Where they name different vans nobody can say. */
  #byName(mention: VanMention, unit: string, plate: string): VanMatch {
    if (unit === "" && plate === "") return { kind: "unnamed" };
    const name = unit === "" ? `plate ${mention.plate?.trim() ?? ""}` : `unit ${mention.unit.trim()}`;
    const units = this.#byUnit.get(unit);
    const plates = this.#byPlate.get(plate);
    if (units === undefined && plates === undefined) return { kind: "unknown", name, nearest: null };
    const both = units && plates ? [...units].filter((vin) => plates.has(vin)) : [...(units ?? plates ?? [])];
    const [only, ...others] = both;
    if (only !== undefined && others.length === 0) return { kind: "ours", vin: only };
    const candidates = both.length > 0 ? both : [...(units ?? []), ...(plates ?? [])];
    return { kind: "ambiguous", name, candidates: [...new Set(candidates)].sort() };
  }

  /** The one fleet VIN closest to a VIN; of several equally close ones the one with the paper's unit or plate, else none. */
  #nearest(vin: string, unit: string, plate: string): NearVan | null {
    const plain = unmisread(vin);
    const near = [...this.#vans]
      .filter(([own]) => Math.abs(own.length - vin.length) <= MOST_EDITS)
      .map(([own, van]) => ({
        vin: own,
        unit: van.unit,
        edits: edits(plain, unmisread(own)),
        sameUnit: unit !== "" && van.units.has(unit),
        samePlate: plate !== "" && van.plates.has(plate),
      }))
      .filter((van) => van.edits <= MOST_EDITS);
    const least = Math.min(...near.map((van) => van.edits));
    const closest = near.filter((van) => van.edits === least);
    const [first] = closest;
    if (first !== undefined && closest.length === 1) return first;
    const [supported, ...others] = closest.filter((van) => van.sameUnit || van.samePlate);
    return supported !== undefined && others.length === 0 ? supported : null;
  }
}

/** Whether a VIN cell holds one: `N/A` and dashes do not. */
function isPrinted(vin: string): boolean {
  return /^[A-Z0-9]{6,}$/.test(vin);
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}

function single(set: ReadonlySet<string> | undefined): string | undefined {
  return set?.size === 1 ? [...set][0] : undefined;
}
