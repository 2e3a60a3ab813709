/** Packets that were made, by number. */
import { sql } from "kysely";
import type { ReadHandle, WriteHandle } from "./schema.ts";

/** The number the next packet will have. */
export async function nextPacketNumber(db: ReadHandle): Promise<number> {
  const row = await db
    .selectFrom("packet")
    .select(sql<number>`coalesce(max("number"), 0)`.as("n"))
    .executeTakeFirstOrThrow();
  return row.n + 1;
}

/** Remembers a packet. */
export async function storePacket(
  db: WriteHandle,
  packet: { file: string; sha256: string; findings: number; totalCents: number; madeAt: string; actor: string },
): Promise<void> {
  await db.insertInto("packet").values(packet).execute();
}
