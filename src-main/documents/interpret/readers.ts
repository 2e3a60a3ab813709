/** How the text of a cell becomes a value. A reader gives undefined for what it cannot read; it never guesses and never gives zero. */
import { parseClock, parseDuration } from "#shared/hours.ts";
import { parseCents, parseCount, parseTenThousandths, scaled } from "#shared/money.ts";
import { normaliseVin } from "#shared/vin.ts";
import type { IsoDate } from "#shared/week.ts";
import { CREDIT } from "../recognise/format.ts";
import { parseWrittenDate } from "../recognise/written-dates.ts";
import type { Cell } from "../table.ts";

/** Reads one kind of value. */
export interface Reader<T> {
  /** What stands in the cell, which is not blank. */
  readonly read: (cell: Cell) => T | undefined;
  /** Ends the sentence `"x" is ...` when it cannot be read. */
  readonly complaint: string;
}

const REMEMBERED = 20_000;

/** A reader that remembers: documents repeat the same few stations, dates, durations and amounts thousands of times. */
function reader<T>(complaint: string, read: (cell: Cell) => T | undefined): Reader<T> {
  const seen = new Map<Cell, T | undefined>();
  return {
    complaint,
    read: (cell) => {
      const known = seen.get(cell);
      if (known !== undefined || seen.has(cell)) return known;
      const value = read(cell);
      if (seen.size >= REMEMBERED) seen.clear();
      seen.set(cell, value);
      return value;
    },
  };
}

const plain = (cell: Cell): string => String(cell).normalize("NFKC").replace(/\s+/g, " ").trim();

const ORDINARY = /^[!-~]*(?: [!-~]+)*$/;

/** Words as they stand, with single ordinary spaces. */
export const text: Reader<string> = {
  complaint: "not a text.",
  read: (cell) => {
    if (typeof cell === "number") return String(cell);
    return ORDINARY.test(cell) ? cell : cell.replace(/[\s\u00a0]+/g, " ").trim();
  },
};

/** `1.250`: nobody prints tenths of a cent, so it could as well be a thousand. Printed as decimals only, it has four digits or a zero before the point. */
const COULD_BE_THOUSANDS = /^\D*[1-9]\d{0,2}\.\d{3}\D*$/;

/** Money in cents. `45.00 CR` is a credit: 45 dollars less. */
export const cents = reader("not an amount in dollars and cents.", (cell) => {
  if (typeof cell === "number") return parseCents(cell);
  if (COULD_BE_THOUSANDS.test(cell)) return undefined;
  const credit = CREDIT.exec(cell.trim())?.[1];
  if (credit === undefined) return parseCents(cell);
  const value = parseCents(credit);
  return value === undefined || value < 0 ? undefined : value === 0 ? 0 : -value;
});

/** A price in ten-thousandths of a dollar. */
export const rate = reader("not a price with at most four decimals.", (cell) => parseTenThousandths(cell));

/** A quantity in ten-thousandths of a unit. */
export const quantity = reader("not a quantity with at most four decimals.", (cell) => parseTenThousandths(cell));

/** Hours or miles in hundredths. */
export const hundredths = reader("not a number with at most two decimals.", (cell) => scaled(cell, 2));

/**
 * A whole number, zero or more. `10.436` can only be ten thousand here, as nothing is counted in thousandths; `10.000` could be ten with
 * needless decimals, and is refused. In a document that writes numbers the German way both were rewritten before and are thousands.
 */
export const count = reader("not a whole number.", (cell) => {
  let value: number | undefined;
  if (typeof cell === "string" && /^\s*\d{1,3}(?:\.\d{3})+\s*$/.test(cell)) {
    value = /\.000\s*$|^\s*0/.test(cell) ? undefined : parseCount(cell, "eu");
  } else value = parseCount(cell);
  return value === undefined || value < 0 ? undefined : value;
});

/**
 * A tax rate in ten-thousandths of a percent point: `8.25` and `8.25%` are 82_500. Without a sign a number up to 0.2 is a fraction
 * (no sales tax is that low); what lies between that and 1 could be either, and is refused.
 */
