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

/** A document of a batch, as far as its days matter. */
export interface DatedDocument {
  readonly name: string;
  /** SHA-256 of the ZIP it came in: members of one ZIP were written together and cover the same days. */
  readonly container: string | null;
  readonly interpretations: readonly Interpretation[];
}

/** Work summary files that list every working day. */
const DENSE: ReadonlySet<DocumentKind> = new Set(["route summary", "service details", "delivered packages"]);
/** Work summary files that are empty in a week in which nothing of the sort happened. */
const SPARSE: ReadonlySet<DocumentKind> = new Set(["training", "unplanned delay"]);

/** Lists with one entry for a week. */
const WEEKLY: ReadonlySet<DocumentKind> = new Set(["scorecard tier", "scorecard", "concessions"]);
/** Lists of what happened, which speak for the days they name. */
const EVENTS: ReadonlySet<DocumentKind> = new Set(["payments", "bank statement", "itineraries", "cancellations"]);

/** The days each document of a batch covers, in the documents' order. Days with an unreadable row are marked so. */
export function coveredDays(documents: readonly DatedDocument[]): DayCovered[][] {
  const containers = new Map<string, Extent>();
  for (const document of documents) {
    if (document.container === null) continue;
    const extent = containers.get(document.container) ?? new Extent();
    for (const part of document.interpretations) if (DENSE.has(part.kind)) extent.add(part);
    containers.set(document.container, extent);
  }
  return documents.map((document) =>
    document.interpretations.flatMap((part) => {
      const siblings = document.container === null ? undefined : containers.get(document.container);
      return withUnreadable(part, daysOf(part, document.name, siblings?.isEmpty === false ? siblings : undefined));
    }),
  );
}

/** The days of each station that some files have a row of. */
class Extent {
  readonly #days = new Map<string, Set<IsoDate>>();

  add(part: Interpretation): void {
    for (const draft of part.facts) {
      const at = stationAndDay(draft);
      if (!at) continue;
      const known = this.#days.get(at.station);
      if (known) known.add(at.day);
      else this.#days.set(at.station, new Set([at.day]));
    }
  }

  get isEmpty(): boolean {
    return this.#days.size === 0;
  }

  /** Each station on its own days: a day without a row is not spoken for, since a working day has rows in every such file. */
  days(): { station: string; day: IsoDate }[] {
    return [...this.#days].flatMap(([station, days]) => [...days].map((day) => ({ station, day })));
  }
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

function daysOf(
  part: Interpretation,
  name: string,
  siblings: Extent | undefined,
): { station: string | null; day: IsoDate }[] {
  if (DENSE.has(part.kind) || SPARSE.has(part.kind)) {
    const own = new Extent();
    own.add(part);
    if (DENSE.has(part.kind)) return own.days();
    // A list of events speaks for the days of the files it was downloaded with.
    if (siblings) return siblings.days();
    return own.isEmpty ? weekInName(name) : wholeWeeks(own);
  }
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

/** A loose training or delay file lists events, not days: it speaks for the whole weeks its events fall in. */
function wholeWeeks(extent: Extent): { station: string; day: IsoDate }[] {
  const days = new Map<string, { station: string; day: IsoDate }>();
  for (const { station, day } of extent.days()) {
    for (const covered of datesFrom(weekStart(day), weekEnd(day)))
      days.set(`${station} ${covered}`, { station, day: covered });
  }
  return [...days.values()];
}

/** A file without a row says that nothing happened in the week its name carries; without a date in its name it says nothing. */
function weekInName(name: string): { station: null; day: IsoDate }[] {
  const date = /(\d{4}-\d{2}-\d{2})(?!.*\d{4}-\d{2}-\d{2})/.exec(name)?.[1];
  if (date === undefined || !isIsoDate(date)) return [];
  return datesFrom(weekStart(date), weekEnd(date)).map((day) => ({ station: null, day }));
}

/** Takes days with an unreadable row back: what was not read may be just the row that matters. */
function withUnreadable(part: Interpretation, days: readonly { station: string | null; day: IsoDate }[]): DayCovered[] {
  const undated = part.problems.some((problem) => problem.day === null);
  const spoilt = (station: string | null, day: IsoDate) =>
    undated ||
    part.problems.some(
      (problem) => problem.day === day && (problem.station === null || station === null || problem.station === station),
    );
  const covered = days.map(({ station, day }) => ({
    kind: part.kind,
    station,
    day,
    state: spoilt(station, day) ? ("unreadable" as const) : ("covered" as const),
  }));
  const known = new Set(covered.map(({ station, day }) => `${station} ${day}`));
  const beyond = part.problems.flatMap((problem) =>
    problem.day !== null && problem.station !== null && !known.has(`${problem.station} ${problem.day}`)
      ? [{ kind: part.kind, station: problem.station, day: problem.day, state: "unreadable" as const }]
      : [],
  );
  return [...covered, ...beyond];
}
