/**
 * The recovery key as it is written down: eight groups of five characters without I, L, O and U. The last character of a group checks the
 * four before it and the group's place, so that a slip of the pen is told with the group it is in.
 */
import { VaultError } from "./errors.ts";

/** Bytes of a recovery key: 160 random bits. */
export const RECOVERY_BYTES = 20;

const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUPS = 8;
const OF_GROUP = 4;

/** The text of a recovery key. */
export function recoveryText(bytes: Uint8Array): string {
  const digits = digitsOf(bytes);
  return Array.from({ length: GROUPS }, (_, group) => {
    const four = digits.slice(group * OF_GROUP, (group + 1) * OF_GROUP);
    return [...four, checkOf(four, group)].map((digit) => LETTERS[digit]).join("");
  }).join("-");
}

/** The bytes of a recovery key as somebody typed it: case, spaces and hyphens do not matter. Throws VaultError `WRONG_RECOVERY_KEY`. */
export function recoveryBytes(text: string): Uint8Array {
  const plain = text.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  if (plain.length !== GROUPS * (OF_GROUP + 1))
    throw wrong(`A recovery key has eight groups of five characters; this one has ${plain.length} characters.`);
  const digits: number[] = [];
  for (let group = 0; group < GROUPS; group += 1) {
    const five = [...plain.slice(group * (OF_GROUP + 1), (group + 1) * (OF_GROUP + 1))].map((c) => LETTERS.indexOf(c));
    const four = five.slice(0, OF_GROUP);
    if (five.includes(-1) || checkOf(four, group) !== five[OF_GROUP])
      throw wrong(`Group ${group + 1} of the recovery key is mistyped. Compare it with what was written down.`);
    digits.push(...four);
  }
  return bytesOf(digits);
}

/** Whether a text is meant to be a recovery key. */
export function looksLikeRecoveryKey(text: string): boolean {
  return /^\s*(?:[0-9a-z]{5}[\s-]+){7}[0-9a-z]{5}\s*$/i.test(text);
}

/** Any one wrong character and any two that changed places are noticed: each place has a weight of its own in the field of 32 elements. */
function checkOf(four: readonly number[], group: number): number {
  return four.reduce((sum, digit, place) => sum ^ times(digit, place + 1), group);
}

/** Multiplies by a power of 2 in the field of 32 elements (x^5 + x^2 + 1). */
function times(digit: number, power: number): number {
  let product = digit;
  for (let step = 0; step < power; step += 1) product = (product << 1) ^ (product & 16 ? 0b100101 : 0);
  return product & 31;
}

function digitsOf(bytes: Uint8Array): number[] {
  let rest = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const digits: number[] = [];
  for (let place = 0; place < GROUPS * OF_GROUP; place += 1) {
    digits.unshift(Number(rest % 32n));
    rest /= 32n;
  }
  return digits;
}

function bytesOf(digits: readonly number[]): Uint8Array {
  let rest = digits.reduce((sum, digit) => sum * 32n + BigInt(digit), 0n);
  const bytes = new Uint8Array(RECOVERY_BYTES);
  for (let place = RECOVERY_BYTES - 1; place >= 0; place -= 1) {
    bytes[place] = Number(rest % 256n);
    rest /= 256n;
  }
  return bytes;
}

function wrong(message: string): VaultError {
  return new VaultError("WRONG_RECOVERY_KEY", message);
}
