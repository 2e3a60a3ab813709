/** The board: what is there, what it is worth, and what cannot be verified. */
import {
  CATALOGUE,
  type CheckCode,
  DOCUMENT_KINDS,
  type DocumentKind,
  FAMILIES,
  type Family,
  familyOf,
  isClaimable,
} from "#shared/catalogue.ts";
import type { Board } from "#shared/contract/schemas.ts";
import { addDays, datesFrom, type IsoDate, monthOf, weekStart } from "#shared/week.ts";
import { daysLeft } from "../claims/deadlines.ts";
import { FACT_TYPES, KIND_OF_FACT } from "../documents/facts.ts";
import { CHECKS } from "../reconcile/catalogue.ts";
import { OPENS_WEEK } from "../reconcile/run.ts";
import { claimSummaries } from "../store/claim-lists.ts";
import { listedStations, listStations } from "../store/company.ts";
import { coveredPeriods, loadCoveredDays } from "../store/documents.ts";
import { listOutcomes } from "../store/findings-outcomes.ts";
import { openDeadlines, sumFindings } from "../store/findings-sums.ts";
import { notHandedIn, receivedBetween } from "../store/money-road.ts";
import type { ReadHandle } from "../store/schema.ts";
import { scopeKey } from "../store/scopes.ts";
import { CRASHED, prepare } from "./checking.ts";
import { claimRow } from "./claims/rows.ts";

type Presence = "present" | "missing" | "partial";
type Outcomes = Awaited<ReturnType<typeof listOutcomes>>;
type CoveredDays = Awaited<ReturnType<typeof loadCoveredDays>>;

/** Kinds that hold from date to date or for a month, rather than by the day. */
const LISTS: ReadonlySet<DocumentKind> = new Set([
  "stations",
  "rate card",
  "staff roster",
  "lease schedule",
  "vehicles",
  "service aliases",
  "rental rates",
  "charge words",
]);
/** Lists of what happened on some days: on the others nothing is missing. */
const EVENTS: ReadonlySet<DocumentKind> = new Set(["payments", "bank statement", "cancellations"]);
/** Kinds that stand for a whole month. */
const MONTHLY: ReadonlySet<DocumentKind> = new Set(["lease invoice", "fleet invoice"]);
/** Kinds that show that a station worked on a day. */
const SHOWS_WORK: ReadonlySet<DocumentKind> = new Set([
  "route summary",
  "service details",
  "delivered packages",
  "variable invoice",
  "timecard",
]);

/** The board of a station's week (null: all stations; null week: the newest). */
export async function board(
  db: ReadHandle,
  input: { station: string | null; week: IsoDate | null },
  today: IsoDate,
): Promise<Board> {
  const stations = await listStations(db);
  const periods = await coveredPeriods(db);
  const weeks = [...new Set(periods.filter((entry) => OPENS_WEEK.has(entry.kind)).map((entry) => weekStart(entry.day)))]
    .sort()
    .reverse();
  const week = input.week ?? weeks[0] ?? null;
  const months = week === null ? [] : [...new Set([monthOf(week), monthOf(addDays(week, 6))])];
  const wanted = week === null ? [] : [week, ...months];
  const outcomes = (await Promise.all(wanted.map((period) => listOutcomes(db, { period })))).flat();
  const mine = outcomes.filter(
    (row) => row.station === null || input.station === null || row.station === input.station,
  );
  const everything = await sumFindings(db, { station: input.station });
  const thisWeek = week === null ? [] : await sumFindings(db, { station: input.station, periods: wanted });
  const covered = week === null ? [] : await loadCoveredDays(db, `${months[0]}-01`, addDays(week, 6));
  const names = input.station === null ? stations.map((station) => station.station) : [input.station];
  const listed = await listedStations(db);
  return {
    stations,
    weeks,
    coverage: week === null ? [] : shownKinds(covered).map((kind) => gridRow(kind, week, names, covered, mine, listed)),
    tiles: {
      ...(await notHandedIn(db, input.station)),
      submitted: await submittedTile(db, input.station, today),
      recovered: await receivedBetween(db, `${today.slice(0, 4)}-01-01`, today, input.station),
      payroll: tile(everything, (row) => row.direction === "overpaid"),
      exposure: tile(everything, (row) => row.direction === "exposure"),
      cannotVerify: mine.filter((row) => row.outcome === "cannot-verify").length,
    },
    families: (Object.keys(FAMILIES) as Family[]).flatMap((family) => familyRow(family, thisWeek)),
    deadlines: (await openDeadlines(db, today, input.station)).map((row) => ({
      ...row,
      daysLeft: daysLeft(row.deadline, today),
    })),
    unchecked: await uncheckedPeriods(db, input.station, wanted, today),
    outcomes: {
      agrees: mine.filter((row) => row.outcome === "agrees").length,
      finding: mine.filter((row) => row.outcome === "finding").length,
      cannotVerify: mine.filter((row) => row.outcome === "cannot-verify").length,
      notApplicable: mine.filter((row) => row.outcome === "not-applicable").length,
    },
  };
}

/** Kinds some check reads, and whatever else is there: a file nobody asks for is not missing. */
function shownKinds(covered: CoveredDays): DocumentKind[] {
  const read = new Set<DocumentKind>(
    CHECKS.flatMap(({ needs, uses, around }) =>
      [...needs, ...uses, ...FACT_TYPES.filter((type) => around[type])].map((type) => KIND_OF_FACT[type]),
    ),
  );
  for (const entry of covered) read.add(entry.kind);
  return DOCUMENT_KINDS.filter((kind) => read.has(kind));
}

