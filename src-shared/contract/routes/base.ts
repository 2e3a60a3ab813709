/** What every part of the contract is made of. */
import { oc } from "@orpc/contract";
import { z } from "zod";

/** Errors a caller can act on. `message` is a plain sentence for the person in front of the screen. */
export const base = oc.errors({
  NO_WORKSPACE: { message: "No workspace is open.", status: 409 },
  LOCKED: { message: "This workspace is locked. Unlock it with its passphrase or its recovery key.", status: 423 },
  NOT_FOUND: { message: "That is not here any more.", status: 404 },
  STALE_PLAN: { message: "The workspace changed since this preview was made. Preview the files again.", status: 409 },
  REFUSED: { message: "This cannot be done.", status: 422 },
});

export const nothing = z.strictObject({});
export const workspaceName = z.string().min(1).max(80);
/** A backup by its name, of the open workspace or of one that cannot be opened. */
export const whichBackup = z.strictObject({
  backup: z.string().regex(/^[A-Za-z0-9-]{1,80}$/),
  workspace: workspaceName.optional(),
});
