/** Which van of the fleet a lessor's line means. Only an exact VIN or an unmistakable unit decides; everything else is a suggestion. */
import { hasValidCheckDigit, isNorthAmerican, isWellFormedVin, normaliseVin } from "#shared/vin.ts";

/** A van as our own lists name it. */
export interface FleetVan {
  readonly vin: string;
  readonly unit: string;
}

/** How a paper names a van. */
export interface VanMention {
  readonly vin: string;
  readonly unit: string;
}

/** A fleet VIN that a mention may have been meant to be. */
export interface NearVan {
  readonly vin: string;
  readonly unit: string;
  /** Characters that differ, misreadings (O for 0, I for 1, Q for 0) not counted. */
  readonly edits: number;
  /** The paper names the same unit. */
  readonly sameUnit: boolean;
}

/** The van meant, a van that is not ours, or nothing that could be looked up. VINs are normalised. */
export type VanMatch =
  | { readonly kind: "ours"; readonly vin: string }
  | { readonly kind: "unknown"; readonly name: string; readonly nearest: NearVan | null }
  | { readonly kind: "unnamed" };

/** Beyond two changed characters two VINs are two vans. */
const MOST_EDITS = 2;
/** Lessors that shorten a VIN print its last eight characters (model year, plant and serial number). */
const SHORT_VIN = 8;

/** Unit numbers as they are compared: case, blanks, hyphens and leading zeros do not matter. */
function unitKey(unit: string): string {
  return unit
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "")
    .replace(/^0+(?=.)/, "");
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
  readonly #vans = new Map<string, FleetVan>();
  readonly #byUnit = new Map<string, Set<string>>();
  readonly #byEnding = new Map<string, Set<string>>();

  constructor(fleet: readonly FleetVan[]) {
    for (const van of fleet) {
      const vin = normaliseVin(van.vin);
      this.#vans.set(vin, { vin, unit: van.unit });
      const unit = unitKey(van.unit);
      if (unit !== "") add(this.#byUnit, unit, vin);
      add(this.#byEnding, vin.slice(-SHORT_VIN), vin);
    }
  }

  /** Looks a mention up: by VIN, or where the paper prints none by a unit number that exactly one van has. */
  match(mention: VanMention): VanMatch {
    const vin = normaliseVin(mention.vin);
    const unit = unitKey(mention.unit);
    if (isPrinted(vin)) {
      if (this.#vans.has(vin)) return { kind: "ours", vin };
      const ending = vin.length === SHORT_VIN ? this.#byEnding.get(vin) : undefined;
      const only = single(ending);
      if (only !== undefined) return { kind: "ours", vin: only };
      return { kind: "unknown", name: vin, nearest: this.#nearest(vin, unit) };
    }
    if (unit === "") return { kind: "unnamed" };
    const vins = this.#byUnit.get(unit);
    if (vins === undefined) return { kind: "unknown", name: `unit ${mention.unit.trim()}`, nearest: null };
    const only = single(vins);
    return only === undefined ? { kind: "unnamed" } : { kind: "ours", vin: only };
  }

  /** The one fleet VIN closest to a VIN; of several equally close ones the one with the paper's unit, else none. */
  #nearest(vin: string, unit: string): NearVan | null {
    const plain = unmisread(vin);
    const near = [...this.#vans.values()]
      .filter((van) => Math.abs(van.vin.length - vin.length) <= MOST_EDITS)
      .map((van) => ({
        ...van,
        edits: edits(plain, unmisread(van.vin)),
        sameUnit: unit !== "" && unitKey(van.unit) === unit,
      }))
      .filter((van) => van.edits <= MOST_EDITS);
    const least = Math.min(...near.map((van) => van.edits));
    const closest = near.filter((van) => van.edits === least);
    const [first] = closest;
    if (first !== undefined && closest.length === 1) return first;
    const [supported, ...others] = closest.filter((van) => van.sameUnit);
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
