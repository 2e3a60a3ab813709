/** What the routes of every part are made with: the implementer with its one gate, the day, and files by their tokens. */
import { implement } from "@orpc/server";
import { contract } from "#shared/contract/index.ts";
import { whoActs, whoActsIn } from "../acting.ts";
import { refusal } from "../errors.ts";
import { isStream, outgoing, watched } from "../faults.ts";
import { refusedTo } from "../permissions.ts";
import type { FileUse } from "../process-messages.ts";
import type { Session } from "../session.ts";
import { today } from "../today.ts";

/** Finds out who acts in the workspace a call is about, and lets them in where their role may. Throws REFUSED. */
async function admit(session: Session, procedure: string, input: unknown): Promise<void> {
  const named = namedWorkspace(input);
  const open = session.isOpen ? session.workspace : null;
  if (named !== null && named !== open?.name) session.acting = await whoActsIn(session, named);
  else session.acting = open && (await open.store.read((db) => whoActs(db, session)));
  const { acting } = session;
  const refused = acting && refusedTo(acting.role, acting.locked, procedure);
  if (refused) throw refusal(refused);
}

/** The workspace of the app's folder that a call names in place of the open one: restoring works on one that cannot be opened. */
function namedWorkspace(input: unknown): string | null {
  if (typeof input !== "object" || input === null || !("workspace" in input)) return null;
  return typeof input.workspace === "string" ? input.workspace : null;
}

/** The kit of a session. */
export function kitOf(session: Session) {
  const os = implement(contract).use(async ({ next, path }, input) => {
    const failed = outgoing(session, path.join("."));
    try {
      // A workspace that another command had locked when the engine started is opened as soon as it is free, or says why not.
      if (!session.isOpen && path[0] !== "workspace") await session.follow();
      await admit(session, path.join("."), input);
      const result = await next();
      const stream: unknown = result.output;
      return isStream(stream) ? { ...result, output: watched(stream, failed) } : result;
    } catch (error) {
      throw failed(error);
    }
  });
  /** The paths behind single-use tokens that were given for a use. Throws REFUSED when one is not on offer any more. */
  const taken = (tokens: readonly string[], use: FileUse) =>
    tokens.map((token) => {
      const path = session.options.files.take(token, use);
      if (path === undefined) throw refusal("This file is no longer on offer. Drop it again.");
      return path;
    });
  return { os, session, now: () => today(session.options.now()), taken };
}

export type Kit = ReturnType<typeof kitOf>;
