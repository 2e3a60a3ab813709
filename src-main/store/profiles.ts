/** Saved mappings: what a person said once of a header's columns. They are no facts: taking an import back leaves them. */
import { type MappingProfile, mappingProfile } from "#shared/contract/schemas.ts";
import { appendAudit } from "./audit.ts";
import type { ReadHandle, WriteHandle } from "./schema.ts";

/** Who saves or removes a mapping, and when (ISO instant). */
export interface Stamp {
  readonly at: string;
  readonly actor: string;
}

/** Every saved mapping, the newest first. One that this version cannot read (of a kind it does not know) is left out, and kept. */
export async function savedProfiles(db: ReadHandle): Promise<MappingProfile[]> {
  const rows = await db.selectFrom("profile").select("body").orderBy("savedAt", "desc").orderBy("name").execute();
  return rows.flatMap(({ body }) => readable(body) ?? []);
}

function readable(body: string): MappingProfile | undefined {
  const read = mappingProfile.safeParse(JSON.parse(body));
  return read.success ? read.data : undefined;
}

/** The saved mapping of a name; undefined where there is none. */
export async function profileNamed(db: ReadHandle, name: string): Promise<MappingProfile | undefined> {
  const row = await db.selectFrom("profile").select("body").where("name", "=", name).executeTakeFirst();
  return row && readable(row.body);
}

/**
 * Saves a mapping under its name, in place of one of that name. `oldName` is the name it had; false where no mapping has that (any more),
 * and then nothing is saved.
 */
export async function saveProfile(
  db: WriteHandle,
  profile: MappingProfile,
  { at, actor }: Stamp,
  oldName: string = profile.name,
): Promise<boolean> {
  const renamed = oldName !== profile.name;
  const before = (await profileNamed(db, oldName)) ?? null;
  if (renamed) {
    const { numDeletedRows } = await db.deleteFrom("profile").where("name", "=", oldName).executeTakeFirstOrThrow();
    if (numDeletedRows === 0n) return false;
  }
  const { name, fingerprint, kind } = profile;
  const row = { name, fingerprint, kind, body: JSON.stringify(profile), savedAt: at };
  await db
    .insertInto("profile")
    .values(row)
    .onConflict((conflict) => conflict.column("name").doUpdateSet(row))
    .execute();
  const command = renamed ? "rename mapping" : "save mapping";
  await appendAudit(db, { at, actor, command, subject: name, before, after: profile });
  return true;
}

/** Forgets a mapping. False where there is none of that name. */
export async function removeProfile(db: WriteHandle, name: string, { at, actor }: Stamp): Promise<boolean> {
  const before = (await profileNamed(db, name)) ?? null;
  const { numDeletedRows } = await db.deleteFrom("profile").where("name", "=", name).executeTakeFirstOrThrow();
  if (numDeletedRows === 0n) return false;
  await appendAudit(db, { at, actor, command: "remove mapping", subject: name, before, after: null });
  return true;
}
