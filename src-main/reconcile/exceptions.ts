/**
 * What needs a look on the morning after a day: missing punches, hours without work, meals, overtime that is building up, and people nobody
 * could match. The same checks answer as every week, for one day of it. Pure.
 */
import type { CheckCode, DocumentKind } from "#shared/catalogue.ts";
import type { DayExceptions } from "#shared/contract/schemas.ts";
import { formatWeekday, type IsoDate, weekStart } from "#shared/week.ts";
import type { FactType, FactTypes } from "../documents/facts.ts";
import { displayName } from "../matching/people.ts";
import type { PersonLink } from "../matching/people-links.ts";
import { prepareRoster } from "../matching/people-roster.ts";
import { type Named, peopleSeen } from "./checks/across/people-seen.ts";
import { F01 } from "./checks/payroll/F01-missing-punch.ts";
import { F03 } from "./checks/payroll/F03-hours-without-work.ts";
import { F07 } from "./checks/payroll/F07-meal.ts";
import { CoverageMap } from "./coverage.ts";
import { daysOf } from "./days-of-facts.ts";
import { overtimeOn } from "./exceptions-overtime.ts";
import { type CompanyFacts, type CoveredDay, FactIndex } from "./facts.ts";
import { type CheckedFinding, run, scopeOf } from "./run.ts";

type Part = DayExceptions["parts"][number];
type Row = Part["rows"][number];

/** The facts the report reads, beside the lists. Punches of seven days before count together with the day. */
export const EXCEPTION_FACTS = [
  "punch",
  "route",
  "training",
  "scorecard",
  "itinerary",
  "payLine",
] as const satisfies FactType[];

/** Parts that one check answers, what to do about each, and the documents that the day needs for it. */
const CHECKED = [
  {
    kind: "missing punches",
    check: F01,
    ask: "Ask when, and correct the timecard before payroll closes.",
    needs: ["timecard"],
  },
  {
    kind: "ghost hours",
    check: F03,
    ask: "Find the route or the training, or take the hours off.",
    needs: ["timecard", "service details", "training"],
  },
  { kind: "meals", check: F07, ask: "Ask about the meal; note a waiver or pay the premium.", needs: ["timecard"] },
] as const satisfies readonly { kind: Part["kind"]; check: unknown; ask: string; needs: readonly DocumentKind[] }[];

/** What the report is made from. Facts reach from a week before the day to the day after it; `covered` likewise. */
export interface ExceptionInput {
  readonly day: IsoDate;
  /** Null for all stations. */
  readonly station: string | null;
  readonly facts: CompanyFacts;
  readonly covered: readonly CoveredDay[];
  readonly links: readonly PersonLink[];
}

/** The exceptions of a day. Nothing that comes after it is looked at, but for the end of its night shifts. */
export function exceptionsOf({ day, station, facts, covered, links }: ExceptionInput): DayExceptions {
  prepareRoster(facts.person, links);
  const stations = facts.station
    .filter((each) => station === null || each.station === station)
    .sort((a, b) => (a.station < b.station ? -1 : 1));
  const scopes = stations.map((each) => scopeOf(each.station, weekStart(day)));
  const checks = CHECKED.map(({ check }) => check);
  const findings = run({ checks, facts, covered, scopes, links, today: day }).flatMap((result) => result.findings);
  const coverage = new CoverageMap(new FactIndex(facts), covered);
  const isCovered = (at: string, kind: DocumentKind) =>
    coverage.of(scopeOf(at, weekStart(day)), ["punch"]).covers(kind, day);
  const lacking = (needs: readonly DocumentKind[]) =>
    stations.flatMap(({ station: at }) => {
      const missing = needs.filter((kind) => !isCovered(at, kind));
      return missing.length === 0 ? [] : [`${at}: ${missing.join(" and ")} of ${formatWeekday(day)} missing.`];
    });
  const overtime = stations.map((home) => overtimeOn({ day, home, facts }));
  return {
    day,
    parts: [
      ...CHECKED.map(({ kind, check, ask, needs }) => ({
        kind,
        rows: rowsOf(findings, check.code, day, ask),
        unverified: lacking(needs),
      })),
      {
        kind: "overtime",
        rows: overtime.flatMap(({ rows }) => rows),
        unverified: [...lacking(["timecard"]), ...overtime.flatMap(({ unverified }) => unverified)],
      },
      { kind: "people", rows: peopleRows(facts, day, station), unverified: [] },
    ],
  };
}

/** Findings of a day: their subject begins with it. */
function rowsOf(findings: readonly CheckedFinding[], code: CheckCode, day: IsoDate, ask: string): Row[] {
  return findings
    .filter((each) => each.code === code && each.subject.startsWith(`${day}|`))
    .map(({ station, subjectLabel, values, amountCents }) => ({
      station: station ?? "",
      who: subjectLabel.replace(/^.* · /, ""),
      what: values.sentence,
      ask,
      amountCents,
    }));
}

/** Names of the day that are nobody's on the roster, or several people's. */
function peopleRows(facts: CompanyFacts, day: IsoDate, station: string | null): Row[] {
  const ofDay = <T extends Named>(type: T): readonly FactTypes[T][] =>
    (facts[type] as readonly FactTypes[T][]).filter((fact) => {
      const days = daysOf(type, fact);
      return days !== null && days.from === day && days.to === day;
    });
  const named = {
    punch: ofDay("punch"),
    route: ofDay("route"),
    training: ofDay("training"),
    scorecard: [],
    itinerary: ofDay("itinerary"),
    payLine: [],
  };
  return peopleSeen(facts.person, named, day).unsettled.flatMap((each): Row[] => {
    const [first, ...others] = each.candidates;
    const at = each.station ?? first?.person.station ?? "";
    if (station !== null && at !== station && at !== "") return [];
    const may = first
      ? `may be ${displayName(first.person.name)} (${first.person.employeeId}): ${first.reasons.join("; ")}${others.length > 0 ? `; or ${others.length} more` : ""}`
      : "is like nobody on the roster";
    return [
      {
        station: at,
        who: displayName(each.text),
        what: `In the ${each.kind}${each.payrollId ? ` as ${each.payrollId}` : ""}; ${may}.`,
        ask: first ? "Say who this is, once." : "Add the person to the staff roster.",
        amountCents: null,
      },
    ];
  });
}
