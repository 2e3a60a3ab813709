/** The words of a column title as they are compared: abbreviations written out, plurals dropped. */
import { normaliseTitle } from "../recognise/titles.ts";

/** What offices and their programs write for a word. */
const WRITTEN_OUT: Readonly<Record<string, string>> = {
  "#": "number",
  no: "number",
  nr: "number",
  nbr: "number",
  num: "number",
  acct: "account",
  amt: "amount",
  bal: "balance",
  cd: "code",
  chg: "charge",
  co: "company",
  ctr: "contract",
  cust: "customer",
  dept: "department",
  desc: "description",
  descr: "description",
  dt: "date",
  ee: "employee",
  emp: "employee",
  eff: "effective",
  hr: "hour",
  inv: "invoice",
  loc: "location",
  mgmt: "management",
  mi: "mile",
  nm: "name",
  odo: "odometer",
  ot: "overtime",
  pd: "period",
  pp: "period",
  pmt: "payment",
  qty: "quantity",
  reg: "regular",
  ref: "reference",
  svc: "service",
  term: "termination",
  tot: "total",
  trans: "transaction",
  txn: "transaction",
  veh: "vehicle",
  wk: "week",
  yr: "year",
  canceled: "cancelled",
  begin: "start",
  beginning: "start",
  began: "start",
  commencement: "start",
  starting: "start",
  ending: "end",
  ended: "end",
  finish: "end",
  given: "first",
  forename: "first",
  fname: "first",
  surname: "last",
  family: "last",
  lname: "last",
  worker: "employee",
  staff: "employee",
  personnel: "employee",
  licence: "license",
  vehicles: "vehicle",
  bill: "invoice",
  billing: "invoice",
  wages: "pay",
  wage: "pay",
};

/** Words that tell nothing. */
const EMPTY = new Set(["the", "of", "a", "an", "for", "and", "usd", "us", "$", "&", "by"]);

/** Words in titles of every sort: shared alone they say nothing. */
const COMMON = new Set([
  "number",
  "id",
  "code",
  "name",
  "type",
  "total",
  "time",
  "period",
  "service",
  "start",
  "end",
  "employee",
  "company",
  "rate",
  "pay",
  "to",
  "from",
  "amount",
  "on",
]);

const known = new Map<string, readonly string[]>();

/** The telling words of a title, each once. */
export function wordsOf(title: string): readonly string[] {
  let words = known.get(title);
  if (!words) {
    words = [...new Set(split(title).map(plain))];
    if (known.size > 5_000) known.clear();
    known.set(title, words);
  }
  return words;
}

function split(title: string): string[] {
  // `EmployeeID` and `empId` are two words each.
  const apart = title.replace(/([a-z])([A-Z])/g, "$1 $2").replace(/([A-Z])([A-Z][a-z])/g, "$1 $2");
  const all = normaliseTitle(apart)
    .replace(/o\/t/g, "overtime")
    .replace(/#/g, " # ")
    .split(/[\s\-./?(),:;&|]+/)
    .filter((word) => word !== "");
  const telling = all.filter((word) => !EMPTY.has(word));
  return telling.length > 0 ? telling : all;
}

function plain(word: string): string {
  const singular = word.length > 2 && /[^su]s$/.test(word) ? word.slice(0, -1) : word;
  return WRITTEN_OUT[word] ?? WRITTEN_OUT[singular] ?? singular;
}

/** Whether the words of one title are all words of the other, with words that tell something among them. */
export function within(a: string, b: string): boolean {
  const [mine, theirs] = [wordsOf(a), wordsOf(b)];
  const [fewer, more] = mine.length <= theirs.length ? [mine, theirs] : [theirs, mine];
  return fewer.every((word) => more.includes(word)) && fewer.some((word) => !COMMON.has(word));
}

/** How much two titles have in common, from 0 to 1: the shared words among all of them. */
export function overlap(a: string, b: string): number {
  const [mine, theirs] = [wordsOf(a), wordsOf(b)];
  const shared = mine.filter((word) => theirs.includes(word)).length;
  return shared === 0 ? 0 : (2 * shared) / (mine.length + theirs.length);
}
