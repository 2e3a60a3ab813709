import type { DocumentKind } from "#shared/catalogue.ts";
import { minutesBetween } from "#shared/hours.ts";
import { formatWeekday } from "#shared/week.ts";
import type { PersonFact, PunchFact, RouteFact } from "../../../documents/facts.ts";
import { displayName } from "../../../matching/people.ts";
import { defineCheck } from "../../check.ts";
import type { FindingDraft } from "../../finding.ts";
import { allProof, proof } from "../../proof.ts";
import { answered, counted, routeProof } from "./payroll-finding.ts";
import { A_NIGHT_AROUND, type PersonDay, personDays, strangersAt } from "./person-days.ts";

/** What a timecard says of the place of work. */
const PARTS = ["department", "state", "station"] as const;
type PlacePart = (typeof PARTS)[number];

/** Deciding columns of the timecards of every program. */
const PLACE_COLUMNS = [
  ...["Last Name", "First Name", "Name", "Position ID", "EE Code", "Payroll ID", "username", "In time", "Punch Date"],
  ...["Clock in date", "local_date", "Worked Department", "Department", "State", "Delivery Station Code", "group"],
];

interface Wrong {
  readonly day: PersonDay;
  readonly part: PlacePart;
  readonly punches: readonly PunchFact[];
  readonly says: string;
  readonly should: string;
}

interface Values {
  readonly person: PersonFact;
  readonly part: PlacePart;
  readonly wrong: readonly [Wrong, ...Wrong[]];
}

/** F12: time booked to a department, a state or a station in which the person did not work that day. */
export const F12 = defineCheck({
  code: "F12",
  version: 1,
  cadence: "week",
  needs: ["punch", "person", "station"],
  uses: ["route"],
  around: A_NIGHT_AROUND,
  parameters: {},
  evaluate({ scope, facts, company, around, coverage }) {
    const missing: DocumentKind[] = coverage.presence("service details") === "missing" ? ["service details"] : [];
    const people = personDays({ scope, facts, company, around });
    const departments = new Set(facts.person.map(({ department }) => plain(department)).filter(Boolean));
    const states = new Map(facts.station.map(({ station, state }) => [station, plain(state)]));
    const judged = people.days.filter((day) => day.punches.length > 0 && day.routes.length > 0);
    const groups = new Map<string, [Wrong, ...Wrong[]]>();
    for (const day of judged) {
      for (const wrong of wrongPlaces(day, departments, states)) {
        const key = `${day.person.employeeId}|${wrong.part}`;
        const group = groups.get(key);
        if (group) group.push(wrong);
        else groups.set(key, [wrong]);
      }
    }
    const home = facts.station.find(({ station }) => station === scope.station);
    const strangers = strangersAt(home, people);
    const doubts = new Map<DocumentKind, string>(missing.map((kind) => [kind, "routes show where somebody worked"]));
    if (strangers.length > 0)
      doubts.set("staff roster", `${counted(strangers.length, "timecard row")} of people on no roster`);
    const findings = [...groups.values()].map((wrong) => draft(wrong, home?.timeZone ?? "UTC"));
    return answered(findings, doubts, judged.length > 0);
  },
  sentence: ({ person, part, wrong }) => {
    const days = wrong.length === 1 ? `on ${formatWeekday(wrong[0].day.date)}` : `on ${wrong.length} days`;
    return `The timecard books ${displayName(person.name)} ${days} to ${part} ${wrong[0].says}; the work was in ${wrong[0].should}.`;
  },
  formula: ({ wrong }) => {
    const rows = wrong.flatMap(({ punches }) => punches).length;
    return `${counted(rows, "timecard row")} on ${counted(wrong.length, "day")}; the rate does not depend on it here, so no amount`;
  },
});

function plain(text: string): string {
  return text.normalize("NFKC").trim().toUpperCase();
}

/** What the timecard of a day with routes says otherwise. Names that only one of the two systems uses say nothing. */
function wrongPlaces(day: PersonDay, departments: ReadonlySet<string>, states: ReadonlyMap<string, string>): Wrong[] {
  const own = plain(day.person.department);
  const stations = [...new Set(day.routes.map(({ station }) => station))];
  const here = new Set(stations.flatMap((station) => states.get(station) ?? []));
  const found = (part: PlacePart, should: string, isWrong: (punch: PunchFact) => string | null): Wrong[] => {
    const punches = day.punches.filter((punch) => isWrong(punch) !== null);
    const [first] = punches;
    return first ? [{ day, part, punches, says: isWrong(first) ?? "", should }] : [];
  };
  return [
    ...found("department", day.person.department, (punch) => {
      const said = plain(punch.department);
      return own !== "" && said !== own && departments.has(said) ? punch.department : null;
    }),
    ...found("state", [...here].join(" and "), (punch) => {
      const said = plain(punch.state);
      return said !== "" && here.size > 0 && !here.has(said) ? punch.state : null;
    }),
    ...found("station", stations.join(" and "), (punch) =>
      punch.station !== null && !stations.includes(punch.station) ? punch.station : null,
    ),
  ];
}

function draft(wrong: readonly [Wrong, ...Wrong[]], zone: string): FindingDraft<Values> {
  const [{ day, part }] = wrong;
  const { person } = day;
  const punches = wrong.flatMap((each) => each.punches);
  const routes: RouteFact[] = wrong.flatMap((each) => each.day.routes);
  const minutes = (punch: PunchFact) =>
    punch.in !== null && punch.out !== null ? String(minutesBetween(punch.in, punch.out, zone)) : "";
  return {
    subject: `${person.employeeId}|${part}`,
    subjectLabel: `${displayName(person.name)} · ${part}`,
    direction: "watch",
    amountCents: null,
    estimated: false,
    values: { person, part, wrong },
    sides: [
      {
        title: "The timecard says",
        columns: ["Date", "Department", "State", "Station", "Minutes"],
        rows: punches.map((punch) => [
          formatWeekday(punch.date),
          punch.department,
          punch.state,
          punch.station ?? "",
          minutes(punch),
        ]),
        marked: [1 + PARTS.indexOf(part)],
      },
      {
        title: "Roster and work summary say",
        columns: ["Date", "Department", "Station", "Route"],
        rows: routes.map((row) => [formatWeekday(row.date), person.department, row.station, row.routeCode]),
        marked: [part === "department" ? 1 : 2],
      },
    ],
    evidence: allProof(
      proof(punches, PLACE_COLUMNS),
      routeProof(routes),
      proof([person], ["Employee ID", "Name", "State", "Station", "Department"]),
    ),
    notes: [
      "A wrong department or state can change the rate, the taxes and the law that holds; where the register paid another rate, F11 or F20 has the money.",
    ],
    explains: [],
    deadline: null,
    counterparty: null,
    invoiceNumber: null,
  };
}
