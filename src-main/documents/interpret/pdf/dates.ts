/** Dates as invoices print them, in words or in figures, American or German. */
import { addDays, type IsoDate, isIsoDate, weekNumber, weekStart } from "#shared/week.ts";
import { date } from "../readers.ts";

const MONTHS: readonly (readonly string[])[] = [
  ["january", "jan", "januar", "jänner"],
  ["february", "feb", "februar"],
  ["march", "mar", "märz", "mär"],
  ["april", "apr"],
  ["may", "mai"],
  ["june", "jun", "juni"],
  ["july", "jul", "juli"],
  ["august", "aug"],
  ["september", "sep", "sept"],
  ["october", "oct", "oktober", "okt"],
  ["november", "nov"],
  ["december", "dec", "dezember", "dez"],
];
const WEEKDAY =
  /^(?:(?:sun|mon|tues|wednes|thurs|fri|satur)day|sun|mon|tue|wed|thu|fri|sat|sonntag|montag|dienstag|mittwoch|donnerstag|freitag|samstag|so|mo|di|mi|do|fr|sa)\.?,?\s+/i;

function monthOfWord(word: string): number | undefined {
  const found = MONTHS.findIndex((names) => names.includes(word.toLowerCase().replace(/\.$/, "")));
  return found < 0 ? undefined : found + 1;
}

function isoOf(year: string, month: number | string | undefined, day: string): IsoDate | undefined {
  if (month === undefined) return undefined;
  const iso = `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isIsoDate(iso) ? iso : undefined;
}

/** A date as printed. With points the day comes first everywhere; with slashes the month does, but not in a German document. */
export function printedDate(written: string, german: boolean): IsoDate | undefined {
  const words = written.normalize("NFKC").replace(/\s+/g, " ").trim().replace(WEEKDAY, "");
  const points = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(words);
  if (points) return isoOf(points[3] ?? "", points[2], points[1] ?? "");
  const dayFirst = /^(\d{1,2})(?:\.|st|nd|rd|th)?[ -](\p{L}+)\.?[ ,-]+(\d{4})$/u.exec(words);
  if (dayFirst) return isoOf(dayFirst[3] ?? "", monthOfWord(dayFirst[2] ?? ""), dayFirst[1] ?? "");
  const monthFirst = /^(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u.exec(words);
  if (monthFirst) return isoOf(monthFirst[3] ?? "", monthOfWord(monthFirst[1] ?? ""), monthFirst[2] ?? "");
  if (german && words.includes("/")) {
    const [day = "", month = "", year = "", ...more] = words.split("/");
    return more.length === 0 && /^\d{4}$/.test(year) ? isoOf(year, month, day) : undefined;
  }
  return date.read(words);
}

/** First and last day of a printed period, whose first date may leave its year to the second. */
export function printedPeriod(written: string, german: boolean): { from: IsoDate; to: IsoDate } | undefined {
  const parts = written.split(/\s+(?:-|–|—|to|thru|through|bis)\s+|\s*[–—]\s*/i).map((part) => part.trim());
  const [first = "", second = ""] = parts;
  if (parts.length !== 2) return undefined;
  const to = printedDate(second, german);
  if (to === undefined) return undefined;
  const year = to.slice(0, 4);
  const complete = [first, `${first}, ${year}`, `${first}${year}`, `${first}/${year}`];
  const from = complete.map((text) => printedDate(text, german)).find((day) => day !== undefined);
  if (from === undefined) return undefined;
  // Without a year of its own the first day lies before the last: `December 27 - January 2, 2027`.
  const ownYear = printedDate(first, german) !== undefined;
  return { from: ownYear || from <= to ? from : yearBefore(from), to };
}

const yearBefore = (day: IsoDate): IsoDate => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;

/** The Sunday of a column's title: a date, or `Week 32`, of the last year in which it does not lie after the invoice's period. */
export function weekOfTitle(title: string, periodEnd: IsoDate, german: boolean): IsoDate | undefined {
  const whole = printedDate(title, german);
  if (whole !== undefined) return weekStart(whole);
  const last = Number(periodEnd.slice(0, 4));
  const weeks = [last, last - 1].map((year) => weekIn(title, year, german));
  return weeks.find((week) => week !== undefined && week <= periodEnd) ?? weeks[0];
}

/** The Sunday that a title without a year means in a year. */
function weekIn(title: string, year: number, german: boolean): IsoDate | undefined {
  const day = printedDate(`${title}, ${year}`, german) ?? printedDate(`${title}/${year}`, german);
  if (day !== undefined) return weekStart(day);
  const number = /^(?:(?:amazon )?week|woche|wk|kw|w)\.? ?(\d{1,2})$/i.exec(title.trim())?.[1];
  if (number === undefined) return undefined;
  const sunday = addDays(weekStart(`${year}-01-01`), (Number(number) - 1) * 7);
  return weekNumber(sunday).week === Number(number) ? sunday : undefined;
}
