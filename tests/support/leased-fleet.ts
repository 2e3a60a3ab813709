/** A leased fleet of three lessors over some months, billed without a mistake: documents as the office gets them. */
import { divideHalfUp, plainCents } from "#shared/money.ts";
import {
  addDays,
  daysBetween,
  daysInMonth,
  type IsoDate,
  type IsoMonth,
  monthEnd,
  monthOf,
  monthStart,
} from "#shared/week.ts";
import { createRandom } from "./sample/random.ts";
import { inventVin } from "./sample/vin.ts";
import type { TestDocument } from "./workbench.ts";

/** Each lessor prorates in its own way. */
const LESSORS = [
  { name: "Element", proration: "actual", taxRate: 825 },
  { name: "Merchants", proration: "30", taxRate: 0 },
  { name: "Kingbee", proration: "none", taxRate: 700 },
] as const;
type Lessor = (typeof LESSORS)[number];

interface Van {
  readonly vin: string;
  readonly unit: string;
  readonly plate: string;
  readonly lessor: Lessor;
  readonly rentCents: number;
  readonly onLease: IsoDate;
  readonly offLease: IsoDate | null;
  /** The rent it goes up to, and from which day: a row more on the schedule. */
  readonly raise: { readonly on: IsoDate; readonly rentCents: number } | null;
}

/** One line as it is printed. */
export interface PrintedLine {
  van: Van;
  code: string;
  description: string;
  from: IsoDate;
  to: IsoDate;
  cents: number;
  taxCents: number;
  odometer: string;
}

/** The fleet's papers, before they are written down. */
export interface LeasedFleet {
  readonly vans: readonly Van[];
  readonly months: readonly IsoMonth[];
  /** Lines by lessor and month: `Element 2026-01`. */
  readonly invoices: Map<string, PrintedLine[]>;
  /** By how many cents an invoice's printed total is wrong. */
  readonly wrongTotals: Map<string, number>;
}

const ALLOWANCE = 2_500;
const OVERAGE_CENTS = 18;

/** Invents the fleet. Every sixth van comes or goes within the months; every twelfth gets dearer on a day. */
export function leasedFleet(seed: number, vans: number, first: IsoMonth, count: number): LeasedFleet {
  const random = createRandom(seed, "leased fleet");
  const months: IsoMonth[] = [];
  for (let month = first; months.length < count; month = monthOf(addDays(monthEnd(month), 1))) months.push(month);
  const start = monthStart(first);
  const span = daysBetween(start, monthEnd(months.at(-1) ?? first));
  const fleet = Array.from({ length: vans }, (_, index): Van => {
    const lessor = LESSORS[index % LESSORS.length] ?? LESSORS[0];
    const comes = index % 6 === 4;
    const rentCents = random.int(70_000, 120_000);
    const [turn = first] = months.slice(Math.floor(months.length / 3));
    // A rent that is prorated by days may change within a month.
    const on = lessor.proration === "actual" ? addDays(monthStart(turn), index % 15) : monthStart(turn);
    return {
      vin: inventVin(random, index + 1),
      unit: String(1_000 + index * 3),
      plate: `${random.int(1, 9)}HX${100 + index}K`,
      lessor,
      rentCents,
      raise: index % 12 === 3 || index % 12 === 7 ? { on, rentCents: rentCents + 3_150 } : null,
      onLease: comes ? addDays(start, random.int(1, span - 40)) : addDays(start, -random.int(60, 700)),
      offLease: index % 6 === 5 ? addDays(start, random.int(20, span - 1)) : null,
    };
  });
  const invoices = new Map<string, PrintedLine[]>();
  for (const month of months) {
    for (const van of fleet) {
      const lines = linesOf(van, month);
      const key = `${van.lessor.name} ${month}`;
      if (lines.length > 0) invoices.set(key, [...(invoices.get(key) ?? []), ...lines]);
    }
  }
  return { vans: fleet, months, invoices, wrongTotals: new Map() };
}

/** What one van owes its lessor in a month: rent, a fee, a toll, and once a year its registration and a repair after the warranty. */
function linesOf(van: Van, month: IsoMonth): PrintedLine[] {
  const [first, last] = [monthStart(month), monthEnd(month)];
  const from = van.onLease > first ? van.onLease : first;
  const to = van.offLease !== null && van.offLease < last ? van.offLease : last;
  if (from > to) return [];
  const whole = from === first && to === last;
  const line = (code: string, description: string, cents: number, taxed: boolean, days = { from, to }): PrintedLine => {
    const taxCents = taxed ? divideHalfUp(cents * van.lessor.taxRate, 10_000) : 0;
    return { van, code, description, ...days, cents, taxCents, odometer: "" };
  };
  const on = (date: IsoDate) => ({ from: date, to: date });
  const lines = [
    line(whole ? "RENT" : "PRORATE", "Monthly rental", rentOf(van, from, to), true),
    line("TOLL", "Gate 4", 475, false, on(to)),
  ];
  if (whole) lines.push(line("MGMT_FEE", "Management fee", 1_250, true));
  if (whole && month.slice(5) === "03")
    lines.push(line("REGISTRATION", "Registration renewal", 12_800, false, on(from)));
  if (whole && month.slice(5) === "05") lines.push(line("MAINT", "Starter motor replaced", 31_400, true, on(from)));
  return lines;
}

