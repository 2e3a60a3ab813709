/** The pay periods that end in a week, person by person. Pure. */
import { formatDay, weekStart } from "#shared/week.ts";
import type { PayLineFact, PersonFact, PunchFact, RouteFact, StationFact } from "../../../documents/facts.ts";
import { displayName } from "../../../matching/people.ts";
import { rosterIndex } from "../../../matching/people-roster.ts";
import type { Scope } from "../../check.ts";
import type { Coverage } from "../../coverage.ts";
import { isWorkedTime } from "./pay-codes.ts";
import { matcherOf } from "./person-days.ts";
import type { PayPeriod } from "./register-lines.ts";
import { gapIn, isWholeWeeks } from "./register-periods.ts";
import { type Doubt, listed, type PayRecord, payRecordOf } from "./register-record.ts";
import type { Workplace } from "./work-hours.ts";

/** Facts that the register checks look for beyond their week: a period of several weeks, and the register of one that is still open. */
export const REGISTER_AROUND = {
  punch: { before: 31, after: 1 },
  route: { before: 31, after: 1 },
  payLine: { before: 0, after: 31 },
} as const;

/** The pay that belongs to a week. */
export interface RegisterWeek {
  readonly records: readonly PayRecord[];
  /** What stands in the way of some or all people. */
  readonly doubts: readonly Doubt[];
  /** A register of a period that goes on beyond the week: it is compared in the week in which it ends. */
  readonly open: boolean;
}

interface Records {
  readonly scope: Scope;
  readonly facts: { readonly person: readonly PersonFact[]; readonly station: readonly StationFact[] };
  readonly around: {
    readonly punch: readonly PunchFact[];
    readonly route: readonly RouteFact[];
    readonly payLine: readonly PayLineFact[];
  };
  readonly coverage: Coverage;
}

const known = new WeakMap<readonly PersonFact[], { scope: Scope; week: RegisterWeek }>();

/** The register of a scope's week. Every check of a run asks for the same one, so the last is kept. */
export function registerWeek(records: Records): RegisterWeek {
  const { person } = records.facts;
  const last = known.get(person);
  if (last?.scope === records.scope) return last.week;
  const week = build(records);
  known.set(person, { scope: records.scope, week });
  return week;
}

function build({ scope, facts, around, coverage }: Records): RegisterWeek {
  const lines = around.payLine.filter(({ periodEnd }) => weekStart(periodEnd) === scope.from);
  const home = facts.station.find(({ station }) => station === scope.station);
  const open = around.payLine.some(({ periodStart, periodEnd }) => periodStart <= scope.to && periodEnd > scope.to);
  if (!home || lines.length === 0) {
    return { records: [], open, doubts: open ? [] : [{ kind: "payroll register", why: "none ends in this week" }] };
  }
  const place: Workplace = { home, stations: facts.station };
  const index = rosterIndex(facts.person);
  const matchOf = matcherOf(facts.person, around.punch);
  const doubts: Doubt[] = [];
  const groups = new Map<string, { person: PersonFact; period: PayPeriod; lines: PayLineFact[] }>();
  const strangers = new Set<string>();
  for (const line of lines) {
    const match = index.ofPayLine(line);
    if (!("person" in match)) strangers.add(line.employeeId || displayName(line.name));
    else if (match.person.station === home.station) {
      const key = `${match.person.employeeId}|${line.periodStart}|${line.periodEnd}`;
      const group = groups.get(key);
      if (group) group.lines.push(line);
      else
        groups.set(key, {
          person: match.person,
          period: { from: line.periodStart, to: line.periodEnd },
          lines: [line],
        });
    }
  }
  if (strangers.size > 0)
    doubts.push({ kind: "staff roster", why: `the register pays ${listed([...strangers])}, who could not be matched` });

  const punches = new Map<PersonFact, PunchFact[]>();
  const nobodys: PunchFact[] = [];
  for (const punch of around.punch) {
    const match = matchOf(punch);
    if (!("person" in match)) nobodys.push(punch);
    else if (match.person.station === home.station) push(punches, match.person, punch);
  }
  const routes = new Map<PersonFact, RouteFact[]>();
  for (const row of around.route) {
    const match = index.byName(row.associate);
    if ("person" in match && match.person.station === home.station) push(routes, match.person, row);
  }
  const worksOn = new Set([
    ...coverage.activeDays,
    ...around.route.filter(({ station }) => station === home.station).map(({ date }) => date),
  ]);
  const gaps = new Map<string, string | null>();
  const gapOf = (period: PayPeriod) => {
    const key = `${period.from} ${period.to}`;
    const found = gaps.has(key) ? gaps.get(key) : gapIn(period, worksOn, around.punch, coverage);
    gaps.set(key, found ?? null);
    return found ?? null;
  };
  const records = [...groups.values()].map((group) =>
    payRecordOf(group, {
      place,
      punches: punches.get(group.person) ?? [],
      routes: routes.get(group.person) ?? [],
      nobodys,
      gapOf,
      isRead: coverage.coversBeyond("payroll register", group.period.to),
    }),
  );
  doubts.push(...unpaid(records, punches));
  return { records, doubts, open };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** People of the station who clocked in a period that the register pays, but whom it does not list. */
function unpaid(records: readonly PayRecord[], punches: ReadonlyMap<PersonFact, readonly PunchFact[]>): Doubt[] {
  const periods = new Map(records.map(({ period }) => [`${period.from} ${period.to}`, period]));
  return [...periods.values()].flatMap((period) => {
    if (!isWholeWeeks(period)) return [];
    const paid = new Set(records.filter((each) => each.period.to === period.to).map(({ person }) => person));
    const left = [...punches].filter(
      ([person, rows]) =>
        !paid.has(person) && rows.some((row) => row.date >= period.from && row.date <= period.to && isWorkedTime(row)),
    );
    if (left.length === 0) return [];
    const names = listed(left.map(([person]) => displayName(person.name)));
    return [
      {
        kind: "payroll register" as const,
        why: `${names} clocked in the period to ${formatDay(period.to)}, but no register lists them`,
      },
    ];
  });
}
