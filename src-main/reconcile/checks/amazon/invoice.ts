/** What a line of Amazon's variable invoice pays for, how often, and until when it can be disputed. Pure. */
import { baseService, lateCancelService, normalise, serviceKey, variantWords } from "#main/matching/services.ts";
import { type Quantity, type Rate, TEN_THOUSAND } from "#shared/money.ts";
import { addDays, type IsoDate } from "#shared/week.ts";
import type { InvoiceFact, RateItem } from "../../../documents/facts.ts";
import { itemOfExport, namesNothing } from "./export.ts";
import type { NamedLine } from "./names.ts";

/** Days after issue in which an invoice can be disputed where it names no closing day (documents page, section 2). */
const DISPUTE_DAYS = 14;

/** Fees of the packages section by their words: branding pays for the same parcels again and pickups have rates of their own. */
function packageItem(text: string): RateItem | null {
  if (text.includes("branding")) return "branding package";
  if (text.includes("pickup")) return "pickup";
  return text.includes("variable per shipment") || text.includes("delivery complete") ? "package" : null;
}

/** Quick coverage is paid beside the routes, not as one of them. */
export function isQuickCoverage(line: NamedLine): boolean {
  return wordsOf(line).includes("quick coverage");
}

/** Everything a line says of itself, as it is compared. */
function wordsOf(line: NamedLine): string {
  return normalise(`${line.description} ${line.serviceType} ${line.calledService ?? ""}`);
}

/** The rate-card item that prices a line; null where the card knows no such item (other fees, deductions). */
export function itemOf(line: NamedLine): RateItem | null {
  const text = wordsOf(line);
  if (isQuickCoverage(line)) return null;
  if (line.form === "export") return itemOfExport(line, text, packageItem);
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
      return packageItem(text);
    default:
      return null;
  }
}

/** Lines that pay for an item, in the order of their rows. */
export function linesFor<L extends NamedLine>(lines: readonly L[], item: RateItem): L[] {
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
 * The service a line names: what the office calls it, else the service-type column, unless the description says more of the same type or
 * names a variant that the column leaves out (recycle, helper, nursery level): a variant must not fall onto its base type.
 */
export function serviceOf(line: NamedLine): LineService {
  const column = serviceKey(line.serviceType);
  const text = serviceKey(line.description);
  const printed = text.blockMinutes ?? column.blockMinutes;
  if (line.calledService !== undefined) {
    const called = serviceKey(line.calledService);
    return { key: called.key, minutes: printed ?? called.blockMinutes };
  }
  if (namesNothing(line)) return { key: "", minutes: printed };
  if (column.key === "") return { key: text.key, minutes: printed };
  const saysMore = text.key.startsWith(`${column.key} `);
  const variant = baseService(text.key);
  const namesVariant = variant.variant !== null && baseService(column.key).variant === null;
  const sameBase = variant.base === baseService(column.key).base;
  const known = new Set(variantWords(column.key));
  const another = variantWords(text.key).some((word) => !known.has(word));
  return { key: saysMore || (namesVariant && sameBase) || another ? text.key : column.key, minutes: printed };
}

/** The service type that a line of the late cancellations pays for; empty where it names none. */
export function canceledServiceOf(line: NamedLine): string {
  if (line.calledService !== undefined) {
    return lateCancelService(line.calledService) ?? serviceKey(line.calledService).key;
  }
  const column = serviceKey(line.serviceType).key;
  if (line.form === "export") {
    return namesNothing(line) ? "" : (lateCancelService(line.description) ?? column);
  }
  return column === "" ? (lateCancelService(line.description) ?? "") : column;
}

/** Whether a line has an amount and nothing it could be counted from, as the lines of an export. */
export function isAmountOnly(line: NamedLine): boolean {
  return line.quantity === null && line.rate === null;
}

/**
 * How often a line pays, in ten-thousandths; below zero where it takes back. A line without a quantity is counted from its amount where
 * the rate (its own, else the one given) divides it into whole units; undefined where it does not.
 */
export function quantityOf(line: NamedLine, rate: Rate | null = null): Quantity | undefined {
  if (line.quantity !== null) return line.amountCents < 0 && line.quantity > 0 ? -line.quantity : line.quantity;
  return unitsOf(line.amountCents, line.rate ?? rate);
}

/** How many whole units an amount pays at a price, in ten-thousandths; undefined where the price does not divide it. */
export function unitsOf(amountCents: number, price: Rate | null): Quantity | undefined {
  if (price === null || price === 0) return undefined;
  // Cents are 100 times a rate's ten-thousandths.
  const units = (amountCents * 100) / price;
  return Number.isInteger(units) ? units * TEN_THOUSAND : undefined;
}

/** The invoice a shortage is claimed on: that of the lines, else the latest one whose period holds the day. */
export function headFor(
  heads: readonly InvoiceFact[],
  lines: readonly NamedLine[],
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
export function claimOn(head: InvoiceFact | null, lines: readonly NamedLine[]) {
  return {
    counterparty: "Amazon",
    invoiceNumber: head?.invoiceNumber ?? lines[0]?.invoiceNumber ?? null,
    deadline: head === null ? null : (head.disputeCloses ?? addDays(head.issuedOn, DISPUTE_DAYS)),
  };
}
