/** Rows of documents with money that came to us, sorted by what claims ask of them. Pure. */
import type { Cents } from "#shared/money.ts";
import type { IsoDate } from "#shared/week.ts";

/** A row of a document with money that came to us. */
export interface MoneyRow {
  readonly from: "payment" | "invoice line" | "lease credit" | "bank line";
  readonly key: string;
  readonly day: IsoDate;
  /** What it is worth to us, positive. */
  readonly cents: Cents;
  /** Who gives it; empty where only the text says so. */
  readonly party: string;
  readonly station: string | null;
  /** The invoice it stands on, or of a payment its number. */
  readonly number: string;
  /** The invoice it names, empty where it names none. */
  readonly names: string;
  readonly vins: readonly string[];
  readonly text: string;
}

/** Days: an invoice of Amazon's is dated by the last day of its week and written later, so what it credits may have been sent in since. */
export const DATED_BEFORE = 7;

/** Words of lines that set something right afterwards. */
export const ADJUSTING = [
  ...["adjust", "credit", "dispute", "correct", "reimburs", "reconcil", "true-up", "true up", "retro"],
  ...["prior week", "prior month", "prior period", "prior invoice"],
] as const;
export const ADJUSTS = new RegExp(ADJUSTING.join("|"), "i");

/** Rows by what claims ask for, so that many claims can be asked at once. */
export interface MoneyIndex {
  /** By the invoice they pay. */
  readonly payments: ReadonlyMap<string, readonly MoneyRow[]>;
  readonly lines: readonly MoneyRow[];
  /** By the lessor. */
  readonly credits: ReadonlyMap<string, readonly MoneyRow[]>;
  /** By their amount. */
  readonly bank: ReadonlyMap<Cents, readonly MoneyRow[]>;
}

/** Sorts rows by what is asked of them. */
export function moneyIndex(rows: readonly MoneyRow[]): MoneyIndex {
  const of = (from: MoneyRow["from"]) => rows.filter((row) => row.from === from);
  return {
    payments: Map.groupBy(of("payment"), ({ names }) => plain(names)),
    lines: of("invoice line"),
    credits: Map.groupBy(of("lease credit"), ({ party }) => plain(party)),
    bank: Map.groupBy(of("bank line"), ({ cents }) => cents),
  };
}

/** Names as they are compared: case and blanks do not matter. */
export const plain = (text: string) => text.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
