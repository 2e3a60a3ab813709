/** Who a row of a payroll is about. */
import type { Row } from "./cells.ts";
import { text } from "./readers.ts";

/** A name in one cell as last and first name. */
export interface SplitName {
  readonly lastName: string;
  readonly firstName: string;
}

/**
 * Takes `LAST, FIRST` and `First Last` apart. Of a longer name it cannot be told which words are the family name, and a wrong guess would
 * match the wrong person, so it stays whole as the first name: people are matched by all of it.
 */
export function splitName(name: string): SplitName {
  const comma = name.indexOf(",");
  if (comma >= 0) return { lastName: name.slice(0, comma).trim(), firstName: name.slice(comma + 1).trim() };
  const [first = "", last, ...more] = name.split(" ");
  return last === undefined || more.length > 0
    ? { lastName: "", firstName: name }
    : { lastName: last, firstName: first };
}

/** What tells people apart: their payroll id, else their name, so that two people without an id are not one. */
export function idOr(row: Row, field: string, otherwise: string | undefined): string | undefined {
  return row.may(field, text) ?? otherwise;
}
