/** How an import or a check ends that does not come to its end: what is said of it. */
import type { Progress } from "#shared/contract/schemas.ts";
import { group } from "#shared/money.ts";
import { hasCode, isEngineGone, sentenceOf } from "../client/errors.ts";

/** What holds when an import was not stored. */
export const NOTHING_STORED = "Nothing was stored. What was in the workspace before is unchanged.";

/** The person cancelled; the last thing that was heard says how far it was. */
export class Cancelled extends Error {
  readonly progress: Progress;

  constructor(progress: Progress) {
    super("cancelled");
    this.progress = progress;
  }
}

/** What happened, what was kept, and what to do. */
export interface Failure {
  readonly title: string;
  readonly happened: string;
  readonly kept: string;
}

/** How far a check came that was cancelled. */
export function soFar({ done, total }: Progress): string {
  return total === 0
    ? "Cancelled before any period was checked."
    : `Cancelled. ${group(done)} of ${group(total)} ${total === 1 ? "period is" : "periods are"} checked.`;
}

/** Files that could not be read. */
export function unread(error: unknown): Failure {
  return {
    title: "The files could not be read",
    happened: isEngineGone(error) ? "The engine stopped while it was reading." : sentenceOf(error),
    kept: `${NOTHING_STORED} Drop the files again.`,
  };
}

/** An import the engine would not begin. */
export function refusal(error: unknown): Failure {
  if (hasCode(error, "STALE_PLAN"))
    return {
      title: "The preview is out of date",
      happened: "The workspace changed after this preview was made.",
      kept: `${NOTHING_STORED} Drop the files again to see a fresh preview.`,
    };
  return { title: "The import stopped", happened: sentenceOf(error), kept: `${NOTHING_STORED} Drop the files again.` };
}

/** An import that did not come to its end; `stored` is what was found afterwards, null when that could not be found out. */
export function interruption(error: unknown, stored: boolean | null): Failure {
  const happened =
    error instanceof Cancelled
      ? "It was cancelled, but whether it was stored before that could not be found out."
      : isEngineGone(error)
        ? "The engine stopped while it was storing."
        : sentenceOf(error);
  const kept =
    stored === false
      ? `${NOTHING_STORED} Drop the files again.`
      : "See below what is there. Drop the files again; what is already there will be recognized.";
  return { title: "The import stopped", happened, kept };
}
