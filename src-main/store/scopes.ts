/** Which periods have been checked on what they hold now. An import takes the mark off the periods it touches. */
import type { IsoDate } from "#shared/week.ts";
import { addDays, monthOf, weekStart } from "#shared/week.ts";
import type { Scope } from "../reconcile/check.ts";
import { LEASE_LOOKBACK } from "../reconcile/facts.ts";
import { scopeOf } from "../reconcile/run.ts";
import { COMPANY } from "./findings.ts";
import type { ReadHandle, WriteHandle } from "./schema.ts";

/** Fingerprints (checks and parameters) each scope was last checked with, by `station|period`. */
export async function checkedScopes(db: ReadHandle): Promise<Map<string, string | null>> {
  const rows = await db.selectFrom("scopeState").selectAll().execute();
  return new Map(rows.map((row) => [scopeKey(row.station, row.period), row.fingerprint]));
}

/** Key of a scope in the map above; a null station is the company. */
export function scopeKey(station: string | null, period: string): string {
  return `${station ?? COMPANY}|${period}`;
}

/** The scope of a key: a period that no document speaks of any more still has findings to clear. */
export function scopeOfKey(key: string): Scope {
  const [station = "", period = ""] = key.split("|");
  return scopeOf(station === COMPANY ? null : station, period);
}

/** Removes what is known of a scope's checking. */
export async function forgetScope(db: WriteHandle, station: string | null, period: string): Promise<void> {
  await db
    .deleteFrom("scopeState")
    .where("station", "=", station ?? COMPANY)
    .where("period", "=", period)
    .execute();
}

/** Marks a scope as checked. */
export async function markChecked(
  db: WriteHandle,
  station: string | null,
  period: string,
  fingerprint: string,
): Promise<void> {
  await db
    .insertInto("scopeState")
    .values({ station: station ?? COMPANY, period, fingerprint })
    .onConflict((conflict) => conflict.columns(["station", "period"]).doUpdateSet({ fingerprint }))
    .execute();
}

/** What changed in an import, as far as it decides what must be checked again. */
export interface Touched {
  /** Days with changed facts; null station: of any. */
  readonly days: readonly { readonly station: string | null; readonly day: IsoDate }[];
  /** First days of service of changed lease lines. */
  readonly leaseDays: readonly IsoDate[];
  /** A list that holds from date to date changed. */
  readonly lists: { readonly stations: readonly string[]; readonly everyStation: boolean; readonly lease: boolean };
}

/** Takes the mark off every scope that a change can matter to. */
export async function unmark(db: WriteHandle, touched: Touched): Promise<void> {
  const stale = new Set<string>();
  const weeksOfAll = new Set<string>();
  for (const { station, day } of touched.days) {
    if (station === null) weeksOfAll.add(weekStart(day));
    else stale.add(scopeKey(station, weekStart(day)));
    stale.add(scopeKey(null, monthOf(day)));
  }
  for (const day of touched.leaseDays) {
    for (let offset = 0; offset <= LEASE_LOOKBACK + 31; offset += 28)
      stale.add(scopeKey(null, monthOf(addDays(day, offset))));
  }
  const { lists } = touched;
  const ofLists = new Set(lists.stations);
  for (const row of await db
    .selectFrom("scopeState")
    .select(["station", "period"])
    .where("fingerprint", "is not", null)
    .execute()) {
    const monthly = row.station === COMPANY;
    const hit =
      stale.has(scopeKey(row.station, row.period)) ||
      (!monthly && weeksOfAll.has(row.period)) ||
      (monthly ? lists.lease : lists.everyStation || ofLists.has(row.station));
    if (!hit) continue;
    await db
      .updateTable("scopeState")
      .set({ fingerprint: null })
      .where("station", "=", row.station)
      .where("period", "=", row.period)
      .execute();
  }
}

const DATED = [
  "dayTally",
  "route",
  "packageCount",
  "training",
  "delay",
  "invoice",
  "invoiceLine",
  "incentiveInvoice",
  "incentiveLine",
  "fleetInvoice",
  "fleetLine",
  "tier",
  "scorecard",
  "concession",
  "itinerary",
  "cancellation",
  "punchEdit",
] as const;

/** What some stored documents touch, read from their own rows and days. */
export async function touchedBy(db: ReadHandle, documentIds: readonly number[]): Promise<Touched> {
  const days: { station: string | null; day: IsoDate }[] = [];
  const leaseDays: IsoDate[] = [];
  const stations = new Set<string>();
  let everyStation = false;
  let lease = false;
  for (let start = 0; start < documentIds.length; start += 500) {
    const ids = documentIds.slice(start, start + 500);
    const sheets = db.selectFrom("documentSheet").select("id").where("documentId", "in", ids);
    for (const row of await db
      .selectFrom("coveredDay")
      .select(["station", "day", "kind"])
      .distinct()
      .where("documentId", "in", ids)
      .execute()) {
      if (row.kind === "lease invoice") leaseDays.push(row.day);
      else days.push({ station: row.station, day: row.day });
    }
    for (const type of DATED) {
      for (const { station, day } of await db
        .selectFrom(type)
        .select(["station", "day"])
        .distinct()
        .where("sheetId", "in", sheets)
        .execute()) {
        if (day !== null) days.push({ station, day });
      }
    }
    for (const row of await db
      .selectFrom("training")
      .select("assignmentDate")
      .distinct()
      .where("sheetId", "in", sheets)
      .execute()) {
      days.push({ station: null, day: row.assignmentDate });
    }
    for (const { day } of await db
      .selectFrom("punch")
      .select("day")
      .distinct()
      .where("sheetId", "in", sheets)
      .execute()) {
      if (day !== null) days.push({ station: null, day });
    }
    for (const row of await db
      .selectFrom("leaseLine")
      .select("serviceFrom")
      .distinct()
      .where("sheetId", "in", sheets)
      .execute()) {
      leaseDays.push(row.serviceFrom);
    }
    for (const type of ["rate", "station"] as const) {
      for (const { station } of await db
        .selectFrom(type)
        .select("station")
        .distinct()
        .where("sheetId", "in", sheets)
        .execute())
        stations.add(station);
    }
    everyStation ||=
      (await db.selectFrom("person").select("id").where("sheetId", "in", sheets).limit(1).execute()).length > 0;
    lease ||=
      (await db.selectFrom("leaseTerm").select("id").where("sheetId", "in", sheets).limit(1).execute()).length > 0;
  }
  return { days, leaseDays, lists: { stations: [...stations], everyStation, lease } };
}

/** The months in which some lease line begins. */
export async function leaseMonths(db: ReadHandle): Promise<string[]> {
  const rows = await db.selectFrom("leaseLine").select("serviceFrom").distinct().where("current", "=", 1).execute();
  return [...new Set(rows.map((row) => monthOf(row.serviceFrom)))];
}
