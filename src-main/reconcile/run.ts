/** Runs checks over scopes: facts in, outcomes and findings out. Pure; the same facts give byte-equal findings in any order of input. */
import type { CheckCode, DocumentKind } from "#shared/catalogue.ts";
import { type IsoDate, type IsoMonth, monthOf, periodRange, weekStart } from "#shared/week.ts";
import { type FactType, KIND_OF_FACT, type Source } from "../documents/facts.ts";
import { inTaughtWords } from "../matching/charge-words.ts";
import type { PersonLink } from "../matching/people-links.ts";
import { prepareRoster } from "../matching/people-roster.ts";
import { prepareVans, type VanLink } from "../matching/van-links.ts";
import type { Answer, Check, ParameterValues, Rendered, Scope } from "./check.ts";
import { CoverageMap } from "./coverage.ts";
import { type CompanyFacts, type CoveredDay, FactIndex, noFacts } from "./facts.ts";
import { evidence, type FindingDraft, type Side } from "./finding.ts";
import { settle } from "./settle.ts";

export type Outcome = "agrees" | "finding" | "cannot-verify" | "not-applicable";

/** What a check could say of a scope. */
export interface CheckedOutcome {
  readonly station: string | null;
  readonly period: string;
  readonly code: CheckCode;
  readonly outcome: Outcome;
  readonly missing: readonly DocumentKind[];
  /** Why a document that is there did not suffice; "" otherwise. */
  readonly why: string;
}

/** A finding with the scope it was made in, before ids are given. */
export interface FindingBeforeSettling extends FindingDraft<Rendered> {
  readonly code: CheckCode;
  readonly station: string | null;
  readonly period: string;
}

/** A finding as it is stored and shown. */
export interface CheckedFinding extends Omit<FindingBeforeSettling, "explains"> {
  readonly id: string;
  readonly explains: readonly {
    readonly id: string;
    readonly code: CheckCode;
    readonly subject: string;
    readonly label: string;
  }[];
}

/** A check that threw: blocking, never swallowed. */
export interface Crash {
  readonly code: CheckCode;
  readonly station: string | null;
  readonly period: string;
  readonly message: string;
}

/** What running all checks on one scope gave. */
export interface ScopeResult {
  readonly scope: Scope;
  readonly outcomes: readonly CheckedOutcome[];
  readonly findings: readonly CheckedFinding[];
  readonly crashes: readonly Crash[];
  /** The last day all of this holds if no document changes; null where time alone changes nothing. */
  readonly holdsUntil: IsoDate | null;
}

/** The scope of a station's week (`period` a Sunday) or, without a station, of the company's month. */
export function scopeOf(station: string | null, period: string): Scope {
  return { station, period, ...periodRange(period) };
}

/** Parameters in force for a check on a day; the specs' own values where nothing was set. */
export type ParameterLookup = (check: Check, day: IsoDate) => ParameterValues<Check["parameters"]>;

/** The values a check's author gave. */
export const defaultParameters: ParameterLookup = (check) =>
  Object.fromEntries(Object.entries(check.parameters).map(([name, spec]) => [name, spec.value]));

/** Runs the checks on each scope. Facts must hold the scopes' days (for months also the lease look-back) for the whole company. */
export function run(input: {
  readonly checks: readonly Check[];
  readonly facts: CompanyFacts;
  readonly covered: readonly CoveredDay[];
  readonly scopes: readonly Scope[];
  readonly today: IsoDate;
  /** Rows that a later version took the place of, for the checks that compare versions. */
  readonly superseded?: CompanyFacts;
  readonly parameters?: ParameterLookup;
  /** Whose names and payroll ids are, as somebody confirmed once. */
  readonly links?: readonly PersonLink[];
  /** Which vans lessors mean by unit numbers and plates, as somebody said once. */
  readonly vanLinks?: readonly VanLink[];
}): ScopeResult[] {
  const leaseLine = inTaughtWords(input.facts.leaseLine, input.facts.chargeWord);
  const index = new FactIndex(inOrder({ ...input.facts, leaseLine }));
  prepareVans(index.company.leaseTerm, input.vanLinks ?? []);
  prepareRoster(index.company.person, input.links ?? []);
  const world: World = {
    index,
    superseded: new FactIndex(inOrder(input.superseded ?? noFacts())),
    coverage: new CoverageMap(index, input.covered),
    parameters: input.parameters ?? defaultParameters,
    today: input.today,
  };
  return input.scopes.map((scope) => runScope(scope, input.checks, world));
}

/** Why a check that the owner switched off says nothing of a period. */
export const SWITCHED_OFF = "the check is switched off in Setup";

/** What all scopes of a run share. */
interface World {
  readonly index: FactIndex;
  readonly superseded: FactIndex;
  readonly coverage: CoverageMap;
  readonly parameters: ParameterLookup;
  readonly today: IsoDate;
}

function runScope(scope: Scope, checks: readonly Check[], world: World): ScopeResult {
  let holdsUntil: IsoDate | null = null;
  const outcomes: CheckedOutcome[] = [];
  const findings: CheckedFinding[] = [];
  const crashes: Crash[] = [];
  const { station, period } = scope;
  for (const check of checks) {
    if ((check.cadence === "month") !== (station === null)) continue;
    if (world.parameters(check, scope.from).on === 0) {
      outcomes.push({ station, period, code: check.code, outcome: "not-applicable", missing: [], why: SWITCHED_OFF });
      continue;
    }
    try {
      const answer = ask(check, scope, world);
      const { holdsUntil: until } = answer;
      if (until !== undefined && (holdsUntil === null || until < holdsUntil)) holdsUntil = until;
      const missing = "missing" in answer && answer.missing ? [...new Set(answer.missing)].sort() : [];
      const drafts = answer.outcome === "finding" ? answer.findings : [];
      const why = answer.outcome === "cannot-verify" ? (answer.why ?? "") : "";
      const settled = settle(drafts.map((draft) => ({ ...draft, code: check.code, station, period })));
      findings.push(...settled);
      outcomes.push({ station, period, code: check.code, outcome: answer.outcome, missing, why });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const why = `the check stopped on an error of its own (${message})`;
      crashes.push({ code: check.code, station, period, message });
      outcomes.push({ station, period, code: check.code, outcome: "cannot-verify", missing: [], why });
      findings.push(...settle(crashFinding(check, scope, world.index, why)));
    }
  }
  return { scope, outcomes, findings, crashes, holdsUntil };
}

