/** Which days a file speaks for. A file that holds one day of a week verifies one day, however it is named. */
import type { DocumentKind } from "#shared/catalogue.ts";
import { datesFrom, type IsoDate, isIsoDate, monthOf, weekEnd, weekStart } from "#shared/week.ts";
import { identityOf } from "./identity.ts";
import type { FactDraft, Interpretation } from "./interpretation.ts";

/** One kind on one day at one station (null: the file names no station). */
export interface DayCovered {
  readonly kind: DocumentKind;
  readonly station: string | null;
  readonly day: IsoDate;
  readonly state: "covered" | "unreadable";
}

/** What one sheet says of days: those it names by the rule of its kind, and where its unreadable rows stand. */
export interface SheetDays {
  readonly kind: DocumentKind;
  readonly named: readonly PlaceAndDay[];
  readonly unreadable: readonly { readonly station: string | null; readonly day: IsoDate | null }[];
}

interface PlaceAndDay {
  readonly station: string | null;
  readonly day: IsoDate;
}

/** A document of a batch, as far as its days matter. */
export interface DatedDocument {
  readonly name: string;
  /** SHA-256 of the ZIP it came in: members of one ZIP were written together and cover the same days. */
  readonly container: string | null;
  readonly sheets: readonly SheetDays[];
}

/** Work summary files that list every working day. */
const DENSE: ReadonlySet<DocumentKind> = new Set(["route summary", "service details", "delivered packages"]);
/** Work summary files that are empty in a week in which nothing of the sort happened. */
const SPARSE: ReadonlySet<DocumentKind> = new Set(["training", "unplanned delay"]);

/** Lists with one entry for a week. */
const WEEKLY: ReadonlySet<DocumentKind> = new Set(["scorecard tier", "scorecard", "concessions"]);
/** Lists of what happened, which speak for the days they name. */
const EVENTS: ReadonlySet<DocumentKind> = new Set(["payments", "bank statement", "itineraries", "cancellations"]);

/** What the rows of a sheet, or of a piece of one, say of days. */
export function daysNamed(part: Interpretation): SheetDays {
  const unreadable = part.problems.map(({ station, day }) => ({ station, day }));
  return { kind: part.kind, named: distinct(namedBy(part)), unreadable };
}

/** What the pieces of one sheet say together. */
export function mergeDays(kind: DocumentKind, pieces: readonly SheetDays[]): SheetDays {
  return {
    kind,
    named: distinct(pieces.flatMap((piece) => piece.named)),
    unreadable: pieces.flatMap((piece) => piece.unreadable),
  };
}

/** The days each document of a batch covers, in the documents' order. Days with an unreadable row are marked so. */
export function coveredDays(documents: readonly DatedDocument[]): DayCovered[][] {
  const containers = new Map<string, PlaceAndDay[]>();
  for (const { container, sheets } of documents) {
    if (container === null) continue;
    const days = sheets.filter(({ kind }) => DENSE.has(kind)).flatMap(({ named }) => named);
    containers.set(container, [...(containers.get(container) ?? []), ...days]);
  }
  return documents.map(({ name, container, sheets }) =>
    sheets.flatMap((sheet) => {
      const siblings = container === null ? [] : distinct(containers.get(container) ?? []);
      return withUnreadable(sheet, SPARSE.has(sheet.kind) ? daysOfEvents(sheet, name, siblings) : sheet.named);
    }),
  );
}

/** A list of events speaks for the days of the files it was downloaded with, else for the whole weeks its events fall in. */
function daysOfEvents({ named }: SheetDays, name: string, siblings: readonly PlaceAndDay[]): readonly PlaceAndDay[] {
  if (siblings.length > 0) return siblings;
  return named.length === 0 ? weekInName(name) : wholeWeeks(named);
}

