/** The days a lessor bills, however it writes them. */
import { type IsoDate, monthEnd, monthStart } from "#shared/week.ts";
import type { TableFormat } from "../interpretation.ts";
import { inUsualForm } from "../recognise/format.ts";
import { date, type Reader } from "./readers.ts";

/** The first and the last day, both included. */
interface Days {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

const MONTHS = "january february march april may june july august september october november december".split(" ");

/**
 * `8/1/2026 - 8/31/2026`, `2026-08-01 to 2026-08-31`, or a whole month: `August 2026`, `Aug-2026`, `2026-08`, `08/2026`. Dates are written
 * as the document writes all its dates.
 */
export function periodReader(format: TableFormat): Reader<Days> {
  const day = (words: string) => date.read(inUsualForm(words.trim(), "date", format));
  return {
    complaint: "not a period; write it as 8/1/2026 - 8/31/2026.",
    read: (cell) => {
      const words = String(cell)
        .normalize("NFKC")
        .replace(/[\u2010-\u2015]/g, "-")
        .trim();
      const month = monthIn(words);
      if (month !== undefined) return { from: monthStart(month), to: monthEnd(month) };
      // Between dates with slashes a hyphen needs no spaces.
      const [first = "", second = "", ...more] = words.split(/\s+(?:-|to|thru|through)\s+|(?<=\/\d{4})-(?=\d)/i);
      const [from, to] = [day(first), day(second)];
      return from === undefined || to === undefined || more.length > 0 ? undefined : { from, to };
    },
  };
}

/** `2026-08` of a month's name or number with its year. */
function monthIn(words: string): string | undefined {
  const [, name, yearOfName] = /^([a-z]{3,9})\.?[\s-]+(\d{4})$/i.exec(words) ?? [];
  const [, year = yearOfName, number] = /^(\d{4})-(\d{1,2})$/.exec(words) ?? [];
  const [, numberBefore, yearAfter] = /^(\d{1,2})\/(\d{4})$/.exec(words) ?? [];
  const month =
    name === undefined
      ? Number(number ?? numberBefore)
      : MONTHS.findIndex((each) => each.startsWith(name.toLowerCase())) + 1;
  return month >= 1 && month <= 12 ? `${year ?? yearAfter}-${String(month).padStart(2, "0")}` : undefined;
}
