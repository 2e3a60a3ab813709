/** Instants, workdays and workweeks. Offsets of zones are looked up once a day, never once a punch. */
import { instantOf, type WallTime, wallTime } from "#shared/hours.ts";
import { addDays, type IsoDate, weekday } from "#shared/week.ts";

/** Whole minutes since the epoch: real time, so that differences are minutes that really passed. */
export type Instant = number;

interface LocalDay {
  /** When the day begins. */
  readonly start: Instant;
  /** Whether it has 24 hours: then every reading is so many minutes after its start. */
  readonly steady: boolean;
}

const DAYS_KEPT = 20_000;
const zones = new Map<string, Map<IsoDate, LocalDay>>();

function localDay(date: IsoDate, zone: string): LocalDay {
  let days = zones.get(zone);
  if (!days) {
    days = new Map();
    zones.set(zone, days);
  }
  let day = days.get(date);
  if (!day) {
    if (days.size > DAYS_KEPT) days.clear();
    const start = instantOf(`${date}T00:00`, zone);
    day = { start, steady: instantOf(`${addDays(date, 1)}T00:00`, zone) - start === 1440 };
    days.set(date, day);
  }
  return day;
}

/** Minutes after midnight of a wall time. */
export function minuteOfDay(wall: WallTime): number {
  return Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));
}

/** When a clock in `zone` shows `wall`; the first time where it does so twice. Throws RangeError for an unknown zone. */
export function instantAt(wall: WallTime, zone: string): Instant {
  const day = localDay(wall.slice(0, 10), zone);
  return day.steady ? day.start + minuteOfDay(wall) : instantOf(wall, zone);
}

/** As `instantAt`, but on the night the clocks are set back the second time where the first lies before `from`. */
export function instantAfter(wall: WallTime, zone: string, from: Instant): Instant {
  const date = wall.slice(0, 10);
  const first = instantAt(wall, zone);
  if (first >= from || localDay(date, zone).steady) return first;
  const hourLater = instantOf(wallTime(date, minuteOfDay(wall) + 60), zone);
  return hourLater - first === 120 && first + 60 >= from ? first + 60 : first;
}

/** What a clock in `zone` shows at an instant. */
export function wallAt(instant: Instant, zone: string): WallTime {
  let date = new Date(instant * 60_000).toISOString().slice(0, 10);
  while (localDay(date, zone).start > instant) date = addDays(date, -1);
  while (localDay(addDays(date, 1), zone).start <= instant) date = addDays(date, 1);
  const { start, steady } = localDay(date, zone);
  const passed = instant - start;
  const wall = wallTime(date, passed);
  if (steady) return wall;
  // A day of 23 or 25 hours: after the change the clock is ahead or behind by what the day lacks or has too much.
  const changed = wallTime(date, passed + 1440 - (localDay(addDays(date, 1), zone).start - start));
  return instantOf(wall, zone) === instant && instantOf(changed, zone) !== instant ? wall : changed;
}

/** One workday: 24 hours by the clock (23 or 25 real ones when the clocks change). */
export interface CalendarDay {
  /** The calendar date on which it begins. */
  readonly date: IsoDate;
  readonly start: Instant;
  readonly end: Instant;
  /** The date on which its workweek begins. */
  readonly week: IsoDate;
  /** 0 for the first day of the workweek to 6 for the last. */
  readonly place: number;
}

/** Workdays and workweeks as an employer has fixed them. */
export interface WorkCalendar {
  /** The workday that holds an instant. */
  readonly dayAt: (instant: Instant) => CalendarDay;
  /** The workday that begins on a date. */
  readonly dayOn: (date: IsoDate) => CalendarDay;
}

const calendars = new Map<string, WorkCalendar>();

/** The calendar of a zone whose workdays begin at `dayStartsAt` (minutes after midnight), workweeks on `weekStartsOn` (0 is Sunday). */
export function workCalendar(zone: string, dayStartsAt: number, weekStartsOn: number): WorkCalendar {
  const key = `${zone} ${dayStartsAt} ${weekStartsOn}`;
  const known = calendars.get(key);
  if (known) return known;
  const days = new Map<number, CalendarDay>();
  const numbered = (number: number): CalendarDay => {
    let day = days.get(number);
    if (!day) {
      if (days.size > DAYS_KEPT) days.clear();
      const date = addDays("1970-01-01", number);
      const place = (weekday(date) - weekStartsOn + 7) % 7;
      const start = instantAt(wallTime(date, dayStartsAt), zone);
      const end = instantAt(wallTime(addDays(date, 1), dayStartsAt), zone);
      day = { date, start, end, week: addDays(date, -place), place };
      days.set(number, day);
    }
    return day;
  };
  const calendar: WorkCalendar = {
    dayAt(instant) {
      let number = Math.floor((instant - dayStartsAt) / 1440);
      while (numbered(number).start > instant) number -= 1;
      while (numbered(number).end <= instant) number += 1;
      return numbered(number);
    },
    dayOn: (date) => numbered(Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000)),
  };
  calendars.set(key, calendar);
  return calendar;
}
