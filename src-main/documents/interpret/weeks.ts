/** Weeks as Amazon's weekly reports name them. */
import { parseWeek, weekInName } from "#shared/printed-week.ts";
import { type IsoDate, sundayOfWeek, weekStart } from "#shared/week.ts";
import { dateInName, parseWrittenDate } from "../recognise/written-dates.ts";
import type { Reader } from "./readers.ts";

/**
 * Reads `2026-W37`, `Week 37, 2026` or any date of the week as the week's Sunday. A number without a year (`37`, `Week 37`) is read only
 * where the document's name tells the year: by the same week with a year, or by a date, before which the week must have begun.
 */
export function weekReader(document: string): Reader<IsoDate> {
  return {
    complaint: "not a week of a known year; write it as 2026-W37 or as its Sunday, 2026-09-06.",
    read: (cell) => {
      const date = parseWrittenDate(String(cell), "month first")?.date;
      if (date !== undefined) return weekStart(date);
      const week = parseWeek(String(cell));
      if (week === undefined) return undefined;
      return week.year === null ? byName(document, week.number) : sundayOfWeek(week.year, week.number);
    },
  };
}

function byName(document: string, number: number): IsoDate | undefined {
  const named = weekInName(document);
  if (named !== undefined) return named.number === number ? sundayOfWeek(named.year, number) : undefined;
  const date = dateInName(document);
  if (date === null) return undefined;
  const year = Number(date.slice(0, 4));
  // Week 1 may begin in the December before.
  const sundays = [year + 1, year, year - 1].map((each) => sundayOfWeek(each, number));
  return sundays.find((sunday) => sunday !== undefined && sunday <= date);
}
