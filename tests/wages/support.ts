/** Weeks of invented people for the wage tests: short ways to write timecards. */
import { readFileSync } from "node:fs";
import {
  type Earnings,
  parseWageRules,
  payWeek,
  ruleBook,
  type Segment,
  usualPolicy,
  type WorkPolicy,
  type WorkRecord,
  type Workweek,
  workRecord,
} from "#main/wages/index.ts";
import { wallTime } from "#shared/hours.ts";
import { addDays } from "#shared/week.ts";

/** The rules that ship with the app. */
export const book = ruleBook(
  parseWageRules(JSON.parse(readFileSync(new URL("../../resources/wage-rules.json", import.meta.url), "utf8"))),
);

export const SUNDAY = "2026-09-06";
export const ZONE = "America/Chicago";
export const POLICY = usualPolicy(ZONE);

/** Dollars an hour as a rate. */
export const rate = (dollars: number) => Math.round(dollars * 10_000);

/** A row from `times` (`9:00-17:30`; beyond 24:00 is the next day) on a date, Tennessee by the hour unless said otherwise. */
export function row(date: string, times: string, more: Partial<Segment> = {}): Segment {
  const [from = "", to = ""] = times.split("-");
  const wall = (clock: string) => {
    const [hour = 0, minute = 0] = clock.split(":").map(Number);
    return clock === "" ? null : wallTime(date, hour * 60 + minute);
  };
  const base = { id: `${date} ${times}`, date, zone: ZONE, state: "TN", rate: rate(20) };
  return { ...base, in: wall(from), out: wall(to), ...more };
}

/** One row a day from 06:00 for so many hours, from a Sunday on; days of 0 hours are off. */
export function daysOf(hours: readonly number[], more: Partial<Segment> = {}, sunday = SUNDAY): Segment[] {
  return hours.flatMap((each, day) =>
    each === 0
      ? []
      : [
          {
            ...row(addDays(sunday, day), "6:00-6:01", more),
            id: `${sunday} day ${day}`,
            out: wallTime(addDays(sunday, day), 360 + Math.round(each * 60)),
          },
        ],
  );
}

/** A whole week of so many hours, at most eight a day. */
export function weekOf(hours: number, more: Partial<Segment> = {}): Segment[] {
  return daysOf(
    Array.from({ length: 7 }, (_, day) => Math.max(0, Math.min(8, hours - 8 * day))),
    more,
  );
}

/** The record of some rows. */
export function reckon(segments: readonly Segment[], policy: WorkPolicy = POLICY): WorkRecord {
  return workRecord(segments, policy, book);
}

/** The only week of some rows. */
export function onlyWeek(segments: readonly Segment[], policy?: WorkPolicy): Workweek {
  const { weeks } = reckon(segments, policy);
  const [week] = weeks;
  if (!week || weeks.length !== 1) throw new Error(`${weeks.length} weeks`);
  return week;
}

/** The pay of the only week of some rows; throws where it is not known. */
export function pay(
  segments: readonly Segment[],
  earnings: Earnings = {},
  order?: "once" | "half rate" | "every step",
) {
  const result = payWeek(onlyWeek(segments), earnings, book, order);
  if (!result.known) throw new Error(result.reasons.join("; "));
  return result;
}

/** Hours by class of each day, as `regular/overtime/double time`. */
export function classes(segments: readonly Segment[], policy?: WorkPolicy): string[] {
  return onlyWeek(segments, policy).days.map(({ minutes }) =>
    minutes === null
      ? "unknown"
      : [minutes.regular, minutes.overtime, minutes.doubleTime].map((each) => each / 60).join("/"),
  );
}

/** Hours by class of the week. */
export function total(segments: readonly Segment[], policy?: WorkPolicy): string {
  const { minutes } = onlyWeek(segments, policy);
  return minutes === null
    ? "unknown"
    : [minutes.regular, minutes.overtime, minutes.doubleTime].map((each) => each / 60).join("/");
}
