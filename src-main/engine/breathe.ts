/** A moment for messages: the database answers at once, so a long command would otherwise never hear that it was cancelled. */
import { setImmediate } from "node:timers/promises";

/** Lets waiting messages in, then throws the signal's reason if one of them cancelled the command. */
export async function breathe(signal: AbortSignal | undefined): Promise<void> {
  await setImmediate();
  signal?.throwIfAborted();
}
