/** Who uses the app in a workspace, who acted last, and what only an owner may dismiss. PINs are kept as salted hashes only. */
import type { Role } from "#shared/contract/people.ts";
import { appendAudit } from "./audit.ts";
import type { Stamp } from "./profiles.ts";
import type { ReadHandle, WriteHandle } from "./schema.ts";

/** A PIN as it is kept, both parts in hex. */
export interface PinHash {
  readonly salt: string;
  readonly hash: string;
}

/** A person who uses the app. */
export interface StoredPerson {
  readonly name: string;
  readonly role: Role;
  readonly addedAt: string;
  readonly pin: PinHash | null;
  /** Wrong PINs in a row, and the instant of the last one. */
  readonly wrongPins: number;
  readonly wrongPinAt: string | null;
}

/** Who acted last, and in which run of the app they said so. */
export interface Acting {
  readonly name: string;
  readonly run: string;
}

const ACTING = "acting person";
const LIMIT = "dismiss limit";

/** Everybody who uses the app, by name. */
export async function listPeople(db: ReadHandle): Promise<StoredPerson[]> {
  const rows = await db.selectFrom("appUser").selectAll().where("removedAt", "is", null).orderBy("name").execute();
  return rows.map(({ name, role, addedAt, pinSalt, pinHash, wrongPins, wrongPinAt }) => ({
    name,
    role: role as Role,
    addedAt,
    pin: pinSalt === null || pinHash === null ? null : { salt: pinSalt, hash: pinHash },
    wrongPins,
    wrongPinAt,
  }));
}

/** Adds a person, or gives one another role. A name that was removed comes back without a PIN. */
export async function storePerson(db: WriteHandle, name: string, role: Role, { at, actor }: Stamp): Promise<void> {
  const before = (await listPeople(db)).find((person) => person.name === name);
  if (before?.role === role) return;
  await db
    .insertInto("appUser")
    .values({ name, role, addedAt: at, pinSalt: null, pinHash: null, removedAt: null, wrongPinAt: null })
    .onConflict((conflict) =>
      conflict.column("name").doUpdateSet(before ? { role } : { role, addedAt: at, removedAt: null }),
    )
    .execute();
  const command = before ? "change person" : "add person";
  await appendAudit(db, {
    at,
    actor,
    command,
    subject: name,
    before: before ? { role: before.role } : null,
    after: { role },
  });
}

/** Gives a person another name. What they look after goes with them; what they did keeps the name they did it under. */
export async function renamePerson(db: WriteHandle, from: string, to: string, { at, actor }: Stamp): Promise<void> {
  await db.deleteFrom("appUser").where("name", "=", to).where("removedAt", "is not", null).execute();
  await db.updateTable("appUser").set({ name: to }).where("name", "=", from).execute();
  await db.updateTable("finding").set({ assignee: to }).where("assignee", "=", from).execute();
  await db.updateTable("claim").set({ assignee: to }).where("assignee", "=", from).execute();
  const acting = await actingPerson(db);
  if (acting?.name === from) await storeActing(db, { ...acting, name: to });
  await appendAudit(db, {
    at,
    actor,
    command: "rename person",
    subject: to,
    before: { name: from },
    after: { name: to },
  });
}

/** Removes a person with their PIN. What they did stays theirs. */
export async function removePerson(db: WriteHandle, name: string, { at, actor }: Stamp): Promise<void> {
  await db
    .updateTable("appUser")
    .set({ removedAt: at, pinSalt: null, pinHash: null, wrongPins: 0, wrongPinAt: null })
    .where("name", "=", name)
    .execute();
  await appendAudit(db, { at, actor, command: "remove person", subject: name, before: { name }, after: null });
}

/** Keeps a PIN's hash, or (null) forgets it. The trail says that, never the PIN. */
export async function storePin(
  db: WriteHandle,
  name: string,
  pin: PinHash | null,
  { at, actor }: Stamp,
): Promise<void> {
  await db
    .updateTable("appUser")
    .set({ pinSalt: pin?.salt ?? null, pinHash: pin?.hash ?? null, wrongPins: 0, wrongPinAt: null })
    .where("name", "=", name)
    .execute();
  const command = pin === null ? "remove pin" : "set pin";
  await appendAudit(db, { at, actor, command, subject: name, before: null, after: null });
}

/** Keeps how many wrong PINs were given in a row, and when the last one was (null: none). */
export async function storeWrongPins(db: WriteHandle, name: string, wrongPins: number, wrongPinAt: string | null) {
  await db.updateTable("appUser").set({ wrongPins, wrongPinAt }).where("name", "=", name).execute();
}

/** Who acted last; null where nobody ever said who they are. */
export async function actingPerson(db: ReadHandle): Promise<Acting | null> {
  const value = await metaValue(db, ACTING);
  return value === null ? null : (JSON.parse(value) as Acting);
}

/** Keeps who acts, or (null) that nobody does. */
export async function storeActing(db: WriteHandle, acting: Acting | null): Promise<void> {
  await storeMeta(db, ACTING, acting === null ? null : JSON.stringify({ name: acting.name, run: acting.run }));
}

/** Above how many cents only an owner may dismiss; null: everybody may dismiss everything. */
export async function dismissLimit(db: ReadHandle): Promise<number | null> {
  const value = await metaValue(db, LIMIT);
  return value === null ? null : Number(value);
}

/** Keeps that limit. */
export async function storeDismissLimit(db: WriteHandle, cents: number | null, { at, actor }: Stamp): Promise<void> {
  const before = await dismissLimit(db);
  if (before === cents) return;
  await storeMeta(db, LIMIT, cents === null ? null : String(cents));
  await appendAudit(db, {
    at,
    actor,
    command: "set dismiss limit",
    subject: "people",
    before: { cents: before },
    after: { cents },
  });
}

async function metaValue(db: ReadHandle, key: string): Promise<string | null> {
  const row = await db.selectFrom("meta").select("value").where("key", "=", key).executeTakeFirst();
  return row?.value ?? null;
}

async function storeMeta(db: WriteHandle, key: string, value: string | null): Promise<void> {
  await db.deleteFrom("meta").where("key", "=", key).execute();
  if (value !== null) await db.insertInto("meta").values({ key, value }).execute();
}
