/** Numbers of claims and of their payments. None is ever given twice: it may stand in a packet, in the audit trail or in a step to take back. */
import { sql } from "kysely";
import type { WriteHandle } from "./schema.ts";

const NUMBERED = {
  claim: { column: sql.ref("number"), table: "claim", key: "last claim number" },
  payment: { column: sql.ref("id"), table: "claimPayment", key: "last claim payment" },
} as const;

/** The next number, taken. */
export async function nextNumber(db: WriteHandle, what: keyof typeof NUMBERED): Promise<number> {
  const { column, table, key } = NUMBERED[what];
  const kept = await db.selectFrom("meta").select("value").where("key", "=", key).executeTakeFirst();
  const { highest } = await db
    .selectFrom(table)
    .select(sql<number>`coalesce(max(${column}), 0)`.as("highest"))
    .executeTakeFirstOrThrow();
  const number = Math.max(highest, Number(kept?.value ?? "0")) + 1;
  const value = String(number);
  await db
    .insertInto("meta")
    .values({ key, value })
    .onConflict((conflict) => conflict.column("key").doUpdateSet({ value }))
    .execute();
  return number;
}