/**
 * A check that throws is a finding of its own, on the first row it was given, so that it cannot be overlooked. Without any row there is
 * nothing to show; the outcome says it.
 */
function crashFinding(check: Check, scope: Scope, index: FactIndex, why: string): FindingBeforeSettling[] {
  const facts = index.select(check.needs, scope, null);
  const [first] = check.needs.flatMap((type): readonly { readonly source: Source }[] => facts[type]);
  if (!first) return [];
  const side = (title: string, text: string): Side => ({ title, columns: ["State"], rows: [[text]], marked: [0] });
  return [
    {
      code: check.code,
      station: scope.station,
      period: scope.period,
      subject: CRASHED,
      subjectLabel: "The check itself",
      direction: "watch",
      amountCents: null,
      estimated: false,
      values: {
        sentence: `Nothing of this period could be verified: ${why}. What was found before is kept.`,
        formula: "not computed",
      },
      sides: [side("The check", "Stopped on an error"), side("The period", "Not verified")],
      evidence: [evidence(first.source, [])],
      notes: ["This is an error of Backhaul, not of a document. The other checks went on."],
      explains: [],
      deadline: null,
      counterparty: null,
      invoiceNumber: null,
    },
  ];
}

/** Subject of the finding that a check which threw leaves behind. */
const CRASHED = "the check stopped";

/** One check on one scope. Needed documents that are absent make it *cannot verify*; those that cover part of it qualify the answer. */
function ask(check: Check, scope: Scope, world: World): Answer<Rendered> {
  const { index } = world;
  const coverage = world.coverage.of(scope, check.needs);
  const kinds = [...new Set(check.needs.map((type) => KIND_OF_FACT[type]))];
  const missing = kinds.filter((kind) => coverage.presence(kind) === "missing");
  if (missing.length > 0) return { outcome: "cannot-verify", missing };
  const types: FactType[] = [...check.needs, ...check.uses];
  const days = world.coverage.verifiableDays(scope, check.needs);
  const answer = check.evaluate({
    scope,
    facts: index.select(types, scope, days),
    company: index.everywhere(types, scope),
    around: index.around(check.around, scope),
    superseded: world.superseded.everywhere(check.superseded, scope),
    today: world.today,
    parameters: world.parameters(check, scope.from),
    coverage,
  });
  if (answer.outcome === "finding" && answer.findings.length === 0) throw new Error("answered finding without one");
  const partial = kinds.filter((kind) => coverage.presence(kind) === "partial");
  if (partial.length === 0) return answer;
  const named = [...("missing" in answer && answer.missing ? answer.missing : []), ...partial];
  if (answer.outcome === "finding") return { ...answer, missing: named };
  if (answer.outcome === "cannot-verify") return { ...answer, missing: named };
  return { outcome: "cannot-verify", missing: named };
}

/** Facts in the order of their sources, so that the order in which documents were imported cannot show. */
function inOrder(facts: CompanyFacts): CompanyFacts {
  return Object.fromEntries(
    Object.entries(facts).map(([type, list]) => [
      type,
      [...list].sort(
        (a, b) =>
          compare(a.source.document.name, b.source.document.name) ||
          compare(a.source.document.sha256, b.source.document.sha256) ||
          compare(a.source.sheet ?? "", b.source.sheet ?? "") ||
          a.source.row - b.source.row,
      ),
    ]),
  ) as unknown as CompanyFacts;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Kinds whose documents make a month one that is checked, beside those that make a week one. */
const OPENS_MONTH: ReadonlySet<DocumentKind> = new Set(["lease invoice", "fleet invoice", "payments"]);

/** Kinds whose documents make a week one that is checked. A bank statement of a year is no reason to check every week of it. */
export const OPENS_WEEK: ReadonlySet<DocumentKind> = new Set([
  "route summary",
  "service details",
  "delivered packages",
  "training",
  "unplanned delay",
  "variable invoice",
  "incentive invoice",
  "timecard",
]);

/** Every scope that documents speak of: each known station in each covered week, and each month those weeks or lease invoices touch. */
export function scopesOf(
  facts: CompanyFacts,
  covered: readonly CoveredDay[],
  leaseMonths: readonly IsoMonth[],
): Scope[] {
  const weeks = new Set<string>();
  const months = new Set<string>();
  for (const { kind, day } of covered) {
    if (OPENS_MONTH.has(kind) || OPENS_WEEK.has(kind)) months.add(monthOf(day));
    if (OPENS_WEEK.has(kind)) weeks.add(weekStart(day));
  }
  for (const month of leaseMonths) months.add(month);
  const stations = [
    ...new Set([...facts.station.map((fact) => fact.station), ...covered.flatMap((entry) => entry.station ?? [])]),
  ].sort();
  return [
    ...[...weeks].sort().flatMap((week) => stations.map((station) => scopeOf(station, week))),
    ...[...months].sort().map((month) => scopeOf(null, month)),
  ];
}
