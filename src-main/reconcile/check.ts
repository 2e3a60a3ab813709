/**
 * A check is one file and one pure function. It declares the facts it reads; the types let it see nothing else. The run turns its answer
 * into one of four outcomes for every period and station: agrees, finding, cannot verify, not applicable.
 */
import type { Cadence, CheckCode, DocumentKind } from "#shared/catalogue.ts";
import type { ParameterUnit } from "#shared/parameters.ts";
import type { IsoDate } from "#shared/week.ts";
import type { FactType, FactTypes } from "../documents/facts.ts";
import type { Coverage } from "./coverage.ts";
import type { FindingDraft } from "./finding.ts";

/** A number or switch the owner can see and change, in force from a date. */
export interface ParameterSpec {
  readonly title: string;
  /** Unit of `value`: cents, minutes, a count, hundredths of hours. */
  readonly unit: ParameterUnit;
  readonly value: number;
}
export type ParameterSpecs = Readonly<Record<string, ParameterSpec>>;
export type ParameterValues<P extends ParameterSpecs> = { readonly [K in keyof P]: number };

/** Where and when a check looks: a station's week, or the whole company's month. */
export interface Scope {
  /** Null for checks on documents that name no station (lease invoices). */
  readonly station: string | null;
  /** The week's Sunday or the month, `YYYY-MM`. */
  readonly period: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** The facts a check may see: for each type named in `needs` and `uses` the scope's records. */
export type FactsOf<N extends FactType> = { readonly [K in N]: readonly FactTypes[K][] };

/** How far beyond its scope a check looks for facts of a type, in days. */
export interface Window {
  readonly before: number;
  readonly after: number;
  /** Only lines of the scope's own invoices are looked for out there: others that change do not matter. */
  readonly strays?: true;
}

/** What a check answers, and until which day the answer holds where time alone can change it (a payment becomes overdue). */
export type Answer<V> = Verdict<V> & { readonly holdsUntil?: IsoDate };

/** What a check says. `missing` may accompany findings when part of the period could not be verified. */
type Verdict<V> =
  | { readonly outcome: "agrees" }
  | { readonly outcome: "not-applicable" }
  | { readonly outcome: "cannot-verify"; readonly missing: readonly DocumentKind[]; readonly why?: string }
  | {
      readonly outcome: "finding";
      readonly findings: readonly FindingDraft<V>[];
      readonly missing?: readonly DocumentKind[];
    };

export interface CheckInput<
  N extends FactType,
  P extends ParameterSpecs,
  A extends FactType = never,
  S extends FactType = never,
> {
  readonly scope: Scope;
  /**
   * The scope's own records. Dated records of a week are those of the scope's station on days that every needed kind covers (the run
   * leaves the other days out and reports them as not verified); undated invoice lines are always there. Punches are those of people on
   * the station's roster and of people on no roster. `station`, `rate`, `person` and `leaseTerm` are whole; rates are the station's.
   * In a month's scope lease lines are those that begin in the month or in the 93 days before it: report only lines that begin in it.
   */
  readonly facts: FactsOf<N>;
  /** The same types for every station, so that work at another station is seen (a driver on loan is no ghost). */
  readonly company: FactsOf<N>;
  /** Facts of every station within the windows the check declared. */
  readonly around: FactsOf<A>;
  /** Rows of the scope's days that a later version of their document took the place of, every station. */
  readonly superseded: FactsOf<S>;
  readonly today: IsoDate;
  readonly parameters: ParameterValues<P>;
  /** Which kinds of document cover which days here. */
  readonly coverage: Coverage;
}

export interface CheckDefinition<
  N extends FactType,
  U extends FactType,
  P extends ParameterSpecs,
  V,
  A extends FactType = never,
  S extends FactType = never,
> {
  readonly code: CheckCode;
  /** Raised when the rule changes, so that old periods are checked again. */
  readonly version: number;
  readonly cadence: Cadence;
  /** Types whose documents must cover the period; where one does not, the run answers *cannot verify* for the check. */
  readonly needs: readonly N[];
  /** Types that are read where present, but whose absence stops nothing. */
  readonly uses?: readonly U[];
  /** Types that are seen beyond the scope's days, and how far. Their absence stops nothing. */
  readonly around?: { readonly [K in A]: Window };
  /** Types whose superseded rows are seen. */
  readonly superseded?: readonly S[];
  readonly parameters: P;
  /** Pure. Throwing is reported as a blocking finding, never swallowed. */
  readonly evaluate: (input: CheckInput<N | U, P, A, S>) => Answer<V>;
  /** One plain sentence from a finding's numbers. */
  readonly sentence: (values: V) => string;
  /** The formula with its numbers, ending in the amount. */
  readonly formula: (values: V) => string;
}

/** A check as the run holds it, its own types closed over. */
export interface Check {
  readonly code: CheckCode;
  readonly version: number;
  readonly cadence: Cadence;
  readonly needs: readonly FactType[];
  readonly uses: readonly FactType[];
  readonly around: Partial<Readonly<Record<FactType, Window>>>;
  readonly superseded: readonly FactType[];
  readonly parameters: ParameterSpecs;
  readonly evaluate: (input: CheckInput<FactType, ParameterSpecs, FactType, FactType>) => Answer<Rendered>;
}

/** Sentence and formula of a finding, rendered. */
export interface Rendered {
  readonly sentence: string;
  readonly formula: string;
}

/** Every check can be switched off from a day on: a rule that does not fit a business should not cost it a look each week. */
const RUNS = { on: { title: "Runs", unit: "switch", value: 1 } } as const satisfies ParameterSpecs;

/** Declares a check. The declared fact types, parameters and values are checked by the compiler and then closed over. */
export function defineCheck<
  const N extends FactType,
  const P extends ParameterSpecs,
  V,
  const U extends FactType = never,
  const A extends FactType = never,
  const S extends FactType = never,
>(definition: CheckDefinition<N, U, P, V, A, S>): Check {
  return {
    code: definition.code,
    version: definition.version,
    cadence: definition.cadence,
    needs: definition.needs,
    uses: definition.uses ?? [],
    around: definition.around ?? {},
    superseded: definition.superseded ?? [],
    parameters: { ...definition.parameters, ...RUNS },
    evaluate(input) {
      const answer = definition.evaluate(input as unknown as CheckInput<N | U, P, A, S>);
      if (answer.outcome !== "finding") return answer;
      const findings = answer.findings.map((finding) => ({
        ...finding,
        values: { sentence: definition.sentence(finding.values), formula: definition.formula(finding.values) },
      }));
      return { ...answer, findings };
    },
  };
}
