/** Rows of a lessor's invoice that sum up others: what they say they sum up, and their figures. */
import type { Cents } from "#shared/money.ts";
import type { TableFormat } from "../interpretation.ts";
import { inUsualForm } from "../recognise/format.ts";
import { isBlank } from "./blank.ts";
import type { Row } from "./cells.ts";
import { isOfAccount } from "./lease-account.ts";
import { CHARGES } from "./lease-fields.ts";
import { kindOfSum, type SumKind, saysSum, saysTax, saysTotal, sumInOneCell } from "./lease-sum-words.ts";
import { isSum } from "./lease-vans.ts";
import { cents } from "./readers.ts";

/** A row that sums up. */
export interface SumRow {
  readonly row: number;
  readonly kind: SumKind;
  readonly words: string;
  /** Filled figures by the column they stand in; `only` where there is one, wherever it stands. */
  readonly amount: Cents | null;
  readonly tax: Cents | null;
  readonly total: Cents | null;
  readonly only: Cents | null;
  /** The cells that say so, by what they are. */
  readonly cells: Readonly<Record<string, string>>;
}

/** What is counted and no money: `Total miles`. */
const COUNTS = /\b(?:miles|mileage|vans|vehicles|units|days|hours|lines|items|qty|quantity|count)\b/i;

/** The kind of sum a row is, with the words that say so; undefined for a line. `after` is whether a sum stands right above it. */
export function sumOf(row: Row, after: boolean): { kind: SumKind | "account"; words: string } | undefined {
  const words = sumWords(row, after);
  if (words === undefined) return undefined;
  return { kind: isOfAccount(words) ? "account" : kindOfSum(words), words };
}

function sumWords(row: Row, after: boolean): string | undefined {
  const said = row.cells.filter((cell) => !isBlank(cell)).map((cell) => plain(String(cell)));
  const [first = "", ...others] = said;
  const alone = others.length === 0 ? sumInOneCell(first) : null;
  if (alone !== null) return alone.words;
  if (isSum(row)) return said.find((words) => /totals?\b|\bdue\b/i.test(words)) ?? first;
  const ofLine = ["chargeCode", "rate", "serviceFrom", "serviceTo", ...(saysTotal(first) ? [] : ["quantity"])];
  if (!ofLine.every((field) => isBlank(row.cell(field)))) return undefined;
  if (saysSum(first) && COUNTS.test(first)) return first;
  const named = ["vin", "unit", "plate"].some((field) => row.words(field) !== "" && plain(row.words(field)) !== first);
  if (named) return undefined;
  if (saysSum(first) || isOfAccount(first)) return first;
  const described = plain(row.words("description")) === first;
  return saysTax(first) && (after || !described) ? first : undefined;
}

function plain(words: string): string {
  return words.normalize("NFKC").replace(/\s+/g, " ").trim();
}

/** A sum row with its figures; undefined where it has none, or one that cannot be read (a problem then says so). */
export function sumRow(
  row: Row,
  { kind, words }: { kind: SumKind; words: string },
  format: TableFormat,
): SumRow | undefined {
  // Its words may stand beside its figure, in another column of money.
  const money = (field: string) => (plain(String(row.cell(field))).startsWith(words) ? null : row.may(field, cents));
  const [amount, tax, total] = [money("amount"), money("tax"), money("total")];
  const charges = Object.keys(CHARGES).map(money);
  if ([amount, tax, total, ...charges].includes(undefined)) return undefined;
  const read = { amount: amount ?? null, tax: tax ?? null, total: total ?? null };
  const filled = [amount, tax, total, ...charges].filter((each) => typeof each === "number");
  if (COUNTS.test(words) && filled.length === 0) return undefined;
  // A value that stands in no column of money: the row's last figure, where it is written as money.
  const stray = row.cells.findLast((cell) => /[$]|\d[.,]\d{2}\D*$/.test(String(cell)) && plain(String(cell)) !== words);
  const figure = stray === undefined ? undefined : (sumInOneCell(plain(String(stray)))?.figure ?? stray);
  const last = figure === undefined ? undefined : cents.read(inUsualForm(figure, "money", format));
  const only = filled.length === 1 ? (filled[0] ?? null) : filled.length === 0 ? (last ?? null) : null;
  if (only === null && filled.length === 0) return undefined;
  const said = row.cells.filter((cell) => !isBlank(cell)).map(String);
  const cells = { [words]: said.filter((cell) => plain(cell) !== words).join(" | ") };
  return { row: row.number, kind, words, ...read, only, cells };
}
