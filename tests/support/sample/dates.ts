/**
 * Calendar arithmetic of the sample. It is written here once more, not borrowed from the product: what judges the product's sums must
 * not share their mistakes.
 */
const DAY = 86_400_000;

function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY;
}

/** The ISO date `days` after `date`. */
export function addDays(date: string, days: number): string {
  return new Date((dayNumber(date) + days) * DAY).toISOString().slice(0, 10);
}

/** Whole days from `from` up to, not including, `to`. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekday(date: string): number {
  return new Date(dayNumber(date) * DAY).getUTCDay();
}

/** Saturday and Sunday. */
export function isWeekend(date: string): boolean {
  return weekday(date) === 0 || weekday(date) === 6;
}

/** `YYYY-MM` of a date. */
export function monthOf(date: string): string {
  return date.slice(0, 7);
}

/** First day of a month. */
export function monthStart(month: string): string {
  return `${month}-01`;
}

/** Last day of a month. */
export function monthEnd(month: string): string {
  return addDays(monthStart(monthOf(addDays(monthStart(month), 31))), -1);
}

/** `2026-08-03` as `08/03/2026`. */
export function usDate(date: string): string {
  return `${date.slice(5, 7)}/${date.slice(8)}/${date.slice(0, 4)}`;
}

/** The number a spreadsheet stores for a date (1900 system). */
export function dateSerial(date: string): number {
  return daysBetween("1899-12-30", date);
}

/** One week of Amazon's: Sunday to Saturday. */
export interface Week {
  index: number;
  sunday: string;
  saturday: string;
  dates: readonly string[];
}

/** The weeks of a period. Throws RangeError when the first day is no Sunday. */
export function weeksFrom(firstSunday: string, count: number): Week[] {
  if (weekday(firstSunday) !== 0) throw new RangeError(`${firstSunday} is not a Sunday`);
  return Array.from({ length: count }, (_, index) => {
    const dates = Array.from({ length: 7 }, (_day, day) => addDays(firstSunday, index * 7 + day));
    return { index, sunday: addDays(firstSunday, index * 7), saturday: addDays(firstSunday, index * 7 + 6), dates };
  });
}
