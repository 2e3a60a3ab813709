/** Who acts: in the open workspace, and in one that is not open. */
import { join } from "node:path";
import type { Role } from "#shared/contract/people.ts";
import * as store from "../store/people.ts";
import type { ReadHandle } from "../store/schema.ts";
import type { Vault } from "../vault/vault.ts";
import { listWorkspaces } from "../workspace/home.ts";
import { openWorkspace, type Workspace } from "../workspace/workspace.ts";
import type { Session } from "./session.ts";

/** Who acts in a workspace. */
export interface Acting {
  /** Null for the computer's user. */
  readonly name: string | null;
  readonly role: Role;
  /** Whether they still have to say who they are. */
  readonly locked: boolean;
}

/** As long as nobody is named, whoever sits at the computer may do everything. */
const ALONE: Acting = { name: null, role: "owner", locked: false };
/** The command line where it does not say whom it acts as: it may do what everybody may. */
const UNNAMED: Acting = { name: null, role: "staff", locked: false };
const NOBODY: Acting = { name: null, role: "staff", locked: true };

/** Who acts now. In the window whoever acted last does; with a PIN, they give it once in each run of the app. */
export async function whoActs(db: ReadHandle, { options: { run }, actsAs }: Session): Promise<Acting> {
  const people = await store.listPeople(db);
  if (people.length === 0) return ALONE;
  if (run === null) {
    const person = people.find(({ name }) => name === actsAs);
    return person ? { name: person.name, role: person.role, locked: false } : UNNAMED;
  }
  const acting = await store.actingPerson(db);
  const person = people.find(({ name }) => name === acting?.name);
  if (!person) return NOBODY;
  return { name: person.name, role: person.role, locked: person.pin !== null && acting?.run !== run };
}

/** Who acts in a workspace of the app's folder that is not open; null where it cannot be read, so that nobody can be asked. */
export async function whoActsIn(session: Session, name: string): Promise<Acting | null> {
  const { home } = session.options;
  if (home === null || !listWorkspaces(home).includes(name)) return null;
  const folder = join(home, name);
  return lookInto(folder, (db) => whoActs(db, session), session.keys.vaultOf(folder));
}

/** Whether anybody is named in a workspace that is not open; false also where it cannot be read. */
export async function hasPeople(folder: string, vault: Vault | null): Promise<boolean> {
  const all = await lookInto(folder, store.listPeople, vault);
  return all !== null && all.length > 0;
}

async function lookInto<T>(
  folder: string,
  look: (db: ReadHandle) => Promise<T>,
  vault: Vault | null = null,
): Promise<T | null> {
  let workspace: Workspace | null = null;
  try {
    workspace = openWorkspace(folder, "read", undefined, vault);
    return await workspace.store.read(look);
  } catch {
    return null;
  } finally {
    await workspace?.close();
  }
}

/**
 * Whoever restored a backup goes on acting in what was put back, if they were there already; nobody becomes the one who acted when the
 * backup was made without saying who they are.
 */
export async function goOnActing(session: Session, acting: Acting | null): Promise<void> {
  const { run } = session.options;
  if (run === null) return;
  await session.workspace.store.write(async (db) => {
    const there = (await store.listPeople(db)).some(({ name }) => name === acting?.name);
    await store.storeActing(db, there && acting?.name != null ? { name: acting.name, run } : null);
  });
}
