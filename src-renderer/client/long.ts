import type { Progress } from "#shared/contract/schemas.ts";

/** A long command of the contract: progress, then one result. */
export type LongCommand<T> = (options: {
  signal: AbortSignal;
}) => Promise<AsyncIterable<Progress | { type: "done"; result: T }>>;

/** How often progress is painted, in milliseconds: often enough to move, seldom enough to cost nothing. */
const PAINT_EVERY = 60;

/**
 * Follows a long command to its result. Rejects when it fails or is cancelled through `signal`; the command's own event stream is
 * closed either way, which is what stops the engine. `onProgress` hears what is worth painting, `onEach` every event.
 */
export async function follow<T>(
  start: LongCommand<T>,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
  onEach?: (progress: Progress) => void,
): Promise<T> {
  let painted = 0;
  for await (const event of await start({ signal })) {
    signal.throwIfAborted();
    if (event.type === "done") return event.result;
    onEach?.(event);
    const now = performance.now();
    if (now - painted < PAINT_EVERY && event.done < event.total) continue;
    painted = now;
    onProgress(event);
  }
  signal.throwIfAborted();
  throw new Error("the command ended without a result");
}

/** What a progress bar shows before the first event arrives. */
export function startingWith(stage: string): Progress {
  return { type: "progress", stage, done: 0, total: 0, detail: "" };
}
