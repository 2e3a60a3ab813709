/** Who looks after which findings. */
import { sql } from "kysely";
import type { Stamp } from "./profiles.ts";
import type { ReadHandle, WriteHandle } from "./schema.ts";

/** Gives findings to somebody (null: to nobody in particular). Returns those that were somebody else's before. */
export async function assignFindings(
  db: WriteHandle,
  ids: readonly string[],
  to: string | null,
  { at, actor }: Stamp,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select "id" from "finding" where "assignee" is not ${to} and "id" in (select "value" from json_each(${JSON.stringify(ids)}))`.execute(
    db,
  );
  const changed = rows.map(({ id }) => id);
  const list = JSON.stringify(changed);
  await sql`
    insert into "assignment" ("findingId", "at", "actor", "assignee")
    select "value", ${at}, ${actor}, ${to} from json_each(${list})`.execute(db);
  await sql`update "finding" set "assignee" = ${to} where "id" in (select "value" from json_each(${list}))`.execute(db);
  return changed;
}

/** Whom a finding was given to, oldest first. */
export async function assignmentsOf(db: ReadHandle, findingId: string) {
  return db
    .selectFrom("assignment")
    .select(["at", "actor", "assignee"])
    .where("findingId", "=", findingId)
    .orderBy("id")
    .execute();
}
