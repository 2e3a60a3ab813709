/** The faults of the app that nobody expected, kept in one small file for the support bundle. Traces only: no word of any message. */
import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { type Trace, traceOf } from "#shared/trace.ts";

/** Bytes the file may have before its older half is left out. */
const MOST_BYTES = 64 * 1024;

/** A fault: when, in which version, at what. */
export interface Fault extends Trace {
  /** Instant, ISO with Z. */
  readonly at: string;
  readonly version: string;
  /** The procedure or part that failed, such as `findings.check`. */
  readonly part: string;
}

const word = (most: number) => z.string().regex(new RegExp(`^[\\w .:#<>$-]{1,${most}}$`));
const fault = z.strictObject({
  at: z.string().regex(/^[\d:.TZ-]{20,30}$/),
  version: word(40),
  part: word(80),
  name: word(40),
  code: word(41).nullable(),
  frames: z.array(word(170)).max(12),
});

/** Where faults are kept: beside the workspaces. */
export const faultsFile = (home: string) => join(home, "faults.log");

/** Adds a fault. A file that cannot be written is no reason for another fault. */
export function recordFault(home: string, where: Pick<Fault, "at" | "version" | "part">, error: unknown): void {
  const file = faultsFile(home);
  const { name, code, frames } = traceOf(error);
  const { at, version, part } = where;
  try {
    mkdirSync(dirname(file), { recursive: true });
    appendFileSync(file, `${JSON.stringify({ at, version, part, name, code, frames } satisfies Fault)}\n`);
    if (statSync(file).size > MOST_BYTES) shorten(file);
  } catch {
    // The disk is full or the folder read-only: what failed is told to the user either way.
  }
}

/** The faults that were kept, the oldest first. Lines that are none are passed over. */
export function recordedFaults(home: string): Fault[] {
  return linesOf(faultsFile(home)).flatMap((line) => {
    const { success, data } = fault.safeParse(parsed(line));
    return success ? [data] : [];
  });
}

function shorten(file: string): void {
  const lines = linesOf(file);
  writeFileSync(`${file}.part`, `${lines.slice(Math.ceil(lines.length / 2)).join("\n")}\n`);
  renameSync(`${file}.part`, file);
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => line !== "");
  } catch {
    return [];
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
