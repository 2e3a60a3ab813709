/** The facts of a stretch of time, whole company, and what each scope may see of them. Indexes are built once; checks never query. */
import type { DocumentKind } from "#shared/catalogue.ts";
import { type IsoDate, monthOf } from "#shared/week.ts";
import { FACT_TYPES, type FactType, type FactTypes, type PersonFact, type PunchFact } from "../documents/facts.ts";
import type { FactsOf, Scope, Window } from "./check.ts";
import { daysOf, isList, meets } from "./days-of-facts.ts";

/** All facts of a period for all stations, reference data included. */
export type CompanyFacts = { readonly [T in FactType]: readonly FactTypes[T][] };

/** What a stored document says it speaks for: one kind on one day at one station. */
export interface CoveredDay {
  readonly kind: DocumentKind;
  /** Null where the document names no station (timecards, lease invoices). */
  readonly station: string | null;
  readonly day: IsoDate;
  /** A day with an unreadable row is not covered, whatever the rest of it says. */
  readonly state: "covered" | "unreadable";
  readonly document: { readonly sha256: string; readonly name: string };
}

/** A company without any fact; spread it to build one. */
export function noFacts(): CompanyFacts {
  return Object.fromEntries(FACT_TYPES.map((type) => [type, []])) as unknown as CompanyFacts;
}

/** Employee ids as they are compared: leading zeros and case do not matter. */
export function sameEmployee(id: string): string {
  return id
    .trim()
    .toUpperCase()
    .replace(/^0+(?=.)/, "");
}

/** How far back a month's scope sees lease lines, in days, so that a second billing of an earlier month is noticed. */
export const LEASE_LOOKBACK = 93;

/** The day a dated fact belongs to in a week's scope; undefined for facts that are no dated ones, null for undated lines. */
export function dayOf(type: FactType, fact: FactTypes[FactType]): IsoDate | null | undefined {
  switch (type) {
    case "invoiceLine":
    case "incentiveLine":
    case "fleetLine":
      return (fact as FactTypes["invoiceLine"]).date;
    case "invoice":
    case "incentiveInvoice":
    case "fleetInvoice":
    case "payLine":
    case "leaseLine":
    case "leaseInvoice":
    case "tier":
    case "scorecard":
    case "concession":
      return undefined;
    default:
      return daysOf(type, fact)?.from;
  }
}

/** Company facts indexed by station and week, so that each scope's share is a lookup. */
export class FactIndex {
  readonly company: CompanyFacts;
  readonly #byStation = new Map<string, Map<FactType, FactTypes[FactType][]>>();
  readonly #stationOfEmployee = new Map<string, string>();

  constructor(everything: CompanyFacts) {
    const company = withoutNeedlessExports(everything);
    this.company = company;
    for (const person of company.person) this.#stationOfEmployee.set(sameEmployee(person.employeeId), person.station);
    for (const type of FACT_TYPES) {
      for (const fact of company[type]) {
        const station = this.stationOf(type, fact);
        if (station !== undefined) this.#bucket(station, type).push(fact);
      }
    }
  }

  /** The station a fact belongs to: as written, or for a punch that of its person; undefined where it has none. */
  stationOf(type: FactType, fact: FactTypes[FactType]): string | undefined {
    if (type === "punch") return this.#stationOfEmployee.get(sameEmployee((fact as PunchFact).employeeId));
    if (type === "person") return (fact as PersonFact).station;
    return "station" in fact ? (fact.station ?? undefined) : undefined;
  }

  /** A scope's own facts of the types asked for. `days` limits dated facts; undated ones always stay. */
  select<N extends FactType>(types: readonly N[], scope: Scope, days: ReadonlySet<IsoDate> | null): FactsOf<N> {
    const chosen: Partial<Record<FactType, readonly FactTypes[FactType][]>> = {};
    const asked = days === null ? "all" : [...days].join(" ");
    for (const type of types) {
      chosen[type] = this.#remembered(scope, `own ${type} ${asked}`, () => this.#own(type, scope, days));
    }
    return chosen as FactsOf<N>;
  }

