/**
 * Whom the command line acts as. Without `--as NAME` it is the computer's user, who may do what everybody may: import, check, print. The PIN
 * comes from the environment, as other programs see the words of a call.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { whoActs } from "../engine/acting.ts";
import { refusal } from "../engine/errors.ts";
import { provePin } from "../engine/people.ts";
import { refusedTo } from "../engine/permissions.ts";
import type { Session } from "../engine/session.ts";

const asked = new AsyncLocalStorage<string>();

/** Runs a command as a person, null for the computer's user. */
export function actingAs<T>(name: string | null, work: () => Promise<T>): Promise<T> {
  return name === null ? work() : asked.run(name, work);
}

/** The person that was asked for; null for the computer's user. */
export function personAsked(): string | null {
  return asked.getStore() ?? null;
}

/** Lets a session that writes act as the person that was asked for. Throws REFUSED without their PIN, NOT_FOUND for a name nobody has. */
export async function identify(session: Session): Promise<void> {
  const name = personAsked();
  if (name === null) return;
  await provePin(session, name, process.env.BACKHAUL_PIN);
  session.actsAs = name;
}

/** What the gate of the routes does, for a command that needs no route. Throws REFUSED. */
export async function admitted(session: Session, procedure: string): Promise<void> {
  const { role, locked } = await session.workspace.store.read((db) => whoActs(db, session));
  const refused = refusedTo(role, locked, procedure);
  if (refused !== null) throw refusal(refused);
}
