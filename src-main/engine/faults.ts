/** Errors on their way out of the engine: in words where the contract has some, written down where nobody expected them. */
import { ORPCError } from "@orpc/server";
import { recordFault } from "./error-log.ts";
import { translated } from "./errors.ts";
import type { Session } from "./session.ts";

/** What an error of a procedure leaves the engine as. */
export function outgoing({ options: { home, version, now } }: Session, procedure: string): (error: unknown) => unknown {
  return (error) => {
    const out = translated(error);
    const expected = out instanceof ORPCError || (out instanceof Error && out.name === "AbortError");
    if (!expected && home !== null) recordFault(home, { at: now().toISOString(), version, part: procedure }, out);
    return out;
  };
}

/** Whether a procedure answers with events. */
export function isStream(output: unknown): output is AsyncIterable<unknown> {
  return typeof output === "object" && output !== null && Symbol.asyncIterator in output;
}

/** The same events, with an error that ends them as it shall leave. */
export async function* watched(events: AsyncIterable<unknown>, failed: (error: unknown) => unknown) {
  try {
    yield* events;
  } catch (error) {
    throw failed(error);
  }
}
