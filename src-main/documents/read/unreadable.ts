import { MAX_UNPACKED_BYTES } from "./limits.ts";

/** Thrown inside `read/` only; `readFile` turns it into a refusal. The message is a sentence for the person who dropped the file. */
export class Unreadable extends Error {
  override readonly name = "Unreadable";
}

/** For whatever ends too early or contradicts itself. */
export function damaged(): Unreadable {
  return new Unreadable("This file is cut off or damaged. Download it again and drop the new copy.");
}

/** For a file above `megabytes`. */
export function tooLarge(megabytes: number): Unreadable {
  return new Unreadable(`This file is larger than ${megabytes} MB. Export a shorter period and drop that.`);
}

/** For what unpacks to more than may be unpacked. */
export function tooMuch(): Unreadable {
  const megabytes = MAX_UNPACKED_BYTES / 1024 / 1024;
  return new Unreadable(`This file unpacks to more than ${megabytes} MB. Export a shorter period and drop that.`);
}
