/** What findings come to: counts, sums and the deadlines they stand under. */
import { sql } from "kysely";
import type { CheckCode, Direction } from "#shared/catalogue.ts";
import type { IsoDate } from "#shared/week.ts";
import type { ReadHandle } from "./schema.ts";

/** How many findings wait for a decision. */
export async function countOpen(db: ReadHandle): Promise<number> {
  const row = await db
    .selectFrom("finding")
    .select(sql<number>`count(*)`.as("n"))
    .where("status", "=", "open")
    .executeTakeFirstOrThrow();
  return row.n;
}

/** Sums of what is undecided or confirmed, by code, direction and status; for one week and station where given. */
export async function sumFindings(db: ReadHandle, filter: { station?: string | null; periods?: readonly string[] }) {
  let query = db
    .selectFrom("finding")
    .select([
      "code",
      "direction",
      "status",
      sql<number>`count(*)`.as("count"),
      sql<number>`coalesce(sum("amountCents"), 0)`.as("cents"),
    ])
    .where("status", "in", ["open", "confirmed"])
    .groupBy(["code", "direction", "status"]);
  const { station, periods } = filter;
  if (station) query = query.where((where) => where.or([where("station", "=", station), where("station", "is", null)]));
  if (periods) query = query.where("period", "in", [...periods]);
  const rows = await query.execute();
  return rows.map((row) => ({ ...row, code: row.code as CheckCode, direction: row.direction as Direction }));
}

/** Claimable money by invoice and deadline, the nearest deadline first, from a day on. */
export async function openDeadlines(db: ReadHandle, from: IsoDate, station: string | null) {
  let query = db
    .selectFrom("finding")
    .select([
      "station",
      "invoiceNumber",
      "deadline",
      sql<number>`count(*)`.as("count"),
      sql<number>`coalesce(sum("amountCents"), 0)`.as("cents"),
    ])
    .where("status", "in", ["open", "confirmed"])
    .where("direction", "in", ["owed", "overcharged"])
    .where("deadline", ">=", from)
    .where("invoiceNumber", "is not", null)
    .groupBy(["station", "invoiceNumber", "deadline"])
    .orderBy("deadline")
    .orderBy("invoiceNumber")
    .limit(12);
  if (station) query = query.where("station", "=", station);
  const rows = await query.execute();
  return rows.flatMap(({ station: of, invoiceNumber, deadline, count, cents }) =>
    invoiceNumber === null || deadline === null ? [] : [{ station: of, invoiceNumber, deadline, count, cents }],
  );
}
