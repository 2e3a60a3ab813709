/** Dates as documents write them. The one place that knows how; every reader and every rewriting of a cell comes here. */
import { parseClock } from "#shared/hours.ts";
import { type IsoDate, isIsoDate } from "#shared/week.ts";
import type { TableFormat } from "../interpretation.ts";

/** Which of day and month stands first where both are numbers and the year stands last. */
export type DateOrder = TableFormat["dates"];

/** A date with the clock reading that follows it, null where none does. */
export interface WrittenDate {
  readonly date: IsoDate;
  /** As written, without fractions of a second. */
  readonly clock: string | null;
}

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?=$|[T ,])(.*)$/s;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?=$|[T ,])(.*)$/s;
const DAY_AND_NAME = /^(?:\p{L}+\.?,? )?(\d{1,2})(?:\.|st|nd|rd|th)?[ -](\p{L}+)\.?,?[ -](\d{4})(?=$|[T ,])(.*)$/su;
const NAME_AND_DAY = /^(?:\p{L}+\.?,? )?(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?=$|[T ,])(.*)$/su;

/** English and German names of the months. */
const NAMES: readonly (readonly string[])[] = [
  ["jan", "january", "januar"],
  ["feb", "february", "februar"],
  ["mar", "march", "mär", "mrz", "märz"],
  ["apr", "april"],
  ["may", "mai"],
  ["jun", "june", "juni"],
  ["jul", "july", "juli"],
  ["aug", "august"],
  ["sep", "sept", "september"],
  ["oct", "october", "okt", "oktober"],
  ["nov", "november"],
  ["dec", "december", "dez", "dezember"],
];

/**
 * Reads a date, alone or with a clock reading behind it. Undefined for what is none. A date without a year or with two digits of one is
 * none: `9/12/26` could be of 2026 or of the 9th year, and a guessed year moves money between invoices. Dots are written with the day
 * first only, so with the month first `12.09.2026` is none either.
 */
export function parseWrittenDate(text: string, order: DateOrder): WrittenDate | undefined {
  const words = text.normalize("NFKC").replace(/\s+/g, " ").trim();
  const numbered = YEAR_FIRST.exec(words);
  if (numbered) return dated(numbered[1], Number(numbered[3]), numbered[4], numbered[5]);
  const slashed = yearLast(words);
  if (slashed) {
    if (order === "month first" && slashed.separator === ".") return undefined;
    const [month, day] = order === "month first" ? [slashed.first, slashed.second] : [slashed.second, slashed.first];
    return dated(slashed.year, Number(month), day, slashed.rest);
  }
  const dayFirst = DAY_AND_NAME.exec(words);
  if (dayFirst) return dated(dayFirst[3], monthNamed(dayFirst[2]), dayFirst[1], dayFirst[4]);
  const nameFirst = NAME_AND_DAY.exec(words);
  return nameFirst ? dated(nameFirst[3], monthNamed(nameFirst[1]), nameFirst[2], nameFirst[4]) : undefined;
}

/** The parts of a date whose year stands last, in the order they are written. */
export interface YearLast {
  readonly first: string;
  readonly separator: string;
  readonly second: string;
  readonly year: string;
  /** What follows the date, as written. */
  readonly rest: string;
}

/** Takes `9/12/2026 9:08` apart without saying which number is the month. Undefined for anything else. */
export function yearLast(text: string): YearLast | undefined {
  const match = YEAR_LAST.exec(text.trim());
  if (!match) return undefined;
  const [, first = "", separator = "", second = "", year = "", rest = ""] = match;
  return { first, separator, second, year, rest };
}

/** The one date in a document's name (`Itineraries_2026-09-08.xlsx`); null where it holds none, or several. */
export function dateInName(document: string): IsoDate | null {
  const base = document.slice(document.lastIndexOf("/") + 1);
  const found = new Set<IsoDate>();
  for (const match of base.matchAll(/(?<!\d)(20\d{2})([-_.]?)(\d{2})\2(\d{2})(?!\d)/g)) {
    const date = `${match[1]}-${match[3]}-${match[4]}`;
    if (isIsoDate(date)) found.add(date);
  }
  const [only = null] = found;
  return found.size === 1 ? only : null;
}

function monthNamed(name = ""): number {
  return NAMES.findIndex((names) => names.includes(name.toLowerCase())) + 1;
}

function dated(year = "", month: number, day = "", rest = ""): WrittenDate | undefined {
  const date = `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (!isIsoDate(date)) return undefined;
  const behind = rest.replace(/^[T ,]+/, "");
  if (behind === "") return { date, clock: null };
  // Midnight in UTC is how programs write a date; any other reading in UTC is not one of the station's clock.
  if (/^00:00(?::00(?:\.0+)?)?Z$/.test(behind)) return { date, clock: null };
  const clock = behind.replace(/(\d)\.\d+$/, "$1");
  return /^\d/.test(clock) && parseClock(clock) !== undefined ? { date, clock } : undefined;
}
