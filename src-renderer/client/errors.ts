import { ORPCError } from "@orpc/client";
import { engineState } from "./engine.ts";

const KNOWN = new Set(["NO_WORKSPACE", "NOT_FOUND", "STALE_PLAN", "REFUSED"]);

/** Whether the engine understood and said no; trying again would not help. */
export function isPlainRefusal(error: unknown): boolean {
  return error instanceof ORPCError && KNOWN.has(error.code);
}

/** Whether an error carries a code of the contract. */
export function hasCode(error: unknown, code: "NO_WORKSPACE" | "NOT_FOUND" | "STALE_PLAN" | "REFUSED"): boolean {
  return error instanceof ORPCError && error.code === code;
}

/** Whether it was our own cancel. */
export function isAbort(error: unknown, signal: AbortSignal): boolean {
  return signal.aborted || (error instanceof Error && error.name === "AbortError" && engineState() === "ready");
}

/** An error as one plain sentence for the person in front of the screen. */
export function sentenceOf(error: unknown): string {
  if (isPlainRefusal(error) && error instanceof ORPCError) return error.message;
  if (engineState() === "lost") return "The part of Backhaul that does the work stopped and is being started again.";
  if (error instanceof Error && error.message) return `Something unexpected happened: ${error.message}`;
  return "Something unexpected happened.";
}
