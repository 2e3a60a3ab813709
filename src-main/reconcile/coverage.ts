/** Which documents cover which days. A day no document speaks for is *cannot verify*, never *agrees*. */
import type { DocumentKind } from "#shared/catalogue.ts";
import { datesFrom, type IsoDate } from "#shared/week.ts";
import { type FactType, KIND_OF_FACT } from "../documents/facts.ts";
import type { Scope } from "./check.ts";
import { beginsIn, type CoveredDay, dayOf, type FactIndex } from "./facts.ts";

/** What one scope has of one kind. */
export type Presence = "present" | "partial" | "missing";

/** Days by kind of document within one scope. */
export interface Coverage {
  /** The days of the scope on which a document shows activity (a route, a package, an invoice line; a punch where punches are needed). */
  readonly activeDays: readonly IsoDate[];
  /** Whether documents of a kind speak for a day. */
  covers(kind: DocumentKind, day: IsoDate): boolean;
  /** The same for any day that the run was given, also beyond the scope: a pay period begins before the week in which it ends. */
  coversBeyond(kind: DocumentKind, day: IsoDate): boolean;
  /** Present when every active day is covered and every row could be read; partial when some are; else missing. */
  presence(kind: DocumentKind): Presence;
  /** Whether another station has documents of a day, but none of this kind: what happened there cannot be known. */
  lacksElsewhere(kind: DocumentKind, day: IsoDate): boolean;
}

/** Facts that show that a station worked on a day, whatever a check needs. */
const ACTIVITY = ["dayTally", "route", "packageCount", "invoiceLine"] as const satisfies FactType[];

/** Kinds whose presence is a matter of days. The others are lists that hold from date to date. */
const DAILY: ReadonlySet<DocumentKind> = new Set([
  "route summary",
  "service details",
  "delivered packages",
  "training",
  "unplanned delay",
  "variable invoice",
  "timecard",
]);

