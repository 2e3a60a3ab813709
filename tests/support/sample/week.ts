/** One station's week as it really went. Every document of the week is written from this. */
import { isWeekend, type Week } from "./dates.ts";
import { byText } from "./order.ts";
import type { Random } from "./random.ts";
import type { Rota } from "./rota.ts";
import { type Route, routesOfDay } from "./routes.ts";
import { SERVICES, type Service } from "./services.ts";
import { ordinaryShift, type Shift } from "./shifts.ts";
import type { Station } from "./stations.ts";
import { type Training, trainingsOfWeek } from "./trainings.ts";

/** A route Amazon called off too late. */
interface LateCancel {
  date: string;
  service: Service;
}

/** Waiting time that Amazon pays for. */
export interface Delay {
  date: string;
  reason: string;
  minutes: number;
  impactedRoutes: string;
  notes: string;
}

/** Everything that happened at a station in a week. */
export interface StationWeek {
  station: Station;
  week: Week;
  routes: Route[];
  lateCancels: LateCancel[];
  trainings: Training[];
  delays: Delay[];
  /** Days at work, and one stand-by day that nobody clocked. */
  shifts: Shift[];
}

/** What to invent a week from. */
interface WeekPlan {
  station: Station;
  week: Week;
  rota: Rota;
  routesPerDay: readonly [min: number, max: number];
  random: Random;
}

function lateCancelsOf(week: Week, random: Random): LateCancel[] {
  const [weekdays, weekend] = [week.dates.filter((date) => !isWeekend(date)), week.dates.filter(isWeekend)];
  const dates = [random.pick(weekend), ...random.shuffled(weekdays).slice(0, random.int(1, 2))];
  return dates.sort().map((date) => ({ date, service: random.pick(SERVICES.slice(0, 5)) }));
}

const REASONS = ["Station late dispatch", "Pad congestion", "Sort delay at station", "App outage"] as const;

function delaysOf(week: Week, routes: readonly Route[], random: Random): Delay[] {
  const [first = "", second = "", third = ""] = random.shuffled(week.dates);
  // 52 minutes round up to 0.87 hours. On the third day two waits make one invoice line: their sum is rounded, not each of them.
  const waits: [string, number][] = [
    [first, 52],
    [second, random.int(15, 44)],
    [third, random.int(11, 29)],
    [third, random.int(12, 31)],
  ];
  return waits.sort(byText(([date]) => date)).map(([date, minutes]) => {
    const codes = routes.filter((route) => route.date === date).map((route) => route.code);
    const impacted = random.shuffled(codes).slice(0, random.int(2, 4)).sort();
    return {
      date,
      reason: random.pick(REASONS),
      minutes,
      impactedRoutes: impacted.join(", "),
      notes: random.chance(40) ? 'Station confirmed "wave 2" left late, see ticket' : "",
    };
  });
}

/** Invents a clean week. Days must be planned in order, because the rota remembers them. */
export function planWeek(plan: WeekPlan): StationWeek {
  const { station, week, rota, random } = plan;
  const shifts: Shift[] = [];
  const routes: Route[] = [];
  const onRoadDates = random.shuffled(week.dates.slice(1)).slice(0, 2);
  const sweepDates = random.shuffled(week.dates).slice(0, 4);
  const standbyDate = random.pick(week.dates);
  const trainingDate = random.pick(week.dates.slice(1, 5));

  for (const date of week.dates) {
    const duties = (duty: Shift["duty"], wanted: boolean, hours: number): void => {
      if (!wanted) return;
      for (const person of rota.take(date, 1)) shifts.push(ordinaryShift(person, date, duty, hours, random));
    };
    duties("training", date === trainingDate, 8);
    duties("standby", date === standbyDate, 8);
    duties("sweep", sweepDates.includes(date), 10);
    const today = shifts.filter((shift) => shift.date === date);
    const dayPlan = {
      station,
      date,
      rota,
      random,
      onRoad: onRoadDates.includes(date),
      routesPerDay: plan.routesPerDay,
    };
    const sweeper = today.find((shift) => shift.duty === "sweep");
    const driven = routesOfDay(dayPlan, sweeper);
    // On a tiny day there may be nothing to sweep: then the sweeper stays at home.
    if (sweeper?.rows === 0) sweeper.duty = "standby";
    routes.push(...driven);
    shifts.push(...driven.map((route) => route.primary));
  }
  return {
    station,
    week,
    routes,
    lateCancels: lateCancelsOf(week, random),
    trainings: trainingsOfWeek(week, shifts, random),
    delays: delaysOf(week, routes, random),
    shifts,
  };
}
