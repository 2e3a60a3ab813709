/** What a line of Amazon's variable invoice pays for, how often, and until when it can be disputed. Pure. */
import { baseService, lateCancelService, serviceKey } from "#main/matching/services.ts";
import { type Quantity, type Rate, TEN_THOUSAND } from "#shared/money.ts";
import { addDays, type IsoDate } from "#shared/week.ts";
import type { InvoiceFact, InvoiceLineFact, RateItem } from "../../../documents/facts.ts";

/** Days after issue in which an invoice can be disputed where it names no closing day (documents page, section 2). */
const DISPUTE_DAYS = 14;

/** The rate-card item that prices a line; null where the card knows no such item (other fees, deductions). */
export function itemOf(line: InvoiceLineFact): RateItem | null {
  const text = `${line.description} ${line.serviceType}`.normalize("NFKC").toLowerCase();
  switch (line.section) {
    case "routes":
      return "route";
    case "training sessions":
      return "training";
    case "late cancellations":
      // Cancellations charged to us stand in the same section.
      return lateCancelService(line.description) === null ? null : "late cancel";
    case "unplanned delay":
      return "unplanned delay hour";
    case "packages":
      // Branding pays for the same parcels again and pickups have rates of their own: neither is the per-piece fee.
      if (text.includes("branding")) return "branding package";
      if (text.includes("pickup")) return "pickup";
      return text.includes("variable per shipment") || text.includes("delivery complete") ? "package" : null;
    default:
      return null;
  }
}

/** Lines that pay for an item, in the order of their rows. */
export function linesFor(lines: readonly InvoiceLineFact[], item: RateItem): InvoiceLineFact[] {
  return lines.filter((line) => itemOf(line) === item);
}

/** A service as the invoice and the work summary are joined: normalised type and block in minutes. */
export interface LineService {
  /** Empty where the line names no service. */
  readonly key: string;
  /** Null where the line names no block. */
  readonly minutes: number | null;
}

/**
 * The service a line names. The service-type column decides, unless the description says more of the same type (a ride along, a recycle
 * variant): a variant must not fall onto its base type.
 */
export function serviceOf(line: InvoiceLineFact): LineService {
  const column = serviceKey(line.serviceType);
  const text = serviceKey(line.description);
  const minutes = text.blockMinutes ?? column.blockMinutes;
  if (column.key === "") return { key: text.key, minutes };
  const saysMore = text.key.startsWith(`${column.key} `);
  const variant = baseService(text.key);
  const namesVariant = variant.variant !== null && baseService(column.key).variant === null;
  const sameBase = variant.base === baseService(column.key).base;
  return { key: saysMore || (namesVariant && sameBase) ? text.key : column.key, minutes };
}

/** The service type that a line of the late cancellations pays for; empty where it names none. */
export function canceledServiceOf(line: InvoiceLineFact): string {
  const column = serviceKey(line.serviceType).key;
  return column === "" ? (lateCancelService(line.description) ?? "") : column;
}

/**
 * How often a line pays, in ten-thousandths. A line without a quantity is counted from its amount where the rate (its own, else the one
 * given) divides it into whole units; undefined where it does not.
 */
export function quantityOf(line: InvoiceLineFact, rate: Rate | null = null): Quantity | undefined {
  if (line.quantity !== null) return line.quantity;
  const price = line.rate ?? rate;
  if (price === null || price === 0) return undefined;
  // Cents are 100 times a rate's ten-thousandths.
  const units = (line.amountCents * 100) / price;
  return Number.isInteger(units) ? units * TEN_THOUSAND : undefined;
}

/** The invoice a shortage is claimed on: that of the lines, else the latest one whose period holds the day. */
export function headFor(
  heads: readonly InvoiceFact[],
  lines: readonly InvoiceLineFact[],
  date: IsoDate | null,
): InvoiceFact | null {
  const number = lines[0]?.invoiceNumber;
  const named = heads.find((head) => head.invoiceNumber === number);
  if (named) return named;
  const holding = heads.filter((head) => date === null || (head.periodStart <= date && date <= head.periodEnd));
  const latestFirst = (a: InvoiceFact, b: InvoiceFact) =>
    a.issuedOn === b.issuedOn ? (a.invoiceNumber < b.invoiceNumber ? -1 : 1) : a.issuedOn > b.issuedOn ? -1 : 1;
  return [...holding].sort(latestFirst)[0] ?? null;
}

/** Whom a finding is claimed from, on which invoice and until when. */
export function claimOn(head: InvoiceFact | null, lines: readonly InvoiceLineFact[]) {
  return {
    counterparty: "Amazon",
    invoiceNumber: head?.invoiceNumber ?? lines[0]?.invoiceNumber ?? null,
    deadline: head === null ? null : (head.disputeCloses ?? addDays(head.issuedOn, DISPUTE_DAYS)),
  };
}