function rentOf(van: Van, from: IsoDate, to: IsoDate): number {
  const { raise, rentCents } = van;
  if (raise === null || to < raise.on) return shareOf(van, rentCents, from, to);
  if (from >= raise.on) return shareOf(van, raise.rentCents, from, to);
  return shareOf(van, rentCents, from, addDays(raise.on, -1)) + shareOf(van, raise.rentCents, raise.on, to);
}

function shareOf(van: Van, rentCents: number, from: IsoDate, to: IsoDate): number {
  const [days, length] = [daysBetween(from, to) + 1, daysInMonth(monthOf(from))];
  if (van.lessor.proration === "none" || days === length) return rentCents;
  const basis = van.lessor.proration === "30" ? 30 : length;
  return Math.min(rentCents, divideHalfUp(rentCents * days, basis));
}

const LINE =
  "VIN,Unit,Plate,Contract,Charge Code,Description,Service From,Service To,Quantity,Rate,Amount,Tax,Total,Odometer";
const TERM =
  "VIN,Unit,Provider,Contract,Monthly Rent,On-Lease Date,Off-Lease Date,Proration,Mileage Allowance,Overage Rate,Tax Rate,Allowed Fees,Warranty End";
const VEHICLE =
  "vin,vehicleName,licensePlateNumber,operationalStatus,ownershipType,ownershipStartDate,ownershipEndDate,vehicleProvider,registeredState,stationCode";

/** The fleet's documents: an invoice a lessor and month, the lease schedule, Amazon's vehicle list. */
export function fleetDocuments({ vans, invoices, wrongTotals }: LeasedFleet): TestDocument[] {
  const warranty = addDays(vans.map(({ onLease }) => onLease).sort()[0] ?? "2024-01-01", 1);
  const rows = vans.flatMap((van) =>
    van.raise === null
      ? [van]
      : [
          { ...van, offLease: null },
          { ...van, onLease: van.raise.on, rentCents: van.raise.rentCents },
        ],
  );
  const terms = rows.map((van) =>
    [
      van.vin,
      van.unit,
      van.lessor.name,
      `C-${van.unit}`,
      plainCents(van.rentCents),
      van.onLease,
      van.offLease ?? "",
      van.lessor.proration,
      ALLOWANCE,
      plainCents(OVERAGE_CENTS),
      plainCents(van.lessor.taxRate),
      "MGMT_FEE:12.50; TOLL_FEE:5.00",
      warranty,
    ].join(","),
  );
  const listed = vans.map((van) =>
    [
      van.vin,
      `Van ${van.unit}`,
      van.plate,
      "OPERATIONAL",
      "LEASE",
      van.onLease,
      van.offLease ?? "",
      van.lessor.name,
      "TN",
      "DXA4",
    ].join(","),
  );
  return [
    { name: "lease-schedule.csv", content: [TERM, ...terms].join("\n") },
    { name: "VehiclesData.csv", content: [VEHICLE, ...listed].join("\n") },
    ...[...invoices].map(([key, lines]) => invoiceDocument(key, lines, wrongTotals.get(key) ?? 0)),
  ];
}

function invoiceDocument(key: string, lines: readonly PrintedLine[], wrong: number): TestDocument {
  const [provider = "", month = ""] = key.split(" ");
  const number = `${provider.slice(0, 3).toUpperCase()}-${month}`;
  const labels = [
    `Invoice Number,${number}`,
    `Invoice Date,${monthEnd(month)}`,
    `Due Date,${addDays(monthEnd(month), 30)}`,
    `Provider,${provider}`,
    `Billing Period Start,${monthStart(month)}`,
    `Billing Period End,${monthEnd(month)}`,
  ];
  const rows = lines.map((each) =>
    [
      each.van.vin,
      each.van.unit,
      each.van.plate,
      `C-${each.van.unit}`,
      each.code,
      each.description,
      each.from,
      each.to,
      1,
      plainCents(each.cents),
      plainCents(each.cents),
      plainCents(each.taxCents),
      plainCents(each.cents + each.taxCents),
      each.odometer,
    ].join(","),
  );
  return {
    name: `${provider} ${number}.csv`,
    content: [...labels, LINE, ...rows, ...sumsOf(provider, lines, wrong)].join("\n"),
  };
}

/** The rows below the lines: each lessor prints its total in its own way. */
function sumsOf(provider: string, lines: readonly PrintedLine[], wrong: number): string[] {
  const amount = lines.reduce((sum, { cents }) => sum + cents, 0);
  const tax = lines.reduce((sum, { taxCents }) => sum + taxCents, 0);
  const total = plainCents(amount + tax + wrong);
  const row = (words: string, ...figures: string[]) => `${words},,,,,,,,,,${figures.join(",")},`;
  if (provider === "Element") return [row("Total Due", "", "", total)];
  const bare = [row("Subtotal", plainCents(amount), "", ""), row("Sales tax", "", plainCents(tax), "")];
  return provider === "Merchants"
    ? [row("Total", plainCents(amount), plainCents(tax), total)]
    : [...bare, row("Grand Total", total, "", "")];
}
