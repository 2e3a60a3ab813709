/** Vehicle identification numbers. The check digit is that of 49 CFR 565.15 (c). */

const VALUES: Record<string, number> = {};
for (const [letters, start] of [
  ["ABCDEFGH", 1],
  ["JKLMN", 1],
  ["P", 7],
  ["R", 9],
  ["STUVWXYZ", 2],
] as const) {
  [...letters].forEach((letter, index) => {
    VALUES[letter] = start + index;
  });
}
for (let digit = 0; digit <= 9; digit += 1) VALUES[String(digit)] = digit;

const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

/** Upper case, without spaces and hyphens, as VINs are compared. */
export function normaliseVin(text: string): string {
  return text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\-.]/g, "");
}

/** Seventeen characters, none of I, O and Q. */
export function isWellFormedVin(vin: string): boolean {
  return /^[A-HJ-NPR-Z0-9]{17}$/.test(vin);
}

/** The check digit that position 9 should hold, or undefined for a VIN that is not well formed. */
export function vinCheckDigit(vin: string): string | undefined {
  if (!isWellFormedVin(vin)) return undefined;
  let sum = 0;
  for (let index = 0; index < 17; index += 1) {
    const value = VALUES[vin.charAt(index)];
    const weight = WEIGHTS[index];
    if (value === undefined || weight === undefined) return undefined;
    sum += value * weight;
  }
  return sum % 11 === 10 ? "X" : String(sum % 11);
}

/** Well formed, and position 9 holds the digit 49 CFR 565 asks for. European VINs need not carry one. */
export function hasValidCheckDigit(vin: string): boolean {
  return vinCheckDigit(vin) === vin.charAt(8);
}

/** North American makers (first character 1 to 5, or 7) must carry the check digit. */
export function isNorthAmerican(vin: string): boolean {
  return /^[1-57]/.test(vin);
}
