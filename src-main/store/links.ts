/** Links that a person confirmed: whose a name or a payroll id is. They are no facts: taking an import back leaves them. */
import { LINK_KINDS, type LinkKind, linkKey, type PersonLink } from "../matching/people-links.ts";
import { appendAudit } from "./audit.ts";
import type { Stamp } from "./profiles.ts";
import type { ReadHandle, WriteHandle } from "./schema.ts";

/** A link with when it was made (ISO instant). */
export interface StoredLink extends PersonLink {
  readonly linkedAt: string;
}

/** Every link, in a steady order. */
export async function allLinks(db: ReadHandle): Promise<StoredLink[]> {
  const rows = await db.selectFrom("personLink").selectAll().orderBy("kind").orderBy("key").execute();
  return rows.flatMap(({ kind, text, employeeId, linkedAt }) => {
    const known = LINK_KINDS.find((each) => each === kind);
    return known === undefined ? [] : [{ kind: known, text, employeeId, linkedAt }];
  });
}

/** Keeps a link, in place of one for the same writing. */
export async function saveLink(db: WriteHandle, link: PersonLink, { at, actor }: Stamp): Promise<void> {
  const { kind, text, employeeId } = link;
  const key = linkKey(kind, text);
  const before = await linkOf(db, kind, key);
  const row = { kind, key, text, employeeId, linkedAt: at };
  await db
    .insertInto("personLink")
    .values(row)
    .onConflict((conflict) => conflict.columns(["kind", "key"]).doUpdateSet(row))
    .execute();
  await appendAudit(db, { at, actor, command: "link people", subject: key, before, after: { kind, text, employeeId } });
}

/** Takes a link back. False where there is none for that writing. */
export async function removeLink(
  db: WriteHandle,
  { kind, text }: Pick<PersonLink, "kind" | "text">,
  { at, actor }: Stamp,
): Promise<boolean> {
  const key = linkKey(kind, text);
  const before = await linkOf(db, kind, key);
  if (before === null) return false;
  await db.deleteFrom("personLink").where("kind", "=", kind).where("key", "=", key).execute();
  await appendAudit(db, { at, actor, command: "unlink people", subject: key, before, after: null });
  return true;
}

async function linkOf(db: ReadHandle, kind: LinkKind, key: string): Promise<PersonLink | null> {
  const row = await db
    .selectFrom("personLink")
    .select(["text", "employeeId"])
    .where("kind", "=", kind)
    .where("key", "=", key)
    .executeTakeFirst();
  return row === undefined ? null : { kind, ...row };
}
