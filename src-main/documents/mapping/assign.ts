/** Which column goes to which field of a kind: the surest pairs first, no column to two fields. */

import type { KindDefinition } from "../interpretation.ts";
import type { Contents } from "./contents.ts";
import { type Field, fieldsOf } from "./definitions.ts";
import { byTitle, type Match, matchOf, suits } from "./match.ts";

/** A text above the table that may be the label of the value beside it. */
export interface Label {
  readonly title: string;
  readonly value: string;
}

/** What is known of a table whose columns are to be assigned. */
export interface Seen {
  readonly titles: readonly string[];
  readonly contents: readonly Contents[];
  readonly above: readonly Label[];
}

/** A field with the title of the column or label it comes from. */
export interface Assigned extends Match {
  readonly field: Field;
  readonly title: string;
}

/** A whole draft for one definition. */
export interface Assignment {
  readonly definition: KindDefinition;
  readonly assigned: readonly Assigned[];
  /** How much speaks for the kind, from 0 to 100. */
  readonly score: number;
}

interface Pair extends Assigned {
  /** Column, or -1 less the label's place. */
  readonly place: number;
}

/** The likeliest column or label of each field of a definition. */
export function assign(seen: Seen, definition: KindDefinition): Assignment {
  const fields = fieldsOf(definition);
  const pairs = fields.flatMap((field) => [...columnsFor(seen, field), ...labelsFor(seen, field)]);
  // Where two are equally sure, the field that must be there counts, then what each row says itself, then the column further left.
  pairs.sort(
    (a, b) =>
      b.sure - a.sure ||
      Number(b.field.required) - Number(a.field.required) ||
      Number(a.field.above) - Number(b.field.above) ||
      a.place - b.place,
  );
  const taken = new Set<number>();
  const assigned = new Map<string, Assigned>();
  for (const { place, ...pair } of pairs) {
    if (taken.has(place) || assigned.has(pair.field.field)) continue;
    // By its contents alone a column is suggested only for what is needed.
    if (pair.by === "contents" && !pair.field.required) continue;
    taken.add(place);
    assigned.set(pair.field.field, pair);
  }
  const last = leftOver(seen, fields, assigned, taken);
  const all = [...assigned.values(), ...last];
  return { definition, assigned: all, score: Math.max(0, scoreOf(seen, fields, all) - strangeness(definition, all)) };
}

/** Layouts without rules of one program only. A kind with one layout has none. */
const GENERAL: ReadonlySet<string> = new Set(["ADP Workforce Now", "Payroll register"]);

/** A table in nobody's own words is rather read by a general layout than by the rules of another program. */
function strangeness({ layout }: KindDefinition, assigned: readonly Assigned[]): number {
  const own = assigned.filter(({ by }) => by === "title").length;
  return layout === undefined || GENERAL.has(layout) || own * 2 >= assigned.length ? 0 : 5;
}

/** Where one needed field is left, and one column that can be it, they are likely to be one. A guess, and said to be one. */
function leftOver(
  { titles, contents }: Seen,
  fields: readonly Field[],
  assigned: ReadonlyMap<string, Assigned>,
  taken: ReadonlySet<number>,
): Assigned[] {
  const [field, ...others] = fields.filter((each) => each.required && each.column && !assigned.has(each.field));
  if (!field || others.length > 0) return [];
  const [title, ...more] = titles.filter((_, place) => {
    const held = contents[place];
    const isFree = held !== undefined && !taken.has(place) && isFindable(titles, place);
    return isFree && held.filled > 0 && suits(held, field) >= 0.9;
  });
  return title === undefined || more.length > 0 ? [] : [{ by: "contents", sure: 0.2, field, title }];
}

/** As long as a mapping keeps a title. */
const LONGEST_TITLE = 300;

/** Columns are found again by their titles: the second one of a title cannot be told from the first. */
function isFindable(titles: readonly string[], place: number): boolean {
  const title = titles[place] ?? "";
  return title !== "" && title.length <= LONGEST_TITLE && titles.indexOf(title) === place;
}

function columnsFor({ titles, contents }: Seen, field: Field): Pair[] {
  return titles.flatMap((title, place) => {
    const held = contents[place];
    if (held === undefined || !isFindable(titles, place)) return [];
    const match = matchOf(title, held, field);
    return match === null ? [] : [{ ...match, field, title, place }];
  });
}

function labelsFor({ above }: Seen, field: Field): Pair[] {
  if (!field.above) return [];
  return above.flatMap(({ title }, index) => {
    const match = title.length > LONGEST_TITLE ? null : byTitle(title, field);
    return match === null ? [] : [{ ...match, sure: match.sure * 0.99, field, title, place: -1 - index }];
  });
}

/** Most of it is how much of what is needed is there; the rest how much of the table would be understood. */
function scoreOf({ titles }: Seen, fields: readonly Field[], assigned: readonly Assigned[]): number {
  const needed = fields.filter(({ required }) => required).length;
  const sum = (some: readonly Assigned[]) => some.reduce((total, { sure }) => total + sure, 0);
  const columns = new Set(titles.filter((title) => title !== "")).size;
  const there = needed === 0 ? 0 : sum(assigned.filter(({ field }) => field.required)) / needed;
  const understood =
    columns === 0 ? 0 : Math.min(1, sum(assigned.filter(({ title }) => titles.includes(title))) / columns);
  return Math.round(100 * (0.6 * there + 0.4 * understood));
}
