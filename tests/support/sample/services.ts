/** What Amazon buys and what it pays for it, in cents. */

/** A service type in one block length. */
export interface Service {
  type: string;
  hours: number;
  rateCents: number;
}

/** The electric van's base type. */
export const RIVIAN = "Standard Parcel Electric - Rivian MEDIUM";
/** The same van with a trainee aboard; a route of its own price. */
export const ON_ROAD = `${RIVIAN} - On-Road Experience: Driver`;
/** The large van. */
export const LARGE_VAN = "Standard Parcel - Extra Large Van - US";

/** Every service type and block with its price. */
export const SERVICES: readonly Service[] = [
  { type: RIVIAN, hours: 10, rateCents: 32_500 },
  { type: RIVIAN, hours: 8, rateCents: 26_000 },
  { type: LARGE_VAN, hours: 10, rateCents: 31_000 },
  { type: LARGE_VAN, hours: 9, rateCents: 27_900 },
  { type: LARGE_VAN, hours: 8, rateCents: 24_800 },
  { type: ON_ROAD, hours: 10, rateCents: 57_900 },
];

export const TRAINING_CENTS = 22_320;
export const LATE_CANCEL_CENTS = 20_000;
export const DELAY_HOUR_CENTS = 3_249;
/** Paid twice for each parcel: once as a piece, once for the branding. */
export const PACKAGE_CENTS = 6;
export const PICKUP_CENTS = 5;

/** A service by type and block. Throws RangeError for one that is not sold. */
export function service(type: string, hours: number): Service {
  const found = SERVICES.find((candidate) => candidate.type === type && candidate.hours === hours);
  if (!found) throw new RangeError(`no ${type} of ${hours} h`);
  return found;
}

/** A route's description on the invoice. */
export function blockDescription({ type, hours }: Service): string {
  return `${type} - Block of ${hours} Hours`;
}
