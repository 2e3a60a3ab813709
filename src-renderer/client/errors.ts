import { ORPCError } from "@orpc/client";

const KNOWN = new Set(["NO_WORKSPACE", "LOCKED", "NOT_FOUND", "STALE_PLAN", "REFUSED"]);

/** What the line to the engine says when it breaks: words for us, not for the person in front of the screen. */
const OF_THE_LINE = /AsyncIdQueue|aborted without reason|\bclosed\b/i;

/** Whether the engine understood and said no; trying again would not help. */
export function isPlainRefusal(error: unknown): boolean {
  return error instanceof ORPCError && KNOWN.has(error.code);
}

/** Whether an error carries a code of the contract. */
export function hasCode(error: unknown, code: "NO_WORKSPACE" | "NOT_FOUND" | "STALE_PLAN" | "REFUSED"): boolean {
  return error instanceof ORPCError && error.code === code;
}

/** Whether the engine went away under a call instead of answering it. */
export function isEngineGone(error: unknown): boolean {
  if (isPlainRefusal(error)) return false;
  return !(error instanceof ORPCError) || OF_THE_LINE.test(error.message);
}

/** An engine's error as one plain sentence for the person in front of the screen. */
export function sentenceOf(error: unknown): string {
  if (isEngineGone(error)) return "The engine stopped while it worked. What it had finished is kept.";
  if (!(error instanceof ORPCError) || !error.message) return "Something unexpected happened.";
  return isPlainRefusal(error) ? error.message : `Something unexpected happened: ${error.message}`;
}
