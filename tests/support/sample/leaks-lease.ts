/** Mistakes in the lessors' invoices of a month. Each planter spoils or adds one line. */
import { addDays, monthEnd, monthStart } from "./dates.ts";
import { twoPlaces } from "./decimal.ts";
import type { Van } from "./fleet.ts";
import type { Leak } from "./leak.ts";
import {
  type LeaseInvoice,
  type LeaseLine,
  leaseInvoiceName,
  leaseInvoiceNumber,
  leaseLine,
  lineTotal,
  rentFor,
} from "./lease.ts";
import type { Random } from "./random.ts";
import { inventVin } from "./vin.ts";

/** A month's invoices in which mistakes are planted. */
interface Month {
  month: string;
  invoices: LeaseInvoice[];
  random: Random;
  held: Set<string>;
}

/** A line of one of our vans, with the invoice it stands on. */
interface Billed {
  invoice: LeaseInvoice;
  line: LeaseLine;
  van: Van;
}

function take({ invoices, random, held }: Month, fits: (van: Van, line: LeaseLine) => boolean): Billed | undefined {
  const billed = invoices.flatMap((invoice) =>
    invoice.lines.flatMap((line) => (line.van ? [{ invoice, line, van: line.van }] : [])),
  );
  const [taken] = random.shuffled(billed.filter(({ van, line }) => !held.has(van.vin) && fits(van, line)));
  if (taken) held.add(taken.van.vin);
  return taken;
}

function isWholeMonth(line: LeaseLine, month: string): boolean {
  return line.from === monthStart(month) && line.to === monthEnd(month);
}

function leak(invoice: LeaseInvoice, line: LeaseLine, code: string, amountCents: number, what: string): Leak {
  const where = { file: `lease/${leaseInvoiceName(invoice)}`, detail: `${line.vin} · ${line.from} to ${line.to}` };
  return { code, station: null, period: invoice.month, direction: "overcharged", amountCents, what, where };
}

function replaceLine({ invoice, line }: Billed, wrong: LeaseLine): void {
  invoice.lines = invoice.lines.map((each) => (each === line ? wrong : each));
}

/** E01: a van's month once more, on a second invoice of the same lessor. */
function billedTwice(month: Month): Leak | undefined {
  const billed = take(month, (van, line) => van.taxRate > 0 && isWholeMonth(line, month.month));
  if (!billed) return undefined;
  const { lessor } = billed.invoice;
  const line = { ...billed.line };
  const second = { lessor, month: month.month, number: leaseInvoiceNumber(lessor, month.month, 2), lines: [line] };
  month.invoices.push(second);
  return leak(second, line, "E01", lineTotal(line), `Billed on ${billed.invoice.number} already; tax is part of it.`);
}

/** E02: a whole month for a van that went back on the 11th. */
function billedAfterReturn(month: Month): Leak | undefined {
  const eleventh = addDays(monthStart(month.month), 10);
  const billed = take(month, (van) => van.offLease === eleventh && van.proration === "actual" && van.taxRate === 0);
  if (!billed) return undefined;
  const { van, line, invoice } = billed;
  const wrong = leaseLine(van, monthStart(month.month), monthEnd(month.month), van.proration);
  replaceLine(billed, wrong);
  const what = `Returned on ${eleventh}; the whole month is billed instead of the days up to then.`;
  return leak(invoice, wrong, "E02", wrong.amountCents - line.amountCents, what);
}

/** E04: more than the contract's rent. */
function rentAbove(month: Month, parity: 0 | 1): Leak | undefined {
  const billed = take(
    month,
    (van, line) => van.taxRate === 0 && van.station.index % 2 === parity && isWholeMonth(line, month.month),
  );
  if (!billed) return undefined;
  const excess = month.random.int(18, 65) * 100;
  billed.line.amountCents += excess;
  const what = `The contract says ${twoPlaces(billed.van.rentCents)} a month, ${twoPlaces(excess)} less.`;
  return leak(billed.invoice, billed.line, "E04", excess, what);
}

/** E05: days of a month charged as thirtieths although the contract counts the month's own days. */
function wrongProration(month: Month): Leak | undefined {
  const start = addDays(monthStart(month.month), 16);
  // Only a month of 31 days makes thirtieths dearer.
  if (monthEnd(month.month).slice(8) !== "31") return undefined;
  const billed = take(month, (van) => van.onLease === start && van.proration === "actual" && van.taxRate === 0);
  if (!billed) return undefined;
  const { van, line, invoice } = billed;
  const right = line.amountCents;
  line.amountCents = rentFor(van, line.from, line.to, "30");
  const what = "Charged in thirtieths; the contract counts the month's actual days.";
  return leak(invoice, line, "E05", line.amountCents - right, what);
}

/** E06: a van that is not ours. */
function strangeVan(month: Month): Leak | undefined {
  const invoice = month.random.pick(month.invoices);
  const serial = 2_000 + month.random.int(0, 900);
  const line: LeaseLine = {
    vin: inventVin(month.random, serial),
    unit: `${invoice.lessor.prefix.slice(0, 2)}-${9000 + month.random.int(0, 999)}`,
    plate: "",
    contract: `${invoice.lessor.prefix}-24${month.random.int(1000, 9999)}`,
    chargeCode: "RENT",
    description: invoice.lessor.full,
    from: monthStart(month.month),
    to: monthEnd(month.month),
    amountCents: month.random.int(88_000, 99_000),
    taxCents: 0,
    van: null,
  };
  invoice.lines.push(line);
  return leak(invoice, line, "E06", lineTotal(line), "No van of ours has this VIN.");
}

/** Plants a month's mistakes in its invoices and tells which. A second invoice may join them. */
export function plantLeaseLeaks(invoices: LeaseInvoice[], month: string, random: Random): Leak[] {
  const ground: Month = { month, invoices, random, held: new Set() };
  const planted = [
    billedAfterReturn(ground),
    wrongProration(ground),
    rentAbove(ground, 0),
    rentAbove(ground, 1),
    strangeVan(ground),
    billedTwice(ground),
  ];
  return planted.filter((each) => each !== undefined);
}
