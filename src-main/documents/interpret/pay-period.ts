/** The pay period of a register: in its rows, above its table, in its name, or as the person who mapped its columns said. */
import { daysBetween, type IsoDate, isIsoDate } from "#shared/week.ts";
import type { RecognisedTable } from "../interpretation.ts";
import { optional, type Row } from "./cells.ts";
import { date } from "./readers.ts";

/** First and last day of a pay period, both included. */
export interface PayPeriod {
  readonly start: IsoDate;
  readonly end: IsoDate;
}

/** The fields of a pay period. A table without the columns needs none: its period comes from elsewhere. */
export const PERIOD_FIELDS = {
  periodStart: optional.date(
    "period start",
    "period start date",
    "pay period start",
    "pay period start date",
    "period begin",
    "period begin date",
    "pay period begin",
    "pay period begin date",
    "period beginning",
    "period from",
  ),
  periodEnd: optional.date(
    "period end",
    "period end date",
    "pay period end",
    "pay period end date",
    "period ending",
    "pay period ending",
    "period to",
  ),
};

/** Two dates of a name that are further apart (days) are not a period: nobody is paid for more than a month at once. */
const LONGEST_NAMED = 31;

/** A bonus may be for a year; a period of more days is a slip of the keyboard. */
const LONGEST_WRITTEN = 366;

const WRITTEN =
  /(?<!\d)(?:(20\d{2})([-_./]?)(\d{2})\2(\d{2})|(\d{1,2})([-_./])(\d{1,2})\6(20\d{2})|(\d{2})(\d{2})(20\d{2}))(?!\d)/g;

/** The period that a text names with two dates, US dates with the month first; null where it names no single one of at most 31 days. */
export function periodIn(words: string): PayPeriod | null {
  const dates = [...words.matchAll(WRITTEN)].map((match) => {
    const [, y1, , m1, d1, m2, , d2, y2, m3, d3, y3] = match;
    const [year, month = "", day = ""] = [y1 ?? y2 ?? y3, m1 ?? m2 ?? m3, d1 ?? d2 ?? d3];
    return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  });
  const [start, end, ...more] = [...new Set(dates)];
  if (start === undefined || end === undefined || more.length > 0) return null;
  return isIsoDate(start) && isIsoDate(end) ? periodOf(start, end, LONGEST_NAMED) : null;
}

function periodOf(start: IsoDate, end: IsoDate, longest: number): PayPeriod | null {
  const days = daysBetween(start, end) + 1;
  return days > 0 && days <= longest ? { start, end } : null;
}

/** The one period of a whole table; null where it says none, or where its rows do. */
export function periodOfTable(recognised: RecognisedTable): PayPeriod | null {
  const { table, headerRow, document, constants } = recognised;
  const above = table.rows
    .slice(0, headerRow)
    .map((row) => row.join(" "))
    .filter((line) => /\bperiod\b/i.test(line));
  // In a ZIP the member's own name counts before the archive's.
  const named = document.split("/").toReversed();
  for (const words of [above.join(" "), ...named]) {
    const period = periodIn(words);
    if (period) return period;
  }
  const start = date.read(constants?.get("periodStart") ?? "");
  const end = date.read(constants?.get("periodEnd") ?? "");
  return start === undefined || end === undefined ? null : periodOf(start, end, LONGEST_WRITTEN);
}

/** Whether each row names its own period: in two columns, or in one beside a value that holds for all rows. */
function inRows({ columns, constants }: RecognisedTable): boolean {
  const has = (field: string) => columns.has(field) || constants?.has(field) === true;
  return (columns.has("periodStart") || columns.has("periodEnd")) && has("periodStart") && has("periodEnd");
}

/** Why a register without a period cannot be taken, as a sentence; null where it has one. `name` is a good file name's first word. */
export function refuseWithoutPeriod(recognised: RecognisedTable, name: string): string | null {
  if (inRows(recognised) || periodOfTable(recognised)) return null;
  return `This file does not say which pay period it is for. Put the first and the last day in its name, such as "${name} 2026-08-02 to 2026-08-15.csv", and drop it again.`;
}

/** A row's period, as far as it can be read. */
interface PeriodRead {
  readonly start: IsoDate | undefined;
  readonly end: IsoDate | undefined;
}

/** Reads the period of each row; a part that cannot be read is undefined, and a problem of the row. */
export function periodReader(recognised: RecognisedTable): (row: Row) => PeriodRead {
  const whole = inRows(recognised) ? null : periodOfTable(recognised);
  if (whole) return () => whole;
  return (row) => {
    const start = row.need("periodStart", date);
    const end = row.need("periodEnd", date);
    const days = start === undefined || end === undefined ? 1 : daysBetween(start, end) + 1;
    if (days <= 0) row.problem("periodEnd", "The pay period ends before it begins.");
    if (days > LONGEST_WRITTEN) row.problem("periodEnd", "The pay period is longer than a year.");
    return { start, end };
  };
}
