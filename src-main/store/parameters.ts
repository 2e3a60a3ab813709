/** The owner's own values for the checks' parameters, each in force from a day. */
import { appendAudit } from "./audit.ts";
import type { Stamp } from "./profiles.ts";
import type { ReadHandle, WriteHandle } from "./schema.ts";

export interface StoredParameter {
  readonly code: string;
  readonly name: string;
  readonly effectiveFrom: string;
  readonly value: number;
}

/** Which value: of which parameter of which check, from which day on. */
type Which = Omit<StoredParameter, "value">;

/** Every value that was set, in a steady order. */
export async function allParameters(db: ReadHandle): Promise<StoredParameter[]> {
  return db.selectFrom("parameter").selectAll().orderBy("code").orderBy("name").orderBy("effectiveFrom").execute();
}

/** Keeps a value, in place of one from the same day. A value that is there already is no change. */
export async function saveParameter(db: WriteHandle, row: StoredParameter, { at, actor }: Stamp): Promise<void> {
  const before = await storedValue(db, row);
  if (before?.value === row.value) return;
  await db
    .insertInto("parameter")
    .values(row)
    .onConflict((conflict) => conflict.columns(["code", "name", "effectiveFrom"]).doUpdateSet({ value: row.value }))
    .execute();
  const after = { value: row.value };
  await appendAudit(db, { at, actor, command: "set parameter", subject: subjectOf(row), before, after });
}

/** Takes a value back. False where there is none. */
export async function deleteParameter(db: WriteHandle, which: Which, { at, actor }: Stamp): Promise<boolean> {
  const before = await storedValue(db, which);
  if (before === null) return false;
  await db
    .deleteFrom("parameter")
    .where("code", "=", which.code)
    .where("name", "=", which.name)
    .where("effectiveFrom", "=", which.effectiveFrom)
    .execute();
  await appendAudit(db, { at, actor, command: "remove parameter", subject: subjectOf(which), before, after: null });
  return true;
}

async function storedValue(db: ReadHandle, { code, name, effectiveFrom }: Which): Promise<{ value: number } | null> {
  const row = await db
    .selectFrom("parameter")
    .select("value")
    .where("code", "=", code)
    .where("name", "=", name)
    .where("effectiveFrom", "=", effectiveFrom)
    .executeTakeFirst();
  return row ?? null;
}

function subjectOf({ code, name, effectiveFrom }: Which): string {
  return `${code} ${name} ${effectiveFrom}`;
}
