/** How well a column suits a field: by its title first, by what it holds second. */
import { titleKey } from "../recognise/titles.ts";
import type { Contents } from "./contents.ts";
import type { Field } from "./definitions.ts";
import { synonymsOf } from "./synonyms.ts";
import { overlap, within } from "./words.ts";

/** How a column came to a field, and how sure that is, from 0 to 1. */
export interface Match {
  readonly by: "title" | "synonym" | "likeness" | "part" | "contents";
  readonly sure: number;
}

interface Names {
  readonly own: readonly string[];
  readonly synonyms: readonly string[];
  readonly synonymKeys: ReadonlySet<string>;
  /** What was said of titles before: the same file is looked at for its kind, for a draft and for every trial. */
  readonly seen: Map<string, Match | null>;
}

const known = new WeakMap<readonly string[], Names>();

function namesOf({ titles }: Field): Names {
  let names = known.get(titles);
  if (!names) {
    const synonyms = synonymsOf(titles);
    names = { own: titles.map(titleKey), synonyms, synonymKeys: new Set(synonyms.map(titleKey)), seen: new Map() };
    known.set(titles, names);
  }
  return names;
}

/** Words shared by fewer than this are chance. */
const ALIKE = 0.7;

/** What a title alone says; null where it says nothing. */
export function byTitle(title: string, field: Field): Match | null {
  const names = namesOf(field);
  let match = names.seen.get(title);
  if (match === undefined) {
    match = compared(title, field, names);
    if (names.seen.size > 2_000) names.seen.clear();
    names.seen.set(title, match);
  }
  return match;
}

function compared(title: string, field: Field, { own, synonyms, synonymKeys }: Names): Match | null {
  const key = titleKey(title);
  const place = own.indexOf(key);
  if (place >= 0) return { by: "title", sure: place === 0 ? 1 : 0.98 };
  if (synonymKeys.has(key)) return { by: "synonym", sure: 0.9 };
  const titles = [...field.titles, ...synonyms];
  const likest = Math.max(...titles.map((each) => overlap(title, each)));
  if (likest >= ALIKE) return { by: "likeness", sure: 0.4 + 0.4 * likest };
  // `Net pay` holds the word `pay` and is no rate of pay: with money a part is not enough.
  const isMoney = field.shape === "money" || /rate|wage/i.test(field.field);
  const isPart = !isMoney && titles.some((each) => within(title, each));
  return isPart ? { by: "part", sure: 0.35 + 0.2 * likest } : null;
}

/** Whether the cells can be values of the field: 1 where all can, 0 where none can. Blank columns speak neither way. */
export function suits({ filled, share }: Contents, { shape, field }: Field): number {
  if (filled === 0) return 0.5;
  switch (shape) {
    case "text":
      // A number can be an id, a date hardly anything.
      return (
        1 - 0.7 * Math.max(share.clock, isPeriod(field) ? 0 : share.date) - (isNumbered(field) ? 0 : 0.6 * share.money)
      );
    case "money":
      return Math.max(share.money, share.number);
    case "date":
      return isWeek(field) ? Math.max(share.date, share.number, share.text) : share.date;
    case "duration":
      return Math.max(share.duration, share.number);
    case "vin":
      // The check digit is not everywhere; other texts may be wrong VINs of a right column.
      return Math.max(share.vin, 0.4 * share.text);
    case "percent":
      return Math.max(share.percent, share.number);
    default:
      return share[shape];
  }
}

const isPeriod = (field: string) => /period/i.test(field);
const isWeek = (field: string) => field === "week";
const isNumbered = (field: string) => /(?:id|number|unit|contract|code|invoice)$/i.test(field);

/** Shapes that few columns can have by chance, so that the contents alone may name a field. */
const TELLING = new Set(["vin", "station", "date", "clock", "state"]);

/** How well a column suits a field; null where it does not. */
export function matchOf(title: string, contents: Contents, field: Field): Match | null {
  const fit = suits(contents, field);
  const named = byTitle(title, field);
  // What the cells cannot be, no title makes of them.
  if (contents.filled > 0 && fit < 0.5) return null;
  if (named) return { ...named, sure: named.sure * (0.8 + 0.2 * fit) };
  if (!TELLING.has(field.shape) || contents.filled === 0 || fit < 0.9) return null;
  if (field.shape === "state" && contents.filled < 3) return null;
  return { by: "contents", sure: field.shape === "vin" ? 0.45 : 0.3 };
}
