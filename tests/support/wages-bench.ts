/** The wage engine on a season of person-days: what one of them costs, compared with converting its punches to instants alone. */

import { payWeek, premiumsOf, type RuleBook, type Segment, usualPolicy, workRecord } from "#main/wages/index.ts";
import { instantOf, wallTime } from "#shared/hours.ts";
import { addDays } from "#shared/week.ts";

const ZONE = "America/Los_Angeles";
const FIRST = "2026-01-04";

/** What a run of the engine came to and what it cost. */
interface WagesBench {
  readonly personDays: number;
  readonly workedMinutes: number;
  readonly totalCents: number;
  readonly premiums: number;
  readonly cpuMs: number;
  /** The same punches, only turned into instants. */
  readonly instantsCpuMs: number;
}

/** Invented people who each work five days a week with a meal, in California, the state with the most rules. */
export function invented(people: number, weeks: number): Segment[][] {
  return Array.from({ length: people }, (_, person) =>
    Array.from({ length: weeks * 5 }, (__, index): Segment[] => {
      const date = addDays(FIRST, 7 * Math.trunc(index / 5) + (index % 5));
      const start = 480 + ((person * 7 + index * 3) % 60);
      const end = start + 540 + ((person * 11 + index * 13) % 120);
      const base = { date, zone: ZONE, state: "CA", rate: 200_000 + (person % 5) * 5_000 };
      return [
        { ...base, id: `${date} a`, in: wallTime(date, start), out: wallTime(date, start + 280), endsInMeal: true },
        { ...base, id: `${date} b`, in: wallTime(date, start + 310), out: wallTime(date, end) },
      ];
    }).flat(),
  );
}

function cpuOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Puts `people` x `weeks` x 5 person-days through hours, pay and premiums. */
export function benchWages(book: RuleBook, people = 400, weeks = 50): WagesBench {
  const everybody = invented(people, weeks);
  let [personDays, workedMinutes, totalCents, premiums] = [0, 0, 0, 0];
  const cpuMs = cpuOf(() => {
    for (const rows of everybody)
      for (const week of workRecord(rows, usualPolicy(ZONE), book).weeks) {
        const pay = payWeek(week, { bonuses: [{ id: "safety", kind: "flat sum", cents: 2500 }] }, book);
        if (!pay.known) throw new Error(pay.reasons.join("; "));
        const basis = { regularRate: pay.regularRate, flatSumCents: 2500, missedRests: [] };
        personDays += week.days.length;
        workedMinutes += week.minutes?.worked ?? Number.NaN;
        totalCents += pay.totalCents;
        premiums += premiumsOf(week, basis, book).length;
      }
  });
  const instantsCpuMs = cpuOf(() => {
    for (const rows of everybody)
      for (const { in: from, out: to } of rows) if (from && to) instantOf(from, ZONE) + instantOf(to, ZONE);
  });
  return { personDays, workedMinutes, totalCents, premiums, cpuMs, instantsCpuMs };
}
