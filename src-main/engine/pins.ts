/** PINs: how they are kept, how they are compared, and how long one waits after wrong ones. A PIN is never written anywhere. */
import { type BinaryLike, randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import type { PinHash } from "../store/people.ts";

const derive = promisify<BinaryLike, BinaryLike, number, ScryptOptions, Buffer>(scrypt);

const BYTES = 32;
/** About 50 ms and 32 MB a guess: a few digits stay guessable for whoever has the file, but not in passing. */
const COST: ScryptOptions = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

/** So many wrong PINs cost nothing. */
const FREE = 2;
const FIRST_WAIT = 5;
const LONGEST_WAIT = 15 * 60;

/** A PIN as it is kept, with a salt of its own. */
export async function hashPin(pin: string): Promise<PinHash> {
  const salt = randomBytes(16);
  return { salt: salt.toString("hex"), hash: (await derive(pin, salt, BYTES, COST)).toString("hex") };
}

/** Whether a PIN is the one that is kept. The comparison takes the same time for every wrong one. */
export async function isPin(pin: string, { salt, hash }: PinHash): Promise<boolean> {
  return timingSafeEqual(await derive(pin, Buffer.from(salt, "hex"), BYTES, COST), Buffer.from(hash, "hex"));
}

/** Seconds to wait in all after so many wrong PINs in a row: none after two, then 5, 10, 20 and so on, at most a quarter of an hour. */
export function waitAfter(wrong: number): number {
  return wrong <= FREE ? 0 : Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(30, wrong - FREE - 1));
}

/** Whole seconds that are still to wait. A clock that was set back draws nothing out: whoever can set it could as well set it ahead. */
export function waitLeft(wrong: number, wrongAt: string | null, now: Date): number {
  if (wrongAt === null) return 0;
  const passed = Math.abs(now.getTime() - Date.parse(wrongAt)) / 1000;
  return Math.max(0, Math.ceil(waitAfter(wrong) - passed));
}
