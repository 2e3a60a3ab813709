/** How an error of the store becomes one of the contract. */
import { ORPCError } from "@orpc/server";
import { StoreError } from "../store/errors.ts";

/** A sentence the user can act on. */
export function refusal(message: string): ORPCError<"REFUSED", undefined> {
  return new ORPCError("REFUSED", { message, status: 422, defined: true });
}

/** No workspace is open. */
export function noWorkspace(): ORPCError<"NO_WORKSPACE", undefined> {
  return new ORPCError("NO_WORKSPACE", { message: "No workspace is open.", status: 409, defined: true });
}

/** What was asked for is not there. */
export function notFound(message = "That is not here any more."): ORPCError<"NOT_FOUND", undefined> {
  return new ORPCError("NOT_FOUND", { message, status: 404, defined: true });
}

/** The preview no longer fits the workspace. */
export function stalePlan(): ORPCError<"STALE_PLAN", undefined> {
  return new ORPCError("STALE_PLAN", {
    message: "The workspace changed since this preview was made. Preview the files again.",
    status: 409,
    defined: true,
  });
}

/** Store errors as refusals with their sentence; anything else as it is. */
export function translated(error: unknown): unknown {
  return error instanceof StoreError ? refusal(error.message) : error;
}
