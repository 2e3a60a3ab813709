/** Rows of registers to pay lines: one for each person and sort of pay. */
import type { PayCategory, PayLineFact } from "../facts.ts";
import type { FieldSpec } from "../interpretation.ts";
import { isBlank } from "./blank.ts";
import { optional, type Row } from "./cells.ts";
import { cents, hundredths, rate } from "./readers.ts";

type Readable<V> = { [K in keyof V]: V[K] | undefined };

/** Who was paid, for when, by which program. */
export type Payee = Readable<
  Pick<PayLineFact, "system" | "companyCode" | "employeeId" | "name" | "department" | "periodStart" | "periodEnd">
>;

/** A total of a department or of the whole: a row that says so in any cell and names nobody. `id` is the field that names people. */
export function isTotalOf(row: Row, id: string): boolean {
  return isBlank(row.cell(id)) && row.cells.some((cell) => typeof cell === "string" && /\btotals?\b/i.test(cell));
}

/** One sort of pay: hours in hundredths, rate in ten-thousandths of a dollar, amount in cents. */
export type PayItem = Readable<Pick<PayLineFact, "payCode" | "category" | "hours" | "rate" | "amountCents">>;

/**
 * Adds the sorts of pay a row has. Nothing and zero are "none of it" and give no line; only a gross of zero is a statement of its own.
 * A row with an unreadable cell gives no line at all.
 */
export function addPayLines(row: Row, payee: Payee, items: readonly PayItem[]): void {
  for (const item of items) {
    const isNone = item.hours === 0 || item.hours === null;
    const isUnpaid = item.amountCents === null || (item.amountCents === 0 && item.category !== "gross");
    if (!(isNone && isUnpaid)) row.fact("payLine", { ...payee, ...item });
  }
}

/** A sort of pay that stands in columns of its own. */
export interface PayColumns {
  /** What the line is called. */
  readonly payCode: string;
  readonly category: PayCategory;
  readonly hours?: string;
  readonly amount?: string;
  /** Column of the hourly rate of this sort of pay. */
  readonly rate?: string;
}

/** The sorts of pay of a row that has a column for each. */
export function payItems(row: Row, sorts: readonly PayColumns[]): PayItem[] {
  return sorts.map(({ payCode, category, hours, amount, rate: rateColumn }) => {
    const item = {
      payCode,
      category,
      hours: hours === undefined ? null : row.may(hours, hundredths),
      amountCents: amount === undefined ? null : row.may(amount, cents),
    };
    return { ...item, rate: rateColumn === undefined ? null : row.may(rateColumn, rate) };
  });
}

/** Columns for hours and pay of the usual sorts of time off, by what registers call them. */
export const TIME_OFF_FIELDS: Readonly<Record<string, FieldSpec>> = {
  ptoHours: optional.number("pto hours", "paid time off hours", "pto"),
  ptoPay: optional.money("pto pay", "pto amount", "paid time off pay"),
  vacationHours: optional.number("vacation hours", "vacation", "vac hours"),
  vacationPay: optional.money("vacation pay", "vacation amount"),
  sickHours: optional.number("sick hours", "sick"),
  sickPay: optional.money("sick pay", "sick amount"),
  holidayHours: optional.number("holiday hours", "holiday"),
  holidayPay: optional.money("holiday pay", "holiday amount"),
};

/** The sorts of pay in them. */
export const TIME_OFF: readonly PayColumns[] = [
  { payCode: "PTO Hours", category: "time off", hours: "ptoHours", amount: "ptoPay" },
  { payCode: "Vacation Hours", category: "time off", hours: "vacationHours", amount: "vacationPay" },
  { payCode: "Sick Hours", category: "time off", hours: "sickHours", amount: "sickPay" },
  { payCode: "Holiday Hours", category: "holiday", hours: "holidayHours", amount: "holidayPay" },
];
