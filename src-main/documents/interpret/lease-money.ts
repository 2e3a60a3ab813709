/** What a line of a lessor's invoice charges: one amount, or a column for each charge of a van's month. */

import type { ChargeCode } from "#shared/charges.ts";
import type { Cents } from "#shared/money.ts";
import type { Row } from "./cells.ts";
import { chargeCode } from "./charge-codes.ts";
import { CHARGES } from "./lease-fields.ts";
import { cents } from "./readers.ts";

/** One charge of a row, in cents. */
export interface Charge {
  readonly code: ChargeCode;
  readonly description: string;
  readonly amountCents: Cents;
  readonly taxCents: Cents;
  readonly totalCents: Cents;
}

/** What each column of a charge of its own charges. A rental column says by the row's words whether it is a part of a month. */
const CODES: Readonly<Record<keyof typeof CHARGES, ChargeCode>> = {
  rental: "RENT",
  managementFee: "MGMT_FEE",
  maintenanceFee: "MAINT",
  insuranceFee: "INSURANCE",
  mileageFee: "MILEAGE_OVER",
  tolls: "TOLL",
  fuel: "FUEL",
  registration: "REGISTRATION",
  lateFee: "LATE_FEE",
  damage: "DAMAGE",
  otherCharges: "OTHER",
  credit: "CREDIT",
};
const COLUMNS = Object.keys(CODES) as (keyof typeof CHARGES)[];

/** Fields that may hold a line's money. */
export const MONEY: readonly string[] = ["amount", "total", ...COLUMNS];

/** The charges of a row, the first with its tax. Undefined where they cannot be told; a problem then says why. */
export function chargesOf(row: Row): readonly Charge[] | undefined {
  const tax = row.may("tax", cents);
  const total = row.may("total", cents);
  const columns = COLUMNS.map((field) => ({ field, value: row.may(field, cents) }));
  const amount = row.may("amount", cents);
  if (tax === undefined || total === undefined || amount === undefined) return undefined;
  if (columns.some(({ value }) => value === undefined)) return undefined;
  const parts = columns.flatMap(({ field, value }) =>
    value ? [{ field, cents: field === "credit" ? -Math.abs(value) : value }] : [],
  );
  const sum = parts.reduce((all, part) => all + part.cents, 0);
  // Beside an amount, a rental is what the contract says; another column with money must be a part of the amount.
  const beside = parts.filter(({ field }) => field !== "rental");
  if (amount !== null && amount !== 0 && beside.length > 0 && sum !== amount) {
    row.problem("amount", "The charges of this line do not add up to its amount, so it cannot be told what is billed.");
    return undefined;
  }
  if (amount !== null && beside.length === 0) return single(row, codeOf(row, null), amount, tax, total);
  const [first, ...others] = parts;
  if (first !== undefined && others.length === 0) {
    return single(row, codeOf(row, first.field), first.cents, tax, total);
  }
  if (first !== undefined) return several(row, parts, tax ?? 0, total);
  const zero = columns.find(({ value }) => value === 0);
  if (zero) return single(row, codeOf(row, zero.field), 0, tax, total);
  const onlyTotal = !row.has("amount") && !COLUMNS.some((field) => row.has(field));
  if (onlyTotal && total !== null) return single(row, codeOf(row, null), total - (tax ?? 0), tax, total);
  row.need(["amount", ...COLUMNS].find((field) => row.has(field)) ?? "total", cents);
  return undefined;
}

/** No tax printed is no tax; a total that is not printed follows from the amount. */
function single(
  row: Row,
  code: ChargeCode,
  amountCents: Cents,
  tax: Cents | null,
  total: Cents | null,
): readonly Charge[] | undefined {
  if (amountCents > 0 && code === "CREDIT") {
    row.problem(
      row.has("amount") ? "amount" : "total",
      "The line is called a credit, but its amount is not negative, so it cannot be told which way the money goes.",
    );
    return undefined;
  }
  const taxCents = tax ?? 0;
  // Where the lessor has only a code of its own, the code is all its words.
  const description = row.words("description") || (code === "OTHER" ? row.words("chargeCode") : "");
  return [{ code, description, amountCents, taxCents, totalCents: total ?? amountCents + taxCents }];
}

/** Each charge is a line; the tax on all of them is another, as nothing says which of them is taxed by how much. */
function several(
  row: Row,
  parts: readonly { readonly field: keyof typeof CHARGES; readonly cents: Cents }[],
  tax: Cents,
  total: Cents | null,
): readonly Charge[] | undefined {
  const sum = parts.reduce((all, part) => all + part.cents, tax);
  if (total !== null && total !== sum) {
    row.problem(
      "total",
      "The charges and the tax of this line do not add up to its total, so a charge may be missing.",
    );
    return undefined;
  }
  const words = row.words("description");
  const charges = parts.map(({ field, cents: amountCents }) => ({
    code: field === "rental" && codeOf(row, field) === "PRORATE" ? "PRORATE" : CODES[field],
    description: words === "" ? titleOf(field) : `${words}: ${titleOf(field)}`,
    amountCents,
    taxCents: 0,
    totalCents: amountCents,
  }));
  if (tax === 0) return charges;
  return [...charges, { code: "TAX", description: "Tax", amountCents: tax, taxCents: 0, totalCents: tax }];
}

function titleOf(field: keyof typeof CHARGES): string {
  const title = CHARGES[field].titles[0] ?? field;
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** By the lessor's code and words; where it has neither, by the column the money stands in. */
function codeOf(row: Row, field: keyof typeof CHARGES | null): ChargeCode {
  const [code, description] = [row.words("chargeCode"), row.words("description")];
  // A file with neither codes nor words but a column `Monthly Rental` bills rent.
  if (field !== null && (field !== "rental" || (code === "" && description === ""))) return CODES[field];
  const found = chargeCode(code, description);
  const given = row.peek(field ?? (row.has("amount") ? "amount" : "total"), cents);
  // An adjustment in our favor is a credit whatever it is for.
  const adjusts = found === "OTHER" && /\badjust/i.test(`${code} ${description}`);
  return adjusts && given !== null && given < 0 ? "CREDIT" : found;
}
