/** Integer arithmetic and its printed forms. Written apart from the product's own, so that one does not vouch for the other. */

/** `numerator / divisor` rounded half up, for amounts that are not negative. Throws RangeError otherwise. */
export function divideHalfUp(numerator: number, divisor: number): number {
  if (!Number.isSafeInteger(numerator) || numerator < 0 || divisor <= 0)
    throw new RangeError(`${numerator}/${divisor}`);
  const rest = numerator % divisor;
  return (numerator - rest) / divisor + (rest * 2 >= divisor ? 1 : 0);
}

/** Hundredths as a decimal text: 32500 is `325.00`. */
export function twoPlaces(hundredths: number): string {
  const digits = String(Math.abs(hundredths)).padStart(3, "0");
  return `${hundredths < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Hundredths without needless decimals: 1200 is `12`, 87 is `0.87`. */
export function shortDecimal(hundredths: number): string {
  return hundredths % 100 === 0 ? String(hundredths / 100) : twoPlaces(hundredths);
}

/** A whole number with thousands separators, as Amazon prints large counts. */
export function withThousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** Minutes as hours in hundredths, rounded half up: 52 minutes are 87. */
export function hundredthsOfHours(minutes: number): number {
  return divideHalfUp(minutes * 100, 60);
}

/** Pay for minutes at an hourly rate, rounded half up once. */
export function payFor(minutes: number, hourlyCents: number): number {
  return divideHalfUp(minutes * hourlyCents, 60);
}

const two = (value: number): string => String(value).padStart(2, "0");

/** Minutes after midnight as `09:38 AM`. */
export function clock12(minutes: number): string {
  const hour = Math.trunc(minutes / 60);
  return `${two(hour % 12 === 0 ? 12 : hour % 12)}:${two(minutes % 60)} ${hour < 12 ? "AM" : "PM"}`;
}

/** Minutes after midnight and seconds as `21:38:07`. */
export function clock24(minutes: number, seconds: number): string {
  return `${two(Math.trunc(minutes / 60))}:${two(minutes % 60)}:${two(seconds)}`;
}
