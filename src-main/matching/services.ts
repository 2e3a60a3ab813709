/** Service types as they are joined: the work summary and the invoice write the same service in many ways. Pure. */

/** A service type as it is compared. */
interface ServiceKey {
  /** Normalised type without its block; empty for an empty text. */
  readonly key: string;
  /** Length of the block the text names, null where it names none. */
  readonly blockMinutes: number | null;
}

/** A type that is paid more than the standard route it is driven on. */
type ServiceVariant = "ride along" | "on-road experience";

const REMEMBERED = 20_000;

/** Remembers by text: a period has a few dozen service types in tens of thousands of rows. */
function memoised<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) {
      value = compute(text);
      if (known.size >= REMEMBERED) known.clear();
      known.set(text, value);
    }
    return value;
  };
}

/** A text as it is compared: NFKC, one kind of hyphen with a space on both sides or on none, single spaces, lower case. */
export const normalise: (text: string) => string = memoised((text) =>
  text
    .normalize("NFKC")
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\s+/g, " ")
    .replace(/ -|- /g, " - ")
    .replace(/ {2,}/g, " ")
    .trim()
    .toLowerCase(),
);

const HOURS = String.raw`(\d{1,2}(?:\.\d{1,2})?) ?(?:h|hrs?|hours?)\b\.?(?: ?(\d{1,2}) ?(?:m|mins?|minutes?)\b\.?)?`;
/** `- Block of 10 Hours` anywhere, and a bare `10 hr` at the end. */
const BLOCKS = [
  new RegExp(String.raw`(?: -)? \(?block of ${HOURS}\)?|^block of ${HOURS}`),
  new RegExp(String.raw`(?: -)? \(?${HOURS}\)?$`),
];

/** Tidies what is left when something was cut out: spaces, hyphens and punctuation at either end. */
function trimmed(key: string): string {
  return key
    .replace(/ {2,}/g, " ")
    .replace(/( -)+(?= -|$)/g, "")
    .replace(/^[\s\-,;:.]+|[\s\-,;:.]+$/g, "");
}

/**
 * The comparable form of a service type or of an invoice line's description, and the block it names: `Standard Parcel – Block of 10
 * Hours` is `standard parcel` of 600 minutes. Variants (recycle, ride along, on-road experience, electric, helper, nursery level) stay
 * keys of their own.
 */
export const serviceKey: (text: string) => ServiceKey = memoised((text) => {
  let key = normalise(text);
  let blockMinutes: number | null = null;
  for (const pattern of BLOCKS) {
    const match = pattern.exec(key);
    if (!match) continue;
    const [hours, minutes] = [match[1] ?? match[3] ?? "0", match[2] ?? match[4] ?? "0"];
    const total = Math.round(Number(hours) * 60) + Number(minutes);
    // "10 hr" names a block, "0 hr" does not.
    if (total > 0) blockMinutes = total;
    key = `${key.slice(0, match.index)} ${key.slice(match.index + match[0].length)}`;
    break;
  }
  key = trimmed(key)
    .replace(/(?: -)? ?(?:\bwith|\bw ?\/) ?(?:a )?ride[ -]*along\b| - ride[ -]*along$/, " w/ ride along")
    .replace(/\bon[ -]road experience\b(?: ?: ?| - )?/, "on-road experience: ");
  return { key: trimmed(key), blockMinutes };
});

/** The standard type a ride along or on-road experience is driven on, and which of the two it is (null: the type is its own base). */
export const baseService: (key: string) => { readonly base: string; readonly variant: ServiceVariant | null } =
  memoised((key) => {
    const rideAlong = / ?w\/ ride along\b/.exec(key);
    if (rideAlong) return { base: trimmed(key.replace(rideAlong[0], "")), variant: "ride along" };
    const onRoad = /(?: -)? ?on-road experience(?:: (?:\w+))?/.exec(key);
    if (onRoad) return { base: trimmed(key.replace(onRoad[0], "")), variant: "on-road experience" };
    return { base: key, variant: null };
  });

const VARIANT_WORDS =
  /\b(?:recycle|helper|electric|ride along|on-road experience|nursery(?: route)?(?: level \d+)?)\b/g;

/**
 * Words of a key that make it another service than its base type (`recycle`, `nursery route level 1`), sorted, each once. A line that
 * has one must never be read as the type without it.
 */
export const variantWords: (key: string) => readonly string[] = memoised((key) =>
  [...new Set(key.match(VARIANT_WORDS) ?? [])].sort(),
);

/**
 * The key of the service type in `AMZL Late Cancel- weekday Standard Parcel`; empty where the line names none, null where it is no late
 * cancellation by Amazon.
 */
export function lateCancelService(description: string): string | null {
  const match = /^amzl late cancel(?:l?ation|l?ed)?s?(?: - | )?(?:week ?days?|week ?ends?)?(?: -)?(.*)$/.exec(
    normalise(description),
  );
  return match ? serviceKey(match[1] ?? "").key : null;
}
