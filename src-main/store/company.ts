/** The company's own lists, as the window shows them. */
import type { DocumentKind } from "#shared/catalogue.ts";
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

/** The stations each list that holds from date to date has entries for; null for the whole company. */
export async function listedStations(db: ReadHandle): Promise<Map<DocumentKind, ReadonlySet<string | null>>> {
  const stationsOf = async (type: "station" | "rate" | "person") => {
    const rows = await db.selectFrom(type).select("station").distinct().where("current", "=", 1).execute();
    return new Set<string | null>(rows.map((row) => row.station));
  };
  const any = async (type: "leaseTerm" | "rentalRate" | "vehicle" | "alias" | "chargeWord") => {
    const rows = await db.selectFrom(type).select("id").where("current", "=", 1).limit(1).execute();
    return new Set(rows.map(() => null));
  };
  return new Map<DocumentKind, ReadonlySet<string | null>>([
    ["stations", await stationsOf("station")],
    ["rate card", await stationsOf("rate")],
    ["staff roster", await stationsOf("person")],
    ["lease schedule", await any("leaseTerm")],
    ["rental rates", await any("rentalRate")],
    ["vehicles", await any("vehicle")],
    ["service aliases", await any("alias")],
    ["charge words", await any("chargeWord")],
  ]);
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
