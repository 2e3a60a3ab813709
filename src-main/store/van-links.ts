/** Which van a unit number or a plate means, as a person said. They are no facts: taking an import back leaves them. */
import { type VanLink, type VanName, vanNameKey } from "../matching/van-links.ts";
import { appendAudit } from "./audit.ts";
import type { Stamp } from "./profiles.ts";
import type { ReadHandle, WriteHandle } from "./schema.ts";

/** Every link, in a steady order. */
export async function allVanLinks(db: ReadHandle): Promise<VanLink[]> {
  return db.selectFrom("vanLink").select(["provider", "unit", "plate", "vin"]).orderBy("key").execute();
}

/** Keeps a link, in place of one for the same name. */
export async function saveVanLink(db: WriteHandle, link: VanLink, { at, actor }: Stamp): Promise<void> {
  const { provider, unit, plate, vin } = link;
  const key = vanNameKey(link);
  const before = await linkOf(db, key);
  const row = { key, provider, unit, plate, vin, linkedAt: at };
  await db
    .insertInto("vanLink")
    .values(row)
    .onConflict((conflict) => conflict.column("key").doUpdateSet(row))
    .execute();
  await appendAudit(db, {
    at,
    actor,
    command: "link van",
    subject: key,
    before,
    after: { provider, unit, plate, vin },
  });
}

/** Takes a link back. False where there is none for that name. */
export async function removeVanLink(db: WriteHandle, name: VanName, { at, actor }: Stamp): Promise<boolean> {
  const key = vanNameKey(name);
  const before = await linkOf(db, key);
  if (before === null) return false;
  await db.deleteFrom("vanLink").where("key", "=", key).execute();
  await appendAudit(db, { at, actor, command: "unlink van", subject: key, before, after: null });
  return true;
}

async function linkOf(db: ReadHandle, key: string): Promise<VanLink | null> {
  const row = await db
    .selectFrom("vanLink")
    .select(["provider", "unit", "plate", "vin"])
    .where("key", "=", key)
    .executeTakeFirst();
  return row ?? null;
}
