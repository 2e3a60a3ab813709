/** Which periods have been checked on what they hold now. An import takes the mark off the periods it touches. */
import { sql } from "kysely";
import type { Cadence } from "#shared/catalogue.ts";
import type { IsoDate } from "#shared/week.ts";
import { addDays, monthOf, weekStart } from "#shared/week.ts";
import { FACT_TYPES, type FactType } from "../documents/facts.ts";
import type { Scope, Window } from "../reconcile/check.ts";
import { isList } from "../reconcile/days-of-facts.ts";
import { scopeOf } from "../reconcile/run.ts";
import { COMPANY } from "./findings.ts";
import type { ReadHandle, WriteHandle } from "./schema.ts";

/** What is known of a scope that was checked. */
export interface CheckedScope {
  /** Of the checks and parameters it was checked with; null where documents changed since. */
  readonly fingerprint: string | null;
  /** The last day its answers hold, null where time changes nothing. */
  readonly holdsUntil: IsoDate | null;
}

/** The scopes that were checked, by `station|period`. */
export async function checkedScopes(db: ReadHandle): Promise<Map<string, CheckedScope>> {
  const rows = await db.selectFrom("scopeState").selectAll().execute();
  return new Map(
    rows.map(({ station, period, fingerprint, holdsUntil }) => [
      scopeKey(station, period),
      { fingerprint, holdsUntil },
    ]),
  );
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
  { fingerprint, holdsUntil }: CheckedScope,
): Promise<void> {
  await db
    .insertInto("scopeState")
    .values({ station: station ?? COMPANY, period, fingerprint, holdsUntil })
    .onConflict((conflict) => conflict.columns(["station", "period"]).doUpdateSet({ fingerprint, holdsUntil }))
    .execute();
}

/** What changed in an import, as far as it decides what must be checked again. */
export interface Touched {
  /** Days with changed facts of a type; null: days that a document began or ceased to cover. */
  readonly days: readonly { readonly type: FactType | null; readonly day: IsoDate }[];
  /** Lists that changed, with the stations their rows name (null: none). */
  readonly lists: readonly { readonly type: FactType; readonly station: string | null }[];
}

/** How far beyond its own days a weekly or monthly scope looks for facts of a type; null where no check of the sort reads it. */
export type Reach = (cadence: Cadence, type: FactType) => Window | null;

/** Takes the mark off every scope that a change can matter to. A check may look at other stations, so a day matters to all of them. */
export async function unmark(db: WriteHandle, touched: Touched, reach: Reach): Promise<void> {
  const stale = new Set<string>();
  for (const { type, day } of touched.days) {
    const week = type === null ? HERE : reach("week", type);
    const month = type === null ? HERE : reach("month", type);
    if (week) for (const each of weeksOf(day, week)) stale.add(each);
    if (month) for (const each of monthsOf(day, month)) stale.add(each);
  }
  for (const { station, period } of await db
    .selectFrom("scopeState")
    .select(["station", "period"])
    .where("fingerprint", "is not", null)
    .execute()) {
    if (!stale.has(period) && !touched.lists.some((list) => concerns(list, station, reach))) continue;
    await db
      .updateTable("scopeState")
      .set({ fingerprint: null })
      .where("station", "=", station)
      .where("period", "=", period)
      .execute();
  }
}

const HERE: Window = { before: 0, after: 0 };

/** Whether a changed list matters to a scope: to the station its rows name, or to all where they name none. */
function concerns(list: Touched["lists"][number], station: string, reach: Reach): boolean {
  if (station === COMPANY) return reach("month", list.type) !== null;
  if (reach("week", list.type) === null) return false;
  // A person may work, and a van may run, at another station than the list says.
  const isOwn = list.type === "rate" || list.type === "station";
  return !isOwn || list.station === null || list.station === station;
}

function* weeksOf(day: IsoDate, { before, after }: Window): Generator<string> {
  const last = weekStart(addDays(day, before));
  for (let week = weekStart(addDays(day, -after)); week <= last; week = addDays(week, 7)) yield week;
}

function* monthsOf(day: IsoDate, { before, after }: Window): Generator<string> {
  const last = addDays(day, before);
  for (let at = addDays(day, -after); at < last; at = addDays(at, 28)) yield monthOf(at);
  yield monthOf(last);
}

/** What some stored documents touch, read from their own rows and days. */
export async function touchedBy(db: ReadHandle, documentIds: readonly number[]): Promise<Touched> {
  const days: { type: FactType | null; day: IsoDate }[] = [];
  const lists: { type: FactType; station: string | null }[] = [];
  for (let start = 0; start < documentIds.length; start += 500) {
    const ids = documentIds.slice(start, start + 500);
    const covered = await db.selectFrom("coveredDay").select("day").distinct().where("documentId", "in", ids).execute();
    days.push(...covered.map(({ day }) => ({ type: null, day })));
    const sheets = await db.selectFrom("documentSheet").select("id").where("documentId", "in", ids).execute();
    const sheetIds = sheets.map(({ id }) => id);
    for (const type of FACT_TYPES) {
      if (isList(type)) lists.push(...(await listRows(db, type, sheetIds)));
      else days.push(...(await factDays(db, type, sheetIds)));
    }
  }
  return { days, lists };
}

async function listRows(db: ReadHandle, type: FactType, sheetIds: readonly number[]) {
  const station = HAS_STATION.has(type) ? sql`"station"` : sql`null`;
  const { rows } = await sql<{ station: string | null }>`
    select distinct ${station} as "station" from ${sql.table(type)} where "sheetId" in (${sql.join(sheetIds)})`.execute(
    db as WriteHandle,
  );
  return rows.map((row) => ({ type, station: row.station }));
}

const HAS_STATION: ReadonlySet<FactType> = new Set(["station", "rate", "person", "vehicle"]);

async function factDays(db: ReadHandle, type: FactType, sheetIds: readonly number[]) {
  const { rows } = await sql<{ day: IsoDate | null }>`
    select distinct "day" from ${sql.table(type)} where "sheetId" in (${sql.join(sheetIds)})`.execute(
    db as WriteHandle,
  );
  const days = rows.flatMap(({ day }) => (day === null ? [] : [{ type, day }]));
  if (LINES.has(type)) return [...days, ...(await daysOfInvoices(db, type, sheetIds))];
  if (type !== "training") return days;
  // A session shows work on the day it was assigned for.
  const { rows: assigned } = await sql<{ day: IsoDate }>`
    select distinct "assignmentDate" as "day" from "training" where "sheetId" in (${sql.join(sheetIds)})`.execute(
    db as WriteHandle,
  );
  return [...days, ...assigned.map(({ day }) => ({ type, day }))];
}

const LINES: ReadonlySet<FactType> = new Set(["invoiceLine", "incentiveLine", "fleetLine"]);

/** A line may stray from its invoice's period: it matters to that period too. */
async function daysOfInvoices(db: ReadHandle, type: FactType, sheetIds: readonly number[]) {
  const { rows } = await sql<{ day: IsoDate }>`
    select distinct "periodEnd" as "day" from ${sql.table(type)}
    where "sheetId" in (${sql.join(sheetIds)}) and "day" not between "periodStart" and "periodEnd"`.execute(
    db as WriteHandle,
  );
  return rows.map(({ day }) => ({ type, day }));
}

/** The months in which some lease line begins. */
export async function leaseMonths(db: ReadHandle): Promise<string[]> {
  const rows = await db.selectFrom("leaseLine").select("serviceFrom").distinct().where("current", "=", 1).execute();
  return [...new Set(rows.map((row) => monthOf(row.serviceFrom)))];
}
