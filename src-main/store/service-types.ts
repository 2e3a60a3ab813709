/** The service types that documents name. */
import type { ReadHandle } from "./schema.ts";

/** Every service type of the work summaries and rate cards that count, as written, in order of the alphabet. */
export async function serviceTypes(db: ReadHandle): Promise<string[]> {
  const worked = await db.selectFrom("dayTally").select("serviceType").distinct().where("current", "=", 1).execute();
  const priced = await db.selectFrom("rate").select("serviceType").distinct().where("current", "=", 1).execute();
  const names = new Set([...worked, ...priced].map(({ serviceType }) => serviceType.trim()));
  return [...names].filter((name) => name !== "").sort();
}
