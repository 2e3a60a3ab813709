/** Amazon's week numbers as documents print them. `sundayOfWeek` tells which days they mean: they are not ISO weeks. */

/** A week's number, with its year where one is written. */
export interface PrintedWeek {
  readonly year: number | null;
  readonly number: number;
}

/**
 * Reads `2026-W37`, `2026 Week 37`, `Week 37, 2026`, `Week 37`, `W37` or `37`. Undefined for anything else; `2026-37` and `37/2026` look
 * too much like months. Whether the year has such a week is not asked here.
 */
export function parseWeek(text: string): PrintedWeek | undefined {
  const words = text.normalize("NFKC").replace(/\s+/g, " ").trim();
  const match =
    /^(?<year>\d{4})[ -]?(?:week|wk|w)[ .-]?(?<number>\d{1,2})$/i.exec(words) ??
    /^(?:week|wk|w)[ .#-]*(?<number>\d{1,2})(?:(?:, ?|[ /-])(?<year>\d{4}))?$/i.exec(words) ??
    /^(?<number>\d{1,2})(?:\.0)?$/.exec(words);
  return match ? printedWeek(match) : undefined;
}

/** The week and year in a document's name (`Scorecard_Week37_2026.csv`); undefined where it holds none. */
export function weekInName(document: string): (PrintedWeek & { readonly year: number }) | undefined {
  const base = document.slice(document.lastIndexOf("/") + 1);
  const match =
    /(?<!\d)(?<year>20\d{2})[ ._-]*(?:week|wk|w)[ ._-]*(?<number>\d{1,2})(?!\d)/i.exec(base) ??
    /(?<![a-z])(?:week|wk|w)[ ._-]*(?<number>\d{1,2})[ ._-]+(?<year>20\d{2})(?!\d)/i.exec(base);
  const week = match ? printedWeek(match) : undefined;
  return week?.year == null ? undefined : { year: week.year, number: week.number };
}

function printedWeek({ groups }: RegExpExecArray): PrintedWeek | undefined {
  const number = Number(groups?.number);
  if (!(number >= 1 && number <= 53)) return undefined;
  return { year: groups?.year === undefined ? null : Number(groups.year), number };
}