/** How many periods changed since they were last checked: of the week shown, and of all. */
async function uncheckedPeriods(
  db: ReadHandle,
  station: string | null,
  wanted: readonly string[],
  today: IsoDate,
): Promise<Board["unchecked"]> {
  const { periods, checked, vanished } = await prepare(db, CHECKS, today);
  // A period in which a check threw was looked at: its finding says so.
  const scopes = [...periods.values()]
    .flat()
    .filter((scope) => checked.get(scopeKey(scope.station, scope.period))?.fingerprint !== CRASHED);
  const shown = scopes.filter(
    (scope) =>
      wanted.includes(scope.period) && (scope.station === null || station === null || scope.station === station),
  );
  return { week: shown.length, all: scopes.length + vanished.length };
}

/** Claims of the station (and of the whole company) that were handed in, and what is outstanding of them. */
async function submittedTile(
  db: ReadHandle,
  station: string | null,
  today: IsoDate,
): Promise<Board["tiles"]["submitted"]> {
  const claims = (await claimSummaries(db))
    .map((summary) => claimRow(summary, 0, today))
    .filter((row) => row.status !== "draft" && row.outstandingCents > 0)
    .filter((row) => station === null || row.station === null || row.station === station);
  return { cents: claims.reduce((sum, row) => sum + row.outstandingCents, 0), count: claims.length };
}

type Sums = Awaited<ReturnType<typeof sumFindings>>;

function tile(sums: Sums, include: (row: Sums[number]) => boolean): { cents: number; count: number } {
  const rows = sums.filter(include);
  return { cents: total(rows, "cents"), count: total(rows, "count") };
}

function familyRow(family: Family, sums: Sums): Board["families"] {
  const rows = sums.filter((row) => familyOf(row.code) === family);
  if (rows.length === 0) return [];
  const codes = [...new Set(rows.map((row) => row.code))].sort();
  return [
    {
      family,
      title: FAMILIES[family],
      claimableCents: total(
        rows.filter((row) => isClaimable(row.direction)),
        "cents",
      ),
      otherCents: total(
        rows.filter((row) => !isClaimable(row.direction)),
        "cents",
      ),
      count: total(rows, "count"),
      checks: codes.map((code) => ({ code, title: CATALOGUE[code].title, ...tile(rows, (row) => row.code === code) })),
    },
  ];
}

function total(rows: Sums, field: "cents" | "count"): number {
  return rows.reduce((sum, row) => sum + row[field], 0);
}

function gridRow(
  kind: DocumentKind,
  week: IsoDate,
  stations: readonly string[],
  covered: CoveredDays,
  outcomes: Outcomes,
  listed: Awaited<ReturnType<typeof listedStations>>,
): Board["coverage"][number] {
  const hindered = outcomes.filter((row) => row.missing.includes(kind));
  const prevents = [...new Set(hindered.map((row) => row.code))].sort() as CheckCode[];
  const days = datesFrom(week, addDays(week, 6));
  const entries = covered.filter((entry) => entry.kind === kind);
  const documents = [
    ...new Set(entries.filter((entry) => entry.day >= week || MONTHLY.has(kind)).map((entry) => entry.document.name)),
  ].sort();
  if (LISTS.has(kind) || MONTHLY.has(kind)) {
    const state = stateOfList(entries, hindered, stations, listed.get(kind));
    return { kind, days: days.map(() => state), state, prevents, documents };
  }
  if (EVENTS.has(kind)) {
    const named = new Set(entries.map((entry) => entry.day));
    const state: Presence = days.some((day) => named.has(day)) ? "present" : "missing";
    return { kind, days: days.map((day) => (named.has(day) ? "present" : "quiet")), state, prevents, documents };
  }
  const byDay = days.map((day) => dayPresence(day, stations, entries, covered));
  const wanted = byDay.filter((day) => day !== "quiet");
  const some = wanted.some((day) => day === "present" || day === "partial");
  const state: Presence =
    wanted.length === 0 || !some ? "missing" : wanted.every((day) => day === "present") ? "present" : "partial";
  return { kind, days: byDay, state, prevents, documents };
}

/** A list is partly there when it serves some of the stations, a month's lease invoices when some lessors have not billed. */
function stateOfList(
  entries: CoveredDays,
  hindered: Outcomes,
  stations: readonly string[],
  listed: ReadonlySet<string | null> | undefined,
): Presence {
  if (listed === undefined) {
    if (entries.length === 0) return "missing";
    return hindered.length > 0 ? "partial" : "present";
  }
  if (listed.has(null)) return "present";
  const served = stations.filter((station) => listed.has(station)).length;
  if (served === 0) return "missing";
  return served === stations.length ? "present" : "partial";
}

/** A day of one kind over some stations: quiet where no document shows work, else how many of the working stations are covered. */
function dayPresence(
  day: IsoDate,
  stations: readonly string[],
  entries: CoveredDays,
  covered: CoveredDays,
): Presence | "quiet" {
  const speaksFor = (entry: CoveredDays[number], station: string) =>
    entry.day === day && entry.state === "covered" && (entry.station === null || entry.station === station);
  const working = stations.filter((station) =>
    covered.some((entry) => SHOWS_WORK.has(entry.kind) && speaksFor(entry, station)),
  );
  const present = working.filter((station) => entries.some((entry) => speaksFor(entry, station))).length;
  if (working.length === 0)
    return entries.some((entry) => entry.day === day && entry.state === "unreadable") ? "partial" : "quiet";
  if (present === working.length) return "present";
  const spoilt = entries.some((entry) => entry.day === day && entry.state === "unreadable");
  return present > 0 || spoilt ? "partial" : "missing";
}
