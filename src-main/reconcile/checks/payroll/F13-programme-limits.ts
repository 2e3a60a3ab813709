import type { DocumentKind } from "#shared/catalogue.ts";
import { addDays } from "#shared/week.ts";
import type { PersonFact } from "../../../documents/facts.ts";
import { displayName } from "../../../matching/people.ts";
import { limitsOf } from "../../../wages/index.ts";
import { defineCheck } from "../../check.ts";
import type { FindingDraft } from "../../finding.ts";
import { allProof } from "../../proof.ts";
import { isWorkedTime } from "./pay-codes.ts";
import { answered, counted, punchProof, TIMES_MISSING } from "./payroll-finding.ts";
import { matcherOf } from "./person-days.ts";
import { byWorkday, type DatedPunch } from "./work-clock.ts";
import { recordOf } from "./work-hours.ts";
import { type Breach, breachFormula, breachText, LIMITS, limitSide } from "./work-limits.ts";
import { ruleBookOf } from "./work-rules.ts";
import { timecardSide } from "./work-sides.ts";

interface Values {
  readonly person: PersonFact;
  readonly breaches: readonly [Breach, ...Breach[]];
}

const programme = ruleBookOf().rules.programme;

/** Days before the week that are looked at: six count together with its first day, and a run of days may have begun before them. */
const LOOK_BACK = 13;

/** F13: more hours a day or in seven days, less rest, or more days in a row than the client's programme allows. Across week ends. */
export const F13 = defineCheck({
  code: "F13",
  version: 1,
  cadence: "week",
  needs: ["punch", "person", "station"],
  around: { punch: { before: LOOK_BACK, after: 1 } },
  parameters: {
    minutesADay: { title: "Most minutes a day", unit: "minutes", value: programme.minutesADay },
    minutesInSevenDays: { title: "Most minutes in seven days", unit: "minutes", value: programme.minutesInSevenDays },
    restMinutes: { title: "Least minutes of rest between two shifts", unit: "minutes", value: programme.restMinutes },
    daysInARow: { title: "Most days in a row", unit: "count", value: programme.daysInARow },
  },
  evaluate({ scope, facts, company, around, parameters, coverage }) {
    const home = facts.station.find((each) => each.station === scope.station);
    if (!home) return { outcome: "cannot-verify", missing: ["stations"] };
    const matchOf = matcherOf(facts.person, company.punch);
    const people = new Map<PersonFact, (typeof around.punch)[number][]>();
    for (const punch of around.punch.filter(isWorkedTime)) {
      const match = matchOf(punch);
      if (!("person" in match) || match.person.station !== scope.station) continue;
      const punches = people.get(match.person);
      if (punches) punches.push(punch);
      else people.set(match.person, [punch]);
    }
    const findings: FindingDraft<Values>[] = [];
    const open: string[] = [];
    let judged = 0;
    for (const [person, punches] of inOrder(people)) {
      const dated = byWorkday(punches);
      const record = recordOf(
        dated.map(({ punch }) => punch),
        person,
        { home, stations: facts.station },
      );
      const isHere = (date: string) => date >= scope.from && date <= scope.to && coverage.covers("timecard", date);
      if (!dated.some(({ date }) => isHere(date))) continue;
      judged += 1;
      const report = limitsOf(record, parameters);
      if (report.unknown.some(isHere)) open.push(displayName(person.name));
      const breaches = report.breaches.filter(({ date }) => isHere(date));
      for (const limit of LIMITS) {
        const [first, ...rest] = breaches.filter((each) => each.limit === limit);
        if (first) findings.push(draft({ person, breaches: [first, ...rest] }, dated, home.timeZone));
      }
    }
    const doubts = new Map<DocumentKind, string>();
    const isBefore = (date: string) => date < scope.from && date >= addDays(scope.from, -6);
    const seesBack = [...people.values()].some((punches) => punches.some(({ date }) => isBefore(date)));
    const unsure = [
      ...(open.length > 0
        ? [`${open.slice(0, 3).join(", ")}${open.length > 3 ? " and others" : ""}: ${TIMES_MISSING}`]
        : []),
      ...(judged > 0 && !seesBack
        ? ["there is no timecard of the six days before, which count together with this week"]
        : []),
    ];
    if (unsure.length > 0) doubts.set("timecard", unsure.join("; "));
    const strangers = facts.punch.filter((punch) => isWorkedTime(punch) && !("person" in matchOf(punch)));
    if (strangers.length > 0)
      doubts.set("staff roster", `${counted(strangers.length, "timecard row")} of people on no roster`);
    return answered(findings, doubts, judged > 0);
  },
  sentence: ({ person, breaches: [first, ...more] }) => {
    const others = more.length > 0 ? `; likewise on ${counted(more.length, "other day")} of the week` : "";
    return `${displayName(person.name)} ${breachText(first)}${others}.`;
  },
  formula: ({ breaches }) => breaches.map(breachFormula).join("; "),
});

/** People by number, so that the order of rows cannot show. */
function inOrder<T>(people: ReadonlyMap<PersonFact, T>): [PersonFact, T][] {
  return [...people].sort(([a], [b]) => (a.employeeId < b.employeeId ? -1 : a.employeeId > b.employeeId ? 1 : 0));
}

function draft(values: Values, dated: readonly DatedPunch[], zone: string): FindingDraft<Values> {
  const { person, breaches } = values;
  const [first] = breaches;
  const counts = (date: string) => breaches.some((breach) => breach.since <= date && date <= breach.date);
  const punches = dated.filter(({ date }) => counts(date)).map(({ punch }) => punch);
  return {
    subject: `${person.employeeId}|${first.limit}`,
    subjectLabel: `${displayName(person.name)} · ${first.limit}`,
    direction: "watch",
    amountCents: null,
    estimated: false,
    values,
    sides: [timecardSide(punches, first.date, zone), limitSide(breaches)],
    evidence: allProof(punchProof(punches)),
    notes: [
      "A limit of Amazon's delivery programme, apart from the law. Days of the weeks before are counted where they belong together with this one.",
    ],
    explains: [],
    deadline: null,
    counterparty: null,
    invoiceNumber: null,
  };
}
