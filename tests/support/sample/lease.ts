/** The lessors' monthly invoices, as the contracts ask for them. */
import { addDays, daysBetween, monthEnd, monthStart } from "./dates.ts";
import { divideHalfUp } from "./decimal.ts";
import { LESSORS, type Lessor, type Proration, type Van } from "./fleet.ts";
import { type Cell, day, money, quantity, xlsxFile } from "./spreadsheet.ts";

/** One line of a lessor's invoice. Quantity is always one month or one part of it. */
export interface LeaseLine {
  vin: string;
  unit: string;
  plate: string;
  contract: string;
  chargeCode: "RENT" | "PRORATE";
  description: string;
  from: string;
  /** Last day billed. */
  to: string;
  amountCents: number;
  taxCents: number;
  /** The van billed, for lines that bill one of ours. */
  van: Van | null;
}

/** A lessor's invoice before it is written down. */
export interface LeaseInvoice {
  lessor: Lessor;
  month: string;
  number: string;
  lines: LeaseLine[];
}

/** Rent for the days from `from` to `to`, both included, by a proration method; rounded half up once. */
export function rentFor(van: Van, from: string, to: string, proration: Proration): number {
  const month = from.slice(0, 7);
  const days = daysBetween(from, to) + 1;
  const inMonth = daysBetween(monthStart(month), monthEnd(month)) + 1;
  if (proration === "none" || days >= inMonth) return van.rentCents;
  const basis = proration === "30" ? 30 : inMonth;
  return Math.min(van.rentCents, divideHalfUp(van.rentCents * days, basis));
}

/** Tax on an amount at the van's rate. */
function taxOn(amountCents: number, van: Van): number {
  return divideHalfUp(amountCents * van.taxRate, 10_000);
}

/** Total of a line. */
export function lineTotal(line: LeaseLine): number {
  return line.amountCents + line.taxCents;
}

/** A line for days of a month, charged by the given method. */
export function leaseLine(van: Van, from: string, to: string, proration: Proration): LeaseLine {
  const month = from.slice(0, 7);
  const whole = (from === monthStart(month) && to === monthEnd(month)) || proration === "none";
  const amountCents = rentFor(van, from, to, proration);
  return {
    vin: van.vin,
    unit: van.unit,
    plate: van.plate,
    contract: van.contract,
    chargeCode: whole ? "RENT" : "PRORATE",
    description: whole ? van.lessor.full : van.lessor.partial,
    from,
    to,
    amountCents,
    taxCents: taxOn(amountCents, van),
    van,
  };
}

/** The line a van earns its lessor in a month, if it was on lease on any of its days. */
function lineOfMonth(van: Van, month: string): LeaseLine | undefined {
  const [first, last] = [monthStart(month), monthEnd(month)];
  const from = van.onLease > first ? van.onLease : first;
  const lastDay = van.offLease ?? last;
  const to = lastDay < last ? lastDay : last;
  return from > to ? undefined : leaseLine(van, from, to, van.proration);
}

/** The number of a lessor's invoice: a second one of the same month counts on. */
export function leaseInvoiceNumber(lessor: Lessor, month: string, sequence: number): string {
  return `${lessor.prefix}-${month.replace("-", "")}-${String(sequence).padStart(2, "0")}`;
}

/** The invoices of a month, one a lessor. */
export function leaseInvoices(vans: readonly Van[], month: string): LeaseInvoice[] {
  return LESSORS.map((lessor) => ({
    lessor,
    month,
    number: leaseInvoiceNumber(lessor, month, 1),
    lines: vans.filter((van) => van.lessor === lessor).flatMap((van) => lineOfMonth(van, month) ?? []),
  })).filter((invoice) => invoice.lines.length > 0);
}

/** Name of the invoice's file. */
export function leaseInvoiceName(invoice: LeaseInvoice): string {
  return `${invoice.lessor.name} Invoice ${invoice.number}.xlsx`;
}

/** The invoice as a workbook: labels above a table of lines. */
export function leaseInvoiceFile(invoice: LeaseInvoice): Uint8Array {
  const end = monthEnd(invoice.month);
  const rows: Cell[][] = [
    ["Invoice Number", invoice.number],
    ["Invoice Date", day(end)],
    ["Due Date", day(addDays(end, 30))],
    ["Provider", invoice.lessor.name],
    ["Billing Period Start", day(monthStart(invoice.month))],
    ["Billing Period End", day(end)],
    [],
    [
      "VIN",
      "Unit",
      "Plate",
      "Contract",
      "Charge Code",
      "Description",
      "Service From",
      "Service To",
      "Quantity",
      "Rate",
      "Amount",
      "Tax",
      "Total",
    ],
  ];
  for (const line of invoice.lines) {
    rows.push([
      line.vin,
      line.unit,
      line.plate,
      line.contract,
      line.chargeCode,
      line.description,
      day(line.from),
      day(line.to),
      quantity(100),
      money(line.amountCents),
      money(line.amountCents),
      money(line.taxCents),
      money(lineTotal(line)),
    ]);
  }
  const due = invoice.lines.reduce((sum, line) => sum + lineTotal(line), 0);
  rows.push(["Total Due", ...Array.from({ length: 11 }, () => null), money(due)]);
  return xlsxFile("Invoice", rows);
}
