/** The bank's download: a line a movement, in one signed column or in one for each direction. Money in is positive. */
import type { Cents } from "#shared/money.ts";
import type { KindDefinition, RecognisedTable } from "../interpretation.ts";
import { normaliseTitle, titleKey } from "../recognise/titles.ts";
import { isBlank } from "./blank.ts";
import { interpretRows, optional, type Row, required } from "./cells.ts";
import { cents, date, text } from "./readers.ts";

/** Columns and labels that no bank has: a table with one of them is a document of another sort. */
const FOREIGN: ReadonlySet<string> = new Set(
  [
    "section",
    "rate",
    "quantity",
    "qty",
    "vin",
    "unit",
    "station",
    "service type",
    "invoice number",
    "charge code",
    "delivery associate",
    "employee id",
    "hours",
    "pay code",
  ].map(titleKey),
);

function fits({ table, headerRow, columns }: RecognisedTable): boolean {
  const keys = (table.rows[headerRow] ?? []).map((cell) => titleKey(String(cell)));
  const hasMoney = columns.has("amount") || columns.has("debit") || columns.has("credit");
  return hasMoney && !keys.some((key) => FOREIGN.has(key));
}

/** A balance carried from page to page moves no money. */
function isBalance(row: Row): boolean {
  const noMoney = ["amount", "debit", "credit"].every((field) => isBlank(row.cell(field)));
  return noMoney && /\bbalance\b/i.test(row.words("description"));
}

function amountOf(row: Row): Cents | undefined {
  if (row.has("amount")) {
    const amount = row.need("amount", cents);
    const direction = normaliseTitle(row.words("direction"));
    // Some banks print money out without a sign and say so beside it.
    return amount !== undefined && (direction === "debit" || direction === "dr") ? minus(amount) : amount;
  }
  const out = row.may("debit", cents);
  const into = row.may("credit", cents);
  if (out === undefined || into === undefined) return undefined;
  // Where both columns are always filled, the one that does not apply holds zero.
  if (out && into) row.problem("debit", "This line has money going out and coming in at once.");
  else if (out === null && into === null) row.problem("debit", "This line has no amount.");
  else if (out) return minus(out);
  else return into ?? 0;
  return undefined;
}

/** Money out, whether or not the bank has printed its sign. */
function minus(amount: Cents): Cents {
  return amount === 0 ? 0 : -Math.abs(amount);
}

export const bankStatement: KindDefinition = {
  kind: "bank statement",
  fields: {
    date: required.date("date", "posting date", "posted date", "post date", "transaction date", "booking date"),
    description: required("description", "transaction description", "payee", "memo", "narrative", "details"),
    amount: optional.money("amount", "transaction amount", "amount (usd)"),
    debit: optional.money("debit", "debits", "debit amount", "withdrawal", "withdrawals", "money out", "paid out"),
    credit: optional.money("credit", "credits", "credit amount", "deposit", "deposits", "money in", "paid in"),
    direction: optional("transaction type", "debit/credit", "credit/debit", "dr/cr", "cr/dr", "type"),
    balance: optional.money("balance", "running balance", "running bal.", "closing balance"),
  },
  fits,
  interpret: (recognised) => {
    const place = (row: Row) => ({ station: null, day: row.peek("date", date) });
    return interpretRows(recognised, { kind: "bank statement", anchors: ["date"], place, takes: isBalance }, (row) =>
      row.fact("bankLine", {
        date: row.need("date", date),
        description: row.need("description", text),
        amountCents: amountOf(row),
      }),
    );
  },
};
