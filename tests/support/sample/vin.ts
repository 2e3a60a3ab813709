/** Invented vehicle identification numbers with a true check digit. */
import type { Random } from "./random.ts";

/** Values of 49 CFR 565.15 (c), table III: position in the row plus its first value. */
const ROWS: readonly (readonly [letters: string, first: number])[] = [
  ["0123456789", 0],
  ["ABCDEFGH", 1],
  ["JKLMN", 1],
  ["P", 7],
  ["R", 9],
  ["STUVWXYZ", 2],
];
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2] as const;

function valueOfChar(char: string): number {
  for (const [letters, first] of ROWS) {
    const index = letters.indexOf(char);
    if (index >= 0) return first + index;
  }
  throw new RangeError(`${char} does not occur in a VIN`);
}

function checkDigit(vin: string): string {
  const rest = WEIGHTS.reduce<number>((sum, weight, index) => sum + weight * valueOfChar(vin.charAt(index)), 0) % 11;
  return rest === 10 ? "X" : String(rest);
}

/** A VIN of a maker that does not exist (`1ZX`). `serial` keeps them apart; they differ in more than one character. */
export function inventVin(random: Random, serial: number): string {
  const model = random.pick(["VR5BA", "VR7BC", "XL3DE", "XL9DG"]);
  const year = random.pick(["P", "R", "S", "T"]);
  const number = String(100_000 + serial * 137 + random.int(0, 99));
  const open = `1ZX${model}0${year}Z${number}`;
  return open.slice(0, 8) + checkDigit(open) + open.slice(9);
}