/** Days of each kind for one scope, looked up by checks and by the board's grid. */
export class CoverageMap {
  readonly #index: FactIndex;
  readonly #days: readonly CoveredDay[];
  readonly #timecardStations: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(index: FactIndex, days: readonly CoveredDay[]) {
    this.#index = index;
    this.#days = days;
    this.#timecardStations = stationsOfTimecards(index);
  }

  /** Coverage of a scope as a check that needs these types sees it. */
  of(scope: Scope, needs: readonly FactType[]): Coverage {
    const dated = this.#datedDays(scope);
    const unreadable = this.#unreadableDays(scope);
    const active = this.#activeDays(scope, needs);
    const covers = (kind: DocumentKind, day: IsoDate) => dated.get(kind)?.has(day) ?? false;
    return {
      activeDays: active,
      covers,
      coversBeyond: (kind, day) =>
        this.#entries({ ...scope, from: day, to: day }).some(
          (entry) => entry.kind === kind && entry.state === "covered",
        ),
      lacksElsewhere: (kind, day) => this.#lacksElsewhere(scope, kind, day),
      presence: (kind) => {
        if (!DAILY.has(kind)) return this.#presenceOfList(kind, scope, unreadable.has(kind));
        const days = dated.get(kind);
        if (active.length === 0) {
          if (!days?.size) return "missing";
          return unreadable.has(kind) ? "partial" : "present";
        }
        const covered = active.filter((day) => days?.has(day)).length;
        if (covered === active.length) return "present";
        return covered > 0 ? "partial" : "missing";
      },
    };
  }

  /** Days that every needed daily kind covers; null where none of the needed kinds is a daily one. */
  verifiableDays(scope: Scope, needs: readonly FactType[]): ReadonlySet<IsoDate> | null {
    const kinds = [...new Set(needs.map((type) => KIND_OF_FACT[type]))].filter((kind) => DAILY.has(kind));
    if (kinds.length === 0 || scope.station === null) return null;
    const dated = this.#datedDays(scope);
    return new Set(datesFrom(scope.from, scope.to).filter((day) => kinds.every((kind) => dated.get(kind)?.has(day))));
  }

  #lacksElsewhere(scope: Scope, kind: DocumentKind, day: IsoDate): boolean {
    const there = this.#days.filter(
      (entry) =>
        entry.day === day && entry.state === "covered" && entry.station !== null && entry.station !== scope.station,
    );
    return there.some(({ station }) => !there.some((entry) => entry.station === station && entry.kind === kind));
  }

  #memo: { scope: Scope; dated: ReadonlyMap<DocumentKind, ReadonlySet<IsoDate>> } | undefined;

  #datedDays(scope: Scope): ReadonlyMap<DocumentKind, ReadonlySet<IsoDate>> {
    if (this.#memo?.scope === scope) return this.#memo.dated;
    const dated = new Map<DocumentKind, Set<IsoDate>>();
    for (const entry of this.#entries(scope)) {
      if (entry.state !== "covered") continue;
      const days = dated.get(entry.kind);
      if (days) days.add(entry.day);
      else dated.set(entry.kind, new Set([entry.day]));
    }
    this.#memo = { scope, dated };
    return dated;
  }

  #unreadableDays(scope: Scope): ReadonlySet<DocumentKind> {
    return new Set(
      this.#entries(scope)
        .filter((entry) => entry.state === "unreadable")
        .map((entry) => entry.kind),
    );
  }

  #entries(scope: Scope): CoveredDay[] {
    return this.#days.filter((entry) => {
      if (entry.day < scope.from || entry.day > scope.to) return false;
      if (scope.station === null || entry.station === scope.station) return true;
      if (entry.station !== null) return false;
      if (entry.kind !== "timecard") return true;
      const stations = this.#timecardStations.get(entry.document.sha256);
      return stations === undefined || stations.has(scope.station);
    });
  }

  #activeDays(scope: Scope, needs: readonly FactType[]): IsoDate[] {
    const types = [...new Set<FactType>([...ACTIVITY, ...needs])];
    const days = new Set<IsoDate>();
    const facts = this.#index.select(types, scope, null);
    for (const type of types) {
      for (const fact of facts[type]) {
        const day = dayOf(type, fact);
        if (typeof day === "string" && day >= scope.from && day <= scope.to) days.add(day);
      }
    }
    return [...days].sort();
  }

  #presenceOfList(kind: DocumentKind, scope: Scope, unreadable: boolean): Presence {
    const { company } = this.#index;
    const here = (list: readonly { readonly station: string }[]) =>
      scope.station === null ? list.length > 0 : list.some((fact) => fact.station === scope.station);
    switch (kind) {
      case "stations":
        return here(company.station) ? "present" : "missing";
      case "rate card":
        return here(company.rate) ? "present" : "missing";
      case "staff roster":
        return here(company.person) ? "present" : "missing";
      case "lease schedule":
        return company.leaseTerm.length > 0 ? "present" : "missing";
      case "rental rates":
        return company.rentalRate.length > 0 ? "present" : "missing";
      case "charge words":
        return company.chargeWord.length > 0 ? "present" : "missing";
      case "vehicles":
        return company.vehicle.length > 0 ? "present" : "missing";
      case "service aliases":
        return company.alias.length > 0 ? "present" : "missing";
      case "lease invoice":
        return this.#presenceOfLeaseInvoices(scope, unreadable);
      default:
        // Of the others nobody knows how many there should be: one that was read whole is there.
        if (!this.#entries(scope).some((entry) => entry.kind === kind && entry.state === "covered"))
          return unreadable ? "partial" : "missing";
        return unreadable ? "partial" : "present";
    }
  }

  /** Every lessor with a van on lease in the month should have billed it; a lessor that did not leaves the month partly unverified. */
  #presenceOfLeaseInvoices(scope: Scope, unreadable: boolean): Presence {
    const { company } = this.#index;
    const name = (provider: string) => provider.trim().toLowerCase();
    const billed = new Set(
      company.leaseLine.filter((line) => beginsIn(scope.period, line.serviceFrom)).map((line) => name(line.provider)),
    );
    if (billed.size === 0) return "missing";
    const expected = company.leaseTerm.filter(
      (term) => term.onLease <= scope.to && (term.offLease === null || term.offLease >= scope.from),
    );
    return unreadable || expected.some((term) => !billed.has(name(term.provider))) ? "partial" : "present";
  }
}

/** The stations each timecard file speaks for: those of the people punched in it. A file of unknown people speaks for any. */
function stationsOfTimecards(index: FactIndex): Map<string, Set<string>> {
  const stations = new Map<string, Set<string>>();
  for (const punch of index.company.punch) {
    const station = index.stationOf("punch", punch);
    if (station === undefined) continue;
    const known = stations.get(punch.source.document.sha256);
    if (known) known.add(station);
    else stations.set(punch.source.document.sha256, new Set([station]));
  }
  return stations;
}