  /** The company's facts of the types asked for that touch the scope's days. */
  everywhere<N extends FactType>(types: readonly N[], scope: Scope): FactsOf<N> {
    const chosen: Partial<Record<FactType, readonly FactTypes[FactType][]>> = {};
    for (const type of types) {
      chosen[type] = this.#remembered(scope, `everywhere ${type}`, () =>
        (this.company[type] as readonly FactTypes[FactType][]).filter((fact) => touches(type, fact, scope)),
      );
    }
    return chosen as FactsOf<N>;
  }

  /** Facts of every station within a window around the scope's days. */
  around(windows: Partial<Readonly<Record<FactType, Window>>>, scope: Scope): FactsOf<FactType> {
    const chosen: Partial<Record<FactType, readonly FactTypes[FactType][]>> = {};
    for (const type of FACT_TYPES) {
      const window = windows[type];
      if (!window) continue;
      chosen[type] = this.#remembered(scope, `around ${type} ${window.before} ${window.after}`, () =>
        (this.company[type] as readonly FactTypes[FactType][]).filter((fact) => {
          const stretch = daysOf(type, fact);
          return stretch === null || meets(stretch, scope, window);
        }),
      );
    }
    return chosen as FactsOf<FactType>;
  }

  #memo: { readonly scope: Scope; readonly lists: Map<string, readonly FactTypes[FactType][]> } | undefined;

  /** The checks of a scope ask the same questions, one after the other. */
  #remembered(
    scope: Scope,
    question: string,
    answer: () => readonly FactTypes[FactType][],
  ): readonly FactTypes[FactType][] {
    if (this.#memo?.scope !== scope) this.#memo = { scope, lists: new Map() };
    const known = this.#memo.lists.get(question);
    if (known) return known;
    const list = answer();
    this.#memo.lists.set(question, list);
    return list;
  }

  #own(type: FactType, scope: Scope, days: ReadonlySet<IsoDate> | null): readonly FactTypes[FactType][] {
    if (isList(type) && type !== "rate") return this.company[type];
    if (type === "leaseLine") return this.company.leaseLine.filter((line) => touches("leaseLine", line, scope));
    if (scope.station === null)
      return (this.company[type] as readonly FactTypes[FactType][]).filter((fact) => touches(type, fact, scope));
    const own = this.#byStation.get(scope.station)?.get(type) ?? [];
    const mine =
      type === "punch"
        ? [...own, ...this.company.punch.filter((punch) => this.stationOf("punch", punch) === undefined)]
        : own;
    return mine.filter((fact) => {
      const day = dayOf(type, fact);
      if (typeof day !== "string") return touches(type, fact, scope);
      return day >= scope.from && day <= scope.to && (days === null || days.has(day));
    });
  }

  #bucket(station: string, type: FactType): FactTypes[FactType][] {
    let types = this.#byStation.get(station);
    if (!types) {
      types = new Map();
      this.#byStation.set(station, types);
    }
    let list = types.get(type);
    if (!list) {
      list = [];
      types.set(type, list);
    }
    return list;
  }
}

/** An invoice that is there line by line is not read again from its export, which says less of the same money. */
function withoutNeedlessExports(company: CompanyFacts): CompanyFacts {
  const keyOf = (of: { readonly station: string; readonly invoiceNumber: string }) =>
    JSON.stringify([of.station, of.invoiceNumber.normalize("NFKC").trim().toUpperCase()]);
  const detailed = new Set(company.invoice.filter(({ form }) => form === "detail").map(keyOf));
  const needed = (of: FactTypes["invoice"] | FactTypes["invoiceLine"]) =>
    of.form === "detail" || !detailed.has(keyOf(of));
  return {
    ...company,
    invoice: company.invoice.filter(needed),
    invoiceLine: company.invoiceLine.filter(needed),
  };
}

/** Whether a fact has to do with a scope's days. */
function touches(type: FactType, fact: FactTypes[FactType], scope: Scope): boolean {
  const days = daysOf(type, fact);
  if (days === null) return true;
  if (type === "leaseLine") return meets(days, scope, { before: LEASE_LOOKBACK, after: 0 });
  if (type === "training" && meets(assigned(fact as FactTypes["training"]), scope)) return true;
  return meets(days, scope);
}

/** A training session belongs to its payment date, but shows work on its assignment date. */
function assigned({ assignmentDate }: FactTypes["training"]): { from: IsoDate; to: IsoDate } {
  return { from: assignmentDate, to: assignmentDate };
}

/** Whether a lease line is billed in a month (its service begins there). */
export function beginsIn(month: string, serviceFrom: IsoDate): boolean {
  return monthOf(serviceFrom) === month;
}
