/** Who uses the app, and what is kept for them. */
import type { People, Role } from "#shared/contract/people.ts";
import * as store from "../store/people.ts";
import type { ReadHandle, WriteHandle } from "../store/schema.ts";
import { whoActs } from "./acting.ts";
import { notFound, refusal } from "./errors.ts";
import { hashPin, isPin, waitLeft } from "./pins.ts";
import type { Session } from "./session.ts";

/** Everybody who uses the app, and who acts. */
export async function people(db: ReadHandle, session: Session): Promise<People> {
  const { name, role, locked } = await whoActs(db, session);
  const all = await store.listPeople(db);
  return {
    current: name,
    role,
    locked,
    people: all.map((person) => ({
      name: person.name,
      role: person.role,
      hasPin: person.pin !== null,
      addedAt: person.addedAt,
    })),
    dismissLimitCents: await store.dismissLimit(db),
  };
}

/**
 * Adds a person, gives one another role, or (`rename` is the name they had) another name. The first one is an owner and acts from now on.
 * Throws REFUSED when the name is taken or the last owner would be none any more.
 */
export async function savePerson(
  session: Session,
  { name, role, rename }: { name: string; role: Role; rename?: string | undefined },
): Promise<People> {
  return session.workspace.store.write(async (db) => {
    const all = await store.listPeople(db);
    const stamp = session.stamp();
    const same = all.find((person) => person.name !== rename && sameName(person.name, name));
    if (same && (rename !== undefined || same.name !== name)) throw refusal(`There is a ${same.name} already.`);
    if (rename !== undefined && rename !== name) {
      known(all, rename);
      await store.renamePerson(db, rename, name, stamp);
    }
    if (role !== "owner" && all.length > 0) keepAnOwner(all, rename ?? name);
    await store.storePerson(db, name, all.length === 0 ? "owner" : role, stamp);
    if (all.length === 0) await act(db, session, name);
    return people(db, session);
  });
}

/** Removes a person. Throws REFUSED for the last owner among several people, NOT_FOUND for a name nobody has. */
export async function removePerson(session: Session, name: string): Promise<People> {
  return session.workspace.store.write(async (db) => {
    const all = await store.listPeople(db);
    known(all, name);
    if (all.length > 1) keepAnOwner(all, name);
    await store.removePerson(db, name, session.stamp());
    return people(db, session);
  });
}

/** Lets somebody else act. Throws REFUSED without their PIN, and while they have to wait after wrong ones. */
export async function switchPerson(session: Session, name: string, pin: string | undefined): Promise<People> {
  await provePin(session, name, pin);
  return session.workspace.store.write(async (db) => {
    known(await store.listPeople(db), name);
    await act(db, session, name);
    return people(db, session);
  });
}

/**
 * Sets or changes one's own PIN, or (null) removes it; an owner may remove another's. Throws REFUSED when the old one is not given, and for
 * another's PIN.
 */
export async function setPin(
  session: Session,
  { name, pin, old }: { name: string; pin: string | null; old?: string | undefined },
): Promise<People> {
  const { acting } = session;
  if (name === acting?.name) await provePin(session, name, old);
  else if (pin !== null) throw refusal(`Only ${name} can set their PIN: switch to ${name} first.`);
  else if (acting?.role !== "owner") throw refusal("Only an owner can remove somebody else's PIN.");
  const hash = pin === null ? null : await hashPin(pin);
  return session.workspace.store.write(async (db) => {
    known(await store.listPeople(db), name);
    await store.storePin(db, name, hash, session.stamp());
    return people(db, session);
  });
}

/** Sets above how many cents only an owner may dismiss; null: everybody may. */
export async function setDismissLimit(session: Session, cents: number | null): Promise<People> {
  return session.workspace.store.write(async (db) => {
    await store.storeDismissLimit(db, cents, session.stamp());
    return people(db, session);
  });
}

/** What is kept of a wrong PIN survives the refusal it causes; guesses wait for each other. Throws REFUSED or NOT_FOUND. */
export async function provePin(session: Session, name: string, pin: string | undefined): Promise<void> {
  const now = session.options.now();
  const problem = await session.workspace.store.write(async (db) => {
    const person = known(await store.listPeople(db), name);
    if (person.pin === null) return null;
    const wait = waitLeft(person.wrongPins, person.wrongPinAt, now);
    if (wait > 0) return `Too many wrong PINs. Wait ${spoken(wait)} and try again.`;
    if (pin === undefined) return `Give the PIN of ${name}.`;
    const right = await isPin(pin, person.pin);
    const wrong = right ? 0 : person.wrongPins + 1;
    if (wrong !== person.wrongPins) await store.storeWrongPins(db, name, wrong, right ? null : now.toISOString());
    if (right) return null;
    const next = waitLeft(wrong, now.toISOString(), now);
    return `This is not the PIN of ${name}.${next > 0 ? ` Wait ${spoken(next)} before you try again.` : ""}`;
  });
  if (problem !== null) throw refusal(problem);
}

function spoken(seconds: number): string {
  if (seconds < 60) return seconds === 1 ? "1 second" : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? "1 minute" : `${minutes} minutes`;
}

async function act(db: WriteHandle, session: Session, name: string): Promise<void> {
  const { run } = session.options;
  if (run === null) session.actsAs = name;
  else await store.storeActing(db, { name, run });
}

function known(all: readonly store.StoredPerson[], name: string): store.StoredPerson {
  const person = all.find((each) => each.name === name);
  if (!person) throw notFound(`Nobody here is called ${name}.`);
  return person;
}

function keepAnOwner(all: readonly store.StoredPerson[], without: string): void {
  const person = all.find(({ name }) => name === without);
  if (person?.role !== "owner") return;
  if (all.some(({ name, role }) => role === "owner" && name !== without)) return;
  throw refusal(`${without} is the only owner. Make somebody else an owner first.`);
}

function sameName(one: string, other: string): boolean {
  return one.localeCompare(other, "en-US", { sensitivity: "base" }) === 0;
}
