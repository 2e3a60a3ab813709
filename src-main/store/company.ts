/** The company's own lists, as the window shows them. */
import type { ReadHandle } from "./schema.ts";

/** The stations that are listed or that documents speak of, with what is known of them. */
export async function listStations(db: ReadHandle): Promise<{ station: string; name: string; state: string }[]> {
  const listed = await db.selectFrom("station").select(["station", "name", "state"]).where("current", "=", 1).execute();
  const known = new Map(listed.map((row) => [row.station, row]));
  const seen = await db
    .selectFrom("coveredDay")
    .select("station")
    .distinct()
    .where("station", "is not", null)
    .execute();
  for (const { station } of seen) {
    if (station !== null && !known.has(station)) known.set(station, { station, name: station, state: "" });
  }
  return [...known.values()].sort((a, b) => (a.station < b.station ? -1 : 1));
}

/** The DSP's short code as its station list has it, or null. */
export async function dspCode(db: ReadHandle): Promise<string | null> {
  const row = await db
    .selectFrom("station")
    .select("dspCode")
    .where("current", "=", 1)
    .orderBy("station")
    .limit(1)
    .executeTakeFirst();
  return row?.dspCode ?? null;
}
