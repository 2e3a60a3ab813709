/** Dates are ISO strings (`2026-09-12`); arithmetic is on whole UTC days, so no clock or zone can shift them. */

/** A calendar date, `YYYY-MM-DD`. */
export type IsoDate = string;
/** A calendar month, `YYYY-MM`. */
export type IsoMonth = string;

const DAY = 86_400_000;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;
const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] as const;

function toDays(date: IsoDate): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY);
}

function fromDays(days: number): IsoDate {
  return new Date(days * DAY).toISOString().slice(0, 10);
}

/** Whether `text` is a real calendar date written `YYYY-MM-DD`. */
export function isIsoDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [, year, month, day] = match.map(Number);
  if (year === undefined || month === undefined || day === undefined || month < 1 || month > 12 || day < 1)
    return false;
  return day <= 28 || day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** `date` moved by whole days. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return days === 0 ? date : fromDays(toDays(date) + days);
}

/** Whole days from `from` to `to` (negative when `to` is earlier). */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return toDays(to) - toDays(from);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekday(date: IsoDate): number {
  return (((toDays(date) + 4) % 7) + 7) % 7;
}

/** The Sunday that begins Amazon's week (Sunday to Saturday) holding `date`. */
export function weekStart(date: IsoDate): IsoDate {
  return addDays(date, -weekday(date));
}

/** The Saturday that ends Amazon's week holding `date`. */
export function weekEnd(date: IsoDate): IsoDate {
  return addDays(weekStart(date), 6);
}

/** Amazon's printed week number: week 1 holds January 1. It is not the ISO week (Sep 6 - 12, 2026 is week 37). */
export function weekNumber(date: IsoDate): { year: number; week: number } {
  const sunday = weekStart(date);
  const year = Number(addDays(sunday, 6).slice(0, 4));
  const first = weekStart(`${String(year).padStart(4, "0")}-01-01`);
  return { year, week: daysBetween(first, sunday) / 7 + 1 };
}

/** The Sunday of a printed week number. Undefined where the year has no such week: most have 52, some 53. */
export function sundayOfWeek(year: number, number: number): IsoDate | undefined {
  const first = weekStart(`${String(year).padStart(4, "0")}-01-01`);
  const sunday = addDays(first, (number - 1) * 7);
  const read = weekNumber(sunday);
  return read.year === year && read.week === number ? sunday : undefined;
}

/** The month of a date. */
export function monthOf(date: IsoDate): IsoMonth {
  return date.slice(0, 7);
}

/** First day of a month. */
export function monthStart(month: IsoMonth): IsoDate {
  return `${month}-01`;
}

/** Last day of a month. */
export function monthEnd(month: IsoMonth): IsoDate {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/** How many days a month has. */
export function daysInMonth(month: IsoMonth): number {
  return Number(monthEnd(month).slice(8));
}

/** Every date from `from` to `to`, both included. */
export function datesFrom(from: IsoDate, to: IsoDate): IsoDate[] {
  const dates: IsoDate[] = [];
  for (let day = toDays(from); day <= toDays(to); day += 1) dates.push(fromDays(day));
  return dates;
}

/** `Sep 12, 2026`. */
export function formatDate(date: IsoDate): string {
  return `${formatDay(date)}, ${date.slice(0, 4)}`;
}

/** `Sep 12`. */
export function formatDay(date: IsoDate): string {
  return `${MONTHS[Number(date.slice(5, 7)) - 1] ?? "?"} ${Number(date.slice(8, 10))}`;
}

/** `Sat, Sep 12`. */
export function formatWeekday(date: IsoDate): string {
  return `${WEEKDAYS[weekday(date)] ?? "?"}, ${formatDay(date)}`;
}

/** `Week 37 · Sep 6 – 12` (or `Aug 30 – Sep 5` across months). */
export function formatWeek(sunday: IsoDate): string {
  const saturday = addDays(sunday, 6);
  const end = monthOf(sunday) === monthOf(saturday) ? String(Number(saturday.slice(8, 10))) : formatDay(saturday);
  return `Week ${weekNumber(sunday).week} · ${formatDay(sunday)} – ${end}`;
}

/** A period as the owner reads it: a week for `YYYY-MM-DD`, `August 2026` style (`Aug 2026`) for `YYYY-MM`. */
export function formatPeriod(period: string): string {
  if (period.length === 10) return formatWeek(period);
  return `${MONTHS[Number(period.slice(5, 7)) - 1] ?? "?"} ${period.slice(0, 4)}`;
}

/** First and last day of a period: a week's Sunday (`YYYY-MM-DD`) or a month (`YYYY-MM`). */
export function periodRange(period: string): { from: IsoDate; to: IsoDate } {
  return period.length === 10
    ? { from: period, to: addDays(period, 6) }
    : { from: monthStart(period), to: monthEnd(period) };
}
