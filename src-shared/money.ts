/**
 * Money is integer cents, rates are integer ten-thousandths of a dollar, quantities integer ten-thousandths of a unit.
 * Nothing here ever holds a fraction: every rounding is explicit and named after its rule.
 */

/** Whole US cents, signed. */
export type Cents = number;
/** A price in ten-thousandths of a dollar: 325.00 is 3_250_000. */
export type Rate = number;
/** A count in ten-thousandths of a unit: 0.37 hours is 3_700. */
export type Quantity = number;

/** How many ten-thousandths make one unit of a `Rate` or a `Quantity`. */
export const TEN_THOUSAND = 10_000;

/** Divides integers and rounds half away from zero ("half up" as Amazon's invoices do it). Throws on a zero divisor. */
export function divideHalfUp(numerator: number, divisor: number): number {
  if (divisor === 0) throw new RangeError("division by zero");
  const n = BigInt(numerator);
  const d = BigInt(divisor);
  const negative = n < 0n !== d < 0n;
  const abs = n < 0n ? -n : n;
  const by = d < 0n ? -d : d;
  const rounded = (abs * 2n + by) / (by * 2n);
  return Number(negative ? -rounded : rounded);
}

/** `rate` x `quantity` in cents, rounded half up once. Both are in ten-thousandths. */
export function extend(rate: Rate, quantity: Quantity): Cents {
  const product = BigInt(rate) * BigInt(quantity);
  const divisor = 1_000_000n; // 10^-4 dollars x 10^-4 units = 10^-8 dollars; a cent is 10^-2 dollars
  const abs = product < 0n ? -product : product;
  const rounded = (abs * 2n + divisor) / (divisor * 2n);
  return Number(product < 0n ? -rounded : rounded);
}

/** Minutes worked at an hourly `rate`, in cents, rounded half up once. */
export function payFor(minutes: number, rate: Rate): Cents {
  return divideHalfUp(minutes * rate, 60 * 100);
}

/** How a document writes its numbers. `us` is `1,234.56`, `eu` is `1.234,56`. */
export type NumberFormat = "us" | "eu";

/** One kind of separator a number: what mixes them is no number anybody prints. */
const PRINTED = {
  us: { shape: /^(?:\d{1,3}(?:([, '])\d{3}(?:\1\d{3})*)|\d+)?(?:\.\d*)?$/, groups: /[, ']/g, point: "." },
  eu: { shape: /^(?:\d{1,3}(?:([. '])\d{3}(?:\1\d{3})*)|\d+)?(?:,\d*)?$/, groups: /[. ']/g, point: "," },
} as const;

/**
 * Reads a printed number exactly, scaled by 10^`places`: `scaled("1,234.5", 2)` is 123450.
 * Understands `$ 1,234.56`, `(45.00)`, `-45`, `45-`, spaces as thousands separators and a JavaScript number from a typed cell.
 * Returns undefined for anything else, also when more decimals are printed than `places` can hold (trailing zeros aside).
 */
export function scaled(value: string | number, places: number, format: NumberFormat = "us"): number | undefined {
  if (typeof value === "number") {
    if (!Number.isFinite(value)) return undefined;
    // A spreadsheet keeps 15 significant digits; what lies beyond is binary noise (0.1 + 0.2).
    return fromPlain(plain(Number(value.toPrecision(15))), places);
  }
  let text = value
    .normalize("NFKC")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .trim();
  let negative = false;
  // An accounting format puts the sign of the currency before the parenthesis.
  text = text.replace(/^(?:\$|USD|US\$|€|EUR|£)\s*(?=\()/i, "");
  const bracketed = /^\((.*)\)$/.exec(text);
  if (bracketed?.[1] !== undefined) {
    negative = true;
    text = bracketed[1].trim();
  }
  text = text.replace(/^(-?)\s*(?:\$|USD|US\$|€|EUR|£)\s*/i, "$1").replace(/\s*(?:\$|USD|€|EUR|£)$/i, "");
  if (text.startsWith("-") || text.startsWith("+")) {
    if (negative) return undefined;
    negative = text.startsWith("-");
    text = text.slice(1).trim();
  } else if (text.endsWith("-")) {
    if (negative) return undefined;
    negative = true;
    text = text.slice(0, -1).trim();
  }
  const { shape, groups, point } = PRINTED[format];
  if (!shape.test(text) || !/\d/.test(text)) return undefined;
  const digits = text.replace(groups, "").replace(point, ".");
  const result = fromPlain(digits, places);
  return result === undefined ? undefined : negative && result !== 0 ? -result : result;
}

/** Writes a number without an exponent. */
function plain(value: number): string {
  const text = String(value);
  return /e/i.test(text) ? value.toFixed(12).replace(/\.?0+$/, "") : text;
}

/** `-12.3400` scaled by 10^places, or undefined when a digit would be lost or the result is no safe integer. */
function fromPlain(text: string, places: number): number | undefined {
  const match = /^(-?)(\d*)\.?(\d*)$/.exec(text);
  if (!match) return undefined;
  const [, sign = "", whole = "", fraction = ""] = match;
  const kept = fraction.replace(/0+$/, "");
  if (kept.length > places) return undefined;
  const units = Number(`${whole || "0"}${kept.padEnd(places, "0")}`);
  if (!Number.isSafeInteger(units)) return undefined;
  return sign && units !== 0 ? -units : units;
}

/** Reads money printed with at most two decimals. Undefined when it is no such amount. */
export function parseCents(value: string | number, format?: NumberFormat): Cents | undefined {
  return scaled(value, 2, format);
}

/** Reads a rate or quantity printed with at most four decimals. Undefined when it is none. */
export function parseTenThousandths(value: string | number, format?: NumberFormat): number | undefined {
  return scaled(value, 4, format);
}

/** Reads a whole number (`10,436`, `10436.0`). Undefined when it is none. */
export function parseCount(value: string | number, format?: NumberFormat): number | undefined {
  return scaled(value, 0, format);
}

/** `123456` as `$1,234.56`, negative in parentheses as the ledger prints it. */
export function formatCents(cents: Cents): string {
  const abs = Math.abs(cents);
  const text = `$${group(Math.trunc(abs / 100))}.${String(abs % 100).padStart(2, "0")}`;
  return cents < 0 ? `(${text})` : text;
}

/** Cents as a plain decimal for formulas and exports: `1234.56`, `-3.00`. */
export function plainCents(cents: Cents): string {
  const abs = Math.abs(cents);
  return `${cents < 0 ? "-" : ""}${Math.trunc(abs / 100)}.${String(abs % 100).padStart(2, "0")}`;
}

/** A rate with at least two decimals: 325.00, 32.49, 0.0625. */
export function formatRate(rate: Rate): string {
  const abs = Math.abs(rate);
  const fraction = String(abs % TEN_THOUSAND)
    .padStart(4, "0")
    .replace(/0{1,2}$/, "");
  return `${rate < 0 ? "-" : ""}${group(Math.trunc(abs / TEN_THOUSAND))}.${fraction}`;
}

/** A quantity without needless decimals: 12, 0.37, 10,436. */
export function formatQuantity(quantity: Quantity): string {
  const abs = Math.abs(quantity);
  const fraction = String(abs % TEN_THOUSAND)
    .padStart(4, "0")
    .replace(/0+$/, "");
  return `${quantity < 0 ? "-" : ""}${group(Math.trunc(abs / TEN_THOUSAND))}${fraction ? `.${fraction}` : ""}`;
}

/** A whole number with thousands separators. */
export function group(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}