function distinct(days: readonly PlaceAndDay[]): PlaceAndDay[] {
  const byKey = new Map(days.map((each) => [`${each.day} ${each.station}`, each]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}

function stationAndDay(draft: FactDraft): { station: string; day: IsoDate } | undefined {
  switch (draft.type) {
    case "dayTally":
    case "route":
    case "packageCount":
    case "delay":
      return { station: draft.values.station, day: draft.values.date };
    case "training":
      return { station: draft.values.station, day: draft.values.paymentDate };
    default:
      return undefined;
  }
}

/**
 * The days the rows of a sheet name. A file of the work summary speaks for the days it has rows of, each station on its own: a day
 * without a row is not spoken for, since a working day has rows in every such file.
 */
function namedBy(part: Interpretation): PlaceAndDay[] {
  if (DENSE.has(part.kind) || SPARSE.has(part.kind)) return part.facts.flatMap((draft) => stationAndDay(draft) ?? []);
  if (part.kind === "variable invoice" || part.kind === "incentive invoice") {
    return part.facts.flatMap((draft) =>
      draft.type === "invoice" || draft.type === "incentiveInvoice"
        ? datesFrom(draft.values.periodStart, draft.values.periodEnd).map((day) => ({
            station: draft.values.station,
            day,
          }))
        : [],
    );
  }
  if (part.kind === "timecard") {
    const days = new Set(part.facts.flatMap((draft) => (draft.type === "punch" ? [draft.values.date] : [])));
    return [...days].sort().map((day) => ({ station: null, day }));
  }
  if (part.kind === "payroll register") {
    const periods = new Set(
      part.facts.flatMap((draft) =>
        draft.type === "payLine" ? [`${draft.values.periodStart} ${draft.values.periodEnd}`] : [],
      ),
    );
    const days = [...periods].flatMap((period) => {
      const [from = "", to = ""] = period.split(" ");
      return datesFrom(from, to);
    });
    return [...new Set(days)].map((day) => ({ station: null, day }));
  }
  if (WEEKLY.has(part.kind) || EVENTS.has(part.kind)) return ownDays(part, WEEKLY.has(part.kind));
  if (part.kind === "fleet invoice") {
    return part.facts.flatMap((draft) =>
      draft.type === "fleetInvoice"
        ? [{ station: draft.values.station, day: `${monthOf(draft.values.periodEnd)}-01` }]
        : [],
    );
  }
  if (part.kind === "lease invoice") {
    const months = new Set(
      part.facts.flatMap((draft) => (draft.type === "leaseLine" ? [monthOf(draft.values.serviceFrom)] : [])),
    );
    return [...months].map((month) => ({ station: null, day: `${month}-01` }));
  }
  return [];
}

/** The days (or whole weeks) that the rows of a list name. */
function ownDays(part: Interpretation, weekly: boolean): { station: string | null; day: IsoDate }[] {
  const days = new Map<string, { station: string | null; day: IsoDate }>();
  for (const draft of part.facts) {
    const { day, station } = identityOf(draft);
    if (day === null) continue;
    for (const covered of weekly ? datesFrom(day, weekEnd(day)) : [day])
      days.set(`${station} ${covered}`, { station, day: covered });
  }
  return [...days.values()];
}

function wholeWeeks(events: readonly PlaceAndDay[]): PlaceAndDay[] {
  return distinct(
    events.flatMap(({ station, day }) =>
      datesFrom(weekStart(day), weekEnd(day)).map((covered) => ({ station, day: covered })),
    ),
  );
}

/** A file without a row says that nothing happened in the week its name carries; without a date in its name it says nothing. */
function weekInName(name: string): { station: null; day: IsoDate }[] {
  const date = /(\d{4}-\d{2}-\d{2})(?!.*\d{4}-\d{2}-\d{2})/.exec(name)?.[1];
  if (date === undefined || !isIsoDate(date)) return [];
  return datesFrom(weekStart(date), weekEnd(date)).map((day) => ({ station: null, day }));
}

/** Takes days with an unreadable row back: what was not read may be just the row that matters. */
function withUnreadable({ kind, unreadable }: SheetDays, days: readonly PlaceAndDay[]): DayCovered[] {
  const undated = unreadable.some(({ day }) => day === null);
  const spoilt = (station: string | null, day: IsoDate) =>
    undated ||
    unreadable.some((row) => row.day === day && (row.station === null || station === null || row.station === station));
  const covered = days.map(({ station, day }) => ({
    kind,
    station,
    day,
    state: spoilt(station, day) ? ("unreadable" as const) : ("covered" as const),
  }));
  const known = new Set(covered.map(({ station, day }) => `${station} ${day}`));
  const beyond = unreadable.flatMap(({ station, day }) =>
    day !== null && station !== null && !known.has(`${station} ${day}`)
      ? [{ kind, station, day, state: "unreadable" as const }]
      : [],
  );
  return [...covered, ...beyond];
}
