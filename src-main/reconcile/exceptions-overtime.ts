/** Who is building up overtime: hours of the week so far against the limits of the law and of the client's programme. Pure. */
import type { DayExceptions } from "#shared/contract/schemas.ts";
import { formatMinutes } from "#shared/hours.ts";
import { divideHalfUp } from "#shared/money.ts";
import { addDays, formatWeekday, type IsoDate, weekEnd, weekStart } from "#shared/week.ts";
import type { PersonFact, PunchFact, StationFact } from "../documents/facts.ts";
import { displayName } from "../matching/people.ts";
import { breakdown, limitsOf, type Workweek } from "../wages/index.ts";
import { isWorkedTime } from "./checks/payroll/pay-codes.ts";
import { matcherOf } from "./checks/payroll/person-days.ts";
import { byWorkday } from "./checks/payroll/work-clock.ts";
import { recordOf } from "./checks/payroll/work-hours.ts";
import { ruleBookOf } from "./checks/payroll/work-rules.ts";
import type { CompanyFacts } from "./facts.ts";

/** People beyond a day's limit who are named one by one. */
const EACH = 3;

type Row = DayExceptions["parts"][number]["rows"][number];

/** The people of a station who passed a limit on a day or will pass one with their next shift of usual length, most hours first. */
export function overtimeOn({
  day,
  home,
  facts,
}: {
  readonly day: IsoDate;
  readonly home: StationFact;
  readonly facts: Pick<CompanyFacts, "person" | "punch" | "station">;
}): { readonly rows: Row[]; readonly unverified: string[] } {
  const matchOf = matcherOf(facts.person, facts.punch);
  const people = new Map<PersonFact, PunchFact[]>();
  for (const punch of facts.punch) {
    if (!isWorkedTime(punch) || punch.date < addDays(day, -7)) continue;
    const match = matchOf(punch);
    if (!("person" in match) || match.person.station !== home.station) continue;
    const punches = people.get(match.person);
    if (punches) punches.push(punch);
    else people.set(match.person, [punch]);
  }
  const found: { minutes: number; row: Row }[] = [];
  const daily: { minutes: number; row: Row }[] = [];
  const open: string[] = [];
  for (const [person, punches] of people) {
    const dated = byWorkday(punches).filter(({ date }) => date <= day);
    const record = recordOf(
      dated.map(({ punch }) => punch),
      person,
      { home, stations: facts.station },
    );
    const week = record.weeks.find(({ start }) => start === weekStart(day));
    if (!week) continue;
    if (week.unknown.length > 0) open.push(displayName(person.name));
    const minutes = minutesOf(week);
    const limits = limitsOf(record, ruleBookOf().rules.programme);
    const beyondDay = ofTheDay(week, day);
    const reasons = [
      ...soFar(week, minutes, day),
      ...limits.breaches
        .filter((each) => each.date === day && (each.limit === "hours a day" || each.limit === "hours in seven days"))
        .map(
          ({ limit, value, allowed }) =>
            `${formatMinutes(value)} in ${limit === "hours a day" ? "the day" : "seven days"}, where the delivery program allows ${formatMinutes(allowed)}`,
        ),
    ];
    const all = [...reasons, ...beyondDay.map(({ text }) => text)];
    if (all.length === 0) continue;
    const what = `${all.join("; ")}.`;
    const ask =
      minutes > week.law.weekly.afterMinutes
        ? "Further shifts this week are overtime."
        : "Plan the next shift with this in mind.";
    const row = { station: home.station, who: displayName(person.name), what, ask, amountCents: null };
    const beyond = beyondDay.reduce((sum, each) => sum + each.minutes, 0);
    if (reasons.length > 0) found.push({ minutes, row });
    else daily.push({ minutes: beyond, row });
  }
  found.push(...summed(daily, home.station, day));
  found.sort((a, b) => b.minutes - a.minutes || (a.row.who < b.row.who ? -1 : 1));
  const shown = open.sort().slice(0, 3).join(", ");
  const more = open.length > 3 ? ` and ${open.length - 3} more` : "";
  const unverified =
    open.length > 0
      ? [`${home.station}: a punch of ${shown}${more} is missing this week; their hours are at least what is counted.`]
      : [];
  return { rows: found.map(({ row }) => row), unverified };
}

/** People who only passed the law's limit of a day: with shifts of ten hours that is everybody, so many of them are one row. */
function summed(
  daily: { minutes: number; row: Row }[],
  station: string,
  day: IsoDate,
): { minutes: number; row: Row }[] {
  if (daily.length <= EACH) return daily.map(({ row }) => ({ minutes: 0, row }));
  const all = daily.reduce((sum, { minutes }) => sum + minutes, 0);
  const [most] = [...daily].sort((a, b) => b.minutes - a.minutes || (a.row.who < b.row.who ? -1 : 1));
  const what = `${formatMinutes(all)} beyond the daily limit of the state on ${formatWeekday(day)}; most: ${most?.row.who ?? ""}, ${formatMinutes(most?.minutes ?? 0)}.`;
  const row = {
    station,
    who: `${daily.length} people`,
    what,
    ask: "Nothing, if the shifts were planned so.",
    amountCents: null,
  };
  return [{ minutes: 0, row }];
}

/** Minutes of the week so far; those of days that are not known are the least that is. */
function minutesOf(week: Workweek): number {
  return week.days.reduce((sum, each) => sum + each.clockedMinutes + each.paidBreakMinutes, 0);
}

/** The weekly limit: passed, or passed with one more shift as long as the others of the week. */
function soFar(week: Workweek, minutes: number, day: IsoDate): string[] {
  const { afterMinutes } = week.law.weekly;
  const worked = week.days.filter((each) => each.clockedMinutes > 0);
  if (minutes > afterMinutes) {
    return worked.some(({ date }) => date === day)
      ? [
          `${formatMinutes(minutes)} this week, ${formatMinutes(minutes - afterMinutes)} beyond ${formatMinutes(afterMinutes)}`,
        ]
      : [];
  }
  const usual = worked.length === 0 ? 0 : divideHalfUp(minutes, worked.length);
  if (day === weekEnd(day) || minutes + usual <= afterMinutes) return [];
  return [
    `${formatMinutes(minutes)} in ${worked.length} ${worked.length === 1 ? "day" : "days"}; another shift of ${formatMinutes(usual)} passes ${formatMinutes(afterMinutes)}`,
  ];
}

/** Limits of the day by the law of the state. */
function ofTheDay(week: Workweek, day: IsoDate): { readonly minutes: number; readonly text: string }[] {
  return breakdown(week).flatMap(({ date, minutes, percent, why, rule }) =>
    date === day && percent > 100 && rule?.kind !== "weekly overtime"
      ? [{ minutes, text: `${formatMinutes(minutes)} ${why}` }]
      : [],
  );
}