export const percent = reader("not a percentage; write it as 8.25%.", (cell) => {
  const words = plain(cell);
  if (words.endsWith("%")) return scaled(words.slice(0, -1).trim(), 4);
  const value = scaled(cell, 6);
  if (value === undefined || value < 0) return undefined;
  if (value === 0 || value >= 1_000_000) return scaled(cell, 4);
  return value <= 200_000 ? value : undefined;
});

/** A calendar date. Documents that put the day first are rewritten before their cells come here. */
export const date = reader(
  "not a date; write it as 2026-09-12 or 9/12/2026.",
  (cell) => parseWrittenDate(plain(cell), "month first")?.date,
);

/** Minutes of `9 hr 15 min`. */
export const duration = reader("not a duration such as 9 hr 15 min.", (cell) =>
  typeof cell === "number" ? undefined : parseDuration(cell),
);

/** A block length in minutes: hours as a number, or a duration. */
export const blockHours = reader("not a number of hours.", (cell) => {
  const hours = scaled(cell, 2);
  if (hours === undefined) return typeof cell === "number" ? undefined : parseDuration(cell);
  const minutes = (hours * 60) / 100;
  return Number.isInteger(minutes) && minutes > 0 ? minutes : undefined;
});

/** A reading of a clock, with the date where one is written. */
export interface Moment {
  readonly date: IsoDate | null;
  /** Minutes after midnight. */
  readonly minutes: number;
}

/** `09:08 AM`, `9:08`, `09/20/2026 09:08 AM` or `2026-09-20T09:08`. */
export const moment = reader<Moment>("not a time; write it as 9:08 AM or 9/20/2026 9:08 AM.", (cell) => {
  // A file has few days and few clock readings, though hardly a pair of them twice: read apart, both are remembered.
  const parted = typeof cell === "string" ? /^(\d[\d/-]{7,9})[ T](\d.*)$/.exec(cell) : null;
  const day = parted?.[1] === undefined ? undefined : date.read(parted[1]);
  const time = parted?.[2] === undefined ? undefined : clock.read(parted[2]);
  if (day !== undefined && time !== undefined) return { date: day, minutes: time };
  return unusualMoment(cell);
});

const clock = reader("not a clock reading.", (cell) => (typeof cell === "number" ? undefined : parseClock(cell)));

function unusualMoment(cell: Cell): Moment | undefined {
  const words = plain(cell);
  const alone = parseClock(words);
  if (alone !== undefined) return { date: null, minutes: alone };
  const parts = parseWrittenDate(words, "month first");
  const minutes = parts?.clock == null ? undefined : parseClock(parts.clock);
  return parts === undefined || minutes === undefined ? undefined : { date: parts.date, minutes };
}

/** A station's code, also out of `Memphis (DNA4)- Amazon.com`. Postal codes in parentheses are none. */
export const stationCode = reader("not a station; its code looks like DNA4.", (cell) => {
  const words = plain(cell).toUpperCase();
  if (/^[A-Z]{2,4}\d{1,2}$/.test(words)) return words;
  return /\(\s*([A-Z]{2,4}\d{1,2})\s*\)/.exec(words)?.[1];
});

/** A VIN as it is compared. One with a wrong check digit is read all the same: a check speaks of it. */
export const vin: Reader<string> = { complaint: text.complaint, read: (cell) => normaliseVin(String(cell)) };

/** Two letters of a state. */
export const state = reader("not a state; write its two letters.", (cell) => {
  const words = plain(cell).toUpperCase();
  return /^[A-Z]{2}$/.test(words) ? words : undefined;
});

/** A time zone the clock knows, as `America/Chicago`. */
export const timeZone = reader("not a time zone such as America/Chicago.", (cell) => {
  // Abbreviations and offsets (EST, -06:00) know no daylight saving.
  if (!plain(cell).includes("/")) return undefined;
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: plain(cell) }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
});

/** Yes or no, in English or German. */
export const yesNo = reader("neither yes nor no.", (cell) => {
  const words = plain(cell).toLowerCase();
  if (["yes", "y", "true", "ja", "j"].includes(words)) return true;
  return ["no", "n", "false", "nein"].includes(words) ? false : undefined;
});

/** One of a list of words, in any case. */
export function oneOf<T extends string>(words: readonly T[]): Reader<T> {
  return reader(`none of ${words.join(", ")}.`, (cell) => {
    const found = plain(cell).toLowerCase();
    return words.find((word) => word === found);
  });
}
